//! The form in which an event is hashed, and the hash.
//!
//! Every column is in it, in the order of the table: first the number and the length of each text, each with
//! `;` behind it (nothing before the `;` where there is no text), then the texts. So no two events have the
//! same form. SQL builds it too when the trail is verified ([`RECORD`]); the two stand beside each other here.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::hex;

/// Comes before the first event.
pub const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The columns between `seq` and `hash`, in order.
pub const COLUMNS: usize = 12;

/// The length of the hash, the hash and [`canonical`] in SQL, for both databases: `concat` leaves out what is
/// null, and `octet_length` of null is null.
pub const RECORD: &str = "concat(octet_length(hash), ';', hash, seq, ';',
    octet_length(at), ';', octet_length(actor_kind), ';', octet_length(actor), ';',
    octet_length(on_behalf_of), ';', octet_length(organisation), ';', octet_length(kind), ';',
    octet_length(about_kind), ';', octet_length(about), ';', octet_length(reason), ';',
    octet_length(detail), ';', octet_length(request), ';', octet_length(keep_until), ';',
    at, actor_kind, actor, on_behalf_of, organisation, kind, about_kind, about, reason, detail, request,
    keep_until)";

/// The text of an event that is hashed.
pub fn canonical(seq: i64, columns: &[Option<&str>; COLUMNS]) -> String {
    let mut text = String::with_capacity(320);
    // Writing to a String can't fail.
    let _ = write!(text, "{seq};");
    for column in columns {
        if let Some(value) = column {
            let _ = write!(text, "{}", value.len());
        }
        text.push(';');
    }
    columns.iter().flatten().for_each(|value| text.push_str(value));
    text
}

/// The hash of an event: SHA-256 over the hash before it and its own text.
pub fn hash(previous: &str, canonical: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(previous);
    hasher.update(canonical);
    hex::encode(&hasher.finalize())
}

/// An event as [`RECORD`] writes it.
#[derive(Debug, PartialEq, Eq)]
pub struct Record<'t> {
    pub seq: i64,
    pub hash: &'t str,
    pub canonical: &'t str,
}

/// Takes the first record off a text of records that follow each other without anything between them. `None`
/// if the text is not of that form.
pub fn take<'t>(text: &mut &'t str) -> Option<Record<'t>> {
    let (length, rest) = number(text)?;
    let hash = rest.get(..length?)?;
    let from_seq = rest.get(length?..)?;
    let (seq, mut rest) = from_seq.split_once(';')?;
    let mut texts = 0_usize;
    for _ in 0..COLUMNS {
        let (length, after) = number(rest)?;
        texts = texts.checked_add(length.unwrap_or(0))?;
        rest = after;
    }
    let length = (from_seq.len() - rest.len()).checked_add(texts)?;
    let canonical = from_seq.get(..length)?;
    *text = &from_seq[length..];
    Some(Record { seq: seq.parse().ok()?, hash, canonical })
}

/// A length with its `;`, if there is one, and what comes after it.
fn number(text: &str) -> Option<(Option<usize>, &str)> {
    let (digits, rest) = text.split_once(';')?;
    let length = if digits.is_empty() { None } else { Some(digits.parse().ok()?) };
    Some((length, rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn columns() -> impl Strategy<Value = [Option<String>; COLUMNS]> {
        proptest::array::uniform12(proptest::option::of(".{0,12}"))
    }

    fn borrowed(columns: &[Option<String>; COLUMNS]) -> [Option<&str>; COLUMNS] {
        columns.each_ref().map(Option::as_deref)
    }

    proptest! {
        #[test]
        fn no_two_events_have_the_same_form(a in columns(), b in columns(), seq: (i64, i64)) {
            let same = canonical(seq.0, &borrowed(&a)) == canonical(seq.1, &borrowed(&b));
            prop_assert_eq!(same, (seq.0, a) == (seq.1, b));
        }

        #[test]
        fn text_moved_from_one_column_to_the_next_is_another_form(text in ".{2,12}", at in 0..11_usize) {
            let middle = text.char_indices().nth(1).map_or(0, |(at, _)| at);
            let mut whole: [Option<&str>; COLUMNS] = [Some(""); COLUMNS];
            let mut parts = whole;
            whole[at] = Some(&text);
            (parts[at], parts[at + 1]) = (Some(&text[..middle]), Some(&text[middle..]));
            prop_assert_ne!(canonical(1, &whole), canonical(1, &parts));
        }

        #[test]
        fn records_are_taken_apart_as_they_were_put_together(a in columns(), b in columns(), hash in ".{0,9}") {
            let texts = [canonical(1, &borrowed(&a)), canonical(2, &borrowed(&b))];
            let all = texts.each_ref().map(|text| format!("{};{hash}{text}", hash.len())).concat();
            let mut rest = all.as_str();
            prop_assert_eq!(take(&mut rest), Some(Record { seq: 1, hash: &hash, canonical: &texts[0] }));
            prop_assert_eq!(take(&mut rest), Some(Record { seq: 2, hash: &hash, canonical: &texts[1] }));
            prop_assert_eq!(rest, "");
        }

        #[test]
        fn any_text_is_taken_or_refused_but_never_panics(text in "[0-9;é~:a]{0,60}") {
            let mut rest = text.as_str();
            while take(&mut rest).is_some() {}
        }
    }
}
