use proptest::prelude::*;

use super::*;

fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

/// Amsterdam is in class 5, Wijchen and Druten are in 2 and 1.
fn three(done: &[&str]) -> Response {
    let all = ["GM0363", "GM0296", "GM0225"].into_iter();
    let progress = |name: &str| if done.contains(&name) { Progress::Approved } else { Progress::Busy };
    Response::count(all.map(|name| (code(name), progress(name))))
}

#[test]
fn a_municipality_counts_in_its_class_province_and_region() {
    let response = three(&["GM0296"]);
    assert_eq!((response.total.invited(), response.total.approved()), (3, 1));
    assert_eq!(response.by_class.len(), 3);
    assert_eq!(response.by_province.len(), 2);
    let region = response.by_region.iter().find(|(region, _)| region.name() == "Gelderland-Zuid");
    assert_eq!(region.map(|(_, count)| count.by_progress), Some([0, 1, 0, 1]));
    assert_eq!(response.total.share(), Exact::percent(1, 3));
}

#[test]
fn the_class_that_is_furthest_from_its_share_is_told() {
    assert_eq!(three(&[]).deviation(), None);
    let found = three(&["GM0296"]).deviation().expect("a deviation");
    assert_eq!(found.class, SizeClass::new(2).expect("a class"));
    assert_eq!(found.points(), Exact::whole(100) - Exact::percent(1, 3).expect("a share"));
    let even = three(&["GM0363", "GM0296", "GM0225"]).deviation().expect("a deviation");
    assert_eq!(even.points(), Exact::whole(0));
}

proptest! {
    #[test]
    fn the_groups_of_a_division_are_together_everybody(states in proptest::collection::vec(0_usize..4, 0..342)) {
        let day = jiff::civil::date(2023, 1, 1);
        let codes = Geography::built_in().codes_at(day).into_iter();
        let response = Response::count(codes.zip(states.iter().map(|at| Progress::ALL[*at])));
        let sum = |counts: Vec<&Count>| counts.iter().fold([0; 4], |mut sum: [u64; 4], count| {
            sum.iter_mut().zip(count.by_progress).for_each(|(sum, one)| *sum += one);
            sum
        });
        for groups in [
            response.by_class.values().collect(),
            response.by_province.values().collect::<Vec<_>>(),
            response.by_region.values().collect(),
        ] {
            prop_assert_eq!(sum(groups), response.total.by_progress);
        }
        if let Some(found) = response.deviation() {
            prop_assert!(found.size() <= Exact::whole(100));
        }
    }
}
