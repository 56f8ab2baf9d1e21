//! A municipality under one code.

use jiff::civil::Date;

use crate::text::fold;
use crate::{Code, Province, Region, SizeClass};

/// Names people use that CBS does not.
const ALSO_CALLED: [(u16, &str); 2] = [(518, "den haag"), (796, "den bosch")];

/// A municipality as long as it has one code. A new code (merger, renumbering) is another `Municipality`;
/// the name never changes under a code.
///
/// Figures are those of 2023 and `None` where unknown, as for every municipality that ended before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    /// CBS code.
    pub code: Code,
    /// Name as CBS writes it: `'s-Gravenhage`, `Bergen (NH.)`.
    pub name: &'static str,
    /// Province; of a municipality that ended, that of its successor (the first one after a split).
    pub province: Province,
    /// Veilig Thuis region; of a municipality that ended, that of its successor (the first one after a split).
    pub region: Region,
    /// First day under this code; `None` if that was before 2014.
    pub from: Option<Date>,
    /// First day it no longer existed under this code; `None` if it exists.
    pub until: Option<Date>,
    /// Inhabitants, 2023.
    pub population: Option<u32>,
    /// Percentage of inhabitants aged 0 to 15, 2023, whole.
    pub share_0_15: Option<u8>,
    /// Percentage of inhabitants aged 15 to 25, 2023, whole.
    pub share_15_25: Option<u8>,
    /// Households, 2023.
    pub households: Option<u32>,
    /// Percentage of households with children, 2023, whole.
    pub share_with_children: Option<u8>,
    /// Urbanity by density of addresses: 1 (very strongly urban) to 5 (not urban), 2023.
    pub urbanity: Option<u8>,
    /// Column and row on the tile map, counted from 0 at the top left.
    pub tile: Option<(u8, u8)>,
}

impl Municipality {
    /// Size class by population, `None` if that is unknown.
    #[must_use]
    pub fn size_class(&self) -> Option<SizeClass> {
        self.population.map(SizeClass::of)
    }

    /// Whether it existed under this code on `date`.
    #[must_use]
    pub fn exists_on(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date < until)
    }

    /// How well its name fits what somebody typed: `Some(0)` if a name starts with it (or the code is
    /// meant), `Some(1)` if it stands elsewhere in the name, `None` if it does not.
    pub(crate) fn fit(&self, typed: &str) -> Option<u8> {
        let wanted = fold(typed);
        let own = fold(self.name);
        let also =
            ALSO_CALLED.iter().filter(|(number, _)| *number == self.code.number()).map(|(_, name)| *name);
        let starts = own.starts_with(&wanted) || also.clone().any(|name| name.starts_with(&wanted));
        if starts || fold(&self.code.to_string()) == wanted {
            Some(0)
        } else {
            own.contains(&wanted).then_some(1)
        }
    }
}
