//! The cells of a respondent, and the rules that bind them.

use super::{Table, accept, assert_told, read};

/// A table with one respondent who filled in one goal and these cells.
fn one(cells: &[(&str, &str)]) -> String {
    Table::new().row(&[("d1.beleid", "ja")]).row(cells).csv(',')
}

#[test]
fn an_unknown_code_comes_with_the_nearest() {
    let file = one(&[("d1.beleid", "ja"), ("d1.maatregelen.1", "aandachtsfunctionaris;risicotaxatei")]);
    let words = "‘risicotaxatei’ kan hier niet. Bedoelt u ‘risicotaxatie’?";
    assert_told(file, &[("code-unknown", 3, "d1.maatregelen.1", words)]);
}

#[test]
fn a_code_that_is_like_nothing_comes_with_the_choice() {
    let file = one(&[("d1.beleid", "1")]);
    assert_told(
        file,
        &[("code-unknown", 3, "d1.beleid", "‘1’ kan hier niet. Kies uit: ja, voornemen, nee.")],
    );
}

#[test]
fn every_kind_of_question_knows_its_codes() {
    let file = one(&[
        ("openbaar", "TRUE"),
        ("d1.beleid", "ja"),
        ("d1.document", "regiovisies"),
        ("d1.eigen-maatregel", "Ja"),
        ("d1.zicht-op-bereik", "ja"),
        ("d1.bereik", "iederen"),
        ("x1.risicogroepen", "gezinscrisis"),
        ("x4.samenwerking", "erg sterk"),
        ("x6.regiovisie", "centrum gemeente"),
    ]);
    assert_told(
        file,
        &[
            ("code-unknown", 3, "openbaar", "‘TRUE’ kan hier niet. Kies uit: ja, nee."),
            ("code-unknown", 3, "d1.document", "‘regiovisies’ kan hier niet. Bedoelt u ‘regiovisie’?"),
            ("code-unknown", 3, "d1.eigen-maatregel", "‘Ja’ kan hier niet. Bedoelt u ‘ja’?"),
            ("code-unknown", 3, "d1.bereik", "‘iederen’ kan hier niet. Bedoelt u ‘iedereen’?"),
            (
                "code-unknown",
                3,
                "x1.risicogroepen",
                "‘gezinscrisis’ kan hier niet. Bedoelt u ‘gezinscrises’?",
            ),
            ("code-unknown", 3, "x4.samenwerking", "‘erg sterk’ kan hier niet. Bedoelt u ‘sterk’?"),
            (
                "code-unknown",
                3,
                "x6.regiovisie",
                "‘centrum gemeente’ kan hier niet. Bedoelt u ‘centrumgemeente’?",
            ),
        ],
    );
}

#[test]
fn a_code_twice_is_told() {
    let file = one(&[("x2.doelgroepen", "kinderen-azc; kinderen-azc")]);
    let words = "‘kinderen-azc’ staat er twee keer. Laat er één staan.";
    assert_told(file, &[("code-twice", 3, "x2.doelgroepen", words)]);
}

#[test]
fn none_beside_others_is_told() {
    let file = one(&[
        ("d2.beleid", "nee"),
        ("d2.maatregelen.1", "geen;opvoeddebatten"),
        ("x2.doelgroepen", "kinderen-azc;geen"),
    ]);
    let words =
        "‘geen’ kan niet samen met een ander antwoord. Haal ‘geen’ weg, of haal de andere antwoorden weg.";
    assert_told(
        file,
        &[
            ("none-with-others", 3, "d2.maatregelen.1", words),
            ("none-with-others", 3, "x2.doelgroepen", words),
        ],
    );
}

#[test]
fn a_goal_with_answers_but_without_policy_is_told() {
    let file = one(&[("d4.maatregelen.1", "geen"), ("d4.zicht-op-bereik", "nee")]);
    let words = "Deze cel is leeg, maar bij dit doel is wel iets anders ingevuld, bijvoorbeeld in kolom \
        d4.maatregelen.1. Vul hier ‘ja’, ‘voornemen’ of ‘nee’ in, of maak de andere cellen van dit doel leeg.";
    assert_told(file, &[("goal-without-policy", 3, "d4.beleid", words)]);
}

#[test]
fn a_document_without_policy_is_told() {
    let words = "Hier staat een document, maar in kolom d1.beleid staat geen ‘ja’. Alleen een doel dat in het \
        beleid staat, kan zijn vastgelegd. Vul daar ‘ja’ in, of maak deze cel leeg.";
    for policy in ["voornemen", "nee"] {
        let file = one(&[("d1.beleid", policy), ("d1.document", "regiovisie")]);
        assert_told(file, &[("recorded-without-policy", 3, "d1.document", words)]);
    }
}

