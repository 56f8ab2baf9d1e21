//! What a map may show of a municipality.

use geography::Code;
use kernel::Exact;
use web::Tr;
use web::charts::{PlaceClass, Swatch};

use super::score_words;
use crate::analysis::Participant;
use crate::report::model::Report;

/// What may be shown of a municipality: its score if it agreed, otherwise only whether it took part.
#[must_use]
pub fn state(report: &Report<'_>, tr: Tr, code: Code) -> (PlaceClass, String) {
    match report.analysis.participants.get(&code) {
        None => (PlaceClass::Absent, tr.t("place-absent")),
        Some(Participant::Unnamed) => (PlaceClass::Hidden, tr.t("place-hidden")),
        Some(Participant::Named(None)) => (PlaceClass::Hidden, tr.t("place-no-goals")),
        Some(Participant::Named(Some(score))) => {
            (PlaceClass::of(share(report, *score)), score_words(report, tr, Some(*score)))
        }
    }
}

/// A score as a share of what the parts that count can earn, 0 to 100: steps of colour mean the same
/// whatever counts.
fn share(report: &Report<'_>, score: Exact) -> Exact {
    let (top, bottom) = report.analysis.rule.maximum(report.analysis.statistics.parts).parts();
    if top == 0 { score } else { score * Exact::from_parts(bottom * 100, top) }
}

/// What the colours and marks mean.
#[must_use]
pub fn map_signs(tr: Tr) -> Vec<(Swatch, String)> {
    let steps = ["map-step-1", "map-step-2", "map-step-3", "map-step-4", "map-step-5"];
    let mut signs: Vec<(Swatch, String)> =
        (1..).zip(steps).map(|(step, key)| (Swatch::Place(PlaceClass::Score(step)), tr.t(key))).collect();
    signs.push((Swatch::Place(PlaceClass::Hidden), tr.t("place-hidden")));
    signs.push((Swatch::Place(PlaceClass::Absent), tr.t("place-absent")));
    signs
}
