//! What waits for somebody: told by the capability where it waits, shown where people begin.

use jiff::civil::Date;

use crate::{Actor, Answer};

/// Something that keeps work for people.
pub trait Waits: Send + Sync {
    /// What waits for an actor.
    fn waiting<'a>(&'a self, actor: &'a Actor) -> Answer<'a, Vec<Waiting>>;
}

/// Work of one kind at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The key of its words, which take `n`, `name` and, where there is one, `day`; those of the link have `-link` behind it.
    pub key: &'static str,
    /// How much.
    pub count: u64,
    /// Where, in words; a proper name.
    pub name: String,
    /// Until when.
    pub until: Option<Date>,
    /// The page, without language.
    pub path: String,
}
