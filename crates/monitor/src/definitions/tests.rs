use kernel::Lang;
use proptest::prelude::*;

use super::*;

fn problems(path: &str, text: &str) -> Vec<(&'static str, Option<u64>, Option<String>)> {
    let source = Source { path: path.into(), text: text.into() };
    let findings = load(&[source]).err().unwrap_or_default();
    findings.into_iter().map(|finding| (finding.code, finding.place.row, finding.place.column)).collect()
}

fn built_in(path: &str) -> String {
    built_in_sources().into_iter().find(|source| source.path == path).unwrap().text
}

#[test]
fn the_definitions_in_the_program_are_sound() {
    let definitions = crate::sample::definitions();
    assert_eq!(definitions.questionnaire("preventie-2017").unwrap().goals.len(), 10);
    assert!(definitions.rule("2017-a").is_some() && definitions.rule("2017-b").is_some());
    assert_eq!(definitions.wave("2017").unwrap().size_classes, [171, 140, 47, 26, 4]);
    assert_eq!(definitions.demo_waves.len(), 2);
    assert!(!definitions.conclusions.is_empty() && !definitions.caveats.is_empty());
}

#[test]
fn every_problem_in_a_file_is_told_with_its_line() {
    let text = built_in("scoring/2017-a.toml")
        .replace("in_policy = \"15\"", "in_policy = \"vijftien\"")
        .replace("sight = \"10\"", "zicht = \"10\"")
        .replace("low_below = \"25\"", "low_below = \"85\"");
    let line = |what: &str| text.lines().position(|line| line.contains(what)).unwrap() as u64 + 1;
    let found = problems("scoring/x.toml", &text);
    let expected = [
        ("definition-type", line("vijftien"), "in_policy"),
        ("definition-unknown-key", line("zicht = "), "zicht"),
        ("definition-norms", line("low_below"), "low_below"),
    ];
    for (code, row, column) in expected {
        assert!(found.contains(&(code, Some(row), Some(column.to_owned()))), "{code} not in {found:?}");
    }
    assert!(found.iter().any(|(code, ..)| *code == "definition-missing"), "{found:?}");
}

#[test]
fn a_file_that_is_not_toml_says_where_it_goes_wrong() {
    let found = problems("scoring/x.toml", "id = \"x\"\nversion = = 1\ntitle = [\n");
    assert!(found.iter().any(|(code, row, _)| *code == "definition-syntax" && *row == Some(2)), "{found:?}");
}

#[test]
fn a_code_may_stand_once_in_a_question() {
    let text = built_in("questionnaires/preventie-2017.toml").replacen(
        "code = \"risicotaxatie\"",
        "code = \"aandachtsfunctionaris\"",
        1,
    );
    let found = problems("questionnaires/x.toml", &text);
    assert!(found.iter().any(|(code, ..)| *code == "definition-twice"), "{found:?}");
}

#[test]
fn a_wave_whose_classes_do_not_add_up_is_told() {
    let text = built_in("waves/2017.toml").replace("171, 140", "170, 140");
    assert!(problems("waves/x.toml", &text).iter().any(|(code, ..)| *code == "definition-invited"));
}

#[test]
fn every_figure_in_a_conclusion_is_one_that_is_computed() {
    // The waves of the demonstration together have every figure; see `domain/figures.rs`.
    let known = include_str!("../domain/figures.rs");
    for conclusion in &crate::sample::definitions().conclusions {
        for name in crate::domain::conclusions::placeholders(&conclusion.text.nl) {
            let stem = name.trim_start_matches("reference.").split('.').next().unwrap();
            let whole = known.contains(&format!("\"{name}\"")) || known.contains(&format!("\"{stem}\""));
            assert!(whole || name.starts_with("reference."), "{name} in {}", conclusion.id);
        }
    }
}

/// The problems in a definition as (code, what a person reads).
fn told(path: &str, text: &str) -> Vec<(&'static str, String)> {
    let mut sources = built_in_sources();
    sources.retain(|source| source.path != path);
    sources.push(Source { path: path.into(), text: text.into() });
    let findings = load(&sources).err().unwrap_or_default();
    for finding in &findings {
        for lang in Lang::ALL {
            let words = web::finding_text(lang, finding);
            assert!(!words.contains(&format!("{} (", finding.code)), "no words: {words}");
        }
    }
    findings.iter().map(|finding| (finding.code, web::finding_text(Lang::Nl, finding))).collect()
}

