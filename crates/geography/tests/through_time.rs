//! The built-in municipalities held to what is known about them.

use std::collections::BTreeSet;

use geography::{Code, Geography, Kind, SizeClass};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::select;

fn geography() -> &'static Geography {
    Geography::built_in()
}

fn code(text: &str) -> Code {
    text.parse().expect("a municipality code")
}

fn codes(texts: &[&str]) -> BTreeSet<Code> {
    texts.iter().map(|text| code(text)).collect()
}

fn every_code() -> Vec<Code> {
    geography().all().map(|municipality| municipality.code).collect()
}

fn every_year() -> Vec<Date> {
    (2013..=2026).map(|year| date(year, 12, 31)).chain((2014..=2026).map(|year| date(year, 1, 1))).collect()
}

#[test]
fn the_built_in_files_have_no_bad_line() {
    assert_eq!(geography().findings(), []);
}

#[test]
fn each_year_has_its_known_number_of_municipalities() {
    assert_eq!(geography().codes_at(date(2013, 12, 31)).len(), 408);
    for (year, count) in (2014..).zip([403, 393, 390, 388, 380, 355, 355, 352, 345, 342]) {
        assert_eq!(geography().codes_at(date(year, 1, 1)).len(), count, "{year}");
    }
    assert_eq!(geography().codes_at(date(2022, 3, 23)).len(), 345);
    assert_eq!(geography().codes_at(date(2022, 3, 24)).len(), 344);
    assert_eq!(geography().codes_at(date(2026, 11, 22)).len(), 342);
}

#[test]
fn each_merger_takes_out_its_old_codes_and_brings_in_its_new_one() {
    for merger in geography().mergers() {
        let before = geography().codes_at(merger.date.yesterday().unwrap());
        let after = geography().codes_at(merger.date);
        assert!(before.contains(&merger.old), "{merger:?}");
        assert!(after.contains(&merger.new), "{merger:?}");
        if merger.kind != Kind::BorderChange {
            assert!(!after.contains(&merger.old), "{merger:?}");
        }
        match merger.kind {
            Kind::Merger | Kind::Renumbering => assert!(!before.contains(&merger.new), "{merger:?}"),
            Kind::Absorption => assert!(before.contains(&merger.new), "{merger:?}"),
            Kind::Split | Kind::BorderChange => {}
        }
    }
}

/// The slow, obvious way: take the codes of 2013 and carry out one line of the file after the other.
#[test]
fn carrying_out_the_mergers_one_by_one_gives_the_set_of_every_year() {
    let file = include_str!("../../../definitions/geography/herindelingen-2014-2023.csv");
    let mut codes: BTreeSet<String> =
        geography().codes_at(date(2013, 12, 31)).iter().map(Code::to_string).collect();
    let mut lines = file.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>()).peekable();
    for year in 2014..=2026 {
        for day in [date(year, 1, 1), date(year, 12, 31)] {
            while let Some(line) = lines.next_if(|line| line[0] <= day.to_string().as_str()) {
                if line[1] != "grenswijziging" {
                    codes.remove(line[2]);
                    codes.insert(line[4].to_owned());
                }
            }
            let found: BTreeSet<String> = geography().codes_at(day).iter().map(Code::to_string).collect();
            assert_eq!(found, codes, "{day}");
        }
    }
    let municipalities = include_str!("../../../definitions/geography/gemeenten-2023.csv");
    let present = municipalities.lines().skip(1).map(|line| line[..6].to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(codes, present);
}

#[test]
fn a_day_without_a_merger_changes_no_code() {
    let days: BTreeSet<Date> = geography().mergers().iter().map(|merger| merger.date).collect();
    let first_of_year = |year| date(year, 1, 1);
    for (year, day) in (2014..=2026).map(|year| (year, first_of_year(year))) {
        if !days.contains(&day) {
            assert_eq!(geography().codes_at(day), geography().codes_at(day.yesterday().unwrap()), "{year}");
        }
    }
    assert_eq!(geography().codes_at(date(1900, 1, 1)), geography().codes_at(date(2013, 12, 31)));
}

