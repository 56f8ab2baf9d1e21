//! What the address asks for, within what the row rule shows. No name and no address is in it: only ids.

use jiff::civil::Date;
use kernel::{Finding, OrganisationId, Permission};
use platform::Connection;
use platform::audit::{Filter, Scope};
use serde::Deserialize;
use serde_json::{Value, json};
use web::{PageError, RequestContext};

use crate::domain::visible::Sight;
use crate::pages::parts::encoded;
use crate::store::organisations;

/// What the address can ask for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// The id of who did it.
    pub actor: String,
    /// The id of whom or what it is about.
    pub about: String,
    /// The id of an organisation.
    pub organisation: String,
    /// A kind of event.
    pub kind: String,
    /// The page before this event.
    pub before: String,
}

impl Asked {
    /// The filter, and what of it can't be read.
    pub async fn filter(
        &self,
        db: &mut Connection,
        context: &RequestContext,
        today: Date,
    ) -> Result<(Filter, Vec<Finding>), PageError> {
        let mut findings = Vec::new();
        let mut day = |text: &str, name: &'static str| -> Option<Date> {
            let read = text.trim().parse().ok();
            if read.is_none() && !text.trim().is_empty() {
                findings.push(web::on_field("date", name));
            }
            read
        };
        let (from, to) = (day(&self.from, "from"), day(&self.to, "to"));
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let filter = Filter {
            organisations: self.scope(db, context, today).await?,
            actor: given(&self.actor),
            about: given(&self.about),
            kind: given(&self.kind),
            from: from.and_then(kernel::start_of_dutch_day),
            until: to.and_then(|day| day.tomorrow().ok()).and_then(kernel::start_of_dutch_day),
        };
        Ok((filter, findings))
    }

    /// The row rule, narrowed to one organisation if that is asked for.
    async fn scope(
        &self,
        db: &mut Connection,
        context: &RequestContext,
        today: Date,
    ) -> Result<Scope, PageError> {
        let sight = Sight::of(context.actor()?, Permission::SeeAudit);
        if self.organisation.is_empty() && sight.all {
            return Ok(Scope::All);
        }
        let own = organisations::with_predecessors(db, &sight.organisations, today).await?;
        let asked: Option<OrganisationId> = self.organisation.parse().ok();
        Ok(Scope::Only(match asked {
            None if self.organisation.is_empty() => own,
            Some(one) if sight.all || own.contains(&one) => vec![one],
            // Somebody else's organisation, or none: nothing is seen.
            _ => return Err(PageError::not_yours()),
        }))
    }

    /// The address of the list with one value changed.
    #[must_use]
    pub fn with(&self, path: &str, key: &str, value: &str) -> String {
        let pairs = [
            ("from", self.from.trim()),
            ("to", self.to.trim()),
            ("actor", &self.actor),
            ("about", &self.about),
            ("organisation", &self.organisation),
            ("kind", &self.kind),
        ];
        let others = pairs.into_iter().filter(|(name, _)| *name != key);
        let said: Vec<String> = others
            .chain([(key, value)])
            .filter(|(name, value)| !name.is_empty() && !value.is_empty())
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        if said.is_empty() { path.to_owned() } else { format!("{path}?{}", said.join("&")) }
    }

    /// Whether anything is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let all = [&self.from, &self.to, &self.actor, &self.about, &self.organisation, &self.kind];
        all.iter().all(|text| text.is_empty())
    }

    /// The filter for the event that tells that somebody looked: days, ids and kinds, no free text.
    #[must_use]
    pub fn detail(&self, filter: &Filter) -> Value {
        let id = |text: &str| text.parse::<kernel::PersonId>().ok().map(|id| id.to_string());
        json!({
            "from": filter.from.map(|at| at.to_string()),
            "until": filter.until.map(|at| at.to_string()),
            "actor": id(&self.actor),
            "about": id(&self.about),
            "organisation": id(&self.organisation),
            "kind": super::words::KINDS.contains(&self.kind.as_str()).then_some(&self.kind),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_an_address() {
        let asked = Asked { kind: "account.signed-in".into(), before: "9".into(), ..Asked::default() };
        assert_eq!(asked.with("/audit", "actor", "x y"), "/audit?kind=account.signed-in&actor=x%20y");
        assert_eq!(asked.with("/audit", "kind", ""), "/audit");
        assert_eq!(asked.with("/audit", "", ""), "/audit?kind=account.signed-in");
    }

    #[test]
    fn free_text_does_not_go_into_the_event() {
        let asked = Asked { actor: "jan@example.org".into(), kind: "Jan".into(), ..Asked::default() };
        let detail = asked.detail(&Filter::default()).to_string();
        assert!(!detail.contains("Jan") && !detail.contains("jan"), "{detail}");
    }
}
