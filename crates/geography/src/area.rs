//! Provinces and Veilig Thuis regions.

use crate::text::slug;

/// One of the twelve provinces. Ordered by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Province(&'static str);

/// One of the 25 Veilig Thuis regions. Ordered by name.
///
/// The division is professional knowledge; Eemnes is the least certain (`definitions/geography/README.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region(&'static str);

impl Province {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The name as CBS writes it: `Fryslân`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// The name in a web address: `fryslan`. Unique among provinces, not among provinces and regions.
    #[must_use]
    pub fn slug(self) -> String {
        slug(self.0)
    }
}

impl Region {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The name: `Noord- en Oost-Gelderland`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// The name in a web address: `noord-en-oost-gelderland`. Unique among regions, not among provinces
    /// and regions.
    #[must_use]
    pub fn slug(self) -> String {
        slug(self.0)
    }
}
