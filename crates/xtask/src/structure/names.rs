//! What domain code names: itself, std, kernel, the pure crates and a few pure libraries.

use std::ops::Range;

use proc_macro2::{Delimiter, TokenTree};

use super::edges::{self, Layer};
use super::source::Source;

/// Libraries that domain code may use, each with its reason.
const PURE_LIBRARIES: &[(&str, &str)] = &[
    ("jiff", "dates and their arithmetic; `now` is banned by clippy.toml"),
    ("num_rational", "exact fractions"),
    ("sha2", "hashes of secrets"),
    ("statrs", "distributions behind intervals and p-values"),
    ("strsim", "how much two spellings differ"),
    ("totp_rs", "one-time codes: arithmetic on a secret and a moment"),
    ("zeroize", "wipes secrets from memory"),
    ("zxcvbn", "how easy a password is to guess"),
    ("serde_json", "data as text and back; no files"),
    ("toml", "data as text and back; no files"),
    ("serde", "derives only: domain types come from definitions and go into files"),
    ("thiserror", "derives only: errors with a sentence"),
];

/// Parts of std that reach outside the program.
const IO: &[&str] = &["env", "fs", "net", "process"];

/// What stands among them and is plain data.
const PLAIN: &[&str] = &["IpAddr", "Ipv4Addr", "Ipv6Addr"];

/// A path as it is written, and its line.
struct Named {
    path: Vec<String>,
    /// Modules around it in the same file.
    nested: usize,
    line: usize,
}

/// Every name in a domain file that does not belong there. `depth` as in [`Source::domain_depth`].
pub fn in_domain(source: &Source, depth: usize, known_crates: &[String]) -> Vec<String> {
    problems(source, |named| wrong_in_domain(named, depth, known_crates).or_else(|| wrong_io(named)))
}

/// Every use of files, network, processes or environment.
pub fn io(source: &Source) -> Vec<String> {
    problems(source, wrong_io)
}

fn problems(source: &Source, wrong: impl Fn(&Named) -> Option<&'static str>) -> Vec<String> {
    let mut names = Vec::new();
    collect(&source.tokens, 0, &mut names);
    let problem = |named: &Named| {
        wrong(named).map(|why| format!("{}:{}: {}: {why}", source.path, named.line, named.path.join("::")))
    };
    names.iter().filter_map(problem).collect()
}

fn wrong_in_domain(named: &Named, depth: usize, known_crates: &[String]) -> Option<&'static str> {
    let root = named.path.first()?;
    match root.as_str() {
        "crate" if named.path.get(1).is_none_or(|module| module != "domain") => {
            Some("domain code names no other room of its crate")
        }
        "super" => {
            let steps = named.path.iter().take_while(|part| *part == "super").count();
            (steps >= depth + named.nested).then_some("this leads out of the domain")
        }
        _ if !known_crates.contains(root) => None,
        _ if matches!(edges::layer(root), Some(Layer::Kernel | Layer::Pure)) => None,
        _ if PURE_LIBRARIES.iter().any(|(library, _)| library == root) => None,
        _ => Some("domain code names only std, kernel, the pure crates and the libraries in PURE_LIBRARIES"),
    }
}

fn wrong_io(named: &Named) -> Option<&'static str> {
    let [root, part, ..] = named.path.as_slice() else { return None };
    let plain = named.path.get(2).is_some_and(|item| PLAIN.contains(&item.as_str()));
    let outside = root == "std" && IO.contains(&part.as_str()) && !plain;
    outside.then_some("code without IO reaches outside the program")
}

/// Finds every path: those of `use` items in full, and any other by the names joined with `::`.
fn collect(tokens: &[TokenTree], nested: usize, names: &mut Vec<Named>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            // Not the `use<..>` of a return type.
            TokenTree::Ident(word)
                if word == "use" && !tokens.get(at + 1).is_some_and(|next| is(next, '<')) =>
            {
                let end =
                    tokens[at..].iter().position(|token| is(token, ';')).map_or(tokens.len(), |end| at + end);
                let line = word.span().start().line;
                let paths = expand(&tokens[at + 1..end]);
                names.extend(paths.into_iter().map(|path| Named { path, nested, line }));
                at = end;
            }
            TokenTree::Ident(word) => {
                let path = path_at(tokens, at);
                let parts = path.len();
                if parts > 1 && !continues(tokens, at) {
                    names.push(Named { path, nested, line: word.span().start().line });
                }
                // Each further name is three tokens on: two colons and the name itself.
                at += (parts - 1) * 3;
            }
            TokenTree::Group(group) => {
                let inner: Vec<_> = group.stream().into_iter().collect();
                let module = group.delimiter() == Delimiter::Brace && follows_mod(tokens, at);
                collect(&inner, nested + usize::from(module), names);
            }
            _ => {}
        }
        at += 1;
    }
}

