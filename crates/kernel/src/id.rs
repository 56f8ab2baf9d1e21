//! Names of things that nobody can guess or mistake for one another.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

use crate::Entropy;

/// A text that is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

/// A UUID of version 7: ordered by the moment it was made, which databases like.
fn new_v7(now: Timestamp, entropy: &dyn Entropy) -> Uuid {
    let mut random = [0; 10];
    entropy.fill(&mut random);
    // A clock before 1970 counts as 1970: an id is a name, not a proof of time.
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new one, never given before.
            #[must_use]
            pub fn new(now: Timestamp, entropy: &dyn Entropy) -> Self {
                Self(new_v7(now, entropy))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)
            }
        }
    )+};
}

ids! {
    /// A person with an account.
    PersonId,
    /// An organisation: a municipality, a region, a Veilig Thuis organisation, a national body.
    OrganisationId,
    /// One sign-in of a person on one device.
    SessionId,
    /// A piece of work for later.
    JobId,
    /// A piece of evidence or a note with a goal of a form.
    AttachmentId,
    /// A good example of a municipality.
    ExampleId,
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting;

    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            (0..).zip(bytes).for_each(|(value, byte)| *byte = value);
        }
    }

    #[test]
    fn ids_are_ordered_by_their_moment_and_read_back() {
        let early = PersonId::new("2026-01-01T00:00:00Z".parse().expect("a moment"), &Counting);
        let late = PersonId::new("2026-01-01T00:00:01Z".parse().expect("a moment"), &Counting);
        assert!(early.to_string() < late.to_string());
        assert_eq!(early.to_string().parse(), Ok(early));
        assert_eq!("municipality".parse::<PersonId>(), Err(NotAnId));
    }
}
