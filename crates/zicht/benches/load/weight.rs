//! What each page weighs on the wire at a first visit, with its styles, scripts and pictures, fonts aside.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::client::Client;

const COMPRESSED: &str = "Accept-Encoding: br, gzip\r\n";
const AIM: usize = 100_000;

/// Walks from the first pages along their links, one page of each kind, as nobody and as each of these people.
pub async fn measure(client: &Client, sessions: &[String]) {
    let mut weights = BTreeMap::new();
    let mut files = BTreeMap::new();
    for session in sessions {
        let mut known = BTreeSet::new();
        let mut paths: VecDeque<String> =
            ["/", "/start", "/own", "/forms", "/waves", "/monitor"].map(str::to_owned).into();
        while let Some(path) = paths.pop_front() {
            if !known.insert(kind(&path)) {
                continue;
            }
            let Ok(page) = client.get(&path, session, "").await else { continue };
            if page.status != 200 || !page.head.contains("content-type: text/html") {
                continue;
            }
            let text = page.text();
            let mut weight = client.get(&path, session, COMPRESSED).await.unwrap().wire();
            for link in links(&text) {
                if !link.starts_with("/assets/") {
                    paths.push_back(link);
                } else if !link.ends_with(".woff2") {
                    let size = match files.get(&link) {
                        Some(size) => *size,
                        None => client.get(&link, "", COMPRESSED).await.unwrap().wire(),
                    };
                    files.insert(link, size);
                    weight += size;
                }
            }
            let most = weights.entry(kind(&path)).or_insert((0, path.clone()));
            if weight > most.0 {
                *most = (weight, path);
            }
        }
    }
    let mut heaviest: Vec<_> = weights.values().collect();
    heaviest.sort_unstable_by(|a, b| b.cmp(a));
    let over = heaviest.iter().filter(|(weight, _)| *weight >= AIM).count();
    println!(
        "first visit without fonts, {} kinds of pages, {over} of them {AIM} bytes or more:",
        heaviest.len()
    );
    for (weight, path) in heaviest.iter().take(5) {
        println!("    {weight:>8} bytes  {path}");
    }
}

/// The pages and files that a page names.
fn links(page: &str) -> BTreeSet<String> {
    let named = page.split(['<', ' ']).filter_map(|word| {
        let rest = word.strip_prefix("href=\"").or_else(|| word.strip_prefix("src=\""))?;
        rest.split(['"', '#']).next()
    });
    let here = named.filter(|link| link.starts_with('/') && !link.starts_with("/en"));
    here.map(|link| link.replace("&#38;", "&").replace("&amp;", "&")).collect()
}

/// The path without what tells pages of one kind apart: numbers, codes, and what is asked of them.
fn kind(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let part =
        |part: &str| if part.chars().any(|letter| letter.is_ascii_digit()) { "*" } else { part }.to_owned();
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}