#[test]
fn a_share_without_sight_is_told() {
    let words = "Hier staat hoeveel van de doelgroep u bereikt, maar in kolom d1.zicht-op-bereik staat geen \
        ‘ja’. Vul daar ‘ja’ in, of maak deze cel leeg.";
    for sight in ["nee", ""] {
        let file = one(&[("d1.beleid", "ja"), ("d1.zicht-op-bereik", sight), ("d1.bereik", "niemand")]);
        assert_told(file, &[("share-without-sight", 3, "d1.bereik", words)]);
    }
    accept(&Table::new().row(&[("d1.beleid", "ja"), ("d1.zicht-op-bereik", "ja")]));
}

#[test]
fn a_mistake_in_one_cell_is_not_held_against_another() {
    let file = one(&[
        ("d1.beleid", "jaa"),
        ("d1.document", "regiovisie"),
        ("d1.zicht-op-bereik", "jaa"),
        ("d1.bereik", "niemand"),
    ]);
    assert_told(
        file,
        &[
            ("code-unknown", 3, "d1.beleid", "‘jaa’ kan hier niet. Bedoelt u ‘ja’?"),
            ("code-unknown", 3, "d1.zicht-op-bereik", "‘jaa’ kan hier niet. Bedoelt u ‘ja’?"),
        ],
    );
}

#[test]
fn a_grade_outside_1_to_10_is_told() {
    for grade in ["0", "11", "-1", "7.5", "zeven", "7,01", "256"] {
        let words = format!("‘{grade}’ is geen rapportcijfer. Vul een heel cijfer van 1 tot en met 10 in.");
        assert_told(one(&[("x3.cijfer-heden", grade)]), &[("grade-range", 3, "x3.cijfer-heden", &words)]);
    }
}

#[test]
fn a_size_class_outside_1_to_5_is_told() {
    for class in ["0", "6", "groot", "1.5"] {
        let words = format!("‘{class}’ is geen grootteklasse. Vul een cijfer van 1 tot en met 5 in.");
        assert_told(one(&[("grootteklasse", class)]), &[("size-class-range", 3, "grootteklasse", &words)]);
    }
}

#[test]
fn a_missing_size_class_is_told_unless_the_municipality_has_one() {
    let words = "De grootteklasse ontbreekt. Vul een cijfer van 1 tot en met 5 in, of vul in de kolom gemeente \
        de gemeentecode in.";
    assert_told(one(&[("grootteklasse", "")]), &[("size-class-missing", 3, "grootteklasse", words)]);
    let (_, accepted) = accept(&Table::new().row(&[("grootteklasse", ""), ("gemeente", "GM0344")]));
    assert_eq!(accepted[0].response.size_class.number(), 5);
    let words = "Appingedam bestaat niet meer. Van deze gemeente kennen wij de grootteklasse niet. Vul een \
        cijfer van 1 tot en met 5 in.";
    assert_told(
        one(&[("grootteklasse", ""), ("gemeente", "GM0003")]),
        &[("size-class-unknown", 3, "grootteklasse", words)],
    );
}

#[test]
fn a_missing_respondent_is_told() {
    let words = "De naam van de respondent ontbreekt. Geef elke respondent een eigen naam of nummer.";
    assert_told(one(&[("respondent", " ")]), &[("respondent-missing", 3, "respondent", words)]);
}

#[test]
fn a_respondent_twice_is_told_with_the_first_row() {
    let words = "‘r1’ staat ook op regel 2. Elke respondent mag maar één keer voorkomen. Verwijder een van de \
        twee regels, of verander de naam.";
    assert_told(one(&[("respondent", "r1")]), &[("respondent-twice", 3, "respondent", words)]);
}

#[test]
fn a_malformed_municipality_comes_with_the_one_that_is_meant() {
    let wrong = |found: &str, hint: &str| format!("‘{found}’ is geen gemeentecode. {hint}");
    for (found, hint) in [
        ("344", "Bedoelt u ‘GM0344’?"),
        ("gm0344", "Bedoelt u ‘GM0344’?"),
        ("Utrecht", "Bedoelt u ‘GM0344’?"),
        ("GM344", "Bedoelt u ‘GM0344’?"),
        ("de Bilt-Noord", "Vul GM en vier cijfers in, zoals GM0344."),
        ("GM03444", "Vul GM en vier cijfers in, zoals GM0344."),
    ] {
        let file = one(&[("gemeente", found), ("grootteklasse", "")]);
        assert_told(file, &[("municipality-code", 3, "gemeente", &wrong(found, hint))]);
    }
}

