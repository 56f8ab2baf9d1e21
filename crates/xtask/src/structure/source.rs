//! Rust files as tokens, with what only tests see taken out.

use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;
use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One Rust file of a crate's `src`.
pub struct Source {
    /// Its path from the root of the workspace.
    pub path: String,
    /// Its path inside `src`.
    inside: String,
    /// How many lines it has.
    pub lines: usize,
    /// Its tokens; items under `#[cfg(test)]` are left out, at every level.
    pub tokens: Vec<TokenTree>,
    /// The lines of the items that were left out.
    pub test_lines: Vec<RangeInclusive<usize>>,
}

impl Source {
    /// Reads `text`; `inside` is the path within `src`, such as `domain/score.rs`.
    pub fn parse(path: String, inside: String, text: &str) -> Result<Self, String> {
        let stream = TokenStream::from_str(text).map_err(|error| format!("{path} is not Rust: {error}"))?;
        let mut test_lines = Vec::new();
        let tokens = production(stream, &mut test_lines);
        Ok(Self { path, inside, lines: text.lines().count(), tokens, test_lines })
    }

    /// Whether only tests see this file: it, or a folder around it, is named `tests` or `.._tests`.
    pub fn is_test(&self) -> bool {
        self.modules().any(|name| name == "tests" || name.ends_with("_tests"))
    }

    /// How many modules deep this file is, `domain` being 1, or `None` outside the domain.
    pub fn domain_depth(&self) -> Option<usize> {
        let mut modules = self.modules();
        (modules.next() == Some("domain")).then(|| 1 + modules.count())
    }

    fn modules(&self) -> impl Iterator<Item = &str> {
        self.inside.trim_end_matches(".rs").trim_end_matches("/mod").split('/')
    }
}

/// Every Rust file under `folder`, in order of path.
pub fn files(root: &Path, folder: &Path) -> Result<Vec<Source>, String> {
    let mut paths = Vec::new();
    collect(folder, &mut paths).map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    paths.sort();
    let shown = |path: &Path, base: &Path| {
        path.strip_prefix(base).unwrap_or(path).to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
    };
    paths
        .iter()
        .map(|path| {
            let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
            Source::parse(shown(path, root), shown(path, folder), &text)
        })
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<std::path::PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
    Ok(())
}

/// The tokens without items under `#[cfg(test)]`; an item ends with its braces or its semicolon.
fn production(stream: TokenStream, test_lines: &mut Vec<RangeInclusive<usize>>) -> Vec<TokenTree> {
    let mut kept: Vec<TokenTree> = Vec::new();
    let mut tokens = stream.into_iter();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Group(group) if is_test_attribute(group) && ends_with_hash(&kept) => {
                let first = kept.pop().map_or(1, |hash| hash.span().start().line);
                let last = tokens.find(ends_item).map_or(first, |end| end.span().end().line);
                test_lines.push(first..=last);
            }
            TokenTree::Group(group) => {
                let inner = production(group.stream(), test_lines).into_iter().collect();
                let mut cleaned = proc_macro2::Group::new(group.delimiter(), inner);
                cleaned.set_span(group.span());
                kept.push(cleaned.into());
            }
            _ => kept.push(token),
        }
    }
    kept
}

fn is_test_attribute(group: &proc_macro2::Group) -> bool {
    group.delimiter() == Delimiter::Bracket && group.stream().to_string().replace(' ', "") == "cfg(test)"
}

fn ends_with_hash(kept: &[TokenTree]) -> bool {
    matches!(kept.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == '#')
}

fn ends_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty(inside: &str) -> Source {
        Source::parse(String::new(), inside.to_owned(), "").expect("Rust")
    }

    #[test]
    fn a_file_knows_how_deep_in_the_domain_it_is() {
        assert_eq!(empty("domain.rs").domain_depth(), Some(1));
        assert_eq!(empty("domain/mod.rs").domain_depth(), Some(1));
        assert_eq!(empty("domain/score.rs").domain_depth(), Some(2));
        assert_eq!(empty("domain/score/reach.rs").domain_depth(), Some(3));
        assert_eq!(empty("domains/score.rs").domain_depth(), None);
        assert_eq!(empty("pages/domain.rs").domain_depth(), None);
    }

    #[test]
    fn a_file_of_tests_is_known_by_its_name() {
        assert!(empty("domain/score/tests.rs").is_test());
        assert!(empty("domain/tests/score.rs").is_test());
        assert!(empty("domain/score_tests.rs").is_test());
        assert!(!empty("domain/contests.rs").is_test());
    }

    #[test]
    fn what_only_tests_see_is_left_out() {
        let text =
            "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n#[cfg(test)] use x::y;\nfn c() {}\n";
        let source = Source::parse(String::new(), String::new(), text).expect("Rust");
        let left: TokenStream = source.tokens.into_iter().collect();
        assert_eq!(left.to_string().replace(' ', ""), "fna(){}fnc(){}");
        assert_eq!(source.test_lines, [2..=5, 6..=6]);
    }
}
