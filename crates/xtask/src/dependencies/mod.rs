//! Third-party crates: their licences, where they come from, what may be there once or never. Reads `deny.toml`,
//! as `cargo deny` does, but needs no network.

mod licence;

use std::collections::BTreeMap;
use std::fs;

use cargo_metadata::{MetadataCommand, Package};
use serde::Deserialize;

use crate::workspace::Workspace;

/// The part of `deny.toml` that can be checked without a network.
#[derive(Deserialize)]
struct Rules {
    graph: Graph,
    licenses: Licences,
    bans: Bans,
}

#[derive(Deserialize)]
struct Graph {
    targets: Vec<String>,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Ban {
    name: String,
    #[serde(default)]
    reason: String,
    /// Once is right, twice is not; otherwise it must not be there at all.
    #[serde(default)]
    deny_multiple_versions: bool,
}

/// A crate in the build, in the words of the rules.
struct Used {
    name: String,
    version: String,
    licence: Option<String>,
    source: Option<String>,
}

/// Every crate of the build obeys `deny.toml`.
pub fn check(workspace: &Workspace) -> Result<(), String> {
    let text = fs::read_to_string(workspace.root.join("deny.toml"))
        .map_err(|error| format!("deny.toml cannot be read: {error}"))?;
    let rules: Rules = toml::from_str(&text).map_err(|error| format!("deny.toml: {error}"))?;
    let mut problems = Vec::new();
    for target in &rules.graph.targets {
        problems.extend(self::problems(&rules, &used(target)?));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn used(target: &str) -> Result<Vec<Used>, String> {
    let metadata = MetadataCommand::new()
        .other_options(["--locked", "--filter-platform", target].map(str::to_owned))
        .exec()
        .map_err(|error| format!("cargo does not describe the dependencies: {error}"))?;
    let ours = metadata.workspace_members.clone();
    Ok(metadata.packages.into_iter().filter(|package| !ours.contains(&package.id)).map(describe).collect())
}

fn describe(package: Package) -> Used {
    Used {
        name: package.name.to_string(),
        version: package.version.to_string(),
        licence: package.license,
        source: package.source.map(|source| source.repr),
    }
}

fn problems(rules: &Rules, used: &[Used]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for this in used {
        let name = format!("{} {}", this.name, this.version);
        match &this.licence {
            None => problems.push(format!("{name} names no licence")),
            Some(expression) if !licence::allowed(expression, &rules.licenses.allow) => {
                problems.push(format!("{name} is under {expression}, which deny.toml does not allow"));
            }
            Some(_) => {}
        }
        if !this.source.as_deref().is_some_and(|source| source.starts_with("registry+")) {
            problems.push(format!("{name} does not come from the registry"));
        }
        versions.entry(&this.name).or_default().push(&this.version);
    }
    for ban in &rules.bans.deny {
        let found = versions.get(ban.name.as_str()).map_or(&[][..], Vec::as_slice);
        let most = usize::from(ban.deny_multiple_versions);
        if found.len() > most {
            problems.push(format!("{} {} may not be here: {}", ban.name, found.join(" and "), ban.why()));
        }
    }
    problems
}

impl Ban {
    fn why(&self) -> &str {
        if self.deny_multiple_versions { "once is enough" } else { &self.reason }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        toml::from_str(
            "graph.targets = []\nlicenses.allow = ['MIT']\n[bans]\ndeny = [{ name = 'bad', reason = 'so' }, \
             { name = 'once', deny-multiple-versions = true }]",
        )
        .expect("rules")
    }

    fn used(name: &str, version: &str, licence: Option<&str>, source: &str) -> Used {
        Used {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: licence.map(str::to_owned),
            source: Some(source.to_owned()),
        }
    }

    #[test]
    fn a_crate_of_the_registry_under_a_licence_of_the_list_is_right() {
        let good =
            [used("a", "1.0.0", Some("MIT"), "registry+x"), used("once", "1.0.0", Some("MIT"), "registry+x")];
        assert_eq!(problems(&rules(), &good), Vec::<String>::new());
    }

    #[test]
    fn each_problem_is_told() {
        let bad = [
            used("a", "1.0.0", None, "registry+x"),
            used("b", "1.0.0", Some("GPL-3.0-only"), "registry+x"),
            used("c", "1.0.0", Some("MIT"), "git+https://example.org"),
            used("bad", "1.0.0", Some("MIT"), "registry+x"),
            used("once", "1.0.0", Some("MIT"), "registry+x"),
            used("once", "2.0.0", Some("MIT"), "registry+x"),
        ];
        let told = problems(&rules(), &bad);
        assert_eq!(told.len(), 5, "{told:#?}");
        assert!(told[4].starts_with("once 1.0.0 and 2.0.0 may not be here"), "{told:#?}");
    }
}