/// One mistake in a built-in definition is one problem, with its file, line, key and words.
#[track_caller]
fn assert_one(path: &str, change: (&str, &str), code: &str, key: &str, words: &str) {
    let text = built_in(path);
    assert!(text.contains(change.0), "{} is not in {path}", change.0);
    let changed = text.replacen(change.0, change.1, 1);
    let line = text.split_once(change.0).unwrap().0.matches('\n').count() + 1;
    let place = if key.is_empty() { String::new() } else { format!(", sleutel {key}") };
    let told = told(path, &changed);
    let [(found, text)] = &told[..] else { panic!("not one problem: {told:#?}") };
    assert_eq!(*found, code);
    // A problem of a whole table is at the line where the table begins.
    let expected = format!("{path}, regel {line}{place}: {words}");
    assert!(if key.is_empty() { text.ends_with(words) } else { *text == expected }, "{text}\n{expected}");
}

#[test]
fn each_mistake_in_a_wave_is_told_once_in_plain_words() {
    let wave = |from, to, code, key, words| assert_one("waves/2017.toml", (from, to), code, key, words);
    wave(
        "[171, 140, 47, 26, 4]",
        "[171, 140]",
        "definition-size-classes",
        "size_classes",
        "Hier horen vijf getallen: hoeveel gemeenten er zijn in grootteklasse 1 tot en met 5.",
    );
    wave(
        "[171, 140, 47, 26, 4]",
        "\"veel\"",
        "definition-type",
        "size_classes",
        "Deze waarde kan hier niet. Hier hoort een lijst van hele getallen, zoals [ 1, 2, 3 ].",
    );
    wave(
        "size_classes = [171, 140",
        "size_classes = [170, 140",
        "definition-invited",
        "size_classes",
        "De grootteklassen zijn samen 387, maar bij ‘invited’ staat 388. Maak die twee gelijk.",
    );
    wave(
        "invited = 388",
        "invited = \"388\"",
        "definition-type",
        "invited",
        "Deze waarde kan hier niet. Hier hoort een heel getal zonder aanhalingstekens, zoals 388.",
    );
    wave("invited = 388\n", "", "definition-missing", "", "‘invited’ ontbreekt. Voeg deze sleutel hier toe.");
    wave(
        "reference_date = \"2017-01-01\"",
        "reference_date = \"1 januari\"",
        "definition-type",
        "reference_date",
        "Deze waarde kan hier niet. Hier hoort een datum tussen aanhalingstekens, zoals \"2017-10-02\".",
    );
    wave(
        "period.from = \"2017-10-02\"",
        "period.from = \"2018-10-02\"",
        "definition-period",
        "from",
        "Deze peiling eindigt voordat zij begint. Controleer ‘from’ en ‘to’.",
    );
    wave(
        "scoring_rule = \"2017-a\"",
        "scoring_rule = \"2017-c\"",
        "definition-unknown-name",
        "scoring_rule",
        "‘2017-c’ bestaat niet. Kies uit: 2017-a, 2017-b.",
    );
    wave(
        "parts = false",
        "parts = \"nee\"",
        "definition-type",
        "parts",
        "Deze waarde kan hier niet. Hier hoort true of false.",
    );
    wave(
        "id = \"2017\"",
        "id = \"2022\"",
        "definition-twice",
        "id",
        "‘2022’ is hier al gebruikt. Kies iets anders: dit mag maar één keer voorkomen.",
    );
}

