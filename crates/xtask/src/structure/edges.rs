//! kernel <- pure crates <- platform, web, documents <- capabilities <- zicht; a capability never depends on
//! another.

use crate::workspace::Crate;

/// A crate's place in the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// What every crate speaks.
    Kernel,
    /// Arithmetic and data of the domain, no IO.
    Pure,
    /// Files from outside, embedded.
    Assets,
    /// The database.
    Platform,
    /// Pages.
    Web,
    /// Files for people.
    Documents,
    /// One thing that Zicht does, from page to table.
    Capability,
    /// The binary.
    Program,
    /// Helpers of tests.
    Testkit,
    /// This program.
    Recipes,
}

/// Every crate and its place. A new crate gets a line here, and with that its rules.
const PLACES: &[(&str, Layer)] = &[
    ("kernel", Layer::Kernel),
    ("geography", Layer::Pure),
    ("rules", Layer::Pure),
    ("assets", Layer::Assets),
    ("platform", Layer::Platform),
    ("web", Layer::Web),
    ("documents", Layer::Documents),
    ("accounts", Layer::Capability),
    ("monitor", Layer::Capability),
    ("meldcode", Layer::Capability),
    ("zicht", Layer::Program),
    ("testkit", Layer::Testkit),
    ("xtask", Layer::Recipes),
];

/// What a crate may depend on, by layer.
const fn may_use(layer: Layer) -> &'static [Layer] {
    use Layer::{Assets, Capability, Documents, Kernel, Platform, Pure, Web};
    match layer {
        Layer::Kernel | Layer::Assets | Layer::Recipes => &[],
        Layer::Pure | Layer::Platform => &[Kernel, Pure],
        Layer::Web | Layer::Documents => &[Kernel, Pure, Assets],
        Layer::Capability | Layer::Testkit => &[Kernel, Pure, Platform, Web, Documents],
        Layer::Program => &[Kernel, Pure, Assets, Platform, Web, Documents, Capability],
    }
}

/// The place of a crate, by name.
pub fn layer(name: &str) -> Option<Layer> {
    PLACES.iter().find(|(known, _)| *known == name).map(|(_, layer)| *layer)
}

/// Every edge that is not allowed, and every crate without a place.
pub fn problems(crates: &[Crate]) -> Vec<String> {
    let mut problems = Vec::new();
    for this in crates {
        let Some(from) = layer(&this.name) else {
            problems.push(format!("crate {} has no place: add it to PLACES in {}", this.name, file!()));
            continue;
        };
        for edge in &this.edges {
            // A crate without a place is named once, by its own line.
            let Some(to) = layer(&edge.to) else { continue };
            let allowed = may_use(from).contains(&to) || (edge.dev && to == Layer::Testkit);
            if !allowed {
                problems.push(format!("{} ({from:?}) may not depend on {} ({to:?})", this.name, edge.to));
            }
        }
    }
    problems
}

/// What a path in `this` can start with if it is not a module or a type: its libraries, and every crate of
/// the workspace.
pub fn known_crates(crates: &[Crate], this: &Crate) -> Vec<String> {
    this.libraries.iter().cloned().chain(crates.iter().map(|known| known.name.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Edge;

    fn depends(name: &str, to: &str, dev: bool) -> Vec<String> {
        problems(&[Crate {
            name: name.to_owned(),
            purpose: String::new(),
            folder: std::path::PathBuf::new(),
            edges: vec![Edge { to: to.to_owned(), dev }],
            libraries: Vec::new(),
        }])
    }

    #[test]
    fn dependencies_point_inward() {
        for (from, to) in
            [("geography", "kernel"), ("web", "assets"), ("monitor", "platform"), ("zicht", "monitor")]
        {
            assert_eq!(depends(from, to, false), [""; 0], "{from} -> {to}");
        }
        for (from, to) in [
            ("kernel", "geography"),
            ("geography", "platform"),
            ("platform", "web"),
            ("web", "documents"),
            ("web", "monitor"),
            ("monitor", "monitor"),
            ("monitor", "assets"),
            ("assets", "kernel"),
            ("xtask", "kernel"),
        ] {
            assert_eq!(depends(from, to, false).len(), 1, "{from} -> {to}");
        }
    }

    #[test]
    fn only_tests_may_use_the_testkit() {
        assert_eq!(depends("monitor", "testkit", true), [""; 0]);
        assert_eq!(depends("platform", "testkit", true), [""; 0]);
        assert_eq!(
            depends("monitor", "testkit", false),
            ["monitor (Capability) may not depend on testkit (Testkit)"]
        );
    }

    #[test]
    fn tests_do_not_make_another_edge_right() {
        assert_eq!(depends("kernel", "monitor", true).len(), 1);
    }

    #[test]
    fn a_crate_without_a_place_is_refused() {
        assert!(depends("newcomer", "kernel", false)[0].starts_with("crate newcomer has no place"));
    }
}