#[test]
fn known_sets_come_and_go() {
    let gone = |day: Date, next: Date| -> BTreeSet<Code> {
        geography().codes_at(day).difference(&geography().codes_at(next)).copied().collect()
    };
    let (old, new) = (date(2020, 12, 31), date(2021, 1, 1));
    assert_eq!(gone(old, new), codes(&["GM0003", "GM0010", "GM0024", "GM0788"]));
    assert_eq!(gone(new, old), codes(&["GM1979"]));
    let (old, new) = (date(2022, 12, 31), date(2023, 1, 1));
    assert_eq!(gone(old, new), codes(&["GM0501", "GM0530", "GM0614"]));
    assert_eq!(gone(new, old), codes(&["GM1992"]));
    let (old, new) = (date(2013, 12, 31), date(2014, 1, 1));
    assert_eq!(gone(old, new), codes(&["GM0051", "GM0055", "GM0082", "GM0499", "GM0653", "GM1672"]));
    assert_eq!(gone(new, old), codes(&["GM1921"]));
    assert_eq!(gone(date(2019, 12, 31), date(2020, 1, 1)), BTreeSet::new());
}

#[test]
fn a_municipality_has_the_name_of_its_time() {
    let named = |name: &str, day| geography().at(day).into_iter().find(|m| m.name == name).map(|m| m.code);
    assert_eq!(named("De Friese Meren", date(2015, 6, 30)), Some(code("GM1921")));
    assert_eq!(named("De Friese Meren", date(2015, 7, 1)), None);
    assert_eq!(named("De Fryske Marren", date(2015, 7, 1)), Some(code("GM1940")));
    assert_eq!(named("Groesbeek", date(2015, 12, 31)), Some(code("GM0241")));
    assert_eq!(named("Berg en Dal", date(2016, 1, 1)), Some(code("GM1945")));
    assert_eq!(named("Nuenen, Gerwen en Nederwetten", date(2017, 1, 1)), Some(code("GM0820")));
}

#[test]
fn both_files_give_a_code_the_same_name() {
    for merger in geography().mergers() {
        assert_eq!(geography().get(merger.old).map(|m| m.name), Some(merger.old_name));
        assert_eq!(geography().get(merger.new).map(|m| m.name), Some(merger.new_name));
    }
}

#[test]
fn no_two_municipalities_share_a_name_on_one_day() {
    for day in every_year() {
        let all = geography().at(day);
        assert_eq!(all.iter().map(|m| m.name).collect::<BTreeSet<_>>().len(), all.len(), "{day}");
    }
}

#[test]
fn every_present_municipality_has_all_its_facts() {
    let present = geography().at(date(2023, 1, 1));
    for m in &present {
        assert!(m.tile.is_some() && m.population.is_some() && m.households.is_some(), "{}", m.name);
        assert!(m.share_0_15.is_some() && m.share_15_25.is_some() && m.share_with_children.is_some());
        assert!(m.urbanity.is_some_and(|urbanity| (1..=5).contains(&urbanity)), "{}", m.name);
    }
    let classes =
        SizeClass::ALL.map(|class| present.iter().filter(|m| m.size_class() == Some(class)).count());
    assert_eq!(classes, [113, 137, 60, 28, 4]);
}

#[test]
fn there_are_twelve_provinces_and_25_regions_with_a_slug_of_their_own() {
    let provinces = geography().provinces();
    let regions = geography().regions();
    assert_eq!((provinces.len(), regions.len()), (12, 25));
    let slugs: BTreeSet<String> = regions.iter().map(|region| region.slug()).collect();
    assert_eq!(slugs.len(), 25);
    assert!(slugs.contains("noord-en-oost-gelderland"));
    let plain = |slug: &str| slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    assert!(slugs.iter().all(|slug| plain(slug)));
    assert!(provinces.iter().all(|province| plain(&province.slug())));
    for region in regions {
        assert_eq!(geography().region(&region.slug()), Some(region));
        assert!(!geography().in_region(region, date(2023, 1, 1)).is_empty());
    }
    assert_eq!(geography().province("fryslan").map(geography::Province::name), Some("Fryslân"));
    assert_eq!(geography().province("friesland"), None);
}

#[test]
fn provinces_and_regions_divide_the_country() {
    for day in every_year() {
        let provinces = geography().provinces().into_iter().map(|p| geography().in_province(p, day).len());
        let regions = geography().regions().into_iter().map(|r| geography().in_region(r, day).len());
        assert_eq!(provinces.sum::<usize>(), geography().at(day).len());
        assert_eq!(regions.sum::<usize>(), geography().at(day).len());
    }
}

#[test]
fn one_that_ended_has_no_figures_and_the_province_and_region_of_its_first_successor() {
    for m in geography().all().filter(|m| m.until.is_some()) {
        assert_eq!(
            (m.population, m.size_class(), m.households, m.tile),
            (None, None, None, None),
            "{}",
            m.name
        );
        let first =
            geography().mergers().iter().find(|merger| merger.old == m.code && merger.kind.ends_old());
        let next = first.and_then(|merger| geography().get(merger.new)).unwrap();
        assert_eq!((m.province, m.region), (next.province, next.region), "{}", m.name);
    }
    let haaren = geography().get(code("GM0788")).unwrap();
    assert_eq!(haaren.region.name(), "Oost-Brabant", "Boxtel is named first, not Tilburg");
}

