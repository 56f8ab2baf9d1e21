//! The words of a mail that a researcher writes: paragraphs with a few fixed names in brackets, such as `[gemeente]`, in
//! whose place something else comes for each municipality.

use kernel::{Finding, Lang, Place};

/// The most characters of a subject.
const LONGEST_SUBJECT: usize = 150;
/// The most characters of a text.
const LONGEST_TEXT: usize = 5000;

/// What something else comes in the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// The name of the municipality.
    Municipality,
    /// The title of the wave.
    Wave,
    /// The first day of the wave.
    FirstDay,
    /// The last day on which the municipality can fill in.
    LastDay,
    /// The link to its form.
    Link,
}

impl Name {
    /// Every name.
    pub const ALL: [Self; 5] = [Self::Municipality, Self::Wave, Self::FirstDay, Self::LastDay, Self::Link];

    /// As it stands between the brackets. Each is understood in both languages.
    #[must_use]
    pub const fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Municipality, Lang::Nl) => "gemeente",
            (Self::Municipality, Lang::En) => "municipality",
            (Self::Wave, Lang::Nl) => "peiling",
            (Self::Wave, Lang::En) => "wave",
            (Self::FirstDay, Lang::Nl) => "eerste dag",
            (Self::FirstDay, Lang::En) => "first day",
            (Self::LastDay, Lang::Nl) => "laatste dag",
            (Self::LastDay, Lang::En) => "last day",
            (Self::Link, _) => "link",
        }
    }

    /// The same with its brackets.
    #[must_use]
    pub fn written(self, lang: Lang) -> String {
        format!("[{}]", self.word(lang))
    }

    fn read(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        Self::ALL.into_iter().find(|name| Lang::ALL.into_iter().any(|lang| name.word(lang) == word))
    }
}

/// A mail in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailText {
    /// What it is about.
    pub subject: String,
    /// What it says; an empty line begins a paragraph.
    pub text: String,
}

/// A mail in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailTexts {
    /// In Dutch.
    pub nl: MailText,
    /// In English.
    pub en: MailText,
}

impl MailTexts {
    /// In a language.
    #[must_use]
    pub const fn get(&self, lang: Lang) -> &MailText {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

/// A mail with everything in its place: paragraphs before and after the link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// What it is about.
    pub subject: String,
    /// The paragraphs before the link.
    pub before: Vec<String>,
    /// Those after it.
    pub after: Vec<String>,
}

#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Words(&'a str),
    Name(Name),
    Unknown(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut rest, mut all) = (text, Vec::new());
    while let Some((words, after)) = rest.split_once('[') {
        all.push(Piece::Words(words));
        let (inside, after) = after.split_once(']').unwrap_or((after, ""));
        all.push(Name::read(inside).map_or(Piece::Unknown(inside), Piece::Name));
        rest = after;
    }
    all.push(Piece::Words(rest));
    all
}

impl MailText {
    /// Everything that is wrong, each at its field.
    #[must_use]
    pub fn problems(&self, (subject_field, text_field): (&str, &str)) -> Vec<Finding> {
        let on = |code, field: &str| Finding::error(code, Place::default().column(field));
        let mut findings = Vec::new();
        let rows = [(&self.subject, subject_field, LONGEST_SUBJECT), (&self.text, text_field, LONGEST_TEXT)];
        for (typed, field, most) in rows {
            if typed.trim().is_empty() {
                findings.push(on("field-required", field));
            } else if typed.chars().count() > most {
                findings.push(on("mail-long", field).with("most", most.to_string()));
            }
            for piece in pieces(typed) {
                if let Piece::Unknown(found) = piece {
                    let found: String = found.chars().take(40).collect();
                    findings.push(on("mail-placeholder", field).with("found", found));
                }
            }
        }
        let links =
            |typed: &str| pieces(typed).iter().filter(|piece| **piece == Piece::Name(Name::Link)).count();
        if links(&self.subject) > 0 {
            findings.push(on("mail-link-subject", subject_field));
        }
        match links(&self.text) {
            1 => {}
            0 if self.text.trim().is_empty() => {}
            0 => findings.push(on("mail-link-missing", text_field)),
            _ => findings.push(on("mail-link-twice", text_field)),
        }
        findings
    }

