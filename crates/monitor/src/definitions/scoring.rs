//! Reads a scoring rule.

use kernel::{Exact, Finding, Norms};

use super::reader::{File, Section};
use crate::domain::answers::Share;
use crate::domain::rule::{Counting, EmbeddingRule, MeasuresRule, ReachRule, ScoringRule};

/// Reads the scoring rule in `text`.
pub fn read(path: &str, text: &str) -> Result<ScoringRule, Vec<Finding>> {
    File::read(path, text, |root| {
        let _valid_from = root.date("valid_from");
        let before = root.problems();
        let part = |key: &str| root.section(key);
        let embedding = part("embedding").map_or(
            EmbeddingRule { in_policy: Exact::ZERO, intended: Exact::ZERO, recorded: Exact::ZERO },
            |section| {
                let rule = EmbeddingRule {
                    in_policy: section.exact("in_policy"),
                    intended: section.exact("intended"),
                    recorded: section.exact("recorded"),
                };
                section.finish();
                rule
            },
        );
        let measures = part("measures").map_or(
            MeasuresRule { counting: Counting::Any, pool: Exact::ZERO, own: Exact::ZERO },
            |section| {
                let kinds = [("each", true), ("any", false)];
                // A word that is not known: what else is there tells which of the two is meant.
                let each = section.one_of("counting", &kinds, section.has("each"));
                let counting = if each { Counting::Each(section.exact("each")) } else { Counting::Any };
                let rule = MeasuresRule { counting, pool: section.exact("pool"), own: section.exact("own") };
                section.finish();
                rule
            },
        );
        let reach = part("reach")
            .map_or(ReachRule { sight: Exact::ZERO, share: [Exact::ZERO; 4] }, |section| {
                read_reach(&section)
            });
        let sound = root.problems() == before;
        let rule = ScoringRule {
            id: root.text("id"),
            version: root.small("version"),
            title: root.both("title"),
            explanation: root.both("explanation"),
            source: root.text("source"),
            embedding,
            measures,
            reach,
            norms: read_norms(root),
        };
        let total: Exact = rule.maxima().into_iter().sum();
        if sound && total != Exact::whole(100) {
            root.problem("definition-total", None).with("found", &total.to_string());
        }
        rule
    })
}

fn read_reach(section: &Section<'_>) -> ReachRule {
    let mut share = [Exact::ZERO; 4];
    if let Some(shares) = section.section("share") {
        share = Share::ALL.map(|share| shares.exact(share.code()));
        shares.finish();
    }
    let rule = ReachRule { sight: section.exact("sight"), share };
    section.finish();
    rule
}

fn read_norms(root: &Section<'_>) -> Norms {
    let Some(section) = root.section("norms") else {
        return Norms { low_below: Exact::ZERO, high_above: Exact::ZERO };
    };
    let before = section.problems();
    let norms = Norms { low_below: section.exact("low_below"), high_above: section.exact("high_above") };
    let sound = section.problems() == before;
    if sound && (norms.low_below > norms.high_above || norms.high_above > Exact::whole(100)) {
        section.problem("definition-norms", Some("low_below"));
    }
    section.finish();
    norms
}
