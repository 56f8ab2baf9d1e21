use kernel::Lang;

use super::*;
use crate::sample;

#[test]
fn every_column_that_a_municipality_fills_in_is_asked_once() {
    let questionnaire = sample::questionnaire();
    for lang in [Lang::Nl, Lang::En] {
        let asked: Vec<Question> =
            Part::all(questionnaire).flat_map(|part| questions(Tr(lang), questionnaire, part)).collect();
        let mut names: Vec<&str> = asked.iter().map(|question| question.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(
            names.len(),
            columns(questionnaire).len() - 3,
            "all but respondent, size and municipality"
        );
        assert_eq!(asked.len(), names.len());
        assert!(asked.iter().all(|question| !question.label.is_empty()));
    }
}

#[test]
fn consent_is_asked_last() {
    let questionnaire = sample::questionnaire();
    let other = questions(Tr(Lang::Nl), questionnaire, Part::Other);
    assert_eq!(other.last().map(|question| question.name.as_str()), Some(NAMED));
}

#[test]
fn answers_are_told_in_words_and_never_in_codes() {
    let question = question(Tr(Lang::Nl), sample::questionnaire(), "d1.document").expect("a question");
    assert_eq!(question.words(Tr(Lang::Nl), "regiovisie;kadernota-wmo"), "Regiovisie; Kadernota Wmo");
    assert_eq!(question.words(Tr(Lang::Nl), ""), "niet ingevuld");
    assert!(question.fits("regiovisie;anders") && !question.fits("regiovisie;onbekend"));
}

#[test]
fn parts_follow_each_other_to_the_end() {
    let questionnaire = sample::questionnaire();
    assert_eq!(Part::Goal(0).next(questionnaire), Some(Part::Goal(1)));
    assert_eq!(Part::Goal(9).next(questionnaire), Some(Part::Other));
    assert_eq!(Part::Other.next(questionnaire), None);
    assert_eq!(Part::of(questionnaire, "d10.beleid"), Part::Goal(9));
    assert_eq!(Part::of(questionnaire, "x1.risicogroepen"), Part::Other);
}
