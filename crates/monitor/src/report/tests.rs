//! The report as a file: made in both languages, the same twice, and sound as a page.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use documents::read::Rows;
use kernel::{Finding, Lang};

use super::model::Report;
use super::{html, pdf};
use crate::analysis::{self, Analysis};
use crate::definitions::reconstruction_2017;
use crate::domain::families::Families;
use crate::domain::rule::Parts;
use crate::domain::statistics::Accumulator;
use crate::domain::wave::Nature;
use crate::import::responses::Accepted;
use crate::import::{Listener, read_rows};
use crate::sample::{definitions, questionnaire};

struct Collect(Accumulator);

impl Listener for Collect {
    fn accept(&mut self, _: u64, accepted: Accepted) {
        analysis::add(&mut self.0, &accepted.response);
    }
    fn problem(&mut self, finding: Finding) {
        panic!("{finding:?}");
    }
}

fn reconstruction() -> Report<'static> {
    let (rule, wave) = (definitions().rule("2017-a").unwrap(), definitions().wave("2017").unwrap());
    let rows = Rows::from_input("2017.csv", Cursor::new(reconstruction_2017()), None).unwrap();
    let mut collect = Collect(analysis::accumulator(questionnaire(), rule, Parts::ALL));
    let outcome = read_rows(rows, questionnaire(), Some(wave), &mut collect);
    let nature = Analysis::nature(Some(wave), None, &outcome.content);
    let analysis = Analysis {
        wave_id: "2017".to_owned(),
        wave: Some(wave.clone()),
        questionnaire: questionnaire().clone(),
        rule: rule.clone(),
        nature,
        content: outcome.content,
        statistics: collect.0.finish(),
        participants: BTreeMap::new(),
        families: Families::default(),
        through: None,
    };
    Report::new(definitions(), analysis, None)
}

/// A wave that nobody answered and that has no definition.
fn nobody() -> Report<'static> {
    let rule = definitions().rule("2017-a").unwrap();
    let analysis = Analysis {
        wave_id: "proef".to_owned(),
        wave: None,
        questionnaire: questionnaire().clone(),
        rule: rule.clone(),
        nature: Nature::Real,
        content: String::new(),
        statistics: analysis::accumulator(questionnaire(), rule, Parts::ALL).finish(),
        participants: BTreeMap::new(),
        families: Families::default(),
        through: None,
    };
    Report::new(definitions(), analysis, None)
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

fn attributes<'a>(page: &'a str, start: &str) -> Vec<&'a str> {
    page.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_pdf_says_its_language_and_is_the_same_twice() {
    let report = reconstruction();
    let dutch = pdf::write(&report, Lang::Nl).unwrap();
    assert!(contains(&dutch, "/Lang(nl") || contains(&dutch, "/Lang (nl"));
    assert!(dutch == pdf::write(&reconstruction(), Lang::Nl).unwrap());
}

#[test]
fn the_english_pdf_says_that_it_is_english() {
    let english = pdf::write(&reconstruction(), Lang::En).unwrap();
    assert!(contains(&english, "/Lang(en") || contains(&english, "/Lang (en"));
}

#[test]
fn a_wave_of_nobody_without_definition_has_a_report_too() {
    for lang in Lang::ALL {
        let page = html::write(&nobody(), lang).unwrap();
        assert!(!page.contains("Unknown localization key"));
    }
    assert!(pdf::write(&nobody(), Lang::Nl).unwrap().starts_with(b"%PDF"));
}

#[test]
fn the_page_is_whole_in_itself() {
    for lang in Lang::ALL {
        let page = html::write(&reconstruction(), lang).unwrap();
        assert!(page.contains(&format!("<html lang=\"{}\">", lang.code())));
        assert!(!page.contains("Unknown localization key"));
        assert!(!page.contains("<script"));
        for outside in ["=\"http", "url(http", "url(\"http", "src=\"/", "href=\"/", "@import"] {
            assert!(!page.contains(outside), "{outside}");
        }
        let ids = attributes(&page, " id=\"");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id stands twice");
        for target in attributes(&page, "href=\"#") {
            assert!(unique.contains(target), "#{target} leads nowhere");
        }
        for chart in page.split("<svg class=\"chart").skip(1) {
            let start = chart.split('>').next().unwrap_or_default();
            assert!(start.contains("aria-label=") || start.contains("aria-hidden"), "{start}");
        }
    }
}

#[test]
fn what_was_never_published_is_marked_in_every_form() {
    let page = html::write(&reconstruction(), Lang::Nl).unwrap();
    let marks = page.matches("†").count();
    // Goals 1 and 9 in the figure, and the note beneath it.
    assert_eq!(marks, 3);
    assert_eq!(page.matches("De score van dit doel is niet gepubliceerd</strong>").count(), 2);
}
