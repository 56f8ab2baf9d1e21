//! Whether a contact that everybody will read looks like that of a person. It is a doubt and never a judgement: who
//! publishes can say that it fits.

/// Where people have mail of their own. The name of the provider, without what is behind the last dot.
const PERSONAL: [&str; 28] = [
    "aol",
    "casema",
    "chello",
    "freedom",
    "gmail",
    "gmx",
    "googlemail",
    "hccnet",
    "hetnet",
    "home",
    "hotmail",
    "icloud",
    "kpnmail",
    "kpnplanet",
    "live",
    "mac",
    "me",
    "msn",
    "online",
    "outlook",
    "planet",
    "proton",
    "protonmail",
    "quicknet",
    "upcmail",
    "xs4all",
    "yahoo",
    "ziggo",
];

/// Words that name a team or a function before the `@`, wherever they stand in it.
const FUNCTIONS: [&str; 32] = [
    "advies",
    "balie",
    "beleid",
    "bureau",
    "centrum",
    "contact",
    "coordinat",
    "gemeente",
    "gezin",
    "gezond",
    "hulp",
    "info",
    "jeugd",
    "jongeren",
    "kind",
    "loket",
    "mail",
    "meldpunt",
    "monitor",
    "ondersteuning",
    "onderwijs",
    "opvoed",
    "ouder",
    "post",
    "project",
    "samen",
    "sociaal",
    "steun",
    "team",
    "veilig",
    "wijk",
    "zorg",
];

/// Whether it looks like the address of a person, or like no address of an organisation at all.
#[must_use]
pub fn is_doubtful(contact: &str) -> bool {
    let text = contact.to_lowercase();
    let words = || text.split(|letter: char| letter.is_whitespace() || ",;()<>".contains(letter));
    let mails: Vec<(&str, &str)> = words()
        .filter_map(|word| word.trim_matches(['.', ':']).rsplit_once('@'))
        .filter(|(local, domain)| !local.is_empty() && domain.contains('.'))
        .collect();
    if !mails.is_empty() {
        return mails.into_iter().any(|(local, domain)| is_provider(domain) || is_name(local));
    }
    let has_site = words().any(|word| word.starts_with("www.") || word.starts_with("https://"));
    !has_site && !has_number(&text)
}

/// Whether a domain is that of a provider for everybody: `gmail.com`, `live.nl`, `mail.ziggo.nl`.
fn is_provider(domain: &str) -> bool {
    let name = domain.rsplit_once('.').map_or(domain, |(rest, _)| rest);
    let name = name.rsplit('.').next().unwrap_or(name);
    PERSONAL.contains(&name) || domain == "kpn.nl"
}

/// Whether what stands before the `@` is built like a name: `j.bakker`, `esra.yildirim`.
fn is_name(local: &str) -> bool {
    let parts: Vec<&str> = local.split(['.', '_']).filter(|part| !part.is_empty()).collect();
    let letters = parts.iter().all(|part| part.chars().all(|letter| letter.is_alphabetic() || letter == '-'));
    parts.len() > 1 && letters && !FUNCTIONS.iter().any(|word| local.contains(word))
}

/// Whether there is a telephone number that is not mobile: a mobile one is mostly of one person.
fn has_number(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_mobile = ["06", "316", "00316"].iter().any(|start| digits.starts_with(start));
    // 14 and the area code is the number of a municipality: `14 024`.
    let is_short = digits.starts_with("140") && (5..=6).contains(&digits.len());
    is_short || (digits.len() >= 10 && !is_mobile)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_address_of_a_team_or_function_raises_no_doubt() {
        for contact in [
            "jeugd@gemeente.example",
            "Team Jeugd, jeugd.team@wijchen.nl",
            "sociaal.domein@homeruncentrum.nl",
            "postbus@meerdan.nl of (024) 123 45 67",
            "14 024",
            "www.gemeente.example/jeugd",
        ] {
            assert!(!is_doubtful(contact), "{contact}");
        }
    }

    #[test]
    fn the_address_of_a_person_does() {
        for contact in [
            "esra@gmail.com",
            "Esra Yildirim <e.yildirim@wijchen.nl>",
            "esra.yildirim@wijchen.nl",
            "jeugd@gemeente.example, noor@ziggo.nl",
            "bram@live.nl",
            "bram@kpn.nl",
            "bram@mail.hotmail.com",
            "Esra Yildirim",
            "06-12345678",
            "+31 6 1234 5678",
            "esra@",
            "",
        ] {
            assert!(is_doubtful(contact), "{contact}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_there_is_an_answer(contact in "\\PC{0,80}") {
            let _ = is_doubtful(&contact);
        }
    }
}