#[test]
fn successors_follow_every_kind_of_merger() {
    let after = |text, day| geography().successors(code(text), date(2013, 12, 31), day);
    assert_eq!(after("GM0344", date(2026, 1, 1)), codes(&["GM0344"]));
    assert_eq!(after("GM0051", date(2014, 12, 31)), codes(&["GM1921"]));
    assert_eq!(after("GM0051", date(2015, 7, 1)), codes(&["GM1940"]), "a merger and then a new code");
    assert_eq!(
        after("GM0055", date(2023, 1, 1)),
        codes(&["GM0074", "GM0080", "GM1900", "GM1940"]),
        "a split of which one part got a new code"
    );
    assert_eq!(after("GM0457", date(2022, 3, 23)), codes(&["GM0457"]));
    assert_eq!(after("GM0457", date(2022, 3, 24)), codes(&["GM0363"]));
    assert_eq!(after("GM0053", date(2019, 1, 1)), codes(&["GM1966"]), "a border change moves nobody");
}

#[test]
fn what_can_not_be_followed_has_no_successors() {
    assert_eq!(geography().successors(code("GM9999"), date(2014, 1, 1), date(2023, 1, 1)), BTreeSet::new());
    assert_eq!(geography().successors(code("GM1992"), date(2014, 1, 1), date(2022, 1, 1)), BTreeSet::new());
    assert_eq!(geography().successors(code("GM0344"), date(2023, 1, 1), date(2014, 1, 1)), BTreeSet::new());
}

#[test]
fn search_forgives_capitals_accents_and_punctuation() {
    let found = |typed| -> Vec<&str> {
        geography().search(typed, date(2023, 1, 1)).into_iter().map(|m| m.name).collect()
    };
    assert_eq!(found("sudwest FRYSLAN"), ["Súdwest-Fryslân"]);
    assert_eq!(found("s gravenh"), ["'s-Gravenhage"]);
    assert_eq!(found("den haag"), ["'s-Gravenhage"]);
    assert_eq!(found("Den Bosch"), ["'s-Hertogenbosch"]);
    assert_eq!(found("gm0344"), ["Utrecht"]);
    assert_eq!(
        found("bergen"),
        ["Bergen (L.)", "Bergen (NH.)", "Bergen op Zoom", "Haaksbergen", "Steenbergen", "Tubbergen"],
        "what starts with it comes first"
    );
    assert_eq!(found("brielle"), [""; 0], "it ended on 1 January 2023");
    assert_eq!(found("").len(), 342);
}

proptest! {
    #[test]
    fn every_code_that_ever_existed_has_successors_on_any_later_date(
        code in select(every_code()),
        from in select(every_year()),
        to in select(every_year()),
    ) {
        let m = geography().get(code).unwrap();
        let successors = geography().successors(code, from, to);
        let later = from <= to && m.from.is_none_or(|first| first <= to);
        prop_assert_eq!(successors.is_empty(), !later);
        prop_assert!(successors.is_subset(&geography().codes_at(to)));
        if m.exists_on(to) && later {
            prop_assert_eq!(&successors, &BTreeSet::from([code]));
        }
    }

    #[test]
    fn following_in_two_steps_is_following_at_once(
        code in select(every_code()),
        mut dates in prop::array::uniform3(select(every_year())),
    ) {
        dates.sort();
        let [first, middle, last] = dates;
        prop_assume!(geography().exists(code, first));
        let steps: BTreeSet<Code> = geography()
            .successors(code, first, middle)
            .into_iter()
            .flat_map(|code| geography().successors(code, middle, last))
            .collect();
        prop_assert_eq!(steps, geography().successors(code, first, last));
    }

    #[test]
    fn two_dates_compare_alike_in_either_order(
        code in select(every_code()),
        from in select(every_year()),
        to in select(every_year()),
    ) {
        let there = geography().comparable(code, from, to);
        prop_assert_eq!(&there, &geography().comparable(code, to, from));
        let exists = geography().exists(code, from) || geography().exists(code, to);
        prop_assert_eq!(there.reason() == "absent", !exists);
        if from == to && exists {
            prop_assert_eq!(there.reason(), "same");
        }
    }
}