/// The names joined by `::` from `at` on.
fn path_at(tokens: &[TokenTree], at: usize) -> Vec<String> {
    let mut path = Vec::new();
    let mut next = at;
    while let Some(TokenTree::Ident(name)) = tokens.get(next) {
        path.push(name.to_string());
        if !joined(tokens, next + 1..next + 3) {
            break;
        }
        next += 3;
    }
    path
}

/// Whether the name at `at` goes on where another path ended, as `C` in `<A as B>::C::D`.
fn continues(tokens: &[TokenTree], at: usize) -> bool {
    let Some(before) = at.checked_sub(3) else { return false };
    let arrow = before > 0 && is(&tokens[before - 1], '-');
    joined(tokens, before + 1..at) && is(&tokens[before], '>') && !arrow
}

fn follows_mod(tokens: &[TokenTree], at: usize) -> bool {
    at >= 2 && matches!(&tokens[at - 2], TokenTree::Ident(word) if word == "mod")
}

fn joined(tokens: &[TokenTree], colons: Range<usize>) -> bool {
    tokens.get(colons).is_some_and(|pair| pair.len() == 2 && pair.iter().all(|token| is(token, ':')))
}

fn is(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

/// The full paths of a `use` tree: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expand(tree: &[TokenTree]) -> Vec<Vec<String>> {
    let branches = tree.split(|token| is(token, ','));
    branches.filter(|branch| !branch.is_empty()).flat_map(expand_branch).collect()
}

fn expand_branch(branch: &[TokenTree]) -> Vec<Vec<String>> {
    let mut path = Vec::new();
    for token in branch {
        match token {
            TokenTree::Ident(word) if word == "as" => break,
            TokenTree::Ident(word) => path.push(word.to_string()),
            TokenTree::Group(group) => {
                let inner: Vec<_> = group.stream().into_iter().collect();
                return expand(&inner).into_iter().map(|rest| [path.clone(), rest].concat()).collect();
            }
            _ => {}
        }
    }
    vec![path]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Problems in `text`, as the file src/domain/score.rs of a crate that knows these libraries.
    fn domain(text: &str) -> Vec<String> {
        let known =
            ["sqlx", "serde", "kernel", "geography", "platform", "web", "num_rational"].map(str::to_owned);
        let source = Source::parse("score.rs".to_owned(), "domain/score.rs".to_owned(), text).expect("Rust");
        in_domain(&source, source.domain_depth().expect("a domain file"), &known)
    }

    #[test]
    fn domain_code_may_name_itself_and_what_is_pure() {
        let text = "
            //! Talks of platform::Database and web::Page.
            use std::collections::{BTreeMap, btree_map::Entry};
            use kernel::{Exact, Points as P};
            use geography::at;
            use super::answers::{self, Answers};
            use crate::domain::rule::Rule;
            #[derive(serde::Serialize)] struct S;
            fn f(web: Rule) { let x = num_rational::Ratio::new(1, 2); web.platform(); Answers::sqlx(); let s = \"sqlx::x\"; }
            mod inner { use super::super::answers::Answers; }
        ";
        assert_eq!(domain(text), [""; 0]);
    }

    #[test]
    fn domain_code_names_no_database_and_no_page() {
        assert_eq!(domain("use sqlx::Any;").len(), 1);
        assert_eq!(domain("use platform;").len(), 1);
        assert_eq!(domain("use {kernel::Exact, platform::Database};").len(), 1);
        assert_eq!(domain("fn f() { if x { web::Page::new(<A as kernel::B>::C::d()); } }").len(), 1);
        assert_eq!(domain("fn f() -> ::sqlx::Result<()> { ::sqlx::query(\"\") }").len(), 2);
        assert_eq!(domain("fn f() { format!(\"{}\", web::title()) }").len(), 1);
    }

    #[test]
    fn domain_code_stays_in_its_room() {
        assert_eq!(domain("use crate::store::page;").len(), 1);
        assert_eq!(domain("use crate::Thing;").len(), 1);
        assert_eq!(domain("fn f() { super::super::store::page() }").len(), 1);
        assert_eq!(domain("mod inner { use super::super::super::store; }").len(), 1);
    }

    #[test]
    fn domain_code_does_not_reach_outside_the_program() {
        assert_eq!(domain("use std::{fs, io::Read};").len(), 1);
        assert_eq!(domain("use std::net::{IpAddr, TcpStream};").len(), 1);
        assert_eq!(domain("fn f() { std::env::var(\"HOME\"); }").len(), 1);
        assert_eq!(domain("use std::time::Duration;"), [""; 0]);
    }

    #[test]
    fn tests_of_domain_code_may_name_anything() {
        assert_eq!(domain("#[cfg(test)] mod tests { use sqlx::Any; use std::fs; }"), [""; 0]);
    }

    #[test]
    fn a_problem_says_where_it_is() {
        let problem = domain("\nfn f() {\n    sqlx::query(\"\");\n}\n").remove(0);
        assert!(problem.starts_with("score.rs:3: sqlx::query: domain code names only"), "{problem}");
    }
}
