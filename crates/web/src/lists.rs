//! Lists in pages: links to what comes before and after.

/// The links under a list that does not fit on one page; printed by `forms::pager`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pager {
    /// The address of the first page, unless this is it.
    pub first: Option<String>,
    /// The address of the next page, if there is more.
    pub next: Option<String>,
}
