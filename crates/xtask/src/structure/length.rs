//! A file that no longer fits in a head is split.

use super::source::Source;

/// The most lines that the production part of a file may have. About 120 is usual.
const MOST_LINES: usize = 700;

/// Whether the file, its tests left out, is too long.
pub fn problem(source: &Source) -> Option<String> {
    let tests: usize = source.test_lines.iter().map(|lines| lines.end() + 1 - lines.start()).sum();
    let lines = source.lines.saturating_sub(tests);
    (lines > MOST_LINES).then(|| {
        format!(
            "{}: {lines} lines without its tests, {MOST_LINES} at most: split it by what it does",
            source.path
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(production: usize, tests: usize) -> Option<String> {
        let text = format!(
            "{}#[cfg(test)]\nmod tests {{\n{}}}\n",
            "fn a() {}\n".repeat(production),
            "\n".repeat(tests)
        );
        problem(&Source::parse("long.rs".to_owned(), "long.rs".to_owned(), &text).expect("Rust"))
    }

    #[test]
    fn only_the_production_part_counts() {
        assert_eq!(of(700, 5_000), None);
        assert!(of(701, 0).expect("a problem").starts_with("long.rs: 701 lines"));
    }
}
