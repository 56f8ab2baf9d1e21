//! The jobs of the monitor: once a day, a mail to who fills in about actions of the plan whose day comes near.

use std::collections::BTreeMap;
use std::sync::Arc;

use geography::Geography;
use kernel::{Contact, Directory, Entropy, Role};
use platform::Connection;
use platform::jobs::{Failure, Job, Reason, Worker};
use platform::keys::Keys;
use platform::mail::{self, Mail};
use web::{Letter, Tr};

use crate::domain::plan::{AHEAD, Whose};
use crate::pages::words::day;
use crate::store::plans::{self, StoredAction};

/// Reminds of actions in plans.
const REMIND: &str = "plan.remind";

/// What the jobs of the monitor work with. Cloning it shares everything.
#[derive(Clone)]
pub struct Reminding {
    /// Who is of which municipality.
    pub directory: Arc<dyn Directory>,
    /// What seals mail.
    pub keys: Keys,
    /// Where chance comes from.
    pub entropy: Arc<dyn Entropy>,
    /// Where links lead.
    pub public_url: String,
}

/// Gives a worker the jobs of the monitor.
#[must_use]
pub fn job_handlers(worker: Worker, reminding: Reminding) -> Worker {
    worker
        .handle(REMIND, move |job, db| {
            let reminding = reminding.clone();
            Box::pin(async move { remind(db, &reminding, job).await })
        })
        .daily(REMIND)
}

/// One mail to each editor of a municipality, about all its actions whose day comes near or is over. Of the same day of
/// an action people are reminded once.
async fn remind(db: &mut Connection, with: &Reminding, job: &Job) -> Result<(), Failure> {
    let today = kernel::dutch_day(job.now);
    let mut due: BTreeMap<Whose, Vec<StoredAction>> = BTreeMap::new();
    for action in plans::to_remind(db, today.saturating_add(AHEAD)).await? {
        due.entry(action.whose).or_default().push(action);
    }
    for (whose, actions) in due {
        let contacts = contacts(db, with, whose, &actions).await?;
        for contact in &contacts {
            let mail = letter(contact, whose, &actions, &with.public_url);
            let mail = mail.map_err(|_| Failure::Never(Reason::new("template")))?;
            let key = format!("plan.reminder:{whose}:{today}:{}", contact.person);
            mail::send_later(db, &with.keys, &mail, Some(key), job.now, &*with.entropy).await?;
        }
        // Where nobody is, somebody who comes later is reminded.
        if !contacts.is_empty() {
            for action in &actions {
                plans::reminded(db, whose, action.number).await?;
            }
        }
    }
    Ok(())
}

/// Whom to remind: who fills in for the municipality; of a region its coordinators, and who fills in for a municipality
/// that takes part in one of the actions.
async fn contacts(
    db: &mut Connection,
    with: &Reminding,
    whose: Whose,
    actions: &[StoredAction],
) -> Result<Vec<Contact>, Failure> {
    let (mut found, municipalities) = match whose {
        Whose::Municipality(code) => (Vec::new(), vec![code]),
        Whose::Region(region) => {
            let lead = with.directory.coordinators(&region.slug()).await;
            let members = plans::members(db, whose).await?.into_iter();
            let of = |number: i64| actions.iter().any(|action| action.number == number);
            let codes = members.filter(|(number, _)| of(*number)).map(|(_, code)| code).collect();
            (lead.map_err(|_| Failure::Later(Reason::new("directory")))?, codes)
        }
    };
    for code in municipalities {
        let editors = with.directory.contacts(&code.to_string(), &[Role::Editor]).await;
        found.extend(editors.map_err(|_| Failure::Later(Reason::new("directory")))?);
    }
    found.sort_by_key(|contact| contact.person);
    found.dedup_by_key(|contact| contact.person);
    Ok(found)
}

fn letter(
    contact: &Contact,
    whose: Whose,
    actions: &[StoredAction],
    public_url: &str,
) -> Result<Mail, askama::Error> {
    let (tr, lang) = (Tr(contact.lang), contact.lang);
    let (name, path) = match whose {
        Whose::Municipality(code) => {
            let found = Geography::built_in().get(code);
            (found.map_or("", |found| found.name).to_owned(), format!("/own/{code}/plan"))
        }
        Whose::Region(region) => {
            (tr.t1("region-title", "name", region.name()), format!("/regions/{}", region.slug()))
        }
    };
    let name = name.as_str();
    let mut lines = vec![tr.t2("letter-plan-why", "n", actions.len(), "name", name)];
    lines.extend(actions.iter().map(|action| {
        let due = action.due.map_or_else(String::new, |due| day(tr, due));
        tr.t2("letter-plan-line", "title", action.title.as_str(), "day", due)
    }));
    let letter = Letter {
        subject: tr.t2("letter-plan-subject", "n", actions.len(), "name", name),
        lines,
        link: Some((tr.t("letter-plan-link"), format!("{public_url}{}", web::localized(lang, &path)))),
        after: vec![tr.t("letter-plan-after")],
    };
    let written = letter.write(lang)?;
    Ok(Mail {
        to: contact.email.clone(),
        subject: letter.subject,
        text: written.text,
        html: written.html,
        lang,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::Lang;

    use super::*;
    use crate::acts::world::World;
    use crate::domain::plan::ActionState;

    #[test]
    fn the_mail_names_the_actions_with_their_days_and_leads_to_the_plan() {
        let action = StoredAction {
            whose: "GM0296".parse().unwrap(),
            number: 1,
            goal: 1,
            step: String::new(),
            title: "Meten wie wij bereiken".into(),
            owner: String::new(),
            due: Some(date(2027, 11, 1)),
            state: ActionState::Open,
            effort: None,
            changed: 0,
        };
        let person = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let person = person.block_on(async { World::each().await[0].somebody() });
        for (lang, day, path) in
            [(Lang::Nl, "1 november 2027", "/own"), (Lang::En, "1 November 2027", "/en/own")]
        {
            let contact = Contact { person, name: "Esra".into(), email: "esra@example.org".into(), lang };
            let mail = letter(&contact, action.whose, std::slice::from_ref(&action), "https://zicht.example");
            let text = mail.expect("a mail").text;
            assert!(text.contains(day) && text.contains("Meten wie wij bereiken"), "{text}");
            assert!(text.contains(&format!("https://zicht.example{path}/GM0296/plan")), "{text}");
            assert!(!text.contains("Unknown localization"), "{text}");
        }
    }
}
