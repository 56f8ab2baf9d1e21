//! Reads the two files of `definitions/geography/`. A bad line becomes a finding and is left out, so that
//! nothing can fail while the program runs; a test holds the built-in files to having none.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::str::FromStr;

use jiff::civil::Date;
use kernel::{Finding, Place};

use crate::merger::Kind;
use crate::{Code, Merger, Municipality, Province, Region, tiles};

/// The header and file name of the municipalities.
const MUNICIPALITIES: (&str, &str) = (
    "geography/gemeenten-2023.csv",
    "code,naam,provincie,vt_regio,inwoners,pct_0_15,pct_15_25,huishoudens,pct_hh_kinderen,stedelijkheid,tegel_x,tegel_y",
);

/// The header and file name of the mergers.
const MERGERS: (&str, &str) = (
    "geography/herindelingen-2014-2023.csv",
    "datum,soort,oud_code,oud_naam,nieuw_code,nieuw_naam,opmerking",
);

/// One line, and the findings about it.
struct Line<'a> {
    names: Vec<&'a str>,
    fields: Vec<&'static str>,
    place: Place,
    findings: &'a mut Vec<Finding>,
}

impl Line<'_> {
    /// The field of this name; absent columns read as empty.
    fn text(&self, name: &str) -> &'static str {
        self.names
            .iter()
            .position(|n| *n == name)
            .and_then(|at| self.fields.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// The field as whatever `read` makes of it, with a finding if it can't.
    fn read<T>(&mut self, name: &str, read: impl Fn(&'static str) -> Option<T>) -> Option<T> {
        let text = self.text(name);
        let value = read(text);
        if value.is_none() {
            let place = self.place.clone().column(name);
            self.findings.push(Finding::error("geography-value", place).with("value", text));
        }
        value
    }

    /// A name: anything but nothing.
    fn name(&mut self, name: &str) -> Option<&'static str> {
        self.read(name, |text| (!text.is_empty()).then_some(text))
    }

    /// A number within bounds, or nothing where the field is empty or wrong.
    fn number<T: FromStr + PartialOrd>(&mut self, name: &str, range: &RangeInclusive<T>) -> Option<T> {
        if self.text(name).is_empty() {
            return None;
        }
        self.read(name, |text| text.parse().ok().filter(|value| range.contains(value)))
    }
}

