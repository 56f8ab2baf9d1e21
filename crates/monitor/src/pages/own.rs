//! The scores of one municipality that agreed to be shown, beside those of its own size.

use std::ops::Deref;

use geography::{Code, Comparability, Geography};
use kernel::{Exact, Norm};
use web::charts::{Markup, Swatch, legend};
use web::{Arg, PageError, RequestContext, Tr};

use super::explain::{Part, explain, points};
use super::parts::{KeyFigure, bar, decimal, norm, score_words};
use super::peers::{Beside, Peers, middle};
use super::scope::Scope;
use super::site::Site;
use crate::analysis::{Analysis, Through};
use crate::domain::answers::Response;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::Parts;
use crate::domain::score::{Score, Scorer};
use crate::domain::statistics::GoalCounts;

/// Everything that a page shows of a municipality that agreed.
pub struct Own {
    /// Mean, goals answered, the mean of its size, the wave before.
    pub figures: Vec<KeyFigure>,
    /// The goals that it answered, from strong to weak.
    pub goals: Vec<OwnGoal>,
    /// Numbers and titles of the goals that it left out, in words.
    pub unanswered: Vec<String>,
    /// What the signs in the bars mean.
    pub legend: Markup,
    /// All goals together, beside its size.
    pub overall: Option<Markup>,
    /// Its mean in words.
    pub mean: String,
    /// Name of the norm that the mean meets.
    pub norm: &'static str,
    /// Whom it stands beside: the size class and how many are in it.
    pub beside: Option<String>,
}

/// A goal that it answered.
pub struct OwnGoal {
    /// Its number.
    pub number: u32,
    /// Its short title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// The score in words.
    pub score: String,
    /// Name of the norm that it meets.
    pub norm: &'static str,
    /// The norm in words.
    pub norm_word: String,
    /// The score as a bar with its parts.
    pub bar: Markup,
    /// The score beside its size; nothing where that group is too small.
    pub range: Option<Markup>,
    /// The mean of its size.
    pub beside: String,
    /// The middle half of its size.
    pub middle: String,
    /// The score in the wave before.
    pub before: String,
    /// Where the points come from.
    pub parts: [Part; 3],
    /// All points, exact to two decimals.
    pub points: String,
}

/// Works out what is shown of `response`, beside `peers` and the own earlier scores (newest first, by position of the
/// goal now). The caller has seen to it that the municipality agreed, or that its own people ask.
#[must_use]
pub fn own(
    scope: &Scope,
    context: &RequestContext,
    response: &Response,
    peers: Option<&Peers>,
    before: &[Scores],
) -> Own {
    let (report, tr, parts) = (&scope.report, context.tr(), scope.query.parts());
    let maker = Maker { scope, context, peers, before };
    let mut goals: Vec<(Exact, OwnGoal)> = Vec::new();
    let mut unanswered = Vec::new();
    for (at, goal) in report.analysis.questionnaire.goals.iter().enumerate() {
        match maker.goal(at, response) {
            Some(found) => goals.push(found),
            None => unanswered.push(format!("{} {}", goal.number, goal.title.get(context.lang))),
        }
    }
    goals.sort_by(|(a, first), (b, second)| b.cmp(a).then(first.number.cmp(&second.number)));
    let mean = goals.iter().map(|(score, _)| *score).sum::<Exact>().per(goals.len() as u64);
    let thens: Vec<Exact> = before.iter().filter_map(|scores| mean_of(scores, parts)).collect();
    let label = tr.t("own-all-goals");
    let overall = mean.zip(peers).map(|(mean, peers)| {
        let (own, before) = (Some(mean), thens.as_slice());
        Beside { label: &label, own, before, group: &peers.label, peers: &peers.means }.range(report, tr)
    });
    Own {
        figures: figures(scope, tr, mean, thens.first().copied(), goals.len(), peers),
        overall,
        mean: score_words(report, tr, mean),
        norm: norm(report, mean).map_or("", Norm::name),
        legend: legend(&signs(scope, tr, !thens.is_empty())),
        beside: peers.map(|peers| {
            tr.with(
                "own-beside",
                &[("group", Arg::from(peers.label.as_str())), ("n", Arg::from(peers.count))],
            )
        }),
        goals: goals.into_iter().map(|(_, goal)| goal).collect(),
        unanswered,
    }
}

/// The scores of a municipality in a wave, by position of the goal now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scores {
    by_goal: Vec<Option<Score>>,
    /// Whether they are of all goals that were answered then, so that their mean can stand beside that of now.
    whole: bool,
}

impl Deref for Scores {
    type Target = [Option<Score>];

    fn deref(&self) -> &[Option<Score>] {
        &self.by_goal
    }
}

/// The mean over the goals that were answered; nothing where some of them can't be compared.
#[must_use]
pub fn mean_of(scores: &Scores, parts: Parts) -> Option<Exact> {
    if !scores.whole {
        return None;
    }
    let answered = scores.iter().flatten().count() as u64;
    scores.iter().flatten().map(|score| score.total(parts)).sum::<Exact>().per(answered)
}

/// The scores of the same municipality in the wave before, by position of the goal now. Nothing if it did
/// not agree to be shown then, or was not the same municipality.
pub async fn before(site: &Site, scope: &Scope, code: Code) -> Result<Option<Scores>, PageError> {
    let analysis = &scope.report.analysis;
    let Some(previous) = &scope.report.previous else { return Ok(None) };
    let dates = previous.wave.as_ref().zip(analysis.wave.as_ref());
    let Some((then, now)) = dates.map(|(then, now)| (then.reference_date, now.reference_date)) else {
        return Ok(None);
    };
    let code = match Geography::built_in().comparable(code, then, now) {
        Comparability::Same => code,
        Comparability::Renumbered { to } | Comparability::BorderChanged { to, .. } => to,
        _ => return Ok(None),
    };
    let Some(response) = site.named(&previous.wave_id, &code.to_string()).await? else {
        return Ok(None);
    };
    let scores = match &previous.through {
        None => scores(&previous.questionnaire, analysis, &response),
        Some(through) => scores_through(through, analysis, &response),
    };
    Ok(Some(scores))
}

