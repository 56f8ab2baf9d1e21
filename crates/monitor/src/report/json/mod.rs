//! `report.json`: every figure as an unrounded number, for programs and researchers.

mod shape;

use std::collections::BTreeMap;

use kernel::{Exact, Lang};

use self::shape::{
    Area, Change, Colours, Conclusion, Correlation, Count, Embedding, Extra, Goal, Grades, Heard, Json,
    Means, NotComparable, OptionCount, Overall, Quartiles, Question, Reach, Reference, Response, Sight,
    SizeClass, Snapshot, Spread, Words,
};
use super::comparable;
use super::model::{Audience, Report};
use super::words::sentence;
use crate::domain::answers::Share;
use crate::domain::groups::shown;
use crate::domain::questionnaire::{Choice, Questionnaire};
use crate::domain::statistics::{ExtraCounts, GoalCounts, Group};
use crate::domain::tally::Distribution;
use crate::domain::voice;

/// Name and version of this form.
pub const SCHEMA: &str = "zicht/report/1";

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
        heard: voice::told(counts.heard).map(|(yes, answered)| Heard { answered, yes }),
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
        shares: comparable::shares(report).into_iter().collect(),
        not_comparable: comparable::broken(report)
            .into_iter()
            .map(|(goal, breaks)| NotComparable {
                goal,
                reasons: breaks.iter().map(|found| words(|lang| comparable::reason(lang, found))).collect(),
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
