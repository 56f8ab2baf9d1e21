//! Events in words: who, what, about whom. Names only of people that the visitor may see: those who have or had
//! a role in an organisation of the visitor's; for a national privacy officer everybody.

use std::collections::BTreeMap;

use kernel::{OrganisationId, PersonId};
use platform::audit::{Row, Scope};
use platform::{Connection, Keys};
use serde_json::Value;
use web::{PageError, Tr};

use crate::pages::parts;
use crate::store::{memberships, organisations, people};

/// Every kind of event, for the filter; each has words `audit-kind-<with dashes>`.
pub const KINDS: &[&str] = &[
    "account.signed-in",
    "account.sign-in-failed",
    "account.signed-out",
    "account.refused",
    "account.confirmed",
    "account.activated",
    "account.changed",
    "account.password-changed",
    "account.totp-set",
    "account.recovery-codes-made",
    "account.recovery-used",
    "account.passkey-added",
    "account.passkey-removed",
    "account.api-key-made",
    "account.api-key-ended",
    "account.link-made",
    "account.link-used",
    "account.renewal-sent",
    "account.renewed",
    "account.identity-linked",
    "account.identity-unlinked",
    "account.provider-logout",
    "account.session-ended",
    "account.sessions-ended",
    "account.invited",
    "account.offer-accepted",
    "account.offer-declined",
    "account.role-given",
    "account.role-taken",
    "account.switched-off",
    "account.switched-on",
    "organisation.made",
    "organisation.changed",
    "organisation.ended",
    "organisation.reopened",
    "organisation.merged",
    "form.saved",
    "form.submitted",
    "form.approved",
    "form.reopened",
    "form.evidence-added",
    "form.evidence-removed",
    "form.note-added",
    "form.note-removed",
    "wave.planned",
    "wave.changed",
    "wave.removed",
    "wave.opened",
    "wave.reminded",
    "wave.extended",
    "wave.closed",
    "wave.published",
    "wave.withdrawn",
    "person.seen",
    "mail.seen",
    "mail.released",
    "job.retried",
    "audit.seen",
    "audit.exported",
    "audit.checkpoint",
    "audit.verified",
    "audit.retention-changed",
    "audit.pruned",
    "backup.made",
    "data.exported",
    "data.imported",
];

/// The words of a kind; one that this list does not know shows its name.
#[must_use]
pub fn kind(tr: Tr, kind: &str) -> String {
    if KINDS.contains(&kind) {
        tr.t(&format!("audit-kind-{}", kind.replace('.', "-")))
    } else {
        kind.to_owned()
    }
}

/// Names of people and organisations, each looked up once.
pub struct Names<'a> {
    keys: &'a Keys,
    tr: Tr,
    /// Whose people may be named.
    scope: Scope,
    people: BTreeMap<String, Option<String>>,
    organisations: BTreeMap<String, String>,
}

impl<'a> Names<'a> {
    /// Names nobody outside `scope`.
    #[must_use]
    pub fn new(keys: &'a Keys, tr: Tr, scope: Scope) -> Self {
        Self { keys, tr, scope, people: BTreeMap::new(), organisations: BTreeMap::new() }
    }

    /// The name of a person, or that it is somebody from elsewhere.
    pub async fn person(&mut self, db: &mut Connection, id: &str) -> Result<String, PageError> {
        if !self.people.contains_key(id) {
            let name = self.look_up(db, id).await?;
            self.people.insert(id.to_owned(), name);
        }
        let known = self.people.get(id).cloned().flatten();
        Ok(known.unwrap_or_else(|| self.tr.t1("audit-somebody", "id", short(id))))
    }

    async fn look_up(&self, db: &mut Connection, id: &str) -> Result<Option<String>, PageError> {
        let Ok(person) = id.parse::<PersonId>() else { return Ok(None) };
        let seen = match &self.scope {
            Scope::All => true,
            Scope::Only(places) => memberships::ever_in(db, person, places).await?,
        };
        if !seen {
            return Ok(None);
        }
        // A name that does not open is not a reason to show no audit trail.
        let row = people::find(db, person).await?;
        Ok(row.and_then(|row| people::open(self.keys, &row).ok()).map(|person| person.name))
    }

