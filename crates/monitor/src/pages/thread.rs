//! What every page with questions shares: who speaks in words, what was said, and whom a mail goes to. A mail about a
//! question says that there is one, and nothing of what it says.

use std::error::Error;

use askama::Template;
use geography::Geography;
use kernel::{Actor, Contact, Lang, Role};
use platform::mail::Mail;
use web::{Arg, FormView, Frame, Letter, PageError, RequestContext, Tr};

use crate::Desk;
use crate::acts::thread::{Notice, opened, other_side};
use crate::desk::answered;
use crate::domain::thread::{Audience, Party, Place, Thread, Turn};
use crate::pages::runs::rows::name;
use crate::pages::words::moment;
use crate::store::threads::StoredThread;

/// The most characters of a question that a list shows.
const SHOWN: usize = 90;

/// A question in a list.
pub struct Row {
    /// How it begins.
    pub begin: String,
    /// Who asked whom, and when.
    pub about: String,
    /// How many answers there are, in words.
    pub answers: String,
    /// Its page.
    pub url: String,
    /// Whether it waits for the visitor.
    pub waits: bool,
    /// For whom else it waits, in words, where the visitor speaks for who asked.
    pub waits_there: String,
}

/// Something that was said.
struct Said {
    /// Who, and when.
    about: String,
    text: String,
}

/// The page of a question.
#[derive(Template)]
#[template(path = "question.html")]
pub struct QuestionPage {
    frame: Frame,
    form: FormView,
    title: String,
    /// For whom it is, and whether it is open.
    about: String,
    /// Why nothing is asked there any more.
    removed: String,
    said: Vec<Said>,
    path: String,
    back: Option<(String, String)>,
    /// The box in which the visitor may say something: its label.
    says: Option<String>,
    /// What the visitor may do with it besides: `close` or `reopen`.
    turn: Option<&'static str>,
    is_open: bool,
}

impl QuestionPage {
    /// A question as it is for those for whom the visitor speaks. `path` is its page; `back` are words and address of
    /// where it was asked.
    ///
    /// # Errors
    /// If what was said can't be opened.
    pub fn new(
        (desk, context): (&Desk, &RequestContext),
        stored: &StoredThread,
        speaks_as: &[Party],
        (frame, form): (Frame, FormView),
        (path, back): (&str, Option<(String, String)>),
    ) -> Result<Self, PageError> {
        let (tr, thread) = (context.tr(), stored.thread);
        let to = audience(tr, thread.audience);
        let may_turn = |turn: &Turn| speaks_as.iter().any(|party| thread.may_turn(*turn, *party));
        let about = match stored.closed_at {
            None => tr.t1("question-about-open", "to", to),
            Some(at) => tr.t2("question-about-closed", "to", to, "when", moment(tr, at)),
        };
        Ok(Self {
            frame,
            form,
            title: title(tr, stored),
            about,
            removed: String::new(),
            said: said(desk, tr, stored)?,
            path: context.url(path),
            back,
            says: says(tr, thread, speaks_as),
            turn: Turn::ALL.into_iter().find(may_turn).map(Turn::name),
            is_open: thread.is_open(),
        })
    }

    /// The same where nothing is asked any more, so that it is not opened again; `removed` may say why.
    #[must_use]
    pub fn of_the_past(mut self, removed: String) -> Self {
        self.turn = self.turn.filter(|turn| *turn == Turn::Close.name());
        self.removed = removed;
        self
    }
}

/// The title of a question.
#[must_use]
pub fn title(tr: Tr, thread: &StoredThread) -> String {
    tr.t1("question-title", "from", party(tr, thread.thread.asked_by))
}

/// A party in words.
#[must_use]
pub fn party(tr: Tr, party: Party) -> String {
    match party {
        Party::Coordinator => tr.t("party-coordinator"),
        Party::Municipality(code) => name(code).to_owned(),
    }
}

/// Whom a question is for, in words.
#[must_use]
pub fn audience(tr: Tr, audience: Audience) -> String {
    match audience {
        Audience::Everybody => tr.t("party-everybody"),
        Audience::One(one) => party(tr, one),
    }
}

/// The row of a question; `path` is its page, `mine` are those for whom the visitor speaks.
pub fn row(
    desk: &Desk,
    context: &RequestContext,
    thread: &StoredThread,
    path: &str,
    mine: &[Party],
) -> Result<Row, PageError> {
    let tr = context.tr();
    let text = opened(desk.keys(), thread, 0).map_err(PageError::internal)?;
    let mut begin: String = text.chars().take(SHOWN).collect();
    if begin.len() < text.len() {
        begin.push('…');
    }
    let when = thread.messages.first().map_or_else(String::new, |message| moment(tr, message.at));
    Ok(Row {
        begin,
        about: tr.with(
            "thread-about",
            &[
                ("from", Arg::from(party(tr, thread.thread.asked_by))),
                ("to", Arg::from(audience(tr, thread.thread.audience))),
                ("when", Arg::from(when)),
            ],
        ),
        answers: tr.t1("thread-answers", "n", thread.messages.len().saturating_sub(1)),
        url: context.url(path),
        waits: thread.waits_for_one_of(mine),
        waits_there: if thread.waits_elsewhere(mine) {
            tr.t1("thread-waits-there", "who", audience(tr, thread.thread.audience))
        } else {
            String::new()
        },
    })
}