/// Splits a line at its commas; a field with commas stands between quotes. `None` if the quotes are wrong.
fn split(line: &'static str) -> Option<Vec<&'static str>> {
    let mut fields = Vec::new();
    let mut rest = line;
    loop {
        if let Some(quoted) = rest.strip_prefix('"') {
            let (field, after) = quoted.split_once('"')?;
            fields.push(field);
            match after.strip_prefix(',') {
                Some(more) => rest = more,
                None if after.is_empty() => return Some(fields),
                None => return None,
            }
        } else if let Some((field, more)) = rest.split_once(',') {
            fields.push(field);
            rest = more;
        } else {
            fields.push(rest);
            return Some(fields);
        }
    }
}

/// Reads every line of `text` with `read`, and leaves out those with something wrong.
fn lines<T>(
    (file, header): (&str, &str),
    text: &'static str,
    findings: &mut Vec<Finding>,
    read: impl Fn(&mut Line) -> Option<T>,
) -> Vec<T> {
    let names: Vec<&str> = header.split(',').collect();
    let mut lines = text.lines().zip(1..);
    if lines.next().map(|(line, _)| line) != Some(header) {
        findings.push(Finding::error("geography-header", Place::row(file, 1)).with("expected", header));
    }
    lines
        .filter_map(|(line, row)| {
            let place = Place::row(file, row);
            match split(line) {
                Some(fields) if fields.len() == names.len() => {
                    let before = findings.len();
                    let value = read(&mut Line { names: names.clone(), fields, place, findings });
                    value.filter(|_| findings.len() == before)
                }
                _ => {
                    let fields = names.len().to_string();
                    findings.push(Finding::error("geography-fields", place).with("expected", fields));
                    None
                }
            }
        })
        .collect()
}

/// The municipalities of 2023, as if they had always existed.
pub(crate) fn municipalities(
    text: &'static str,
    findings: &mut Vec<Finding>,
) -> BTreeMap<Code, Municipality> {
    let rows = lines(MUNICIPALITIES, text, findings, |line| {
        // Every field is read before the first `?`, so that one line tells all that is wrong with it.
        let (code, name) = (line.read("code", |text| text.parse().ok()), line.name("naam"));
        let (province, region) = (line.name("provincie"), line.name("vt_regio"));
        let (population, households) =
            (line.number("inwoners", &(0..=u32::MAX)), line.number("huishoudens", &(0..=u32::MAX)));
        let [share_0_15, share_15_25, share_with_children] =
            ["pct_0_15", "pct_15_25", "pct_hh_kinderen"].map(|name| line.number(name, &(0..=100)));
        let urbanity = line.number("stedelijkheid", &(1..=5));
        let column = line.number("tegel_x", &(0..=tiles::COLUMNS - 1));
        let row = line.number("tegel_y", &(0..=tiles::ROWS - 1));
        let municipality = Municipality {
            code: code?,
            name: name?,
            province: province.map(Province::new)?,
            region: region.map(Region::new)?,
            from: None,
            until: None,
            population,
            share_0_15,
            share_15_25,
            households,
            share_with_children,
            urbanity,
            tile: column.zip(row),
        };
        Some((municipality, line.place.clone()))
    });
    let mut all = BTreeMap::new();
    for (municipality, place) in rows {
        let code = municipality.code;
        if all.insert(code, municipality).is_some() {
            findings.push(Finding::error("geography-repeated", place).with("code", code.to_string()));
        }
    }
    all
}

/// The mergers, oldest first.
pub(crate) fn mergers(text: &'static str, findings: &mut Vec<Finding>) -> Vec<Merger> {
    let mut all = lines(MERGERS, text, findings, |line| {
        Some(Merger {
            date: line.read("datum", |text| text.parse::<Date>().ok())?,
            kind: line.read("soort", Kind::parse)?,
            old: line.read("oud_code", |text| text.parse().ok())?,
            new: line.read("nieuw_code", |text| text.parse().ok())?,
            old_name: line.name("oud_naam")?,
            new_name: line.name("nieuw_naam")?,
            note: line.text("opmerking"),
        })
    });
    // Stable: within a day the order of the file decides who is the first successor of a split.
    all.sort_by_key(|merger| merger.date);
    all
}

/// Where a merger that leads nowhere is reported.
pub(crate) fn mergers_place() -> Place {
    Place::file(MERGERS.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(findings: &[Finding]) -> Vec<(&str, Option<u64>, Option<&str>)> {
        findings.iter().map(|f| (f.code, f.place.row, f.place.column.as_deref())).collect()
    }

    #[test]
    fn a_field_with_a_comma_stands_between_quotes() {
        assert_eq!(split("a,\"b, c\",,d"), Some(vec!["a", "b, c", "", "d"]));
        assert_eq!(split("a,\"b\""), Some(vec!["a", "b"]));
        assert_eq!(split("a,\"b"), None);
        assert_eq!(split("a,\"b\"c"), None);
    }

    #[test]
    fn every_bad_line_is_reported_at_its_place_and_the_others_are_read() {
        let mut findings = Vec::new();
        let read = municipalities(
            "code,naam,provincie,vt_regio,inwoners,pct_0_15,pct_15_25,huishoudens,pct_hh_kinderen,stedelijkheid,tegel_x,tegel_y\n\
             GM0001,Aa,P,R,,,,,,,,\n\
             G1,Bb,P,R,1,1,1,1,1,1,1,1\n\
             GM0002,Cc,P,R,veel,1,1,1,1,1,1,1\n\
             GM0003,Dd,P,R,1,1,1,1,101,6,1,1\n\
             GM0004,,P,R,1,1,1,1,1,5,1,1\n\
             GM0005,Ee,P,R,1,1,1,1,1,5,26,1\n\
             te kort\n\
             GM0001,Aa,P,R,,,,,,,,\n",
            &mut findings,
        );
        assert_eq!(read.keys().map(ToString::to_string).collect::<Vec<_>>(), ["GM0001"]);
        assert_eq!(
            codes(&findings),
            [
                ("geography-value", Some(3), Some("code")),
                ("geography-value", Some(4), Some("inwoners")),
                ("geography-value", Some(5), Some("pct_hh_kinderen")),
                ("geography-value", Some(5), Some("stedelijkheid")),
                ("geography-value", Some(6), Some("naam")),
                ("geography-value", Some(7), Some("tegel_x")),
                ("geography-fields", Some(8), None),
                ("geography-repeated", Some(9), None),
            ]
        );
    }

    #[test]
    fn a_wrong_header_date_or_kind_is_reported() {
        let mut findings = Vec::new();
        mergers(
            "datum\n2014-13-01,fusie,GM0001,A,GM0002,B,\n2014-01-01,ruil,GM0001,A,GM0002,B,",
            &mut findings,
        );
        assert_eq!(
            codes(&findings),
            [
                ("geography-header", Some(1), None),
                ("geography-value", Some(2), Some("datum")),
                ("geography-value", Some(3), Some("soort")),
            ]
        );
    }
}
