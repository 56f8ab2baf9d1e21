//! What part of its scores a municipality looks at, read from the address: everything is in the link.

use geography::Code;
use serde::Deserialize;

use crate::domain::rule::Parts;
use crate::pages::scope;

/// The most municipalities in a chosen group.
pub const MOST: usize = 40;

/// The query of an address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Query {
    /// The wave; the newest without it.
    pub wave: Option<String>,
    /// Which parts count.
    pub parts: Option<String>,
    /// Beside whom: the name of a [`With`].
    pub with: Option<String>,
    /// The codes of a chosen group, with commas between them.
    pub of: Option<String>,
}

/// Whom to compare with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum With {
    /// Those of the same size.
    Size,
    /// Those most like it.
    Similar,
    /// Its Veilig Thuis region.
    Region,
    /// Its province.
    Province,
    /// Everybody.
    Country,
    /// A group that the visitor chose.
    Chosen,
}

impl With {
    /// Every value, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Size, Self::Similar, Self::Region, Self::Province, Self::Country, Self::Chosen];

    /// Name in the address and in locale keys (`mine-with-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Similar => "similar",
            Self::Region => "region",
            Self::Province => "province",
            Self::Country => "country",
            Self::Chosen => "chosen",
        }
    }
}

impl Query {
    /// Whom to compare with; a wrong name compares with the same size.
    #[must_use]
    pub fn with(&self) -> With {
        let asked = self.with.as_deref().unwrap_or_default();
        With::ALL.into_iter().find(|with| with.name() == asked).unwrap_or(With::Size)
    }

    /// The codes of the chosen group, as far as they are codes.
    #[must_use]
    pub fn codes(&self) -> Vec<Code> {
        let text = self.of.as_deref().unwrap_or_default();
        let mut codes: Vec<Code> = text.split(',').filter_map(|code| code.parse().ok()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes.truncate(MOST);
        codes
    }

    /// The same for the pages of a wave.
    #[must_use]
    pub fn of_wave(&self) -> scope::Query {
        scope::Query { parts: self.parts.clone(), ..scope::Query::default() }
    }

    /// This query with other parts.
    #[must_use]
    pub fn with_parts(&self, parts: Parts) -> Self {
        Self { parts: self.of_wave().with_parts(parts).parts, ..self.clone() }
    }

    /// This query beside another group.
    #[must_use]
    pub fn with_group(&self, with: With) -> Self {
        Self { with: (with != With::Size).then(|| with.name().to_owned()), ..self.clone() }
    }

    /// The query as it stands in an address, with its question mark; empty if it says nothing.
    #[must_use]
    pub fn address(&self) -> String {
        let plain = |text: &str| -> String {
            text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ',' | '_' | '.')).collect()
        };
        let pairs = [("wave", &self.wave), ("parts", &self.parts), ("with", &self.with), ("of", &self.of)];
        let said =
            pairs.iter().filter_map(|(name, value)| Some(format!("{name}={}", plain(value.as_deref()?))));
        let text = said.collect::<Vec<_>>().join("&");
        if text.is_empty() { text } else { format!("?{text}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_stands_in_its_address_and_comes_back_from_it() {
        let query = Query { of: Some("GM0014,GM0034,GM0014,x".into()), ..Query::default() };
        let query = query.with_group(With::Chosen).with_parts(Parts { reach: false, ..Parts::ALL });
        assert_eq!(query.address(), "?parts=embedding,measures&with=chosen&of=GM0014,GM0034,GM0014,x");
        assert_eq!(query.with(), With::Chosen);
        assert_eq!(query.codes().len(), 2);
        assert_eq!(query.with_group(With::Size).with(), With::Size);
        assert_eq!(Query { with: Some("\"><x".into()), ..Query::default() }.with(), With::Size);
    }
}
