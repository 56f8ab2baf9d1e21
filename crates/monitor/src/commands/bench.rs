//! `zicht bench`: how fast this machine is at what Zicht does most. CPU time, not the clock on the wall,
//! wherever the system tells it; figures and how to repeat them stand in `docs/performance.md`.

use std::hint::black_box;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Args;
use documents::read::Rows;
use kernel::{Finding, Lang};
use web::{Arg, t_with};

use super::{Language, built_in, fail_with};
use crate::analysis::{self, Analysis};
use crate::definitions::{Definitions, reconstruction_2017};
use crate::domain::answers::{GoalAnswers, Response};
use crate::domain::families::Families;
use crate::domain::rule::Parts;
use crate::domain::score::Scorer;
use crate::domain::statistics::Accumulator;
use crate::domain::wave::Nature;
use crate::import::responses::Accepted;
use crate::import::{Listener, read_rows};
use crate::report::model::{Audience, Report};
use crate::report::write::{self, Form};

/// Measures scoring, statistics and reports.
#[derive(Debug, Args)]
pub struct Bench {
    /// Respondents in the large file
    #[arg(long, default_value_t = 100_000)]
    respondents: u64,
    /// Write the large answers file here, to try import with, and measure nothing
    #[arg(long)]
    write: Option<std::path::PathBuf>,
    #[command(flatten)]
    language: Language,
}

struct Collect {
    accumulator: Accumulator,
    responses: Option<Vec<Response>>,
}

impl Listener for Collect {
    fn accept(&mut self, _: u64, accepted: Accepted) {
        analysis::add(&mut self.accumulator, &accepted.response);
        if let Some(responses) = &mut self.responses {
            responses.push(accepted.response);
        }
    }
    fn problem(&mut self, finding: Finding) {
        eprintln!("{finding:?}");
    }
}

impl Bench {
    /// Runs every measurement and prints a line each.
    pub fn run(self) -> ExitCode {
        let lang = self.language.lang;
        let definitions = match built_in(lang) {
            Ok(definitions) => definitions,
            Err(status) => return status,
        };
        let result = match &self.write {
            Some(path) => write_large(definitions, self.respondents, path),
            None => self.measure(definitions, lang),
        };
        match result {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail_with(lang, &error),
        }
    }

    fn measure(&self, definitions: &Definitions, lang: Lang) -> Result<(), Box<dyn std::error::Error>> {
        let small = reconstruction_2017().to_vec();
        let (collect, _) = read(definitions, small.clone(), true)?;
        let questionnaire = questionnaire(definitions)?;
        let rule = definitions.rule("2017-a").ok_or("2017-a")?;
        let scorer = Scorer::new(rule, questionnaire);
        let answers: Vec<(usize, GoalAnswers)> = collect
            .responses
            .into_iter()
            .flatten()
            .flat_map(|response| response.goals.into_iter().enumerate())
            .filter_map(|(at, answers)| Some((at, answers?)))
            .collect();
        let rate = |rounds: usize, work: &dyn Fn(&(usize, GoalAnswers))| {
            let took = time(|| (0..rounds).for_each(|_| answers.iter().for_each(work)));
            (answers.len() * rounds) as f64 / took.as_secs_f64()
        };
        let plain = rate(500, &|(at, answers)| {
            black_box(scorer.score(*at, black_box(answers)));
        });
        let explained = rate(200, &|(at, answers)| {
            black_box(scorer.explain(*at, black_box(answers)));
        });
        per_second(lang, "bench-score", plain);
        per_second(lang, "bench-explain", explained);

        let took = time(|| {
            black_box(json(definitions, &small).ok());
        });
        duration(lang, "bench-json", 169, took);
        let report = report(definitions, &small)?;
        for (key, form) in [("bench-pdf", Form::Pdf), ("bench-xlsx", Form::Xlsx), ("bench-html", Form::Html)]
        {
            let took = time(|| {
                black_box(write::bytes(&report, form, Audience::Public, lang).ok());
            });
            duration(lang, key, 169, took);
        }
        let large: Vec<u8> =
            crate::demo::large(questionnaire, self.respondents).collect::<String>().into_bytes();
        let took = time(|| {
            black_box(json(definitions, &large).ok());
        });
        duration(lang, "bench-json", self.respondents, took);
        Ok(())
    }
}

fn questionnaire(
    definitions: &Definitions,
) -> Result<&crate::domain::questionnaire::Questionnaire, &'static str> {
    definitions.questionnaire("preventie-2017").ok_or("preventie-2017")
}

fn read(
    definitions: &Definitions,
    bytes: Vec<u8>,
    keep: bool,
) -> Result<(Collect, String), Box<dyn std::error::Error>> {
    let questionnaire = questionnaire(definitions)?;
    let rule = definitions.rule("2017-a").ok_or("2017-a")?;
    let rows =
        Rows::from_input("bench.csv", std::io::Cursor::new(bytes), None).map_err(|finding| finding.code)?;
    let accumulator = analysis::accumulator(questionnaire, rule, Parts::ALL);
    let mut collect = Collect { accumulator, responses: keep.then(Vec::new) };
    let outcome = read_rows(rows, questionnaire, None, &mut collect);
    Ok((collect, outcome.content))
}

fn report<'d>(definitions: &'d Definitions, bytes: &[u8]) -> Result<Report<'d>, Box<dyn std::error::Error>> {
    let (collect, content) = read(definitions, bytes.to_vec(), false)?;
    let analysis = Analysis {
        wave_id: "2017".into(),
        wave: definitions.wave("2017").cloned(),
        questionnaire: questionnaire(definitions)?.clone(),
        rule: definitions.rule("2017-a").ok_or("2017-a")?.clone(),
        nature: Nature::Reconstruction,
        content,
        statistics: collect.accumulator.finish(),
        participants: std::collections::BTreeMap::new(),
        families: Families::default(),
        through: None,
    };
    Ok(Report::new(definitions, analysis, None))
}

fn json(definitions: &Definitions, bytes: &[u8]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    Ok(write::bytes(&report(definitions, bytes)?, Form::Json, Audience::Public, Lang::Nl)?)
}

fn write_large(
    definitions: &Definitions,
    respondents: u64,
    path: &std::path::Path,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    for line in crate::demo::large(questionnaire(definitions)?, respondents) {
        file.write_all(line.as_bytes())?;
    }
    Ok(file.flush()?)
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn per_second(lang: Lang, key: &str, rate: f64) {
    println!(
        "{}",
        t_with(
            lang,
            key,
            &[(
                "rate",
                Arg::from(web::number::count(
                    lang,
                    u64::try_from(kernel::Exact::near(rate / 1e6).rounded(6)).unwrap_or(0)
                ))
            )]
        )
    );
}

fn duration(lang: Lang, key: &str, respondents: u64, took: Duration) {
    let milliseconds = Arg::from(u64::try_from(took.as_millis()).unwrap_or(u64::MAX));
    println!("{}", t_with(lang, key, &[("respondents", Arg::from(respondents)), ("ms", milliseconds)]));
}
