//! What Zicht writes to the people of a municipality about a wave.

use geography::Code;
use jiff::civil::Date;
use kernel::Lang;
use platform::mail::Mail;
use web::{Arg, Letter, Tr};

use crate::domain::run::Plan;
use crate::domain::wave::Nature;

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
}

/// The letter, in a language.
#[must_use]
pub fn letter(occasion: Occasion, about: About<'_>, lang: Lang) -> Letter {
    let tr = Tr(lang);
    let day = |day: Date| Arg::from(crate::pages::words::day(tr, day));
    let name = geography::Geography::built_in().get(about.municipality).map_or("", |found| found.name);
    let args = [
        ("wave", Arg::from(about.plan.title.get(lang))),
        ("municipality", Arg::from(name)),
        ("first", day(about.plan.period.0)),
        ("last", day(about.last_day)),
    ];
    let line = |part: &str| tr.with(&format!("letter-wave-{}-{part}", occasion.name()), &args);
    let is_trial = about.plan.nature != Nature::Real;
    let path = format!("/forms/{}/{}", about.plan.id, about.municipality);
    let mut lines = vec![line("why"), line("what")];
    if is_trial {
        lines.push(tr.t("letter-wave-trial"));
    }
    Letter {
        subject: match is_trial {
            true => tr.t1("letter-wave-trial-subject", "subject", line("subject")),
            false => line("subject"),
        },
        lines,
        link: Some((line("link"), format!("{}{}", about.public_url, web::localized(lang, &path)))),
        after: vec![tr.with("letter-wave-after", &args)],
    }
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
