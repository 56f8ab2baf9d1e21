//! Whom municipalities reach, and how many cannot see it.

use kernel::Exact;
use web::charts::{Markup, Segment, Share as ShareKind, StackedBar, Swatch, stacked_bar};
use web::{Arg, Tr};

use super::percent;
use crate::domain::answers::Share;
use crate::domain::statistics::GoalCounts;
use crate::domain::voice;

/// The reach of a goal.
#[derive(Debug, Clone)]
pub struct ReachView {
    /// The shares as one bar.
    pub chart: Markup,
    /// What its parts mean.
    pub signs: Vec<(Swatch, String)>,
    /// How many have sight of whom they reach, in a sentence.
    pub text: String,
    /// Label, count and percentage of each part.
    pub rows: Vec<(String, u64, String)>,
}

/// The reach of a goal, or nothing if nobody answered it; `id` names the chart on its page.
#[must_use]
pub fn reach(tr: Tr, counts: &GoalCounts, id: &str) -> Option<ReachView> {
    if counts.respondents == 0 {
        return None;
    }
    let kinds = [ShareKind::Nobody, ShareKind::LessThanHalf, ShareKind::MoreThanHalf, ShareKind::Everybody];
    let mut rows: Vec<(ShareKind, String, u64)> = kinds
        .into_iter()
        .zip(Share::ALL)
        .zip(counts.share)
        .map(|((kind, share), count)| (kind, tr.t(&format!("share-{}", share.code())), count))
        .collect();
    let known: u64 = counts.share.iter().sum();
    rows.push((ShareKind::NoSight, tr.t("share-no-sight"), counts.respondents.saturating_sub(known)));
    let words: Vec<(String, u64, String)> = rows
        .iter()
        .map(|(_, label, count)| {
            (label.clone(), *count, percent(tr, Exact::percent(*count, counts.respondents)))
        })
        .collect();
    let segments: Vec<Segment<'_>> = rows
        .iter()
        .zip(&words)
        .map(|((kind, _, count), (_, _, share))| Segment { kind: *kind, size: *count as f64, text: share })
        .collect();
    let label =
        words.iter().map(|(label, _, share)| format!("{label} {share}")).collect::<Vec<_>>().join(", ");
    let sight = Exact::percent(counts.sight[0], counts.respondents);
    Some(ReachView {
        chart: stacked_bar(&StackedBar { id, label: &label, segments: &segments }),
        signs: rows.iter().map(|(kind, label, _)| (Swatch::Share(*kind), label.clone())).collect(),
        text: tr.with(
            "reach-text",
            &[("share", Arg::from(percent(tr, sight))), ("n", Arg::from(counts.sight[0]))],
        ),
        rows: words,
    })
}

/// In how many municipalities children were heard about a goal, in a sentence; nothing if that may not be told.
#[must_use]
pub fn heard(tr: Tr, counts: &GoalCounts) -> Option<String> {
    let (yes, answered) = voice::told(counts.heard)?;
    Some(tr.with("heard-count", &[("yes", Arg::from(yes)), ("n", Arg::from(answered))]))
}
