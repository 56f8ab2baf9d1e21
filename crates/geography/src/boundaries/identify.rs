//! Which municipality an area is.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::problems::Problems;
use super::{Point, Shape};
use crate::{Code, Geography, Municipality};

/// Properties that may hold the code, the most certain first; capitals make no difference.
const KEYS: [&str; 5] = ["statcode", "gemeentecode", "code", "gm_code", "id"];

/// Most names that a finding lists.
const LISTED: usize = 10;

/// An area that is a municipality.
pub(super) struct Area {
    pub(super) key: String,
    pub(super) rings: Vec<Vec<Point>>,
}

/// The code that stands with an area, known or not.
pub(super) fn code_of(area: &Value) -> Option<Code> {
    let properties = area.get("properties").and_then(Value::as_object);
    let property = |wanted: &str| {
        properties
            .into_iter()
            .flatten()
            .find(|(key, _)| key.eq_ignore_ascii_case(wanted))
            .map(|(_, value)| value)
    };
    let found = KEYS.iter().find_map(|key| property(key).and_then(|value| read_code(value, *key != "id")));
    found.or_else(|| area.get("id").and_then(|value| read_code(value, false)))
}

/// Reads `GM0344`, and where a bare number can only be a code also `0344` or 344: an `id` may be a row number.
fn read_code(value: &Value, bare: bool) -> Option<Code> {
    if let Some(text) = value.as_str() {
        let text = text.trim();
        if text.len() > 6 {
            return None;
        }
        let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        return if bare && digits {
            text.parse().ok().and_then(Code::from_number)
        } else {
            text.to_ascii_uppercase().parse().ok()
        };
    }
    let number = value.as_u64().filter(|_| bare)?;
    u16::try_from(number).ok().and_then(Code::from_number)
}

/// The areas by code. Areas without a code or with an unknown one are left out with a warning; a code that
/// comes twice is an error, since nobody can tell which of the two is meant.
pub(super) fn by_code(shapes: Vec<Shape>, problems: &mut Problems) -> BTreeMap<Code, Area> {
    let total = shapes.len();
    let (mut areas, mut nameless, mut unknown, mut twice) =
        (BTreeMap::new(), 0_usize, BTreeSet::new(), BTreeSet::new());
    for Shape { key, code, rings } in shapes {
        match code {
            None => nameless += 1,
            Some(code) if Geography::built_in().get(code).is_none() => {
                unknown.insert(code.to_string());
            }
            Some(code) if areas.contains_key(&code) => {
                if twice.insert(code) {
                    problems.error("boundary-duplicate", &key, &[("code", code.to_string())]);
                }
            }
            Some(code) => {
                areas.insert(code, Area { key, rings });
            }
        }
    }
    if areas.is_empty() {
        // Areas that could not be read have been reported; that none is left is then no news.
        if total > 0 {
            problems.file_error("boundary-no-codes", &[("count", total.to_string())]);
        } else if problems.is_empty() {
            problems.file_error("boundary-no-features", &[]);
        }
        return areas;
    }
    if nameless > 0 {
        problems.file_warning("boundary-without-code", &[("count", nameless.to_string())]);
    }
    if !unknown.is_empty() {
        problems.file_warning("boundary-unknown-code", &listed("codes", unknown.iter().map(String::as_str)));
    }
    areas
}

/// Warns of present municipalities that have no path, unless there is none at all.
pub(super) fn report_missing(paths: &BTreeMap<Code, String>, problems: &mut Problems) {
    if paths.is_empty() {
        if problems.is_empty() {
            problems.file_error("boundary-no-features", &[]);
        }
        return;
    }
    let present = |m: &&Municipality| m.until.is_none() && !paths.contains_key(&m.code);
    let missing: Vec<&str> = Geography::built_in().all().filter(present).map(|m| m.name).collect();
    if !missing.is_empty() {
        problems.file_warning("boundary-missing", &listed("names", missing.into_iter()));
    }
}

/// How many there are, and the first ones by name.
fn listed<'a>(name: &'static str, all: impl Iterator<Item = &'a str>) -> [(&'static str, String); 2] {
    let all: Vec<&str> = all.collect();
    let first: Vec<&str> = all.iter().take(LISTED).copied().collect();
    [("count", all.len().to_string()), (name, first.join(", "))]
}
