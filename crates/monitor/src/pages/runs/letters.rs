//! What Zicht writes to the people of a municipality about a wave.

use geography::Code;
use jiff::civil::Date;
use kernel::Lang;
use platform::mail::Mail;
use web::{Arg, Letter, Tr};

use super::rows;
use crate::domain::mail_text::{MailText, Name};
use crate::domain::run::Plan;
use crate::domain::wave::Nature;
use crate::pages::words::day;
use crate::store::mails::Mails;

/// Why a letter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The wave opens.
    Invitation,
    /// It is not filled in yet.
    Reminder,
    /// It is filled in, and waits for somebody who approves.
    Approval,
}

impl Occasion {
    /// Every value.
    pub const ALL: [Self; 3] = [Self::Invitation, Self::Reminder, Self::Approval];

    /// Name in locale keys (`letter-wave-<name>-...`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reminder => "reminder",
            Self::Approval => "approval",
        }
    }
}

/// Whom a letter is about.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The wave.
    pub plan: &'a Plan,
    /// Whose form.
    pub municipality: Code,
    /// Its last day.
    pub last_day: Date,
    /// Where links lead.
    pub public_url: &'a str,
    /// The words that a researcher wrote, where they are not those of Zicht.
    pub mails: &'a Mails,
}

/// The letter, in a language.
#[must_use]
pub fn letter(occasion: Occasion, about: About<'_>, lang: Lang) -> Letter {
    let tr = Tr(lang);
    let on = |date: Date| Arg::from(day(tr, date));
    let args = [
        ("wave", Arg::from(about.plan.title.get(lang))),
        ("municipality", Arg::from(rows::name(about.municipality))),
        ("first", on(about.plan.period.0)),
        ("last", on(about.last_day)),
    ];
    let line = |part: &str| tr.with(&format!("letter-wave-{}-{part}", occasion.name()), &args);
    let is_trial = about.plan.nature != Nature::Real;
    let path = format!("/forms/{}/{}", about.plan.id, about.municipality);
    let own = about
        .mails
        .get(occasion.name())
        .map(|written| written.texts.get(lang).fill(|name| value(name, about, lang)));
    let (subject, mut lines, mut after) = match own {
        Some(own) => (own.subject, own.before, own.after),
        None => (line("subject"), vec![line("why"), line("what")], Vec::new()),
    };
    if is_trial {
        lines.push(tr.t("letter-wave-trial"));
    }
    after.push(tr.with("letter-wave-after", &args));
    Letter {
        subject: if is_trial { tr.t1("letter-wave-trial-subject", "subject", subject) } else { subject },
        lines,
        link: Some((line("link"), format!("{}{}", about.public_url, web::localized(lang, &path)))),
        after,
    }
}

/// What comes in the place of a name; the link has its own.
fn value(name: Name, about: About<'_>, lang: Lang) -> String {
    match name {
        Name::Municipality => rows::name(about.municipality).to_owned(),
        Name::Wave => about.plan.title.get(lang).to_owned(),
        Name::FirstDay => day(Tr(lang), about.plan.period.0),
        Name::LastDay => day(Tr(lang), about.last_day),
        Name::Link => String::new(),
    }
}

/// The words of Zicht with names in brackets, to begin from.
#[must_use]
pub fn words(occasion: Occasion, lang: Lang) -> MailText {
    let tr = Tr(lang);
    let name = |name: Name| Arg::from(name.written(lang));
    let args = [
        ("wave", name(Name::Wave)),
        ("municipality", name(Name::Municipality)),
        ("first", name(Name::FirstDay)),
        ("last", name(Name::LastDay)),
    ];
    let line = |part: &str| tr.with(&format!("letter-wave-{}-{part}", occasion.name()), &args);
    let text = [line("why"), line("what"), Name::Link.written(lang)].join("\n\n");
    MailText { subject: line("subject"), text }
}

/// The letter as a mail to somebody.
///
/// # Errors
/// If a template fails, which a test rules out.
pub fn mail(occasion: Occasion, about: About<'_>, to: &str, lang: Lang) -> Result<Mail, askama::Error> {
    let letter = letter(occasion, about, lang);
    let written = letter.write(lang)?;
    Ok(Mail { to: to.to_owned(), subject: letter.subject, text: written.text, html: written.html, lang })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::world::plan;
    use crate::domain::mail_text::MailTexts;
    use crate::store::mails::Written;

    fn about(plan: &Plan) -> About<'_> {
        static NONE: Mails = Mails::new();
        let municipality = "GM0296".parse().expect("a code");
        let public_url = "https://zicht.example";
        About { plan, municipality, last_day: plan.period.1, public_url, mails: &NONE }
    }

    #[test]
    fn own_words_take_the_place_of_those_of_zicht_and_keep_link_and_reason() {
        let plan = plan("2027", &[]);
        let one = |text: &str| MailText { subject: "[peiling]!".to_owned(), text: text.to_owned() };
        let texts =
            MailTexts { nl: one("Dag [gemeente], tot [laatste dag].\n\n[link]\n\nGroet"), en: one("[link]") };
        let mails = Mails::from([("reminder".to_owned(), Written { texts, revision: 1 })]);
        let own = About { mails: &mails, ..about(&plan) };
        let letter = letter(Occasion::Reminder, own, Lang::Nl);
        assert_eq!(letter.subject, "Peiling 2027!");
        assert_eq!(letter.lines, ["Dag Wijchen, tot 31 oktober 2027."]);
        assert!(letter.link.is_some() && letter.after.len() == 2 && letter.after[0] == "Groet");
        assert!(super::letter(Occasion::Invitation, own, Lang::Nl).subject.starts_with("Uitnodiging"));
    }

    #[test]
    fn the_words_to_begin_from_have_nothing_wrong() {
        for occasion in [Occasion::Invitation, Occasion::Reminder] {
            for lang in Lang::ALL {
                assert_eq!(words(occasion, lang).problems(("s", "t")), []);
            }
        }
    }

    #[test]
    fn every_letter_names_wave_municipality_and_last_day_and_leads_to_the_form() {
        let plan = plan("2027", &[]);
        for occasion in Occasion::ALL {
            for (lang, day, path) in
                [(Lang::Nl, "31 oktober 2027", "/forms"), (Lang::En, "31 October 2027", "/en/forms")]
            {
                let mail = mail(occasion, about(&plan), "esra@example.org", lang).expect("a mail");
                assert!(mail.subject.contains(plan.title.get(lang)) && mail.subject.contains("Wijchen"));
                assert!(mail.text.contains(day), "{}", mail.text);
                let link = format!("https://zicht.example{path}/2027/GM0296");
                assert!(mail.text.contains(&link) && mail.html.contains(&link), "{}", mail.text);
                assert!(!mail.text.contains("Unknown localization"), "{}", mail.text);
            }
        }
    }

    #[test]
    fn a_trial_says_so_in_its_subject_and_its_text() {
        let plan = Plan { nature: Nature::Generated, ..plan("2027", &[]) };
        let letter = letter(Occasion::Invitation, about(&plan), Lang::Nl);
        assert!(letter.subject.starts_with("Proef. Uitnodiging"), "{}", letter.subject);
        assert!(letter.lines.iter().any(|line| line.starts_with("Dit is een proef.")));
    }
}