#[test]
fn a_municipality_that_never_was_is_told() {
    let words =
        "De gemeentecode GM9999 bestaat niet. Controleer de vier cijfers. U vindt alle codes bij het CBS.";
    assert_told(
        one(&[("gemeente", "GM9999"), ("grootteklasse", "")]),
        &[("municipality-unknown", 3, "gemeente", words)],
    );
}

#[test]
fn a_municipality_that_was_not_there_yet_is_told() {
    let words = "Eemsdelta (GM1979) bestond niet op 01-01-2017, de peildatum van deze peiling. Vul de gemeente \
        in die er toen was.";
    assert_told(one(&[("gemeente", "GM1979")]), &[("municipality-not-then", 3, "gemeente", words)]);
}

#[test]
fn a_municipality_twice_is_told_with_the_first_row() {
    let words = "Utrecht (GM0344) staat ook op regel 2. Elke gemeente mag maar één keer voorkomen. Verwijder \
        een van de twee regels, of verbeter de code.";
    let table = Table::new().row(&[("gemeente", "GM0344")]).row(&[("gemeente", "GM0344")]);
    assert_told(table.csv(','), &[("municipality-twice", 3, "gemeente", words)]);
}

#[test]
fn everything_wrong_at_once_is_told_at_once() {
    let table = Table::new()
        .row(&[("gemeente", "GM0344"), ("d1.beleid", "ja")])
        .row(&[
            ("respondent", "r1"),
            ("grootteklasse", "9"),
            ("gemeente", "GM0344"),
            ("openbaar", "misschien"),
            ("d1.document", "regiovisie"),
            ("d1.bereik", "niemand"),
            ("d2.beleid", "nee"),
            ("d2.document", "regiovisie;regiovisie"),
            ("d2.maatregelen.1", "geen;opvoeddebaten;anders"),
            ("x3.cijfer-heden", "11"),
        ])
        .row(&[("respondent", ""), ("grootteklasse", ""), ("d10.beleid", "Nee")])
        .row(&[("d5.beleid", "ja")])
        .row(&[("gemeente", "GM1979")]);
    let (outcome, heard) = read(table.csv(','));
    let places: Vec<_> = heard
        .findings
        .iter()
        .map(|finding| (finding.code, finding.place.row.unwrap(), finding.place.column.as_deref().unwrap()))
        .collect();
    assert_eq!(
        places,
        [
            ("respondent-twice", 3, "respondent"),
            ("size-class-range", 3, "grootteklasse"),
            ("municipality-twice", 3, "gemeente"),
            ("code-unknown", 3, "openbaar"),
            ("goal-without-policy", 3, "d1.beleid"),
            ("share-without-sight", 3, "d1.bereik"),
            ("code-twice", 3, "d2.document"),
            ("recorded-without-policy", 3, "d2.document"),
            ("code-unknown", 3, "d2.maatregelen.1"),
            ("none-with-others", 3, "d2.maatregelen.1"),
            ("grade-range", 3, "x3.cijfer-heden"),
            ("respondent-missing", 4, "respondent"),
            ("size-class-missing", 4, "grootteklasse"),
            ("code-unknown", 4, "d10.beleid"),
            ("municipality-not-then", 6, "gemeente"),
        ]
    );
    heard.told();
    assert_eq!(outcome.accepted, 2, "the two rows that are right");
}

#[test]
fn what_a_spreadsheet_leaves_in_a_cell_is_taken_off() {
    let tidy = Table::new().row(&[
        ("d1.beleid", "ja"),
        ("d1.document", "regiovisie;anders"),
        ("x3.cijfer-heden", "7"),
        ("x3.cijfer-toekomst", "10"),
    ]);
    let left = Table::new().row(&[
        ("grootteklasse", "2.0"),
        ("d1.beleid", "ja  "),
        ("d1.document", " regiovisie;anders;\u{a0}"),
        ("d2.document", " ; "),
        ("x1.risicogroepen", ";"),
        ("x3.cijfer-heden", "7.0"),
        ("x3.cijfer-toekomst", "\u{feff}10,00"),
    ]);
    let (expected, answers) = accept(&tidy);
    let (outcome, same) = accept(&left);
    assert_eq!(outcome, expected);
    assert_eq!(same[0].cells, answers[0].cells);
    assert_eq!(same[0].response, answers[0].response);
}

#[test]
fn a_finding_shows_nothing_that_disturbs_a_screen() {
    let found = format!("ja\u{9b}31m\n{}", "x".repeat(100));
    let (_, heard) = read(one(&[("d1.beleid", &found)]));
    let text = &heard.told()[0].1;
    assert!(text.starts_with("regel 3, kolom d1.beleid: ‘ja 31m xxx") && text.len() < 160, "{text}");
}
