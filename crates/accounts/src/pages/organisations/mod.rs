//! Pages about organisations: list, one, new, change, end, merge.

pub mod change;
pub mod end;
pub mod keys;
pub mod list;
pub mod merge;
pub mod show;

use geography::Geography;
use kernel::OrganisationKind;
use web::{FormView, Tr};

use crate::domain::organisations::Typed;

/// The choice of kinds, as pairs of value and words.
fn kinds(tr: Tr) -> Vec<(String, String)> {
    let words = |kind: OrganisationKind| (kind.name().to_owned(), kind_words(tr, kind));
    OrganisationKind::ALL.into_iter().map(words).collect()
}

fn kind_words(tr: Tr, kind: OrganisationKind) -> String {
    tr.t(&format!("organisation-kind-{}", kind.name()))
}

/// The choice of Veilig Thuis regions, as pairs of slug and name.
fn regions() -> Vec<(String, String)> {
    let regions = Geography::built_in().regions().into_iter();
    regions.map(|region| (region.slug(), region.name().to_owned())).collect()
}

/// The name of a region.
fn region_name(slug: &str) -> String {
    Geography::built_in().region(slug).map_or_else(|| slug.to_owned(), |region| region.name().to_owned())
}

/// The municipalities that exist, as pairs of code and name, for suggestions under the field of the code.
fn municipalities(today: jiff::civil::Date) -> Vec<(String, String)> {
    let all = Geography::built_in().at(today).into_iter();
    all.map(|one| (one.code.to_string(), one.name.to_owned())).collect()
}

/// A form filled in with what is kept.
fn filled(form: FormView, typed: &Typed) -> FormView {
    form.value("kind", &*typed.kind)
        .value("name", &*typed.name)
        .value("cbs", &*typed.code)
        .value("region", &*typed.region)
        .value("from", &*typed.from)
}
