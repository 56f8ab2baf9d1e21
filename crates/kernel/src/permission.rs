//! What a visitor may do; stated on the route where it is mounted.

/// A right that a route asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Permission {
    /// Look at what is published: anyone, without signing in.
    SeePublished,
}

impl Permission {
    /// The name in the list of routes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SeePublished => "see-published",
        }
    }
}