    /// Puts everything in its place. What is no name of ours stays as it stands.
    #[must_use]
    pub fn fill(&self, value: impl Fn(Name) -> String) -> Filled {
        let mut parts = [String::new(), String::new()];
        let mut at = 0;
        for piece in pieces(&self.text) {
            match piece {
                Piece::Words(words) => parts[at].push_str(words),
                Piece::Name(Name::Link) => at = 1,
                Piece::Name(name) => parts[at].push_str(&value(name)),
                Piece::Unknown(found) => parts[at].push_str(found),
            }
        }
        let subject = pieces(&self.subject).into_iter().map(|piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Name(name) => value(name),
            Piece::Unknown(found) => found.to_owned(),
        });
        let subject: String = subject.collect();
        let [before, after] = parts.each_ref().map(|part| paragraphs(part));
        Filled { subject: subject.split_whitespace().collect::<Vec<_>>().join(" "), before, after }
    }
}

fn paragraphs(text: &str) -> Vec<String> {
    let text = text.replace('\r', "");
    let mut all = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match all.last_mut() {
            _ if line.is_empty() => all.push(String::new()),
            Some(last) if last.is_empty() => last.push_str(line),
            Some(last) => {
                last.push(' ');
                last.push_str(line);
            }
            None => {}
        }
    }
    all.retain(|paragraph| !paragraph.is_empty());
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mail(subject: &str, text: &str) -> MailText {
        MailText { subject: subject.to_owned(), text: text.to_owned() }
    }

    fn codes(mail: &MailText) -> Vec<(&'static str, String)> {
        let problems = mail.problems(("s", "t"));
        problems.iter().map(|one| (one.code, one.place.column.clone().unwrap_or_default())).collect()
    }

    #[test]
    fn names_of_both_languages_are_understood_and_others_are_told_at_their_field() {
        assert_eq!(codes(&mail("[Peiling] for [municipality]", "Tot [laatste dag]: [link]")), []);
        let wrong = codes(&mail("[stad]", "Hallo [naam], [link"));
        let at = |code, field: &str| (code, field.to_owned());
        assert_eq!(wrong, [at("mail-placeholder", "s"), at("mail-placeholder", "t")]);
        assert_eq!(codes(&mail("x", "zonder")), [at("mail-link-missing", "t")]);
        assert_eq!(
            codes(&mail("[link]", "[link] [link]")),
            [at("mail-link-subject", "s"), at("mail-link-twice", "t")]
        );
        assert_eq!(codes(&mail(" ", "")), [at("field-required", "s"), at("field-required", "t")]);
    }

    #[test]
    fn paragraphs_stand_before_and_after_the_link() {
        let filled =
            mail("[peiling]: [gemeente]", "Beste\r\ncollega in [gemeente],\r\n\r\nGa naar\n[link]\n\nGroet")
                .fill(|name| format!("<{}>", name.word(Lang::En)));
        assert_eq!(filled.subject, "<wave>: <municipality>");
        assert_eq!(filled.before, ["Beste collega in <municipality>,", "Ga naar"]);
        assert_eq!(filled.after, ["Groet"]);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_judged_and_filled_in_without_a_bracket_of_ours_left(text in "[a-z \\[\\]\n]{0,60}") {
            let typed = mail("x", &text);
            let good = typed.problems(("s", "t")).is_empty();
            let filled = typed.fill(|_| "-".to_owned());
            let left = filled.before.iter().chain(&filled.after).any(|line| line.contains('['));
            prop_assert!(!(good && left));
        }
    }
}