#[test]
fn each_mistake_in_a_rule_is_told_once_in_plain_words() {
    let rule = |from, to, code, key, words| assert_one("scoring/2017-a.toml", (from, to), code, key, words);
    rule(
        "in_policy = \"15\"",
        "in_policy = 15",
        "definition-type",
        "in_policy",
        "Deze waarde kan hier niet. Hier hoort een getal tussen aanhalingstekens, zoals \"15\", \"45/4\" of \"5.4\".",
    );
    rule(
        "in_policy = \"15\"",
        "in_policy = \"16\"",
        "definition-total",
        "",
        "De punten van de drie onderdelen zijn samen 101 en niet 100. Pas de punten aan.",
    );
    rule(
        "low_below = \"25\"",
        "low_below = \"80\"",
        "definition-norms",
        "low_below",
        "Deze grenzen kunnen niet. ‘low_below’ mag niet hoger zijn dan ‘high_above’, en ‘high_above’ niet hoger dan 100.",
    );
    rule(
        "high_above = \"75\"\n",
        "",
        "definition-missing",
        "",
        "‘high_above’ ontbreekt. Voeg deze sleutel hier toe.",
    );
    rule(
        "counting = \"each\"",
        "counting = \"every\"",
        "definition-choice",
        "counting",
        "‘every’ kan hier niet. Kies uit: each, any.",
    );
}

#[test]
fn each_mistake_in_a_questionnaire_is_told_once_in_plain_words() {
    let file = |from, to, code, key, words| {
        assert_one("questionnaires/preventie-2017.toml", (from, to), code, key, words);
    };
    file(
        "code = \"uitvoeringsplan\"",
        "code = \"Uitvoerings plan\"",
        "definition-code",
        "code",
        "‘Uitvoerings plan’ kan geen code zijn. Gebruik alleen kleine letters, cijfers en streepjes.",
    );
    file(
        "code = \"uitvoeringsplan\"",
        "code = \"regiovisie\"",
        "definition-twice",
        "code",
        "‘regiovisie’ is hier al gebruikt. Kies iets anders: dit mag maar één keer voorkomen.",
    );
    file(
        "number = 2\ntitle.nl = \"Opvoeden",
        "number = 1\ntitle.nl = \"Opvoeden",
        "definition-twice",
        "number",
        "‘1’ is hier al gebruikt. Kies iets anders: dit mag maar één keer voorkomen.",
    );
    file("number = 1\n", "", "definition-missing", "", "‘number’ ontbreekt. Voeg deze sleutel hier toe.");
    file(
        "kind = \"grade\"",
        "kind = 3",
        "definition-type",
        "kind",
        "Deze waarde kan hier niet. Hier hoort een tekst tussen aanhalingstekens.",
    );
    file(
        "version = 1",
        "versie = 1\nversion = 1",
        "definition-unknown-key",
        "versie",
        "Deze sleutel kennen wij niet. Controleer de spelling, of verwijder de sleutel.",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any line of any definition, made into something else.
    #[test]
    fn any_definition_is_read_or_told(
        file in any::<prop::sample::Index>(),
        line in any::<prop::sample::Index>(),
        value in prop_oneof![
            Just("18446744073709551615".to_owned()), Just("4294967295".to_owned()), Just("-1".to_owned()),
            Just("\"999999999/999\"".to_owned()), Just("\"0.00000001\"".to_owned()), Just("[[]]".to_owned()),
            Just("[18446744073709551615, 1, 1, 1, 1]".to_owned()), Just("{}".to_owned()),
            Just("1e400".to_owned()), Just("nan".to_owned()), Just("1979-05-27".to_owned()),
            "\\PC{0,20}", any::<i64>().prop_map(|number| number.to_string()),
        ],
    ) {
        let sources = built_in_sources();
        let source = &sources[file.index(sources.len())];
        let mut lines: Vec<String> = source.text.lines().map(str::to_owned).collect();
        let at = line.index(lines.len());
        lines[at] = match lines[at].split_once('=') {
            Some((key, _)) => format!("{key}= {value}"),
            None => value,
        };
        told(&source.path, &lines.join("\n"));
    }

    #[test]
    fn any_text_is_told(text in "(\\PC|\n|\"|=|\\[|\\]){0,200}") {
        for path in ["scoring/x.toml", "waves/x.toml", "questionnaires/x.toml", "reference/x.toml"] {
            prop_assert!(!told(path, &text).is_empty());
        }
        told("conclusions/x.toml", &text);
    }
}
