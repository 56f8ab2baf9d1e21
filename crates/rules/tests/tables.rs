//! Tables that are whole, and tables with each kind of fault, all over.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::date;
use kernel::Finding;
use proptest::prelude::*;
use rules::{Case, Facts, Files, Hit, Rules, Scenario, Table, TooMany, Verdict, change, check};

/// A table with these rows (id, when, outcome) over `hurt`, `who` and `age`.
fn toml(hit: &str, rows: &[(&str, &str, &str)]) -> String {
    let ranks = if hit == "collect" { ["", ""] } else { ["rank = 0, ", "rank = 1, "] };
    let mut text = format!(
        r#"
id = "t"
version = 1
valid_from = "2019-01-01"
title = {{ nl = "t", en = "t" }}
about = {{ nl = "t", en = "t" }}
hit = "{hit}"
[[inputs]]
name = "hurt"
kind = "answer"
question = {{ nl = "?", en = "?" }}
danger = ["no", "unknown", "yes"]
[[inputs]]
name = "who"
kind = "choice"
question = {{ nl = "?", en = "?" }}
options = [ {{ code = "child", nl = "kind", en = "child" }}, {{ code = "parent", nl = "ouder", en = "parent" }} ]
[[inputs]]
name = "age"
kind = "age"
min = 0
max = 120
question = {{ nl = "?", en = "?" }}
[[outputs]]
name = "outcome"
options = [ {{ code = "wait", {}nl = "w", en = "w" }}, {{ code = "act", {}nl = "a", en = "a" }} ]
"#,
        ranks[0], ranks[1]
    );
    for (id, when, outcome) in rows {
        let row = format!(
            "[[rows]]\nid = \"{id}\"\nwhen = {{ {when} }}\nthen = {{ outcome = \"{outcome}\" }}\nbecause = {{ nl = \"w\", en = \"w\" }}\nlaw = [\"l\"]\n"
        );
        text.push_str(&row);
    }
    text
}

fn table(hit: &str, rows: &[(&str, &str, &str)]) -> Table {
    Table::read("t/2019-01-01.toml", &toml(hit, rows)).unwrap_or_else(|findings| panic!("{findings:?}"))
}

fn facts(given: &[(&str, &str)]) -> Facts {
    given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn scenario(given: &[(&str, &str)], expect: &str) -> Scenario {
    let expect = vec![expect.to_owned()];
    Scenario { tells: kernel::Text::default(), given: facts(given), expect, covers: None, line: 1 }
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

fn param<'a>(finding: &'a Finding, name: &str) -> &'a str {
    finding.params.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
}