/// The label of the box in which one of these may say something: who asked goes on asking, another answers.
fn says(tr: Tr, thread: Thread, mine: &[Party]) -> Option<String> {
    let may = mine.iter().any(|party| thread.takes_from(*party));
    let key = if mine.contains(&thread.asked_by) { "question-text" } else { "thread-answer" };
    may.then(|| tr.t(key))
}

/// All that was said.
fn said(desk: &Desk, tr: Tr, thread: &StoredThread) -> Result<Vec<Said>, PageError> {
    let one = |(index, message): (usize, &crate::store::threads::StoredMessage)| {
        let text = opened(desk.keys(), thread, index).map_err(PageError::internal)?;
        let about = tr.t2("thread-said", "who", party(tr, message.party), "when", moment(tr, message.at));
        Ok(Said { about, text })
    };
    thread.messages.iter().enumerate().map(one).collect()
}

/// What a mail is about.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Where.
    pub place: Place,
    /// Who asked whom.
    pub thread: Thread,
    /// Who spoke now.
    pub speaker: Party,
    /// The page of the question, without language.
    pub path: &'a str,
}

/// The mails about what somebody said, to whoever can answer it.
pub async fn notices(
    desk: &Desk,
    context: &RequestContext,
    about: About<'_>,
) -> Result<Vec<Notice>, PageError> {
    let found = contacts(desk, context.actor()?, about).await?;
    let mail = |contact: Contact| {
        let mail = mail(about, &contact.email, contact.lang, context.public_url());
        Ok(Notice { person: contact.person, mail: mail.map_err(PageError::internal)? })
    };
    found.into_iter().map(mail).collect()
}

/// Who is on the other side, without who spoke.
async fn contacts(desk: &Desk, actor: &Actor, about: About<'_>) -> Result<Vec<Contact>, PageError> {
    let mut found = Vec::new();
    let parties: Vec<Party> = match (other_side(about.thread, about.speaker), about.place) {
        (Audience::One(party), _) => vec![party],
        // What is asked about an example is never for everybody.
        (Audience::Everybody, Place::Example(_)) => Vec::new(),
        (Audience::Everybody, Place::Region(region)) => {
            let today = kernel::dutch_day(desk.now());
            let there = Geography::built_in().in_region(region, today).into_iter();
            let all = there.map(|one| Party::Municipality(one.code)).chain([Party::Coordinator]);
            all.filter(|party| *party != about.speaker).collect()
        }
    };
    for party in parties {
        found.extend(match (party, about.place) {
            (Party::Coordinator, Place::Example(_)) => Vec::new(),
            (Party::Coordinator, Place::Region(region)) => {
                answered(desk.directory().coordinators(&region.slug())).await?
            }
            (Party::Municipality(code), _) => {
                answered(desk.directory().contacts(&code.to_string(), &[Role::Editor])).await?
            }
        });
    }
    found.sort_by_key(|contact| contact.person);
    found.dedup_by_key(|contact| contact.person);
    found.retain(|contact| contact.person != actor.person);
    Ok(found)
}

fn mail(
    about: About<'_>,
    to: &str,
    lang: Lang,
    public_url: &str,
) -> Result<Mail, Box<dyn Error + Send + Sync>> {
    let tr = Tr(lang);
    let place = match about.place {
        Place::Region(region) => tr.t1("region-title", "name", region.name()),
        Place::Example(_) => tr.t("question-at-example"),
    };
    let what = if about.thread.asked_by == about.speaker { "asked" } else { "answered" };
    let args = [("from", Arg::from(party(tr, about.speaker))), ("place", Arg::from(place))];
    let words = |part: &str| tr.with(&format!("letter-question-{what}-{part}"), &args);
    let letter = Letter {
        subject: words("subject"),
        lines: vec![words("why"), tr.t("letter-question-private")],
        link: Some((
            tr.t("letter-question-link"),
            format!("{public_url}{}", web::localized(lang, about.path)),
        )),
        after: vec![tr.t("letter-question-after")],
    };
    let written = letter.write(lang)?;
    Ok(Mail { to: to.to_owned(), subject: letter.subject, text: written.text, html: written.html, lang })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_says_who_asks_where_and_leads_to_the_question() {
        let region = Geography::built_in().region("gelderland-zuid").expect("a region");
        let wijchen = Party::Municipality("GM0296".parse().expect("a code"));
        let thread = Thread::new(wijchen, Audience::Everybody);
        let path = "/regions/gelderland-zuid/questions/3";
        for (lang, page) in [(Lang::Nl, path.to_owned()), (Lang::En, format!("/en{path}"))] {
            for speaker in [wijchen, Party::Coordinator] {
                let about = About { place: Place::Region(region), thread, speaker, path };
                let mail = mail(about, "rosa@example.org", lang, "https://zicht.example").expect("a mail");
                for text in [&mail.text, &mail.html] {
                    assert!(text.contains(&format!("https://zicht.example{page}")), "{text}");
                    assert!(text.contains("Gelderland-Zuid"), "{text}");
                    assert!(!text.contains("Unknown localization"), "{text}");
                }
                assert_eq!(mail.subject.contains("Wijchen"), speaker == wijchen, "{}", mail.subject);
            }
        }
    }
}
