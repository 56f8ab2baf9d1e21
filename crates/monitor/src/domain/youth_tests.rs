use proptest::prelude::*;

use super::*;

fn questionnaire() -> YouthQuestionnaire {
    let words = |text: &str| Text { nl: text.to_owned(), en: text.to_owned() };
    let option = |code: &str| Choice { code: code.to_owned(), label: words(code), was: Vec::new() };
    YouthQuestionnaire {
        id: "jongeren".to_owned(),
        version: 1,
        title: words("Wat vind jij?"),
        source: String::new(),
        questions: vec![YouthQuestion {
            code: "q".to_owned(),
            text: words("Weet je waar je hulp krijgt?"),
            options: vec![option("ja"), option("nee"), option("weet-niet")],
        }],
    }
}

fn tally(people: u64, counts: [u64; 3]) -> Tally {
    let chosen = ["ja", "nee", "weet-niet"].into_iter().zip(counts);
    Tally { people, chosen: chosen.map(|(code, times)| ("q".to_owned(), code.to_owned(), times)).collect() }
}

#[test]
fn nine_young_people_make_no_table_and_ten_do() {
    assert_eq!(table(&questionnaire(), &tally(9, [5, 4, 0])), None);
    let made = table(&questionnaire(), &tally(10, [6, 4, 0])).expect("a table");
    assert_eq!(made.at_least, 10);
    assert_eq!(made.questions, [Some(vec![Share::About(60), Share::About(40), Share::AtMost(5)])]);
}

#[test]
fn a_question_that_fewer_answered_is_left_out() {
    let made = table(&questionnaire(), &tally(12, [5, 4, 0])).expect("a table");
    assert_eq!(made.questions, [None]);
}

#[test]
fn nobody_and_everybody_are_not_told() {
    let made = table(&questionnaire(), &tally(200, [199, 1, 0])).expect("a table");
    assert_eq!(made.questions, [Some(vec![Share::AtLeast(95), Share::AtMost(5), Share::AtMost(5)])]);
    let all = table(&questionnaire(), &tally(200, [200, 0, 0])).expect("a table");
    assert_eq!(all.questions, made.questions);
}

proptest! {
    #[test]
    fn a_share_is_a_whole_step_and_never_further_off_than_the_ends_ask(counts in prop::array::uniform3(0_u64..400)) {
        let whole: u64 = counts.iter().sum();
        let made = table(&questionnaire(), &tally(whole, counts));
        prop_assert_eq!(made.is_some(), whole >= FEWEST);
        let Some(made) = made else { return Ok(()) };
        prop_assert!(made.at_least <= whole && whole < made.at_least + 10 && made.at_least % 10 == 0);
        for (share, count) in made.questions[0].as_ref().expect("enough").iter().zip(counts) {
            let exact = 100 * count;
            match *share {
                Share::About(percent) => {
                    prop_assert!(percent % STEP == 0 && percent > STEP && percent < 100 - STEP);
                    prop_assert!((2 * percent * whole).abs_diff(2 * exact) <= STEP * whole);
                }
                Share::AtMost(percent) => prop_assert!(2 * exact < 3 * percent * whole),
                Share::AtLeast(percent) => prop_assert!(2 * exact + STEP * whole >= 2 * percent * whole),
            }
        }
    }
}
