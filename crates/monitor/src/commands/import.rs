//! `zicht import answers`: a file of answers into the database, all or nothing.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use documents::read::Rows;
use indicatif::{ProgressBar, ProgressStyle};
use kernel::{Clock, Finding, Lang};
use platform::Database;
use web::{Arg, finding_text, t_with};

use super::{Language, block_on, built_in, fail, fail_with, questionnaire, tell};
use crate::archive::{self, Imported, WaveError};
use crate::domain::wave::Nature;
use crate::import::responses::Accepted;
use crate::import::{Listener, Outcome};

/// What can be imported.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Answers of municipalities, from CSV or XLSX
    Answers(Answers),
}

impl Import {
    /// Carries out the command. The exit status is 1 if it could not be done, or if there were problems.
    #[must_use]
    pub fn run(self, clock: &dyn Clock) -> ExitCode {
        match self {
            Self::Answers(answers) => answers.run(clock),
        }
    }
}

/// Reads a file of answers. Every problem is told at once; with any problem nothing is stored.
#[derive(Debug, Args)]
pub struct Answers {
    /// Name of the questionnaire, such as preventie-2017; with its version, such as preventie-2017/2, one that was
    /// made in the editor
    #[arg(long)]
    questionnaire: String,
    /// Name of the wave, such as 2017
    #[arg(long)]
    wave: String,
    /// Database: a file for SQLite, or postgres://USER@HOST/NAME
    #[arg(long, default_value = "zicht.db")]
    db: String,
    /// Say that the answers are not real: reconstruction or generated
    #[arg(long, value_parser = parse_nature)]
    nature: Option<Nature>,
    /// Take the place of other answers of the same wave
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    language: Language,
    /// The file: CSV (comma or semicolon; UTF-8 or Windows-1252) or XLSX
    file: PathBuf,
}

fn parse_nature(name: &str) -> Result<Nature, String> {
    Nature::parse(name).ok_or_else(|| Nature::ALL.map(Nature::name).join(", "))
}

/// Shows progress and tells each problem as it is met, so that memory stays bounded.
pub struct Console {
    lang: Lang,
    bar: ProgressBar,
}

impl Console {
    /// A progress bar over a file; hidden where nobody looks.
    pub fn new(lang: Lang) -> Self {
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent}%  {bytes} / {total_bytes}  {eta}")
        {
            bar.set_style(style);
        }
        Self { lang, bar }
    }

    /// Takes the bar away.
    pub fn done(&self) {
        self.bar.finish_and_clear();
    }
}

impl Listener for Console {
    fn accept(&mut self, _: u64, _: Accepted) {}

    fn problem(&mut self, finding: Finding) {
        let text = finding_text(self.lang, &finding);
        self.bar.suspend(|| eprintln!("{text}"));
    }

    fn progress(&mut self, read: u64, total: u64) {
        self.bar.set_length(total);
        self.bar.set_position(read);
    }
}

impl Answers {
    /// Checks the file, then stores it.
    pub fn run(self, clock: &dyn Clock) -> ExitCode {
        let lang = self.language.lang;
        let definitions = match built_in(lang) {
            Ok(definitions) => definitions,
            Err(status) => return status,
        };
        let questionnaire = match questionnaire(lang, definitions, &self.questionnaire, &self.db) {
            Ok(questionnaire) => questionnaire,
            Err(status) => return status,
        };
        let wave = definitions.wave(&self.wave);
        if let Some(wave) = wave.filter(|wave| wave.questionnaire != questionnaire.id) {
            let args =
                [("wave", Arg::from(self.wave)), ("questionnaire", Arg::from(wave.questionnaire.clone()))];
            return fail(lang, "command-other-questionnaire", &args);
        }
        let source =
            self.file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let import = archive::Import {
            wave_id: &self.wave,
            wave,
            questionnaire: &questionnaire,
            nature: self.nature,
            replace: self.replace,
            source: &source,
        };
        let mut console = Console::new(lang);
        let checked = archive::check(&self.file, import, &mut console);
        console.done();
        if checked.problems > 0 {
            let args = [("problems", Arg::from(checked.problems)), ("rows", Arg::from(checked.accepted))];
            return fail(lang, "import-refused", &args);
        }
        let stored = block_on(self.store(clock, import, &checked));
        match stored {
            Ok(Ok(Imported::Stored { respondents, nature })) => {
                let args = [("respondents", Arg::from(respondents)), ("wave", Arg::from(self.wave.clone()))];
                println!("{}", t_with(lang, "import-stored", &args));
                if let Some(notice) = crate::report::words::notice(lang, nature) {
                    println!("{notice}");
                }
                ExitCode::SUCCESS
            }
            Ok(Ok(Imported::Same)) => {
                println!("{}", t_with(lang, "import-same", &[("wave", Arg::from(self.wave.clone()))]));
                ExitCode::SUCCESS
            }
            Ok(Err(Refused::File(finding))) => {
                tell(lang, &[finding]);
                fail(lang, "import-refused", &[("problems", Arg::from(1_u64)), ("rows", Arg::from(0_u64))])
            }
            Ok(Err(Refused::Wave(WaveError::Occupied(wave)))) => {
                fail(lang, "import-occupied", &[("wave", Arg::from(wave))])
            }
            Ok(Err(Refused::Wave(error))) => fail_with(lang, &error),
            Err(error) => fail_with(lang, &error),
        }
    }

    async fn store(
        &self,
        clock: &dyn Clock,
        import: archive::Import<'_>,
        checked: &Outcome,
    ) -> Result<Imported, Refused> {
        let database = Database::open(&self.db).await.map_err(|error| Refused::Wave(error.into()))?;
        let rows = Rows::open(&self.file).map_err(Refused::File)?;
        let stored = archive::store(&database, clock, import, checked, rows).await.map_err(Refused::Wave);
        database.close().await;
        stored
    }
}

enum Refused {
    File(Finding),
    Wave(WaveError),
}
