//! Which municipalities took part in two waves, and which of them may be compared across mergers.

use geography::Geography;

use crate::analysis::Analysis;

/// Participation in two waves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Twice {
    /// Took part in both under the same code or that of a successor.
    pub both: u64,
    /// Of these, how many can be compared directly: no merger or split in between.
    pub comparable: u64,
}

/// Compares who took part; nothing where municipalities are not known.
#[must_use]
pub fn twice(now: &Analysis, then: &Analysis) -> Option<Twice> {
    let geography = Geography::built_in();
    let (from, to) = (then.wave.as_ref()?.reference_date, now.wave.as_ref()?.reference_date);
    if now.participants.is_empty() || then.participants.is_empty() {
        return None;
    }
    let mut found = Twice { both: 0, comparable: 0 };
    for code in then.participants.keys() {
        let later = geography.successors(*code, from, to);
        if later.iter().any(|successor| now.participants.contains_key(successor)) {
            found.both += 1;
            found.comparable += u64::from(geography.comparable(*code, from, to).is_direct());
        }
    }
    Some(found)
}
