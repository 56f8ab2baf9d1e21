//! Names as people type them: without capitals, accents or punctuation.

/// Words in lower case without accents, separated by one space: `'s-Gravenhage` is `s gravenhage`.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .map(|letter| if letter.is_alphanumeric() { base(letter) } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The part of a web address that stands for a name: `Fryslân` is `fryslan`. ASCII, kebab-case.
pub(crate) fn slug(name: &str) -> String {
    fold(name).chars().filter(char::is_ascii).collect::<String>().replace(' ', "-")
}

/// The letter without its accent, for the accents of Dutch and Frisian and their neighbours.
fn base(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_punctuation_do_not_matter() {
        assert_eq!(fold("Súdwest-Fryslân"), "sudwest fryslan");
        assert_eq!(fold("Su\u{301}dwest"), "sudwest");
        assert_eq!(fold(" 's-Gravenhage "), "s gravenhage");
        assert_eq!(slug("Noord- en Oost-Gelderland"), "noord-en-oost-gelderland");
    }
}
