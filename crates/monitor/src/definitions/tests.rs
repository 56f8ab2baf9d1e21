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
