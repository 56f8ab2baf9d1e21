//! Every figure that was published of 2017 comes out of the reconstructed answers, exactly.

use std::io::Cursor;

use documents::read::Rows;
use kernel::{Exact, Finding};

use crate::analysis;
use crate::definitions::reconstruction_2017;
use crate::domain::rule::Parts;
use crate::domain::statistics::{Accumulator, Statistics};
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

fn statistics() -> Statistics {
    let rows = Rows::from_input("2017.csv", Cursor::new(reconstruction_2017()), None).unwrap();
    let mut collect =
        Collect(analysis::accumulator(questionnaire(), definitions().rule("2017-a").unwrap(), Parts::ALL));
    let outcome = read_rows(rows, questionnaire(), definitions().wave("2017"), &mut collect);
    assert_eq!((outcome.accepted, outcome.problems), (169, 0));
    let known = &definitions().wave("2017").unwrap().known;
    assert!(known.iter().any(|(hash, _)| *hash == outcome.content), "content {}", outcome.content);
    collect.0.finish()
}

fn rows(text: &str) -> impl Iterator<Item = Vec<String>> {
    text.lines().skip(1).map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect())
}

/// Half up, to whole percent.
fn percent(part: u64, whole: u64) -> String {
    Exact::percent(part, whole).unwrap().rounded(0).to_string()
}

#[test]
fn tables_4_1_to_4_10_count_by_count() {
    let statistics = statistics();
    let text = include_str!("../fixtures/published-2017-options.csv").replace("\"0,4\"", "0.4");
    let mut checked = 0;
    for row in rows(&text) {
        let goal = &questionnaire().goals[row[0].parse::<usize>().unwrap() - 1];
        let counts = &statistics.all.goals[row[0].parse::<usize>().unwrap() - 1];
        let question = row[1].parse::<usize>().unwrap() - 1;
        let option =
            goal.questions[question].options.iter().position(|option| option.code == row[2]).unwrap();
        let count = counts.questions[question][option];
        assert_eq!(count.to_string(), row[3], "goal {} question {} {}", row[0], row[1], row[2]);
        // The source prints 1 of 155 as 0,4; it is 0,6 (docs/method.md).
        if row[4] != "0.4" {
            assert_eq!(
                percent(count, counts.respondents),
                row[4],
                "goal {} question {} {}",
                row[0],
                row[1],
                row[2]
            );
        }
        checked += 1;
    }
    assert_eq!(checked, 230);
}

#[test]
fn table_4_11_and_the_total_scores() {
    let statistics = statistics();
    for row in rows(include_str!("../fixtures/published-2017-goals.csv")) {
        let counts = &statistics.all.goals[row[0].parse::<usize>().unwrap() - 1];
        assert_eq!(counts.respondents.to_string(), row[1]);
        assert_eq!(counts.policy[0].to_string(), row[2]);
        if let Some(total) = row.get(3).filter(|total| !total.is_empty()) {
            assert_eq!(
                counts.total.distribution().mean().unwrap().rounded(0).to_string(),
                *total,
                "goal {}",
                row[0]
            );
        }
    }
}

#[test]
fn the_whole_country() {
    let statistics = statistics();
    let means = statistics.all.means.distribution();
    assert_eq!(means.mean().unwrap().rounded(1), 432);
    assert_eq!(means.colours(&definitions().rule("2017-a").unwrap().norms), [31, 133, 5]);
    assert_eq!(statistics.all.none_in_policy, 8);
    assert_eq!(statistics.by_size.each_ref().map(|group| group.respondents), [61, 66, 21, 18, 3]);
    let correlation = statistics.all.correlation().unwrap();
    assert_eq!((format!("{:.2}", correlation.r), correlation.n), ("0.45".into(), 133));
    assert!(correlation.p.unwrap() < 0.05);
}

#[test]
fn the_extra_questions() {
    let statistics = statistics();
    let extra = |key: &str| &statistics.all.extra[questionnaire().extra_index(key).unwrap()];
    let grade = |key: &str| extra(key).grades.distribution().mean().unwrap().rounded(1);
    assert_eq!([grade("grade_past"), grade("grade_now"), grade("grade_next")], [55, 66, 75]);
    let count = |key: &str, code: &str| {
        let question = &questionnaire().extra[questionnaire().extra_index(key).unwrap()];
        extra(key).options[question.options.iter().position(|option| option.code == code).unwrap()]
    };
    assert_eq!(
        ["nee", "enigszins", "sterk", "geen-zicht"].map(|code| count("cooperation", code)),
        [2, 53, 61, 17]
    );
    assert_eq!((count("youth_participation", "ja"), extra("youth_participation").respondents), (24, 133));
    assert_eq!(["ja", "centrumgemeente", "nee"].map(|code| count("regional_vision", code)), [80, 19, 33]);
    assert_eq!(extra("regional_vision").respondents, 132);
}
