//! What is shown of a count of uses: nothing under ten, and from there in steps of ten, downwards. So that no number tells
//! of one professional, and the difference of two months tells of none either.

/// From here a count is shown, and in steps of this.
const STEP: i64 = 10;

/// What is shown of a count: `None` under ten.
#[must_use]
pub fn shown(count: i64) -> Option<i64> {
    (count >= STEP).then(|| count - count % STEP)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_is_shown_under_ten_and_then_tens() {
        assert_eq!(
            [0, 9, 10, 19, 20, 1234].map(shown),
            [None, None, Some(10), Some(10), Some(20), Some(1230)]
        );
    }

    proptest! {
        #[test]
        fn nobody_can_tell_a_count_from_its_neighbours_in_the_same_ten(ten in 0_i64..1000, one in 0_i64..10, other in 0_i64..10) {
            prop_assert_eq!(shown(ten * 10 + one), shown(ten * 10 + other));
        }
    }
}
