use super::*;
use crate::sample::definitions;

/// A form that has nothing wrong.
fn typed() -> Typed {
    let text = str::to_owned;
    Typed {
        id: text("2027"),
        title_nl: text("Peiling 2027"),
        title_en: text("Wave of 2027"),
        questionnaire: text("preventie-2017/1"),
        rule: text("2017-a"),
        reference: text("2027-01-01"),
        opens: text("2027-10-01"),
        closes: text("2027-10-31"),
        invited: text("all"),
        chosen: String::new(),
        four_eyes: true,
        reminders: text("2"),
        trial: false,
    }
}

fn chosen(names: &str) -> Result<Vec<String>, Vec<Finding>> {
    let typed = Typed { invited: "chosen".to_owned(), chosen: names.to_owned(), ..typed() };
    Ok(typed
        .read(definitions(), &definitions().questionnaires)?
        .invited
        .iter()
        .map(ToString::to_string)
        .collect())
}

#[test]
fn a_plan_reads_back_as_it_was_typed() {
    for typed in [
        typed(),
        Typed {
            invited: "chosen".to_owned(),
            chosen: "Druten\nWijchen".to_owned(),
            four_eyes: false,
            trial: true,
            ..typed()
        },
    ] {
        let plan = typed.read(definitions(), &definitions().questionnaires).expect("a plan");
        assert_eq!(Typed::of(&plan), typed);
        assert!(clashes(&typed, &Typed::of(&plan)).is_empty());
    }
}

#[test]
fn every_problem_is_told_at_once_each_at_its_field() {
    let nothing = Typed { id: "Peiling!".to_owned(), closes: "31 oktober".to_owned(), ..Typed::default() };
    let findings = nothing.read(definitions(), &definitions().questionnaires).expect_err("problems");
    let at: Vec<_> = findings.iter().filter_map(|finding| finding.place.column.as_deref()).collect();
    assert_eq!(
        at,
        ["id", "title_nl", "title_en", "questionnaire", "rule", "reference", "opens", "closes", "reminders"]
    );
}

#[test]
fn the_last_day_is_not_before_the_first_and_sizes_must_be_known() {
    let codes = |typed: Typed| {
        let findings = typed.read(definitions(), &definitions().questionnaires).expect_err("a problem");
        findings.into_iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(Typed { closes: "2027-09-30".to_owned(), ..typed() }), ["run-period"]);
    assert_eq!(codes(Typed { reference: "2017-10-01".to_owned(), ..typed() }), ["run-reference"]);
    assert_eq!(codes(Typed { reminders: "6".to_owned(), ..typed() }), ["run-reminders"]);
    assert_eq!(codes(Typed { id: "99".to_owned(), ..typed() }), ["run-id"]);
}

#[test]
fn municipalities_are_chosen_by_name_or_code_once_each() {
    assert_eq!(
        chosen("wijchen, gm0225;Den Haag\nWijchen"),
        Ok(vec!["GM0225".into(), "GM0296".into(), "GM0518".into()])
    );
    let nobody = chosen(" \n").expect_err("nobody");
    assert_eq!(nobody[0].code, "run-nobody");
    let unknown = chosen("Bergen, Atlantis").expect_err("two problems");
    assert_eq!(unknown.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["run-municipality"; 2]);
}

#[test]
fn of_a_municipality_that_ended_the_plan_says_where_it_went() {
    let ended = chosen("Weesp").expect_err("it went to Amsterdam in 2022");
    assert_eq!(ended[0].code, "run-municipality-not-then");
    let param =
        |name: &str| ended[0].params.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
    assert_eq!((param("name").as_deref(), param("into").as_deref()), (Some("Weesp"), Some("Amsterdam")));
}

#[test]
fn two_plans_differ_where_somebody_changed_something() {
    let theirs = Typed { title_nl: "Anders".to_owned(), four_eyes: false, ..typed() };
    let fields: Vec<_> = clashes(&theirs, &typed()).into_iter().map(|(field, ..)| field).collect();
    assert_eq!(fields, ["title_nl", "four_eyes"]);
}
