//! How children and young people were heard about a goal. It stands beside the questions that are scored, is the same
//! for every questionnaire, never earns points and never keeps a form from being sent in.

/// Ends of the columns: whether they were heard, how, and what was changed because of it.
pub const HEARD: &str = "gehoord";
/// See [`HEARD`].
pub const HOW: &str = "gehoord-hoe";
/// See [`HEARD`].
pub const CHANGE: &str = "gehoord-gevolg";

/// The ways in which they can be heard, by their code in the answers file.
pub const WAYS: [&str; 5] = ["gesprek", "raad", "vragenlijst", "professionals", "anders"];

/// From how many municipalities that answered it is told how many heard children: a count of fewer says something about
/// each of them.
pub const FEWEST: u64 = 5;

/// The columns of a goal, by its number.
#[must_use]
pub fn columns(goal: u32) -> [String; 3] {
    [HEARD, HOW, CHANGE].map(|end| format!("d{goal}.{end}"))
}

/// Whether a column tells how children were heard.
#[must_use]
pub fn is_voice(column: &str) -> bool {
    let end = column.split_once('.').map(|(_, end)| end);
    end.is_some_and(|end| [HEARD, HOW, CHANGE].contains(&end))
}

/// In how many municipalities children were heard, and of how many that is known; nothing from too few. `counts` holds
/// yes and no.
#[must_use]
pub fn told(counts: [u64; 2]) -> Option<(u64, u64)> {
    let [yes, no] = counts;
    (yes + no >= FEWEST).then_some((yes, yes + no))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_a_goal_are_told_from_its_other_ones() {
        assert!(columns(7).iter().all(|column| is_voice(column)));
        for other in ["d7.beleid", "gehoord", "d7.maatregelen.1", "d7.gehoord.anders-tekst"] {
            assert!(!is_voice(other), "{other}");
        }
    }

    #[test]
    fn a_count_is_told_from_five_that_answered() {
        assert_eq!(told([4, 0]), None);
        assert_eq!(told([1, 4]), Some((1, 5)));
        assert_eq!(told([0, 0]), None);
    }
}
