//! Every problem has words, and no words are left without their problem.

use std::collections::BTreeSet;

use include_dir::{Dir, include_dir};

static IMPORT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/import");
static DEFINITIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/definitions");
const DUTCH: &str = include_str!("../../../../../locales/nl/monitor-findings.ftl");
const ENGLISH: &str = include_str!("../../../../../locales/en/monitor-findings.ftl");

/// The first literal in each call that makes a finding.
fn codes() -> BTreeSet<&'static str> {
    let mut codes = BTreeSet::new();
    let files = IMPORT.files().chain(DEFINITIONS.files());
    for source in files.filter(|file| !file.path().ends_with("tests.rs")) {
        let source = source.contents_utf8().unwrap();
        for call in ["Finding::error(", "Finding::warning(", ".error(", ".problem("] {
            for rest in source.split(call).skip(1) {
                if let Some(literal) = rest.trim_start().strip_prefix('"') {
                    codes.extend(literal.split('"').next());
                }
            }
        }
    }
    codes
}

fn words(file: &'static str) -> BTreeSet<&'static str> {
    let names = file.lines().filter_map(|line| line.strip_prefix("finding-"));
    names.filter_map(|rest| rest.split(' ').next()).collect()
}

#[test]
fn every_problem_has_words_in_both_languages() {
    let codes = codes();
    assert!(codes.contains("code-unknown") && codes.contains("definition-type") && codes.len() > 30);
    assert_eq!(codes, words(DUTCH));
    assert_eq!(codes, words(ENGLISH));
}