const WHOLE: [(&str, &str, &str); 3] = [
    ("hurt", r#"hurt = "yes""#, "act"),
    ("baby", r#"hurt = "unknown", who = "child", age = "<4""#, "act"),
    ("rest", "", "wait"),
];

fn tried() -> Vec<Scenario> {
    vec![
        scenario(&[("hurt", "yes")], "act"),
        scenario(&[("hurt", "unknown"), ("who", "child"), ("age", "3")], "act"),
        scenario(&[("hurt", "no")], "wait"),
    ]
}

#[test]
fn a_table_that_decides_every_case_and_shows_every_row_is_taken() {
    assert_eq!(check(&table("first", &WHOLE), &tried(), "s"), []);
}

#[test]
fn a_gap_is_told_as_a_case() {
    let findings = check(&table("first", &WHOLE[..2]), &tried()[..2], "s");
    assert!(findings.iter().all(|finding| finding.code == "rules-gap"), "{findings:?}");
    let cases: BTreeSet<&str> = findings.iter().map(|finding| param(finding, "case")).collect();
    assert!(cases.contains("hurt = no"), "{cases:?}");
    assert!(cases.contains("hurt = unknown; who = child; age = 4..120"), "{cases:?}");
}

#[test]
fn an_overlap_is_told_as_a_case_with_both_rows() {
    let rows = [
        ("a", r#"hurt = ["yes", "unknown"]"#, "act"),
        ("b", r#"hurt = ["unknown", "no"], age = "0..120""#, "act"),
    ];
    let scenarios = [scenario(&[("hurt", "yes")], "act"), scenario(&[("hurt", "no")], "act")];
    let findings = check(&table("unique", &rows), &scenarios, "s");
    assert_eq!(codes(&findings), ["rules-overlap"]);
    let said = ["case", "value", "other"].map(|name| param(&findings[0], name));
    assert_eq!(said, ["hurt = unknown", "b", "a"]);
    // Where the first row decides, that is no fault.
    assert_eq!(check(&table("first", &rows), &scenarios, "s"), []);
}

#[test]
fn a_row_that_nothing_reaches_is_told() {
    let rows = [WHOLE[0], ("never", r#"hurt = "yes", who = "child""#, "act"), WHOLE[2]];
    let scenarios = [scenario(&[("hurt", "yes")], "act"), scenario(&[("hurt", "no")], "wait")];
    let findings = check(&table("first", &rows), &scenarios, "s");
    assert_eq!(codes(&findings), ["rules-unreachable", "rules-row-untried"]);
    assert_eq!(param(&findings[0], "value"), "never");
}

#[test]
fn a_row_without_scenario_is_told() {
    let findings = check(&table("first", &WHOLE), &tried()[1..], "s");
    assert_eq!(codes(&findings), ["rules-row-untried"]);
    assert_eq!(param(&findings[0], "value"), "hurt");
}

#[test]
fn a_scenario_that_comes_out_otherwise_is_told() {
    let mut scenarios = tried();
    scenarios.push(scenario(&[("hurt", "no")], "act"));
    scenarios.push(scenario(&[("hurt", "unknown")], "act"));
    scenarios.push(scenario(&[("hurt", "no"), ("nothing", "x")], "wait"));
    let findings = check(&table("first", &WHOLE), &scenarios, "s");
    assert_eq!(codes(&findings), ["rules-scenario", "rules-scenario-open", "rules-scenario-open"]);
    assert_eq!((param(&findings[0], "expected"), param(&findings[0], "value")), ("act", "wait"));
}

#[test]
fn more_danger_with_a_weaker_outcome_is_told_as_a_case() {
    let rows = [("a", r#"hurt = "yes", who = "child""#, "wait"), ("b", "", "act")];
    let scenarios =
        [scenario(&[("hurt", "yes"), ("who", "child")], "wait"), scenario(&[("hurt", "no")], "act")];
    let findings = check(&table("first", &rows), &scenarios, "s");
    assert_eq!(codes(&findings), ["rules-weaker"]);
    let said = ["case", "from", "to", "input"].map(|name| param(&findings[0], name));
    assert_eq!(said, ["who = child", "unknown", "yes", "hurt"]);
}

#[test]
fn everything_that_is_wrong_in_a_file_is_told_at_its_line() {
    let text = toml(
        "first",
        &[("a", r#"hurt = "maybe", what = "x", age = "old""#, "go"), ("a", r#"age = "130""#, "act")],
    )
    .replace("2019-01-01", "1 januari");
    let findings = Table::read("t.toml", &text).expect_err("a table with faults");
    let expected = [
        "rules-date",
        "rules-twice",
        "rules-no-input",
        "rules-no-value",
        "rules-no-value",
        "rules-then",
        "rules-row-nothing",
    ];
    let mut found = codes(&findings);
    found.sort_unstable();
    let mut expected = expected.to_vec();
    expected.push("rules-row-nothing");
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert!(findings.iter().all(|finding| finding.place.row.is_some()));
    let findings = Table::read("t.toml", "id = \"t\"\n= 3").expect_err("no TOML");
    assert_eq!((codes(&findings), findings[0].place.row), (vec!["rules-toml"], Some(2)));
}

#[test]
fn what_is_unknown_matters_only_if_it_changes_what_is_decided() {
    let table = table("first", &WHOLE);
    let decide = |given: &[(&str, &str)]| table.decide(&table.case(&facts(given)).expect("a case"));
    let missing = |given: &[(&str, &str)]| {
        let decision = decide(given);
        let matters = decision.missing.iter().filter(|missing| missing.matters);
        matters.map(|missing| table.inputs[missing.input].name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(missing(&[]), ["hurt", "who", "age"]);
    assert_eq!(missing(&[("hurt", "unknown")]), ["who", "age"]);
    assert_eq!(missing(&[("hurt", "unknown"), ("who", "parent")]), [""; 0]);
    assert_eq!(missing(&[("who", "child"), ("age", "10")]), ["hurt"]);
    let decided = decide(&[("hurt", "no")]);
    assert_eq!((decided.is_open(), decided.rows), (false, vec![2]));
}

#[test]
fn of_rows_that_give_the_same_one_speaks_whose_facts_are_known() {
    let rows =
        [("hurt", r#"hurt = "yes""#, "act"), ("child", r#"who = "child""#, "act"), ("rest", "", "wait")];
    let table = table("first", &rows);
    let decision = table.decide(&table.case(&facts(&[("who", "child")])).expect("a case"));
    let case = table.case(&facts(&[("who", "child")])).expect("a case");
    assert_eq!(table.trace(&case, &decision), [Verdict::Same, Verdict::Decides, Verdict::TooLate]);
    assert_eq!((decision.is_open(), decision.rows), (false, vec![1]));
}

#[test]
fn the_trace_says_of_each_row_why_not() {
    let table = table("first", &WHOLE);
    let trace = |given: &[(&str, &str)]| {
        let case = table.case(&facts(given)).expect("a case");
        table.trace(&case, &table.decide(&case))
    };
    let case = [("hurt", "yes"), ("who", "parent"), ("age", "40")];
    assert_eq!(trace(&case), [Verdict::Decides, Verdict::NotBecause(vec![0, 1, 2]), Verdict::TooLate]);
    let case = [("hurt", "unknown"), ("who", "child")];
    assert_eq!(trace(&case), [Verdict::NotBecause(vec![0]), Verdict::Open, Verdict::Open]);
}

#[test]
fn the_receipt_names_table_version_and_hash() {
    let table = table("first", &WHOLE);
    let case = table.case(&facts(&[("hurt", "yes"), ("age", "3")])).expect("a case");
    let receipt = table.receipt(&case, &table.decide(&case));
    assert_eq!(
        (receipt.table.as_str(), receipt.version, receipt.valid_from.as_str()),
        ("t", 1, "2019-01-01")
    );
    assert_eq!(
        (receipt.rows, receipt.outcomes, receipt.open),
        (vec!["hurt".to_owned()], vec!["act".to_owned()], vec![])
    );
    assert_eq!(
        receipt.facts,
        facts(&[("hurt", "yes"), ("age", "<=3")])
            .into_iter()
            .map(|(name, value)| { (name.clone(), if name == "age" { "0..3".to_owned() } else { value }) })
            .collect()
    );
    assert_eq!(receipt.hash.len(), 64);
    let other = Table::read("t", &toml("first", &WHOLE[1..])).expect("a table");
    assert_ne!(other.hash, receipt.hash);
}

#[test]
fn a_collecting_table_gives_every_row_that_fits() {
    let rows = [("a", r#"hurt = "yes""#, "act"), ("b", r#"who = "child""#, "wait")];
    let table = table("collect", &rows);
    let decide = |given: &[(&str, &str)]| table.decide(&table.case(&facts(given)).expect("a case")).rows;
    assert_eq!(decide(&[("hurt", "yes"), ("who", "child")]), [0, 1]);
    assert_eq!(decide(&[("hurt", "no"), ("who", "parent")]), [0; 0]);
    let both = Scenario {
        expect: vec!["act".to_owned(), "wait".to_owned()],
        ..scenario(&[("hurt", "yes"), ("who", "child")], "")
    };
    assert_eq!(check(&table, &[both], "s"), []);
    // What fits whatever is not known is given already.
    let half = table.decide(&table.case(&facts(&[("hurt", "yes")])).expect("a case"));
    assert_eq!((half.is_open(), half.rows, half.possible), (true, vec![0], vec![0, 1]));
}

#[test]
fn a_value_that_is_no_answer_is_a_finding_at_its_input() {
    let findings =
        table("first", &WHOLE).case(&facts(&[("hurt", "maybe"), ("age", "121")])).expect_err("no case");
    let places: Vec<_> = findings.iter().map(|finding| finding.place.column.as_deref()).collect();
    assert_eq!(places, [Some("hurt"), Some("age")]);
}

#[test]
fn days_fall_into_stretches_too() {
    let text = toml(
        "first",
        &[
            ("old", r#"age = "<2019-01-01""#, "wait"),
            ("new", r#"age = "2019-01-01..2024-02-29""#, "act"),
            ("rest", "", "wait"),
        ],
    )
    .replace("kind = \"age\"\nmin = 0\nmax = 120", "kind = \"date\"");
    let table = Table::read("t", &text).unwrap_or_else(|findings| panic!("{findings:?}"));
    let decide = |day: &str| table.decide(&table.case(&facts(&[("age", day)])).expect("a case")).rows;
    assert_eq!(
        [decide("2018-12-31"), decide("2019-01-01"), decide("2024-02-29"), decide("2024-03-01")],
        [[0], [1], [1], [2]]
    );
    assert!(table.case(&facts(&[("age", "2024-02-30")])).is_err());
}

#[test]
fn after_the_last_day_of_a_month_comes_the_first_of_the_next() {
    let rows = [("old", r#"age = "<=2019-01-31""#, "wait"), ("new", r#"age = ">=2019-02-01""#, "act")];
    let text = toml("unique", &rows).replace("kind = \"age\"\nmin = 0\nmax = 120", "kind = \"date\"");
    let table = Table::read("t", &text).unwrap();
    let scenarios = [scenario(&[("age", "2019-01-31")], "wait"), scenario(&[("age", "2019-02-01")], "act")];
    assert_eq!(check(&table, &scenarios, "s"), []);
    let age = &table.inputs[2];
    assert_eq!([age.code(0), age.code(1)], ["<2019-02-01", ">=2019-02-01"]);
    assert_eq!([age.cell(&age.example(0)), age.cell(&age.example(1))], [Some(0), Some(1)]);
}

#[test]
fn a_name_as_long_as_a_text_and_danger_that_stands_there_twice_are_refused() {
    let long = "x".repeat(65);
    let text = toml("first", &[("all", "", "wait")]).replace("\"all\"", &format!("{long:?}"));
    assert_eq!(codes(&Table::read("t", &text).unwrap_err()), ["rules-name-long"]);
    let text = toml("first", &[("all", "", "wait")]).replace("[\"no\", \"unknown\"", "[\"no\", \"no\"");
    assert_eq!(codes(&Table::read("t", &text).unwrap_err()), ["rules-twice"]);
}

fn files(tables: &[(&str, u32, &str)]) -> Files {
    let mut files = Files::new();
    files.insert("sources.toml".to_owned(), r#"sources = [{ id = "l", cite = { nl = "", en = "" }, says = { nl = "", en = "" }, date = "", certainty = "low", seen = "" }]"#.to_owned());
    for (day, version, outcome) in tables {
        let text = toml("first", &[("all", "", outcome)])
            .replace("2019-01-01", day)
            .replace("version = 1", &format!("version = {version}"));
        files.insert(format!("t/{day}.toml"), text);
        let scenario = format!(
            "[[scenarios]]\ntells = {{ nl = \"\", en = \"\" }}\ngiven = {{}}\nexpect = \"{outcome}\"\n"
        );
        files.insert(format!("t/{day}.scenarios.toml"), scenario);
    }
    files
}

#[test]
fn an_old_case_is_decided_by_the_table_of_its_day() {
    let rules = Rules::read(&files(&[("2019-01-01", 1, "wait"), ("2024-07-01", 2, "act")])).expect("rules");
    assert_eq!(rules.check(), []);
    let version = |day: jiff::civil::Date| rules.in_force("t", day).map(|bundle| bundle.table.version);
    assert_eq!(
        [date(2018, 12, 31), date(2024, 6, 30), date(2024, 7, 1)].map(version),
        [None, Some(1), Some(2)]
    );
    assert_eq!(rules.all_in_force(date(2025, 1, 1)).count(), 1);
}

#[test]
fn a_source_that_is_not_there_and_a_version_that_does_not_count_up_are_told() {
    let mut files = files(&[("2019-01-01", 2, "wait"), ("2024-07-01", 2, "act")]);
    let text = files["t/2019-01-01.toml"].replace("law = [\"l\"]", "law = [\"m\"]");
    files.insert("t/2019-01-01.toml".to_owned(), text);
    let rules = Rules::read(&files).expect("rules");
    assert_eq!(codes(&rules.check()), ["rules-no-source", "rules-version"]);
}

#[test]
fn a_row_that_keeps_no_ground_for_somebody_is_told() {
    let bound = "[[inputs]]\nname = \"bound\"\nkind = \"choice\"\nquestion = { nl = \"\", en = \"\" }\n\
                 options = [{ code = \"medical\", nl = \"\", en = \"\" }, { code = \"club\", nl = \"\", en = \"\" }]\n\n";
    let mut files = files(&[("2019-01-01", 1, "wait")]);
    let text = files["t/2019-01-01.toml"].replacen("[[outputs]]", &format!("{bound}[[outputs]]"), 1);
    files.insert("t/2019-01-01.toml".to_owned(), text);
    let sources = files["sources.toml"].clone();
    let found = |binds: &str| {
        let mut files = files.clone();
        let binds = sources.replace("seen =", &format!("binds = {binds}, seen ="));
        files.insert("sources.toml".to_owned(), binds);
        let found = Rules::read(&files).expect("rules").check();
        found
            .into_iter()
            .map(|finding| (finding.code.to_string(), format!("{finding:?}")))
            .collect::<Vec<_>>()
    };
    assert_eq!(found("[\"medical\", \"club\"]"), []);
    let told = found("[\"medical\"]");
    assert!(told.len() == 1 && told[0].0 == "rules-no-ground" && told[0].1.contains("club"), "{told:?}");
    let told = found("[\"medical\", \"club\", \"nobody\"]");
    assert!(told.len() == 1 && told[0].0 == "rules-no-value" && told[0].1.contains("nobody"), "{told:?}");
}

#[test]
fn a_change_shows_which_scenarios_and_which_cases_come_out_otherwise() {
    let before = table("first", &WHOLE);
    let after = table(
        "first",
        &[WHOLE[0], ("baby", r#"hurt = "unknown", who = "child", age = "<4""#, "wait"), WHOLE[2]],
    );
    let change = change(&before, &after, &tried()).expect("little work");
    assert_eq!(change.scenarios.len(), 1);
    assert_eq!((change.scenarios[0].scenario, change.cases()), (1, 1));
    let (region, was, becomes) = &change.parts.as_deref().expect("parts")[0];
    assert_eq!(region.describe(&before), "hurt = unknown; who = child; age = 0..3");
    let [was, becomes] =
        [(&before, was), (&after, becomes)].map(|(table, row)| table.given(&table.rows[row.unwrap()]));
    assert_eq!((was.as_str(), becomes.as_str()), ("act", "wait"));
}

/// A condition that a row may have on an input.
fn condition() -> impl Strategy<Value = String> {
    let hurt = prop::sample::subsequence(vec!["yes", "no", "unknown"], 1..=3);
    let who = prop::sample::subsequence(vec!["child", "parent"], 1..=2);
    let age = prop::sample::select(vec!["<4", "4..11", ">=12", "7", ">40", "0..120"]);
    let list = |name: &str, values: &[&str]| format!("{name} = {values:?}");
    let one = move |(hurt, who, age): (Option<Vec<&str>>, Option<Vec<&str>>, Option<&str>)| {
        let parts = [
            hurt.map(|values| list("hurt", &values)),
            who.map(|values| list("who", &values)),
            age.map(|age| format!("age = \"{age}\"")),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    (prop::option::of(hurt), prop::option::of(who), prop::option::of(age)).prop_map(one)
}

/// Every case of a table, as cells.
fn every_case(table: &Table) -> Vec<Vec<u8>> {
    table.inputs.iter().fold(vec![Vec::new()], |cases, input| {
        let cells = 0..u8::try_from(input.cells.len()).unwrap();
        let longer =
            |case: Vec<u8>| cells.clone().map(move |cell| case.iter().copied().chain([cell]).collect());
        cases.into_iter().flat_map(longer).collect()
    })
}

/// The rows that fit a case, slowly.
fn fitting(table: &Table, cells: &[u8]) -> Vec<usize> {
    let fits =
        |row: &usize| table.rows[*row].fits.iter().zip(cells).all(|(mask, cell)| mask & (1 << cell) != 0);
    (0..table.rows.len()).filter(fits).collect()
}

proptest! {
    #[test]
    fn the_quick_way_and_the_parts_agree_with_trying_every_row(conditions in prop::collection::vec(condition(), 1..6)) {
        let ids = ["a", "b", "c", "d", "e"];
        let rows: Vec<(&str, &str, &str)> = conditions.iter().zip(ids).map(|(when, id)| (id, when.as_str(), "act")).collect();
        for hit in [Hit::First, Hit::Collect] {
            let table = table(if hit == Hit::First { "first" } else { "collect" }, &rows);
            let parts = table.parts();
            let mut seen = 0;
            for cells in every_case(&table) {
                let fitting = fitting(&table, &cells);
                prop_assert_eq!(table.quick(&cells), fitting.first().copied());
                prop_assert_eq!(table.quick(&cells[1..]), None);
                let expected: Vec<usize> = if hit == Hit::First { fitting.into_iter().take(1).collect() } else { fitting };
                prop_assert_eq!(&table.decide(&Case::whole(&cells)).rows, &expected);
                seen += 1;
                let Some(parts) = &parts else { continue };
                let holding = parts.iter().filter(|(region, _)| cells.iter().enumerate().all(|(input, cell)| region.cells(input).any(|found| found == usize::from(*cell))));
                let holding: Vec<_> = holding.collect();
                prop_assert_eq!(holding.len(), 1);
                prop_assert_eq!(holding[0].1, expected.first().copied());
            }
            prop_assert_eq!(seen, table.cases());
            prop_assert_eq!(parts.is_some(), hit == Hit::First);
            let held: u64 = parts.iter().flatten().map(|(region, _)| region.cases()).sum();
            prop_assert!(parts.is_none() || held == table.cases());
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[a-z\\[\\]{}=\"., \n0-9<>]{0,200}") {
        let _ = Table::read("t", &text);
        let _ = Scenario::read("t", &text);
    }
}

#[test]
fn the_full_table_holds_every_case_once() {
    let table = table("first", &WHOLE);
    let full = table.full().unwrap();
    assert_eq!(full.iter().map(|(region, _)| region.cases()).sum::<u64>(), table.cases());
    assert!(full.windows(2).all(|pair| pair[0].1 <= pair[1].1), "in the order of the rows");
    assert!(full.len() <= table.parts().unwrap().len());
    let all = table.parts().unwrap().into_iter().flat_map(|(region, _)| region.cells(0).collect::<Vec<_>>());
    assert_eq!(all.collect::<BTreeSet<_>>().len(), 3);
}

#[test]
fn of_a_table_that_collects_the_full_table_is_its_rows() {
    let rows = [("a", r#"hurt = "yes""#, "act"), ("b", r#"who = "child""#, "wait")];
    let full = table("collect", &rows).full().unwrap();
    assert_eq!(full.iter().map(|(_, row)| *row).collect::<Vec<_>>(), [Some(0), Some(1)]);
}

/// Rows of which each cuts another input: the space falls into as many parts as it can.
fn hostile(rows: usize, inputs: usize, hit: &str) -> String {
    let mut text = format!(
        "id = \"t\"\nversion = 1\nvalid_from = \"2019-01-01\"\ntitle = {{ nl = \"t\", en = \"t\" }}\nabout = {{ nl = \"t\", en = \"t\" }}\nhit = \"{hit}\"\n"
    );
    for input in 0..inputs {
        let danger = r#"danger = ["no", "unknown", "yes"]"#;
        write!(text, "[[inputs]]\nname = \"i{input}\"\nkind = \"answer\"\nquestion = {{ nl = \"?\", en = \"?\" }}\n{danger}\n").unwrap();
    }
    let ranks = if hit == "collect" { ["", ""] } else { ["rank = 0, ", "rank = 1, "] };
    write!(text, "[[outputs]]\nname = \"o\"\noptions = [ {{ code = \"a\", {}nl = \"a\", en = \"a\" }}, {{ code = \"b\", {}nl = \"b\", en = \"b\" }} ]\n", ranks[0], ranks[1]).unwrap();
    for row in 0..rows {
        let when = |step: usize| {
            format!("i{} = \"{}\"", (row * step + row / 7) % inputs, ["yes", "no", "unknown"][row % 3])
        };
        let (first, second) = (when(1), when(5));
        let when = if first.split(' ').next() == second.split(' ').next() {
            first
        } else {
            format!("{first}, {second}")
        };
        write!(text, "[[rows]]\nid = \"r{row}\"\nwhen = {{ {when} }}\nthen = {{ o = \"{}\" }}\nbecause = {{ nl = \"w\", en = \"w\" }}\nlaw = [\"l\"]\n", ["a", "b"][row % 2]).unwrap();
    }
    text
}

#[test]
fn a_table_made_to_keep_a_machine_busy_is_given_up() {
    let scenarios: Vec<Scenario> = (0..100).map(|_| scenario(&[("i0", "yes")], "a")).collect();
    for (rows, inputs) in [(1000, 32), (40, 32)] {
        let table = Table::read("t/2019-01-01.toml", &hostile(rows, inputs, "first")).unwrap();
        assert_eq!(codes(&check(&table, &scenarios, "s")), ["rules-too-many"]);
        assert_eq!(change(&table, &table, &scenarios), Err(TooMany));
        assert_eq!(table.full(), None);
    }
    // In a table that collects each row stands for itself: there is nothing to cut.
    let table = Table::read("t/2019-01-01.toml", &hostile(1000, 32, "collect")).unwrap();
    assert!(change(&table, &table, &scenarios).is_ok_and(|change| change.scenarios.is_empty()));
}

#[test]
fn more_options_than_a_row_can_hold_are_told() {
    let options: Vec<String> =
        (0..80).map(|one| format!("{{ code = \"c{one}\", nl = \"n\", en = \"e\" }}")).collect();
    let text = toml("first", &[("a", r#"who = "c79""#, "act"), ("b", "", "wait")]);
    let old = r#"options = [ { code = "child", nl = "kind", en = "child" }, { code = "parent", nl = "ouder", en = "parent" } ]"#;
    let text = text.replace(old, &format!("options = [ {} ]", options.join(", ")));
    let findings = Table::read("t/2019-01-01.toml", &text).unwrap_err();
    assert!(codes(&findings).contains(&"rules-cells"), "{findings:?}");
}
