use proptest::prelude::*;

use super::*;
use crate::definitions::{read_draft, read_questionnaire};
use crate::sample;

#[test]
fn what_is_written_reads_back_the_same() {
    let questionnaire = sample::questionnaire();
    let (text, spots) = write(questionnaire);
    assert_eq!(text.lines().count(), spots.len());
    assert_eq!(read_questionnaire(&text).as_ref(), Ok(questionnaire));
}

#[test]
fn what_is_wrong_is_found_at_its_line() {
    let mut questionnaire = sample::questionnaire().clone();
    questionnaire.goals[2].questions[1].options[3].label.en.clear();
    questionnaire.goals[4].title.nl.clear();
    questionnaire.extra[1].options[0].code = "Hoofd Letter".to_owned();
    let (text, spots) = write(&questionnaire);
    let (read, findings) = read_draft(&text);
    assert_eq!(read, questionnaire);
    let found: Vec<Spot> = findings
        .iter()
        .filter_map(|finding| spots.get(usize::try_from(finding.place.row? - 1).ok()?).copied())
        .collect();
    let mut expected = vec![Spot::Question(2, 1, Some(3)), Spot::Goal(4)];
    if !questionnaire.extra[1].options.is_empty() {
        expected.push(Spot::Extra(1, Some(0)));
    }
    assert_eq!(found, expected, "{findings:#?}");
}

proptest! {
    #[test]
    fn any_words_and_links_read_back(
        words in "\\PC{1,40}",
        more in "[a-z\"\\\\\n\t\u{1}]{1,20}",
        goal in 0..10_usize,
        was in prop::option::of(1..20_u32),
    ) {
        let mut questionnaire = sample::questionnaire().clone();
        questionnaire.base = Some(("preventie-2017".to_owned(), 1));
        let one = &mut questionnaire.goals[goal];
        one.title.nl = format!("x{words}{more}x");
        one.was = was;
        one.questions[0].options[0].was = vec![format!("x{words}"), more.clone()];
        one.questions[0].shown = Some(Condition { column: format!("d{}.beleid", one.number), code: "ja".to_owned() });
        let (text, spots) = write(&questionnaire);
        prop_assert_eq!(text.lines().count(), spots.len());
        prop_assert_eq!(read_questionnaire(&text), Ok(questionnaire));
    }
}
