//! The scores of one municipality that agreed to be shown, beside those of its own size.

use geography::{Code, Comparability, Geography};
use kernel::{Exact, Norm};
use web::charts::{Markup, Range, Swatch, legend, range_dots};
use web::{Arg, PageError, RequestContext, Tr};

use super::explain::{Part, explain, points};
use super::parts::{KeyFigure, bar, decimal, norm, score_words};
use super::scope::Scope;
use super::site::Site;
use crate::analysis::Analysis;
use crate::domain::answers::Response;
use crate::domain::groups::shown;
use crate::domain::rule::Parts;
use crate::domain::score::{Score, Scorer};
use crate::domain::size_groups::{SizeGroup, size_groups};
use crate::domain::statistics::GoalCounts;
use crate::domain::tally::Distribution;
use crate::report::words::size_class;

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

/// Works out what may be shown of `response`, which must be of a municipality that agreed.
pub async fn own(
    site: &Site,
    scope: &Scope,
    context: &RequestContext,
    code: Code,
    response: &Response,
) -> Result<Own, PageError> {
    let (report, tr, parts) = (&scope.report, context.tr(), scope.query.parts());
    let before = before(site, scope, code).await?;
    let class = response.size_class.number();
    let group = size_groups(&report.analysis.statistics)
        .into_iter()
        .find(|group| (group.first..=group.last).contains(&class) && group.group.respondents > 0);
    let maker = Maker { scope, context, group: group.as_ref(), before: &before };
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
    let then = before.iter().flatten().map(|score| score.total(parts)).sum::<Exact>();
    let then = then.per(before.iter().flatten().count() as u64);
    let means = group.as_ref().map(|group| group.group.means.distribution());
    let label = tr.t("own-all-goals");
    Ok(Own {
        figures: figures(scope, tr, mean, then, goals.len(), group.as_ref()),
        overall: mean.zip(means).map(|(mean, means)| maker.range(&label, mean, &means)),
        mean: score_words(report, tr, mean),
        norm: norm(report, mean).map_or("", Norm::name),
        legend: legend(&signs(scope, tr, then.is_some())),
        beside: group.as_ref().map(|group| {
            let size = ("size", Arg::from(size_class(tr.0, group.first, group.last)));
            tr.with("own-beside", &[size, ("n", Arg::from(group.group.respondents))])
        }),
        goals: goals.into_iter().map(|(_, goal)| goal).collect(),
        unanswered,
    })
}

/// The scores of the same municipality in the wave before, by position of the goal now. Empty if it did
/// not agree to be shown then, or was not the same municipality.
async fn before(site: &Site, scope: &Scope, code: Code) -> Result<Vec<Option<Score>>, PageError> {
    let analysis = &scope.report.analysis;
    let Some(previous) = &scope.report.previous else { return Ok(Vec::new()) };
    let dates = previous.wave.as_ref().zip(analysis.wave.as_ref());
    let Some((then, now)) = dates.map(|(then, now)| (then.reference_date, now.reference_date)) else {
        return Ok(Vec::new());
    };
    let code = match Geography::built_in().comparable(code, then, now) {
        Comparability::Same => code,
        Comparability::Renumbered { to } | Comparability::BorderChanged { to, .. } => to,
        _ => return Ok(Vec::new()),
    };
    let Some(response) = site.named(&previous.wave_id, &code.to_string()).await? else {
        return Ok(Vec::new());
    };
    Ok(scores(previous, analysis, &response))
}

/// Scores of a response to `then`, ordered by the goals of `now` and under its rule.
fn scores(then: &Analysis, now: &Analysis, response: &Response) -> Vec<Option<Score>> {
    let scorer = Scorer::new(&now.rule, &then.questionnaire);
    let goals = now.questionnaire.goals.iter();
    let score = |number| {
        let at = then.questionnaire.goal_index(number)?;
        scorer.score(at, response.goals.get(at)?.as_ref()?)
    };
    goals.map(|goal| score(goal.number)).collect()
}

fn figures(
    scope: &Scope,
    tr: Tr,
    mean: Option<Exact>,
    then: Option<Exact>,
    answered: usize,
    group: Option<&SizeGroup>,
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
    if let Some(group) = group {
        figures.push(KeyFigure {
            value: score_words(report, tr, group.group.means.distribution().mean()),
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
    group: Option<&'a SizeGroup>,
    before: &'a [Option<Score>],
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
        let before = self.before.get(at).copied().flatten().map(|score| score.total(parts));
        let title = goal.title.get(tr.0).to_owned();
        let peers = self.peers(at);
        let middle = peers
            .as_ref()
            .and_then(Distribution::quartiles)
            .map(|found| format!("{} – {}", tr.decimal(&found.first, 0), tr.decimal(&found.third, 0)));
        let found = OwnGoal {
            number: goal.number,
            url: self.scope.url(self.context, &format!("/goals/{}", goal.number)),
            score: score_words(report, tr, Some(total)),
            norm: norm.map_or("", Norm::name),
            norm_word: norm.map_or_else(String::new, |norm| tr.t(&format!("norm-{}", norm.name()))),
            bar: bar(report, tr, &title, &single(&score, parts), before),
            range: peers.as_ref().map(|peers| self.range(&title, total, peers)),
            beside: decimal(tr, peers.as_ref().and_then(Distribution::mean), 1),
            middle: middle.unwrap_or_else(|| tr.t("no-value")),
            before: decimal(tr, before, 1),
            parts: explained,
            points: points(tr, score.total(Parts::ALL)),
            title,
        };
        Some((total, found))
    }

    /// How its size scores on a goal, if that may be shown.
    fn peers(&self, at: usize) -> Option<Distribution> {
        let wanted = self.group?;
        let groups = size_groups(&self.scope.report.analysis.statistics);
        let show = shown(&groups.iter().map(|group| group.group.goal_size(at)).collect::<Vec<_>>());
        let position = groups.iter().position(|group| group.first == wanted.first)?;
        let peers = wanted.group.goals[at].total.distribution();
        (show[position] && peers.count() > 0).then_some(peers)
    }

    fn range(&self, label: &str, own: Exact, peers: &Distribution) -> Markup {
        let (report, tr) = (&self.scope.report, self.context.tr());
        let quartiles = peers.quartiles();
        let text = tr.with(
            "own-range",
            &[
                ("goal", Arg::from(label)),
                ("score", Arg::from(score_words(report, tr, Some(own)))),
                ("mean", Arg::from(score_words(report, tr, peers.mean()))),
                ("low", Arg::from(decimal(tr, quartiles.map(|found| found.first), 0))),
                ("high", Arg::from(decimal(tr, quartiles.map(|found| found.third), 0))),
            ],
        );
        range_dots(&Range {
            label: &text,
            value: Some(own.to_f64()),
            norm: norm(report, Some(own)),
            band: quartiles.map(|found| (found.first.to_f64(), found.third.to_f64())),
            reference: peers.mean().map(Exact::to_f64),
            scale: report.analysis.rule.maximum(self.scope.query.parts()).to_f64(),
        })
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
