//! Figures and answers in words.

use kernel::{Exact, Lang, Text};
use web::{Arg, number, t, t_with};

use super::model::Report;
use crate::domain::conclusions::placeholders;
use crate::domain::figures::Figure;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::wave::Nature;

/// A sentence of the definitions with its figures filled in.
#[must_use]
pub fn sentence(lang: Lang, text: &str, report: &Report<'_>) -> String {
    let mut sentence = text.to_owned();
    for name in placeholders(text) {
        if let Some(figure) = report.figures.get(name) {
            let words = figure_words(lang, figure, &report.analysis.questionnaire);
            sentence = sentence.replace(&format!("{{{name}}}"), &words);
        }
    }
    sentence
}

/// A figure as it stands in a sentence.
#[must_use]
pub fn figure_words(lang: Lang, figure: &Figure, questionnaire: &Questionnaire) -> String {
    let goal = |at: &usize| questionnaire.goals.get(*at).map_or("", |goal| goal.title.get(lang)).to_owned();
    let choice = |question: usize, option: &usize| {
        let choice = questionnaire.extra.get(question).and_then(|question| question.options.get(*option));
        choice.map_or("", |choice| choice.label.get(lang)).to_owned()
    };
    match figure {
        Figure::Count(count) => number::count(lang, *count),
        Figure::Percent(share) => number::percent(lang, *share, 0),
        Figure::PercentChange(change) => number::signed(lang, *change, 0),
        Figure::Score(score) | Figure::Grade(score) => number::decimal(lang, *score, 1),
        Figure::ScoreChange(change) => number::signed(lang, *change, 1),
        Figure::Statistic(value) => statistic(lang, *value, 2),
        Figure::Year(year) => year.to_string(),
        Figure::Flag(flag) => u8::from(*flag).to_string(),
        Figure::Goal(at) => quoted(lang, &goal(at)),
        Figure::Goals(list) => listed(lang, list.iter().map(|at| quoted(lang, &goal(at)))),
        Figure::Size(first, last) => size_class(lang, *first, *last),
        Figure::Part(part) => t(lang, PARTS.get(*part).unwrap_or(&"part-embedding")).to_lowercase(),
        Figure::Choice(question, option) => lower_first(&choice(*question, option)),
        Figure::Choices(question, list) => {
            listed(lang, list.iter().map(|option| lower_first(&choice(*question, option))))
        }
    }
}

/// Keys of the three parts in the locale files.
pub const PARTS: [&str; 3] = ["part-embedding", "part-measures", "part-reach"];

/// A floating point statistic rounded to `places`.
#[must_use]
pub fn statistic(lang: Lang, value: f64, places: u32) -> String {
    number::decimal(lang, Exact::near(value), places)
}

/// A p-value as it is usually printed: three decimals, or that it is smaller than that.
#[must_use]
pub fn p_value(lang: Lang, p: f64) -> String {
    if p < 0.001 {
        return format!("< {}", number::decimal(lang, Exact::new(1, 1000), 3));
    }
    statistic(lang, p, 3)
}

/// Words for a range of size classes: "25.000 tot 50.000 inwoners".
#[must_use]
pub fn size_class(lang: Lang, first: u8, last: u8) -> String {
    let class = |class| geography::SizeClass::new(class).map(geography::SizeClass::bounds);
    let from = class(first).map_or(0, |bounds| bounds.0);
    let until = class(last).and_then(|bounds| bounds.1);
    let inhabitants = |n: u32| Arg::from(number::count(lang, u64::from(n)));
    match (from, until) {
        (0, None) => t(lang, "size-all"),
        (0, Some(until)) => t_with(lang, "size-below", &[("until", inhabitants(until))]),
        (from, None) => t_with(lang, "size-from", &[("from", inhabitants(from))]),
        (from, Some(until)) => {
            t_with(lang, "size-between", &[("from", inhabitants(from)), ("until", inhabitants(until))])
        }
    }
}

/// What whoever sees these answers must know of them; nothing for real ones.
#[must_use]
pub fn notice(lang: Lang, nature: Nature) -> Option<String> {
    (nature != Nature::Real).then(|| t(lang, &format!("notice-{}-text", nature.name())))
}

/// "a, b en c".
#[must_use]
pub fn listed(lang: Lang, items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    let and = match lang {
        Lang::Nl => " en ",
        Lang::En => " and ",
    };
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{}{and}{last}", rest.join(", ")),
    }
}

/// A title inside a sentence.
#[must_use]
pub fn quoted(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Nl => format!("‘{title}’"),
        Lang::En => format!("“{title}”"),
    }
}

/// Lower case at the start of a label inside a sentence, unless its first word is an abbreviation.
fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

/// The words of a definition in `lang`, owned.
#[must_use]
pub fn own(text: &Text, lang: Lang) -> String {
    text.get(lang).to_owned()
}