    /// The name of an organisation: public.
    pub async fn organisation(&mut self, db: &mut Connection, id: &str) -> Result<String, PageError> {
        if let Some(known) = self.organisations.get(id) {
            return Ok(known.clone());
        }
        let found = match id.parse::<OrganisationId>() {
            Ok(parsed) => organisations::find(db, parsed).await?,
            Err(_) => None,
        };
        let name = found.map_or_else(|| short(id), |organisation| organisation.about.name);
        self.organisations.insert(id.to_owned(), name.clone());
        Ok(name)
    }

    /// Who did it.
    pub async fn who(&mut self, db: &mut Connection, row: &Row) -> Result<String, PageError> {
        let tr = self.tr;
        match (row.actor_kind.as_str(), row.actor.as_deref()) {
            ("person", Some(id)) => self.person(db, id).await,
            ("operator", Some(name)) => Ok(tr.t1("audit-operator", "name", name)),
            ("job", Some(kind)) => Ok(tr.t1("audit-job", "kind", kind)),
            _ => Ok(tr.t("audit-nobody")),
        }
    }

    /// What it is about.
    pub async fn about(&mut self, db: &mut Connection, row: &Row) -> Result<String, PageError> {
        match (row.about_kind.as_deref(), row.about.as_deref()) {
            (Some("person"), Some(id)) => self.person(db, id).await,
            (Some("organisation"), Some(id)) => self.organisation(db, id).await,
            (Some(kind), Some(id)) => Ok(format!("{kind} {}", short(id))),
            _ => Ok(String::new()),
        }
    }
}

/// The beginning of an id, enough to tell two apart on a page.
fn short(id: &str) -> String {
    id.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect()
}

/// What else an event says, as words where there are any: roles and days; codes and ids as they are.
#[must_use]
pub fn detail(tr: Tr, row: &Row) -> String {
    let Ok(Value::Object(values)) = serde_json::from_str::<Value>(&row.detail) else {
        return row.detail.clone();
    };
    let said: Vec<String> = values.iter().filter_map(|(key, value)| one(tr, key, value)).collect();
    said.join("; ")
}

fn one(tr: Tr, key: &str, value: &Value) -> Option<String> {
    let text = match value {
        Value::Null | Value::Bool(false) => return None,
        Value::String(text) => role(tr, key, text),
        Value::Array(list) => {
            let each = list
                .iter()
                .map(|value| value.as_str().map_or_else(|| value.to_string(), |text| role(tr, key, text)));
            each.collect::<Vec<_>>().join(", ")
        }
        Value::Bool(true) => return Some(known(tr, key)),
        other => other.to_string(),
    };
    Some(format!("{}: {text}", known(tr, key)))
}

/// Roles have words; other values are codes.
fn role(tr: Tr, key: &str, text: &str) -> String {
    match kernel::Role::parse(text) {
        Some(role) if key == "role" || key == "roles" => parts::role(tr, role),
        _ => text.to_owned(),
    }
}

/// The names of details that have words; another one stands as it is.
const DETAILS: &[&str] = &[
    "municipalities",
    "mails",
    "respondents",
    "last_day",
    "role",
    "roles",
    "until",
    "offered",
    "again",
    "merger",
    "successor",
    "date",
    "kind",
    "code",
    "fields",
    "method",
    "session",
    "step",
    "route",
    "permission",
    "count",
    "left",
    "purpose",
    "provider",
    "events",
    "answers",
    "problems",
    "from",
    "actor",
    "about",
    "organisation",
];

fn known(tr: Tr, key: &str) -> String {
    if DETAILS.contains(&key) {
        tr.t(&format!("audit-detail-{}", key.replace('_', "-")))
    } else {
        key.to_owned()
    }
}
