//! What can't be compared with the wave before, because the questionnaire changed, and why: in words.

use kernel::{Exact, Lang};
use web::{Arg, t, t_with};

use super::model::Report;
use super::words::{listed, quoted};
use crate::domain::mapping::Break;
use crate::domain::questionnaire::{measures_column, option_name};
use crate::domain::statistics::Group;

/// What can't be compared: a goal by its number, or something of the whole, with the reasons.
#[must_use]
pub fn broken<'r>(report: &'r Report<'_>) -> Vec<(Option<u32>, &'r [Break])> {
    let Some(through) = report.previous.as_ref().and_then(|previous| previous.through.as_ref()) else {
        return Vec::new();
    };
    let parts = report.analysis.statistics.parts;
    let goals = report.analysis.questionnaire.goals.iter().enumerate();
    let goals = goals.map(|(at, goal)| (Some(goal.number), through.comparison.total(at, parts)));
    let gone = (None, &through.comparison.gone[..]);
    goals.chain([gone]).filter(|(_, breaks)| !breaks.is_empty()).collect()
}

/// A reason in words.
#[must_use]
pub fn reason(lang: Lang, found: &Break) -> String {
    let with = |key: &str, what: &kernel::Text| {
        t_with(lang, key, &[("what", Arg::from(quoted(lang, what.get(lang))))])
    };
    match found {
        Break::NewGoal => t(lang, "comparable-new-goal"),
        Break::GoneGoal(goal) => with("comparable-gone-goal", goal),
        Break::NewQuestion(question) => with("comparable-new-question", question),
        Break::GoneQuestion(question) => with("comparable-gone-question", question),
        Break::NewOption(option) => with("comparable-new-option", option),
        Break::GoneOption(option) => with("comparable-gone-option", option),
        Break::Divided => t(lang, "comparable-divided"),
        Break::Asked(question) => with("comparable-asked", question),
    }
}

/// Why the score of a goal can't be compared with the wave before; nothing if it can, or there is none.
#[must_use]
pub fn goal(report: &Report<'_>, lang: Lang, at: usize) -> Option<String> {
    let number = report.analysis.questionnaire.goals.get(at)?.number;
    let breaks = broken(report).into_iter().find(|(found, _)| *found == Some(number))?.1;
    let year = report.previous.as_ref()?.year().to_string();
    let why = listed(lang, breaks.iter().map(|found| reason(lang, found)));
    Some(t_with(lang, "comparable-not", &[("year", Arg::from(year)), ("why", Arg::from(why))]))
}

/// Everything that can't be compared, a sentence each.
#[must_use]
pub fn sentences(report: &Report<'_>, lang: Lang) -> Vec<String> {
    let sentence = |(number, breaks): (Option<u32>, &[Break])| {
        let why = listed(lang, breaks.iter().map(|found| reason(lang, found)));
        let Some(number) = number else {
            return t_with(lang, "comparable-whole", &[("why", Arg::from(why))]);
        };
        let args = [("goal", Arg::from(number.to_string())), ("why", Arg::from(why))];
        t_with(lang, "comparable-goal", &args)
    };
    broken(report).into_iter().map(sentence).collect()
}

/// The share of an option in the wave before, if it can be compared.
#[must_use]
pub fn share(
    report: &Report<'_>,
    before: &Group,
    goal: usize,
    question: usize,
    option: usize,
) -> Option<Exact> {
    let previous = report.previous.as_ref()?;
    let is_comparable = previous.through.as_ref().is_none_or(|through| {
        let found = through.comparison.options.get(goal).and_then(|one| one.get(question)?.get(option));
        found == Some(&true)
    });
    let counts = before.goals.get(goal)?;
    let count = counts.questions.get(question)?.get(option)?;
    Exact::percent(*count, counts.respondents).filter(|_| is_comparable)
}

/// Per option by name how its share changed since the wave before; nothing inside where that can't be compared.
#[must_use]
pub fn shares(report: &Report<'_>) -> Vec<(String, Option<Exact>)> {
    let Some(previous) = &report.previous else { return Vec::new() };
    let mut all = Vec::new();
    for (at, goal) in report.analysis.questionnaire.goals.iter().enumerate() {
        let counts = &report.analysis.statistics.all.goals[at];
        for (position, question) in goal.questions.iter().enumerate() {
            let column = measures_column(goal.number, question.number);
            for (option, choice) in question.options.iter().enumerate() {
                let count = counts.questions.get(position).and_then(|options| options.get(option));
                let now = count.and_then(|count| Exact::percent(*count, counts.respondents));
                let then = share(report, &previous.statistics.all, at, position, option);
                let change = now.zip(then).map(|(now, then)| now - then);
                all.push((option_name(&column, &choice.code), change));
            }
        }
    }
    all
}