/// Scores of a response to `then`, ordered by the goals of `now` and under its rule.
#[must_use]
pub fn scores(then: &Questionnaire, now: &Analysis, response: &Response) -> Scores {
    let scorer = Scorer::new(&now.rule, then);
    let goals = now.questionnaire.goals.iter();
    let score = |number| {
        let at = then.goal_index(number)?;
        scorer.score(at, response.goals.get(at)?.as_ref()?)
    };
    Scores { by_goal: goals.map(|goal| score(goal.number)).collect(), whole: true }
}

/// The same for a response to an earlier questionnaire, read through that of now. What can't be compared is left out.
#[must_use]
pub fn scores_through(through: &Through, now: &Analysis, response: &Response) -> Scores {
    let parts = now.statistics.parts;
    let mut found = scores(&through.now, now, &through.mapping.convert(response));
    for (at, score) in found.by_goal.iter_mut().enumerate() {
        *score = score.filter(|_| through.comparison.total(at, parts).is_empty());
    }
    found.whole = through.comparison.mean(parts);
    found
}

fn figures(
    scope: &Scope,
    tr: Tr,
    mean: Option<Exact>,
    then: Option<Exact>,
    answered: usize,
    peers: Option<&Peers>,
) -> Vec<KeyFigure> {
    let report = &scope.report;
    let change = mean.zip(then).map(|(now, then)| now - then);
    let mut figures = vec![
        KeyFigure {
            value: score_words(report, tr, mean),
            beside: change.map_or_else(String::new, |change| {
                let year =
                    report.previous.as_ref().map_or_else(String::new, |previous| previous.year().to_string());
                tr.t2("own-change", "change", tr.signed(&change, 1), "year", year)
            }),
            label: tr.t("own-mean"),
        },
        KeyFigure {
            value: answered.to_string(),
            beside: tr.t1("key-of", "n", report.analysis.questionnaire.goals.len()),
            label: tr.t("own-answered"),
        },
    ];
    if let Some(peers) = peers {
        figures.push(KeyFigure {
            value: score_words(report, tr, peers.means.mean()),
            beside: String::new(),
            label: tr.t("own-group-mean"),
        });
    }
    figures.push(KeyFigure {
        value: score_words(report, tr, report.mean()),
        beside: String::new(),
        label: tr.t("own-country-mean"),
    });
    figures
}

fn signs(scope: &Scope, tr: Tr, before: bool) -> Vec<(Swatch, String)> {
    let mut signs = vec![(Swatch::Now, scope.report.analysis.year().to_string())];
    let previous = scope.report.previous.as_ref().filter(|_| before);
    signs.extend(previous.map(|previous| (Swatch::Before, previous.year().to_string())));
    signs.push((Swatch::Part, tr.t("legend-parts")));
    signs
}

struct Maker<'a> {
    scope: &'a Scope,
    context: &'a RequestContext,
    peers: Option<&'a Peers>,
    before: &'a [Scores],
}

impl Maker<'_> {
    /// The goal at a position with its total, or nothing if it was not answered.
    fn goal(&self, at: usize, response: &Response) -> Option<(Exact, OwnGoal)> {
        let (report, tr) = (&self.scope.report, self.context.tr());
        let (analysis, parts) = (&report.analysis, self.scope.query.parts());
        let goal = &analysis.questionnaire.goals[at];
        let answers = response.goals.get(at)?.as_ref()?;
        let (score, explained) = explain(tr, &analysis.questionnaire, &analysis.rule, at, answers)?;
        let total = score.total(parts);
        let norm = norm(report, Some(total));
        let thens = self.before.iter().map(|scores| scores.get(at).copied().flatten());
        let thens: Vec<Option<Exact>> = thens.map(|score| score.map(|score| score.total(parts))).collect();
        // The wave before, not just any in which it was answered.
        let before = thens.first().copied().flatten();
        let title = goal.title.get(tr.0).to_owned();
        let peers = self.peers.and_then(|peers| peers.goal(at));
        let range = self.peers.zip(peers).map(|(group, peers)| {
            let known: Vec<Exact> = thens.iter().flatten().copied().collect();
            let (own, before, group) = (Some(total), known.as_slice(), group.label.as_str());
            Beside { label: &title, own, before, group, peers }.range(report, tr)
        });
        let found = OwnGoal {
            number: goal.number,
            url: self.scope.url(self.context, &format!("/goals/{}", goal.number)),
            score: score_words(report, tr, Some(total)),
            norm: norm.map_or("", Norm::name),
            norm_word: norm.map_or_else(String::new, |norm| tr.t(&format!("norm-{}", norm.name()))),
            bar: bar(report, tr, &title, &single(&score, parts), before),
            range,
            beside: decimal(tr, peers.and_then(crate::domain::tally::Distribution::mean), 1),
            middle: middle(tr, peers),
            before: decimal(tr, before, 1),
            parts: explained,
            points: points(tr, score.total(Parts::ALL)),
            title,
        };
        Some((total, found))
    }
}

/// A group of one, so that its bar is drawn as every other.
fn single(score: &Score, parts: Parts) -> GoalCounts {
    let mut counts = GoalCounts { respondents: 1, ..GoalCounts::default() };
    counts.embedding.add(score.embedding);
    counts.measures.add(score.measures);
    counts.reach.add(score.reach);
    counts.total.add(score.total(parts));
    counts
}
