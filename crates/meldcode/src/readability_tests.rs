//! How easy the Dutch texts read: short sentences, and no word of the list of hard ones. Measured over the texts of the
//! tables, the five steps and the guide. `cargo test -p meldcode readab -- --nocapture` prints the
//! figures.

use serde::Deserialize;

use crate::definitions::{BUILT_IN, built_in_content, built_in_rules};

/// The longest sentence, in words.
const LONGEST: usize = 25;
/// The mean of all sentences, in words.
const MEAN: f64 = 12.0;

#[derive(Deserialize)]
struct HardWords {
    words: Vec<HardWord>,
}

#[derive(Deserialize)]
struct HardWord {
    hard: String,
    better: String,
}

/// Every Dutch text with where it stands.
fn texts() -> Vec<(String, String)> {
    assert!(BUILT_IN.is_ok());
    let mut texts = Vec::new();
    for (path, text) in built_in_rules().into_iter().chain(built_in_content()) {
        // A citation is what the law calls itself, and the list is not a text.
        if path != "hard-words.toml" {
            collect(&path, "", &text.parse::<toml::Table>().expect("TOML").into(), &mut texts);
        }
    }
    for (path, text) in [
        ("meldcode-walk.ftl", include_str!("../../../locales/nl/meldcode-walk.ftl")),
        ("meldcode-guide.ftl", include_str!("../../../locales/nl/meldcode-guide.ftl")),
    ] {
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.starts_with(' '));
        texts.extend(lines.filter_map(|line| Some((path.to_owned(), line.split_once(" = ")?.1.to_owned()))));
    }
    texts
}

fn collect(path: &str, key: &str, value: &toml::Value, texts: &mut Vec<(String, String)>) {
    match value {
        toml::Value::Table(table) => {
            for (name, value) in table.iter().filter(|(name, _)| *name != "cite" && *name != "en") {
                collect(path, name, value, texts);
            }
        }
        toml::Value::Array(values) => values.iter().for_each(|value| collect(path, key, value, texts)),
        toml::Value::String(text) if key == "nl" => texts.push((path.to_owned(), text.clone())),
        _ => {}
    }
}

fn sentences(text: &str) -> Vec<usize> {
    text.split_inclusive(['.', '!', '?', ':', ';'])
        .map(|sentence| {
            sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
        })
        .filter(|words| *words > 0)
        .collect()
}

#[test]
fn the_dutch_texts_have_short_sentences() {
    let (mut all, mut long) = (Vec::new(), Vec::new());
    for (path, text) in texts() {
        let counted = sentences(&text);
        if counted.iter().any(|words| *words > LONGEST) {
            long.push(format!("{path}: {text}"));
        }
        all.extend(counted);
    }
    let mean = all.iter().sum::<usize>() as f64 / all.len() as f64;
    println!("{} sentences, {mean:.1} words on average, {:?} at most", all.len(), all.iter().max());
    assert_eq!(long, [""; 0]);
    assert!(all.len() > 1_000 && mean < MEAN, "{mean}");
}

#[test]
fn the_dutch_texts_use_no_hard_words() {
    let list = built_in_content().remove("hard-words.toml").expect("the list");
    let list: HardWords = toml::from_str(&list).expect("TOML");
    assert!(list.words.len() >= 60);
    let mut found = Vec::new();
    for (path, text) in texts() {
        let words: Vec<String> = text
            .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
            .map(str::to_lowercase)
            .collect();
        let flat = format!(" {} ", words.join(" "));
        for HardWord { hard, better } in &list.words {
            if flat.contains(&format!(" {} ", hard.to_lowercase())) {
                found.push(format!("{path}: {hard} (better: {better}) in: {text}"));
            }
        }
    }
    assert_eq!(found, [""; 0]);
}
