//! The ground of an outcome as it is printed: which article, what it says, from when, and how certain that is.

use jiff::civil::Date;
use rules::{Certainty, Receipt, Rules, Source};
use web::Tr;

/// One ground, in words; printed by the macros of `templates/law.html`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// What rows call it.
    pub id: String,
    /// Law and article.
    pub cite: String,
    /// What it says, in our words.
    pub says: String,
    /// In force since, or the day of the document.
    pub date: String,
    /// Where it was seen.
    pub seen: String,
    /// The code of its certainty, for the mark's look.
    pub certainty: &'static str,
    /// How certain it is, in words.
    pub mark: String,
}

impl Law {
    /// Of the grounds with these ids, in their order, those for who is bound in one of these ways; all while that is
    /// not known. One that is not there is left out: `rules check` refuses it.
    #[must_use]
    pub fn binding(rules: &Rules, ids: &[String], bound: &[&str], tr: Tr) -> Vec<Self> {
        let sources = ids.iter().filter_map(|id| rules.source(id));
        let binding =
            sources.filter(|source| bound.is_empty() || bound.iter().any(|one| source.holds_for(one)));
        binding.map(|source| Self::of(source, tr)).collect()
    }

    /// One ground in the language of `tr`.
    #[must_use]
    pub fn of(source: &Source, tr: Tr) -> Self {
        Self {
            id: source.id.clone(),
            cite: source.cite.get(tr.0).to_owned(),
            says: source.says.get(tr.0).to_owned(),
            date: day(&source.date, tr),
            seen: source.seen.clone(),
            certainty: source.certainty.code(),
            mark: mark(source.certainty, tr),
        }
    }
}

/// How certain something is, in words.
#[must_use]
pub fn mark(certainty: Certainty, tr: Tr) -> String {
    tr.t(&format!("law-certainty-{}", certainty.code()))
}

/// `2015-01-01` as people write a day; anything else as it is.
#[must_use]
pub fn day(text: &str, tr: Tr) -> String {
    let Ok(day) = text.parse::<Date>() else { return text.to_owned() };
    format!("{} {} {}", day.day(), tr.t(&format!("month-{}", day.month())), day.year())
}

/// Which table decided, in one line.
#[must_use]
pub fn receipt(receipt: &Receipt, tr: Tr) -> String {
    let hash: String = receipt.hash.chars().take(16).collect();
    let table = format!("{} {}", receipt.table, receipt.version);
    let from = day(&receipt.valid_from, tr);
    tr.with("walk-receipt", &[("table", table.into()), ("day", from.into()), ("hash", hash.into())])
}

#[cfg(test)]
mod tests {
    use kernel::Lang;

    use super::*;

    #[test]
    fn a_ground_carries_its_mark_and_its_day() {
        let source = Source {
            id: "a".to_owned(),
            cite: kernel::Text { nl: "Wet, artikel 1".to_owned(), en: "Act, article 1".to_owned() },
            says: kernel::Text::default(),
            date: "2015-01-31".to_owned(),
            certainty: Certainty::Low,
            binds: Vec::new(),
            seen: "vakkennis".to_owned(),
        };
        let law = Law::of(&source, Tr(Lang::En));
        assert_eq!((law.cite.as_str(), law.date.as_str()), ("Act, article 1", "31 January 2015"));
        assert_eq!(law.certainty, "low");
        assert!(law.mark.contains("lawyer"), "{}", law.mark);
        assert_eq!(day("sinds kort", Tr(Lang::Nl)), "sinds kort");
    }
}
