//! The own dashboard: score and parts, beside whom, what changed, what is missing and what to do next. Everybody of the
//! municipality (`Permission::SeeForm`), whether it agreed to be shown by name or not.

use askama::Template;
use axum::extract::{Path, Query as FromQuery, State};
use kernel::Exact;
use web::charts::{Markup, Swatch, legend, part_bar};
use web::{Arg, Frame, Page, PageError, RequestContext, Tr};

use super::changes::{Change, Missing, changes, missing};
use super::compare::{Compared, compare, place};
use super::query::{Query, With};
use super::rows::{self, Answered, Mine};
use super::running::{Running, running};
use super::voice::{Heard, heard};
use crate::Desk;
use crate::domain::families::SIMILAR;
use crate::domain::score::Score;
use crate::domain::wave::Nature;
use crate::pages::explain::points;
use crate::pages::own::{self, Own, mean_of};
use crate::pages::parts::{KeyFigure, Switch, norm, score_words, switches_to};
use crate::pages::scope::Choice;
use crate::report::charts::norm_signs;
use crate::report::words::PARTS;

#[derive(Template)]
#[template(path = "mine/show.html")]
struct View {
    frame: Frame,
    title: String,
    running: Vec<Running>,
    /// The page of its region, in words and address, and that of its good examples.
    region: (String, String, String),
    scores: Option<Box<Scores>>,
}

/// What is shown of a wave that it answered.
struct Scores {
    /// Of which wave these are.
    title: String,
    /// Whether it is shown by name, in words.
    consent: String,
    waves: Vec<Choice>,
    figures: Vec<KeyFigure>,
    parts: Vec<PartRow>,
    switches: Vec<Switch>,
    groups: Vec<Choice>,
    /// Beside whom, in words, or why not.
    beside: String,
    /// Where the score stands among them.
    place: Option<String>,
    /// Who they are, if that is a list.
    names: String,
    /// How the group is made.
    method: Option<String>,
    legend: Markup,
    own: Own,
    /// The year of the wave before.
    before: Option<u32>,
    changes: Vec<Change>,
    missing: Vec<Missing>,
    /// How children were heard, per goal of which that is known.
    heard: Vec<Heard>,
    choose_url: String,
    /// The address of the dashboard, and of the letter to the council.
    path: String,
    letter_url: String,
    /// Name and address of each file.
    files: Vec<(String, String)>,
}

/// A part of the score, over all goals.
struct PartRow {
    label: String,
    bar: Markup,
    value: String,
    of: String,
}

/// Shows the dashboard.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
    FromQuery(query): FromQuery<Query>,
) -> Result<Page<impl Template>, PageError> {
    let mine = rows::open(&desk, &context, &municipality).await?;
    let running = running(&desk, &context, mine.code).await?;
    let title = context.tr().t1("mine-title", "name", mine.municipality.name);
    let there = mine.municipality.region;
    let region = (
        context.tr().t1("region-own", "name", there.name()),
        context.url(&format!("/regions/{}", there.slug())),
        context.url(&mine.path("/examples")),
    );
    let Some(found) = mine.wave(&query)? else {
        let frame = mine.frame(&context, None, Nature::Real);
        return Ok(Page(View { frame, title, running, region, scores: None }));
    };
    let compared = compare(&desk, &context, &mine, found, query).await?;
    let frame = mine.frame(&context, None, found.0.nature);
    let scores = Some(Box::new(scores(&context, &mine, found, &compared)));
    Ok(Page(View { frame, title, running, region, scores }))
}

