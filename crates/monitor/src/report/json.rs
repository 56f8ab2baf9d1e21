//! `report.json`: every figure as an unrounded number, for programs and researchers.

use std::collections::BTreeMap;

use kernel::{Exact, Lang};
use schemars::JsonSchema;
use serde::Serialize;

use super::model::{Audience, Report};
use super::words::sentence;
use crate::domain::answers::Share;
use crate::domain::groups::shown;
use crate::domain::questionnaire::{Choice, Questionnaire};
use crate::domain::statistics::{ExtraCounts, GoalCounts, Group};
use crate::domain::tally::{CLASSES, Distribution};

/// Name and version of this form.
pub const SCHEMA: &str = "zicht/report/1";

/// The figures of a wave. Means are points, percentages 0 to 100, both unrounded; null where nobody answered.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Zicht report", rename = "Report")]
pub struct Json {
    /// Always `zicht/report/1`.
    schema: &'static str,
    /// Name of the wave.
    wave: String,
    /// Name of the questionnaire.
    questionnaire: String,
    /// Name of the scoring rule.
    scoring_rule: String,
    /// `real`, `reconstruction` (only published totals are real) or `generated` (says nothing about anybody).
    nature: &'static str,
    /// What the nature of the answers means for whoever uses the figures.
    notice: Words,
    /// Names exactly these answers under exactly these definitions.
    snapshot: Snapshot,
    /// How many municipalities answered.
    respondents: u64,
    /// Which parts count in the totals.
    parts: Vec<&'static str>,
    /// The whole country.
    overall: Overall,
    /// Response against all municipalities by size class; null for a wave without definition.
    response: Option<Response>,
    /// Every goal of the questionnaire, in order.
    goals: Vec<Goal>,
    /// How the means of the municipalities are spread.
    distribution: Spread,
    /// By size class, small to large.
    size_classes: Vec<SizeClass>,
    /// By province; only where municipalities are known.
    provinces: Vec<Area>,
    /// By Veilig Thuis region; only where municipalities are known.
    regions: Vec<Area>,
    /// The extra questions.
    extra: Extra,
    /// Difference with the wave before; null if there is none.
    change: Option<Change>,
    /// Published figures of the measurement before, if that has no answers.
    reference: Vec<Reference>,
    /// The conclusions that hold.
    conclusions: Vec<Conclusion>,
    /// What to keep in mind.
    caveats: Vec<Words>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Words {
    nl: String,
    en: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Snapshot {
    id: String,
    /// SHA-256 over the answers, whatever their file format.
    answers: String,
    questionnaire_version: u32,
    scoring_rule_version: u32,
    program: &'static str,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Overall {
    /// Mean over municipalities of their mean total.
    #[schemars(with = "Option<f64>")]
    mean_total: Option<Exact>,
    /// Municipalities that have all goals in policy.
    in_all_ten: u64,
    quartiles: Option<Quartiles>,
    /// Percentage of answered goals with sight of reach.
    #[schemars(with = "Option<f64>")]
    sight_percent: Option<Exact>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Quartiles {
    #[schemars(with = "f64")]
    first: Exact,
    #[schemars(with = "f64")]
    median: Exact,
    #[schemars(with = "f64")]
    third: Exact,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Response {
    invited: u64,
    #[schemars(with = "Option<f64>")]
    percent: Option<Exact>,
    /// All municipalities per size class, 1 to 5.
    all_by_size_class: [u64; 5],
}

#[derive(Debug, Serialize, JsonSchema)]
struct Goal {
    number: u32,
    title: Words,
    respondents: u64,
    /// False if the scores of this goal were only reconstructed, never published.
    published: bool,
    mean: Means,
    quartiles: Option<Quartiles>,
    /// Municipalities per class of five points.
    histogram: [u64; CLASSES],
    colours: Colours,
    in_policy: Count,
    embedding: Embedding,
    reach: Reach,
    own_measure: Count,
    questions: Vec<Question>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Means {
    #[schemars(with = "Option<f64>")]
    embedding: Option<Exact>,
    #[schemars(with = "Option<f64>")]
    measures: Option<Exact>,
    #[schemars(with = "Option<f64>")]
    reach: Option<Exact>,
    #[schemars(with = "Option<f64>")]
    total: Option<Exact>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Colours {
    low: u64,
    middle: u64,
    high: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Count {
    count: u64,
    #[schemars(with = "Option<f64>")]
    percent: Option<Exact>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Embedding {
    yes: u64,
    intended: u64,
    no: u64,
    /// Recorded in at least one document.
    recorded: u64,
    documents: BTreeMap<String, u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Reach {
    sight: Sight,
    share: BTreeMap<String, u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Sight {
    yes: u64,
    no: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Question {
    number: u32,
    title: Words,
    options: Vec<OptionCount>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct OptionCount {
    code: String,
    count: u64,
    #[schemars(with = "Option<f64>")]
    percent: Option<Exact>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Spread {
    below_25: u64,
    above_75: u64,
    /// Answered at least one goal and has none in policy.
    without_policy: u64,
    histogram: [u64; CLASSES],
}

#[derive(Debug, Serialize, JsonSchema)]
struct SizeClass {
    class: u8,
    respondents: u64,
    #[schemars(with = "Option<f64>")]
    mean_total: Option<Exact>,
    /// True if the group is too small to show: then its mean is null.
    withheld: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Area {
    name: &'static str,
    respondents: u64,
    #[schemars(with = "Option<f64>")]
    mean_total: Option<Exact>,
    /// True if the group is too small to show: then its mean is null.
    withheld: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Extra {
    r_total_grade: Correlation,
    grades: Grades,
    cooperation: BTreeMap<String, u64>,
    youth_participation: BTreeMap<String, u64>,
    regional_vision: BTreeMap<String, u64>,
    risk_groups: BTreeMap<String, u64>,
    target_groups: BTreeMap<String, u64>,
    /// How many answered each question, by its name.
    respondents: BTreeMap<String, u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Correlation {
    /// Pearson's r between mean total and own grade of now; null if there is no spread.
    r: Option<f64>,
    n: u64,
    /// Two-sided, by Student's t.
    p: Option<f64>,
    /// 95%, by Fisher's z.
    interval: Option<(f64, f64)>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Grades {
    #[schemars(with = "Option<f64>")]
    past: Option<Exact>,
    #[schemars(with = "Option<f64>")]
    now: Option<Exact>,
    #[schemars(with = "Option<f64>")]
    next: Option<Exact>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Change {
    since: String,
    #[schemars(with = "Option<f64>")]
    mean_total: Option<Exact>,
    /// Per goal number the difference in mean total.
    #[schemars(with = "BTreeMap<u32, Option<f64>>")]
    goals: BTreeMap<u32, Option<Exact>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Reference {
    key: String,
    title: Words,
    #[schemars(with = "f64")]
    value: Exact,
    #[schemars(with = "Option<f64>")]
    also: Option<Exact>,
    /// Our figure of the same name, if we compute it.
    #[schemars(with = "Option<f64>")]
    ours: Option<Exact>,
    source: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Conclusion {
    id: String,
    /// Anchor of the figure that shows it.
    link: String,
    text: Words,
}

/// The report as pretty-printed JSON with a newline at its end.
pub fn write(report: &Report<'_>, audience: Audience) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(&json(report, audience)).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The JSON Schema of the report: `docs/generated/report.schema.json`.
#[must_use]
pub fn schema() -> String {
    let schema = schemars::schema_for!(Json);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

fn words(make: impl Fn(Lang) -> String) -> Words {
    Words { nl: make(Lang::Nl), en: make(Lang::En) }
}

fn json(report: &Report<'_>, audience: Audience) -> Json {
    let analysis = &report.analysis;
    let (questionnaire, statistics) = (&analysis.questionnaire, &analysis.statistics);
    let all = &statistics.all;
    let means = all.means.distribution();
    let maximum = analysis.rule.maximum(statistics.parts);
    let [low, _, high] = means.colours(&analysis.rule.norms);
    let parts = [
        ("embedding", statistics.parts.embedding),
        ("measures", statistics.parts.measures),
        ("reach", statistics.parts.reach),
    ];
    let nature = format!("notice-{}", analysis.nature.name());
    Json {
        schema: SCHEMA,
        wave: analysis.wave_id.clone(),
        questionnaire: questionnaire.id.clone(),
        scoring_rule: analysis.rule.id.clone(),
        nature: analysis.nature.name(),
        notice: words(|lang| {
            super::words::notice(lang, analysis.nature).unwrap_or_else(|| web::t(lang, &nature))
        }),
        snapshot: Snapshot {
            id: report.snapshot.clone(),
            answers: analysis.content.clone(),
            questionnaire_version: questionnaire.version,
            scoring_rule_version: analysis.rule.version,
            program: env!("CARGO_PKG_VERSION"),
        },
        respondents: all.respondents,
        parts: parts.into_iter().filter(|(_, on)| *on).map(|(name, _)| name).collect(),
        overall: Overall {
            mean_total: means.mean(),
            in_all_ten: all.all_in_policy,
            quartiles: quartiles(&means),
            sight_percent: crate::domain::figures::sight(all),
        },
        response: analysis.wave.as_ref().map(|wave| Response {
            invited: wave.invited,
            percent: Exact::percent(all.respondents, wave.invited),
            all_by_size_class: wave.size_classes,
        }),
        goals: (0..questionnaire.goals.len()).map(|at| goal(report, at)).collect(),
        distribution: Spread {
            below_25: low,
            above_75: high,
            without_policy: all.none_in_policy,
            histogram: means.histogram(maximum),
        },
        size_classes: size_classes(&statistics.by_size, audience),
        provinces: areas(statistics.by_province.iter().map(|(area, group)| (area.name(), group)), audience),
        regions: areas(statistics.by_region.iter().map(|(area, group)| (area.name(), group)), audience),
        extra: extra(questionnaire, all),
        change: report.previous.as_ref().map(|previous| change(report, previous)),
        reference: references(report),
        conclusions: report
            .conclusions
            .iter()
            .map(|conclusion| Conclusion {
                id: conclusion.id.clone(),
                link: conclusion.link.clone(),
                text: words(|lang| sentence(lang, conclusion.text.get(lang), report)),
            })
            .collect(),
        caveats: report.caveats.iter().map(|caveat| words(|lang| caveat.text.get(lang).to_owned())).collect(),
    }
}

fn quartiles(distribution: &Distribution) -> Option<Quartiles> {
    let found = distribution.quartiles()?;
    Some(Quartiles { first: found.first, median: found.median, third: found.third })
}

fn count(count: u64, of: u64) -> Count {
    Count { count, percent: Exact::percent(count, of) }
}

fn by_code(choices: &[Choice], counts: &[u64]) -> BTreeMap<String, u64> {
    choices.iter().zip(counts).map(|(choice, count)| (choice.code.clone(), *count)).collect()
}

fn goal(report: &Report<'_>, at: usize) -> Goal {
    let analysis = &report.analysis;
    let goal = &analysis.questionnaire.goals[at];
    let counts: &GoalCounts = &analysis.statistics.all.goals[at];
    let total = counts.total.distribution();
    let [low, middle, high] = total.colours(&analysis.rule.norms);
    let questions = goal.questions.iter().zip(&counts.questions).map(|(question, options)| Question {
        number: question.number,
        title: words(|lang| question.title.get(lang).to_owned()),
        options: question
            .options
            .iter()
            .zip(options)
            .map(|(option, &count)| OptionCount {
                code: option.code.clone(),
                count,
                percent: Exact::percent(count, counts.respondents),
            })
            .collect(),
    });
    Goal {
        number: goal.number,
        title: words(|lang| goal.title.get(lang).to_owned()),
        respondents: counts.respondents,
        published: report.basis().goal_is_known(at),
        mean: Means {
            embedding: counts.embedding.distribution().mean(),
            measures: counts.measures.distribution().mean(),
            reach: counts.reach.distribution().mean(),
            total: total.mean(),
        },
        quartiles: quartiles(&total),
        histogram: total.histogram(analysis.rule.maximum(analysis.statistics.parts)),
        colours: Colours { low, middle, high },
        in_policy: count(counts.policy[0], counts.respondents),
        embedding: Embedding {
            yes: counts.policy[0],
            intended: counts.policy[1],
            no: counts.policy[2],
            recorded: counts.recorded,
            documents: by_code(&analysis.questionnaire.documents, &counts.documents),
        },
        reach: Reach {
            sight: Sight { yes: counts.sight[0], no: counts.sight[1] },
            share: Share::ALL
                .iter()
                .zip(counts.share)
                .map(|(share, n)| (share.code().to_owned(), n))
                .collect(),
        },
        own_measure: count(counts.own_measure, counts.respondents),
        questions: questions.collect(),
    }
}

fn size_classes(groups: &[Group; 5], audience: Audience) -> Vec<SizeClass> {
    let shown = shown(&groups.each_ref().map(Group::size));
    let classes = groups.iter().zip(shown).zip(1..).map(|((group, shown), class)| {
        let withheld = audience == Audience::Public && !shown;
        let mean = group.means.distribution().mean().filter(|_| !withheld);
        SizeClass { class, respondents: group.respondents, mean_total: mean, withheld }
    });
    classes.collect()
}

fn areas<'g>(groups: impl Iterator<Item = (&'static str, &'g Group)>, audience: Audience) -> Vec<Area> {
    let areas = groups.map(|(name, group)| {
        let withheld = audience == Audience::Public && !group.shown;
        let mean = group.means.distribution().mean().filter(|_| !withheld);
        Area { name, respondents: group.respondents, mean_total: mean, withheld }
    });
    areas.collect()
}

fn extra(questionnaire: &Questionnaire, all: &Group) -> Extra {
    let found = |key: &str| -> Option<(&[Choice], &ExtraCounts)> {
        let at = questionnaire.extra_index(key)?;
        Some((questionnaire.extra[at].options.as_slice(), &all.extra[at]))
    };
    let counts =
        |key: &str| found(key).map(|(choices, counts)| by_code(choices, &counts.options)).unwrap_or_default();
    let grade = |key: &str| found(key).and_then(|(_, counts)| counts.grades.distribution().mean());
    let pairs = all.pairs().iter().map(|(_, _, count)| count).sum();
    let correlation = all.correlation();
    Extra {
        r_total_grade: Correlation {
            r: correlation.map(|found| found.r),
            n: pairs,
            p: correlation.and_then(|found| found.p),
            interval: correlation.and_then(|found| found.interval),
        },
        grades: Grades { past: grade("grade_past"), now: grade("grade_now"), next: grade("grade_next") },
        cooperation: counts("cooperation"),
        youth_participation: counts("youth_participation"),
        regional_vision: counts("regional_vision"),
        risk_groups: counts("risk_groups"),
        target_groups: counts("target_groups"),
        respondents: questionnaire
            .extra
            .iter()
            .zip(&all.extra)
            .map(|(question, counts)| (question.key.clone(), counts.respondents))
            .collect(),
    }
}

fn change(report: &Report<'_>, previous: &crate::analysis::Analysis) -> Change {
    let (now, then) = (&report.analysis.statistics.all, &previous.statistics.all);
    let difference = |now: Option<Exact>, then: Option<Exact>| Some(now? - then?);
    let goals = report.analysis.questionnaire.goals.iter().zip(now.goals.iter().zip(&then.goals));
    Change {
        since: previous.wave_id.clone(),
        mean_total: difference(now.means.distribution().mean(), then.means.distribution().mean()),
        goals: goals
            .map(|(goal, (now, then))| {
                let means = (now.total.distribution().mean(), then.total.distribution().mean());
                (goal.number, difference(means.0, means.1))
            })
            .collect(),
    }
}

fn references(report: &Report<'_>) -> Vec<Reference> {
    let figures = report.reference.into_iter().flat_map(|reference| &reference.figures);
    figures
        .map(|figure| Reference {
            key: figure.key.clone(),
            title: words(|lang| figure.title.get(lang).to_owned()),
            value: figure.value,
            also: figure.also,
            ours: report.figures.get(&figure.key).and_then(crate::domain::figures::Figure::value),
            source: figure.source.clone(),
        })
        .collect()
}
