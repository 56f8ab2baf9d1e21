//! Finding an example by the words of somebody who does not know how it was written: capitals, accents, hyphens and
//! spaces make no difference, and where nothing has the words themselves, one or two wrong letters make none either.

/// How much what is found is like what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Like {
    /// It has every word.
    Same,
    /// It has every word, some with another letter.
    Near,
}

/// Those of `all` that have the words, in their order, and how much they are like them: those that are near only where
/// no other is there.
#[must_use]
pub fn find<'a, T>(words: &str, all: &'a [(T, String)]) -> (Vec<&'a T>, Like) {
    let folded = geography::fold(words);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let with = |has: &dyn Fn(&str) -> bool| -> Vec<&'a T> {
        all.iter().filter(|(_, text)| has(text)).map(|(one, _)| one).collect()
    };
    let same = with(&|text| has_words(&words, text));
    if !same.is_empty() {
        return (same, Like::Same);
    }
    let near = with(&|text| words.iter().all(|word| has_word(word, text) || has_near(word, text)));
    let like = if near.is_empty() { Like::Same } else { Like::Near };
    (near, like)
}

/// Whether a folded text has every word, or all of them as one: `huil baby`, `huil-baby` and `huilbaby` are the same.
fn has_words(words: &[&str], text: &str) -> bool {
    words.iter().all(|word| has_word(word, text)) || text.replace(' ', "").contains(&words.concat())
}

fn has_word(word: &str, text: &str) -> bool {
    text.contains(word) || (word.chars().count() >= 5 && text.replace(' ', "").contains(word))
}

/// Whether a word of the text is nearly this one: a letter more, less, other or in another place, and two in a long word.
fn has_near(word: &str, text: &str) -> bool {
    let length = word.chars().count();
    let most = match length {
        0..5 => return false,
        5..9 => 1,
        _ => 2,
    };
    let near = |other: &str| {
        other.chars().count().abs_diff(length) <= most && strsim::damerau_levenshtein(word, other) <= most
    };
    text.split(' ').any(near)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(words: &str) -> (Vec<u8>, Like) {
        let texts = [
            (1, geography::fold("Huilbaby-belronde om acht uur, Druten")),
            (2, geography::fold("De Vertelbus van Sterrenbos, voor ouders van baby’s")),
            (3, geography::fold("Théâtre op school, Súdwest-Fryslân")),
        ];
        let (found, like) = find(words, &texts);
        (found.into_iter().copied().collect(), like)
    }

    #[test]
    fn capitals_accents_hyphens_and_spaces_make_no_difference() {
        for words in ["HUILBABY BELRONDE", "huilbabybelronde", "huil-baby", "bel ronde", "acht huilbaby"] {
            assert_eq!(found(words), (vec![1], Like::Same), "{words}");
        }
        assert_eq!(found("theatre"), (vec![3], Like::Same));
        assert_eq!(found("sudwest fryslan"), (vec![3], Like::Same));
        assert_eq!(found("babys"), (vec![2], Like::Same));
        assert_eq!(found(""), (vec![1, 2, 3], Like::Same));
    }

    #[test]
    fn a_wrong_letter_finds_what_is_near_only_if_nothing_has_the_word() {
        assert_eq!(found("vertelbsu"), (vec![2], Like::Near));
        assert_eq!(found("steerenbos"), (vec![2], Like::Near));
        assert_eq!(found("bus"), (vec![2], Like::Same));
        assert_eq!(found("bos zoiets"), (vec![], Like::Same));
        assert_eq!(found("100%_"), (vec![], Like::Same));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_an_example_is_found_by_each_of_its_own_words(text in "[a-zéë -]{1,60}", any in "\\PC{0,30}") {
            let all = [((), geography::fold(&text))];
            for word in text.split([' ', '-']) {
                prop_assert_eq!(find(word, &all).0.len(), 1, "{}", word);
            }
            let _ = find(&any, &all);
        }
    }
}
