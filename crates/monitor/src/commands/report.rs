//! `zicht report`: the national report of a file of answers or of a stored wave.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use geography::Code;
use kernel::{Finding, Lang};
use platform::Database;
use web::{Arg, t_with};

use super::import::Console;
use super::{Language, block_on, built_in, fail, fail_with, questionnaire, unknown_name};
use crate::analysis::{self, Analysis, Participant};
use crate::archive::{self, WaveError};
use crate::definitions::Definitions;
use crate::domain::families::Families;
use crate::domain::groups::SMALLEST;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::Parts;
use crate::domain::statistics::Accumulator;
use crate::import::responses::Accepted;
use crate::import::{self, Listener};
use crate::report::model;
use crate::report::write::{self, Form};

/// Makes the report of a wave: json, html, pdf, xlsx and csv.
#[derive(Debug, Args)]
pub struct Report {
    /// A file of answers; needs no database, unless its questionnaire was made in the editor
    #[arg(long, requires = "questionnaire")]
    answers: Option<PathBuf>,
    /// Name of the questionnaire of the file, such as preventie-2017; with its version, such as preventie-2017/2, one
    /// that was made in the editor
    #[arg(long)]
    questionnaire: Option<String>,
    /// Name of the wave, such as 2017
    #[arg(long)]
    wave: String,
    /// Database with the wave if there is no file, and with questionnaires that were made in the editor
    #[arg(long, default_value = "zicht.db")]
    db: String,
    /// Folder for the report; made if it is not there
    #[arg(long)]
    out: PathBuf,
    /// Only these forms
    #[arg(long, value_delimiter = ',')]
    only: Vec<Form>,
    /// Scoring rule, if not that of the wave
    #[arg(long)]
    rule: Option<String>,
    /// Withhold small groups in report.json too, so that it may be published
    #[arg(long)]
    public: bool,
    #[command(flatten)]
    language: Language,
}

struct Collect {
    console: Console,
    accumulator: Accumulator,
    participants: BTreeMap<Code, Participant>,
}

impl Listener for Collect {
    fn accept(&mut self, _: u64, accepted: Accepted) {
        let mean = analysis::add(&mut self.accumulator, &accepted.response);
        analysis::note(&mut self.participants, &accepted.response, mean);
    }
    fn problem(&mut self, finding: Finding) {
        self.console.problem(finding);
    }
    fn progress(&mut self, read: u64, total: u64) {
        self.console.progress(read, total);
    }
}

impl Report {
    /// Makes the report.
    pub fn run(self) -> ExitCode {
        let lang = self.language.lang;
        let definitions = match built_in(lang) {
            Ok(definitions) => definitions,
            Err(status) => return status,
        };
        let made = match &self.answers {
            Some(_) => self.read_file(definitions),
            None => match block_on(self.read_database(definitions)) {
                Ok(Ok(report)) => Ok(report),
                Ok(Err(WaveError::Rule(found))) => Err(self.unknown_rule(definitions, &found)),
                Ok(Err(error)) => Err(fail_with(lang, &error)),
                Err(error) => Err(fail_with(lang, &error)),
            },
        };
        match made {
            Ok(report) => self.write(&report),
            Err(status) => status,
        }
    }

    fn unknown_rule(&self, definitions: &Definitions, found: &str) -> ExitCode {
        let known = definitions.rules.iter().map(|rule| rule.id.as_str());
        unknown_name(self.language.lang, "command-unknown-rule", found, known)
    }

    fn read_file(&self, definitions: &'static Definitions) -> Result<model::Report<'static>, ExitCode> {
        let lang = self.language.lang;
        let (Some(path), Some(name)) = (&self.answers, &self.questionnaire) else {
            return Err(fail(lang, "report-nothing", &[]));
        };
        let questionnaire = questionnaire(lang, definitions, name, &self.db)?;
        let wave = definitions.wave(&self.wave).filter(|wave| wave.questionnaire == questionnaire.id);
        let rule = archive::rule(definitions, wave, self.rule.as_deref()).map_err(|error| match error {
            WaveError::Rule(found) => self.unknown_rule(definitions, &found),
            error => fail_with(lang, &error),
        })?;
        let accumulator = analysis::accumulator(&questionnaire, rule, Parts::ALL);
        let mut collect = Collect { console: Console::new(lang), accumulator, participants: BTreeMap::new() };
        let outcome = import::read(path, &questionnaire, wave, &mut collect);
        collect.console.done();
        if outcome.problems > 0 {
            let args = [("problems", Arg::from(outcome.problems)), ("rows", Arg::from(outcome.accepted))];
            return Err(fail(lang, "report-refused", &args));
        }
        let analysis = Analysis {
            wave_id: self.wave.clone(),
            wave: wave.cloned(),
            questionnaire: Questionnaire::clone(&questionnaire),
            rule: rule.clone(),
            nature: Analysis::nature(wave, None, &outcome.content),
            content: outcome.content,
            statistics: collect.accumulator.finish(),
            participants: collect.participants,
            families: Families::default(),
            through: None,
        };
        Ok(model::Report::new(definitions, analysis, None))
    }

    async fn read_database<'d>(&self, definitions: &'d Definitions) -> Result<model::Report<'d>, WaveError> {
        let database = Database::open(&self.db).await?;
        let mut db = database.read().await?;
        let report =
            archive::report(&mut db, definitions, &self.wave, self.rule.as_deref(), Parts::ALL).await;
        drop(db);
        database.close().await;
        report
    }

    fn write(&self, report: &model::Report<'_>) -> ExitCode {
        let lang = self.language.lang;
        let forms = if self.only.is_empty() { Form::value_variants().to_vec() } else { self.only.clone() };
        let audience = if self.public { model::Audience::Public } else { model::Audience::Researcher };
        match write::folder(report, &self.out, &forms, audience, lang) {
            Err(error) => fail_with(lang, &error),
            Ok(files) => {
                for file in files {
                    println!("{}", file.display());
                }
                self.warn(report, &forms, lang);
                ExitCode::SUCCESS
            }
        }
    }

    /// Says that the file for researchers tells about small groups, when it does.
    fn warn(&self, report: &model::Report<'_>, forms: &[Form], lang: Lang) {
        let statistics = &report.analysis.statistics;
        let small = |count: u64| count > 0 && count < SMALLEST;
        let groups = statistics
            .by_size
            .iter()
            .chain(statistics.by_province.values())
            .chain(statistics.by_region.values());
        if !self.public && forms.contains(&Form::Json) && groups.map(|group| group.respondents).any(small) {
            eprintln!("{}", t_with(lang, "report-small-groups", &[]));
        }
    }
}