fn scores(
    context: &RequestContext,
    mine: &Mine,
    (answered, earlier): (&Answered, &[Answered]),
    compared: &Compared,
) -> Scores {
    let (tr, scope, query) = (context.tr(), &compared.scope, &compared.query);
    let questionnaire = &scope.report.analysis.questionnaire;
    let parts = scope.query.parts();
    let url = |page: &str, query: &Query| context.url(&format!("{}{}", mine.path(page), query.address()));
    let shown = own::own(scope, context, &answered.response, compared.peers.as_ref(), &compared.before);
    let mean = mean_of(&compared.now, parts);
    let group = |with: With| Choice {
        label: tr.t(&format!("mine-with-{}", with.name())),
        on: query.with() == with,
        // A group is chosen first.
        url: if with == With::Chosen && query.codes().is_empty() {
            url("/group", query)
        } else {
            url("", &query.with_group(with))
        },
    };
    let wave = |one: &Answered| Choice {
        label: one.title.clone(),
        url: url("", &Query { wave: Some(one.wave.clone()), ..query.clone() }),
        on: one.wave == answered.wave,
    };
    let beside = match &compared.peers {
        Some(peers) => tr.with(
            "mine-beside",
            &[("n", Arg::from(peers.count)), ("group", Arg::from(peers.label.as_str()))],
        ),
        None => tr
            .t(&format!("mine-not-beside-{}", if query.with() == With::Chosen { "chosen" } else { "fixed" })),
    };
    let peers = compared.peers.as_ref();
    let then = compared.before.first();
    Scores {
        title: tr.t1("mine-scores-of", "wave", answered.title.as_str()),
        consent: tr.t(if answered.response.named { "mine-named" } else { "mine-unnamed" }),
        waves: if mine.answered.len() > 1 { mine.answered.iter().map(wave).collect() } else { Vec::new() },
        figures: figures(tr, compared, mean),
        parts: part_rows(tr, compared),
        switches: switches_to(scope, context, |parts| url("", &query.with_parts(parts))),
        groups: With::ALL.into_iter().map(group).collect(),
        beside,
        place: peers
            .and_then(|peers| place(mean, &peers.means))
            .map(|name| tr.t(&format!("mine-place-{name}"))),
        names: peers.map_or_else(String::new, |peers| peers.names.join(", ")),
        method: (query.with() == With::Similar).then(|| tr.t1("mine-similar-method", "n", SIMILAR)),
        legend: legend(&signs(tr, compared)),
        own: shown,
        before: compared.years.first().copied().filter(|_| !earlier.is_empty()),
        changes: then.map_or_else(Vec::new, |then| changes(tr, questionnaire, parts, &compared.now, then)),
        missing: missing(tr, questionnaire, &answered.response),
        heard: heard(tr, answered),
        choose_url: url("/group", query),
        path: context.url(&mine.path("")),
        letter_url: url("/letter.pdf", query),
        files: ["svg", "png", "csv", "excel.csv", "xlsx"]
            .map(|end| {
                let key = format!("mine-file-{}", end.replace('.', "-"));
                (tr.t(&key), url(&format!("/compare/comparison.{end}"), query))
            })
            .to_vec(),
    }
}

fn figures(tr: Tr, compared: &Compared, mean: Option<Exact>) -> Vec<KeyFigure> {
    let report = &compared.scope.report;
    let parts = compared.scope.query.parts();
    let norm = norm(report, mean).map(|norm| tr.t(&format!("norm-{}", norm.name())));
    let answered = compared.now.iter().flatten().count();
    let mut figures = vec![KeyFigure {
        value: score_words(report, tr, mean),
        beside: norm.unwrap_or_default(),
        label: tr.t("mine-mean"),
    }];
    if let Some(peers) = &compared.peers {
        figures.push(KeyFigure {
            value: score_words(report, tr, peers.means.mean()),
            beside: String::new(),
            label: tr.t1("mine-peers-mean", "group", peers.label.as_str()),
        });
    }
    let then = compared.before.first().and_then(|scores| mean_of(scores, parts));
    if let (Some(now), Some(then), Some(year)) = (mean, then, compared.years.first()) {
        figures.push(KeyFigure {
            value: tr.signed(&(now - then), 1),
            beside: String::new(),
            label: tr.t1("mine-since", "year", year.to_string()),
        });
    }
    figures.push(KeyFigure {
        value: answered.to_string(),
        beside: tr.t1("key-of", "n", compared.now.len()),
        label: tr.t("own-answered"),
    });
    figures
}

fn part_rows(tr: Tr, compared: &Compared) -> Vec<PartRow> {
    let rule = &compared.scope.report.analysis.rule;
    let answered: Vec<&Score> = compared.now.iter().flatten().collect();
    let part: [fn(&Score) -> Exact; 3] =
        [|score| score.embedding, |score| score.measures, |score| score.reach];
    let row = |(at, maximum): (usize, Exact)| {
        let mean = answered.iter().map(|score| part[at](score)).sum::<Exact>().per(answered.len() as u64)?;
        Some(PartRow {
            label: tr.t(PARTS[at]),
            bar: part_bar(mean.to_f64(), maximum.to_f64()),
            value: tr.decimal(&mean, 1),
            of: tr.t1("key-of", "n", points(tr, maximum)),
        })
    };
    rule.maxima().into_iter().enumerate().filter_map(row).collect()
}

/// What the signs in the comparison mean.
pub fn signs(tr: Tr, compared: &Compared) -> Vec<(Swatch, String)> {
    let mut signs = vec![(Swatch::Now, tr.t("mine-sign-own"))];
    if compared.scope.query.parts().is_all() {
        let named = norm_signs(tr).map(|(sign, words)| (sign, tr.t1("mine-sign-own-norm", "norm", words)));
        signs = named.to_vec();
    }
    if !compared.years.is_empty() {
        let years: Vec<String> = compared.years.iter().map(ToString::to_string).collect();
        signs.push((Swatch::Before, tr.t1("mine-sign-before", "years", years.join(", "))));
    }
    signs.push((Swatch::Band, tr.t("mine-sign-band")));
    signs.push((Swatch::Mean, tr.t("mine-sign-mean")));
    signs
}
