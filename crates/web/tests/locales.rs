//! Every message in every locale file: there in both languages, with the same values, and rendering.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use kernel::Lang;
use web::{Arg, t_with};

type Messages = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.expect("a readable folder").path()) {
        if path.is_dir() {
            found.extend(files(&path, extensions));
        } else if path.extension().is_some_and(|kind| extensions.iter().any(|known| kind == *known)) {
            found.push(path);
        }
    }
    found
}

/// The messages of a language with the values that each declares.
fn messages(lang: Lang) -> Messages {
    let mut all = Messages::new();
    for path in files(&root().join("locales").join(lang.code()), &["ftl"]) {
        let text = std::fs::read_to_string(&path).expect("a readable locale file");
        let parsed = fluent_syntax::parser::parse(text.as_str());
        let problems = parsed.as_ref().err().map(|(_, errors)| format!("{}: {errors:?}", path.display()));
        assert_eq!(problems, None);
        let Ok(resource) = parsed else { continue };
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut values = BTreeSet::new();
            if let Some(pattern) = &message.value {
                in_pattern(pattern, &mut values);
            }
            let before = all.insert(message.id.name.to_owned(), values);
            assert!(before.is_none(), "{}: {} is there twice", path.display(), message.id.name);
        }
    }
    all
}

fn in_pattern(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        in_expression(expression, values);
    }
}

fn in_expression(expression: &Expression<&str>, values: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, values),
        Expression::Select { selector, variants } => {
            in_inline(selector, values);
            for variant in variants {
                in_pattern(&variant.value, values);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, values: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            values.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, values),
        _ => {}
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_values() {
    let (dutch, english) = (messages(Lang::Nl), messages(Lang::En));
    let mut problems = Vec::new();
    for key in dutch.keys().chain(english.keys()).collect::<BTreeSet<_>>() {
        match (dutch.get(key), english.get(key)) {
            (Some(_), None) => problems.push(format!("{key} is missing in English")),
            (None, Some(_)) => problems.push(format!("{key} is missing in Dutch")),
            (nl, en) if nl != en => problems.push(format!("{key} has values {nl:?} and {en:?}")),
            _ => {}
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_message_renders_with_the_values_it_declares() {
    for lang in Lang::ALL {
        for (key, values) in messages(lang) {
            for value in [Arg::Number(1), Arg::Number(2), Arg::Text("x".to_owned())] {
                let args: Vec<(&str, Arg)> =
                    values.iter().map(|name| (name.as_str(), value.clone())).collect();
                let text = t_with(lang, &key, &args);
                assert!(!text.contains("Unknown localization key"), "{} {key}: {text}", lang.code());
                assert!(!text.trim().is_empty(), "{} {key} is empty", lang.code());
                assert!(!text.contains(['\u{2068}', '\u{2069}']), "{} {key} has marks", lang.code());
            }
        }
    }
}

/// Keys that templates and sources name in full, as in `tr.t("key")`, exist; assembled ones can't be seen.
#[test]
fn every_key_that_a_page_names_has_words() {
    let known = messages(Lang::Nl);
    let mut problems = Vec::new();
    let is_test = |path: &PathBuf| path.components().any(|part| part.as_os_str() == "tests");
    for path in files(&root().join("crates"), &["rs", "html"]).into_iter().filter(|path| !is_test(path)) {
        let text = std::fs::read_to_string(&path).expect("a readable source");
        // Comments and tests may name what does not exist.
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let code = |line: &&str| !line.trim_start().starts_with("//");
        let text = text.lines().filter(code).collect::<Vec<_>>().join("\n");
        for call in ["tr.t(\"", "tr.t1(\"", "tr.t2(\"", "tr.with(\"", "t(lang, \"", "t_with(lang, \""] {
            for rest in text.split(call).skip(1) {
                let key = rest.split('"').next().unwrap_or_default();
                if !known.contains_key(key) {
                    problems.push(format!("{}: {key}", path.display()));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
