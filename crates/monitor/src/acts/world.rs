//! A database with a clock and a researcher, for the tests of acts.

use jiff::{SignedDuration, Timestamp};
use kernel::{Actor, Clock as _, Membership, OrganisationId, OrganisationKind, PersonId, Role, Text};
use platform::keys::Keys;
use platform::mail::Mail;
use platform::{Database, Writer};
use testkit::{HandClock, SeededEntropy, TestDatabase};

use super::fill::{Answer, InHand, save};
use super::run::{Outgoing, Post};
use super::sign::{Signing, sign};
use super::{Act, ActError};
use crate::domain::run::{Plan, Run};
use crate::domain::wave::Nature;
use crate::sample::{definitions, questionnaire};
use crate::store::forms::StoredForm;
use crate::store::{forms, runs};

/// Where acts take place.
pub struct World {
    pub database: Database,
    pub clock: HandClock,
    keys: Keys,
    entropy: SeededEntropy,
    actor: Actor,
    _test: TestDatabase,
}

impl World {
    /// On 5 October 2027, on each database.
    pub async fn each() -> Vec<Self> {
        let mut worlds = Vec::new();
        for test in testkit::databases().await {
            let (clock, entropy) = (HandClock::at("2027-10-05T10:00:00Z"), SeededEntropy::new(27));
            let organisation = OrganisationId::new(clock.now(), &entropy);
            let kind = OrganisationKind::National;
            let membership = Membership { organisation, kind, role: Role::NationalResearcher };
            let person = PersonId::new(clock.now(), &entropy);
            worlds.push(Self {
                database: test.open().await,
                clock,
                keys: Keys::generate(&entropy),
                entropy,
                actor: Actor { person, memberships: vec![membership] },
                _test: test,
            });
        }
        worlds
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub fn act(&self) -> Act<'_> {
        Act { actor: &self.actor, now: self.now(), request: "test", by_link: false }
    }

    pub fn post(&self) -> Post<'_> {
        Post { keys: &self.keys, entropy: &self.entropy }
    }

    pub fn somebody(&self) -> PersonId {
        PersonId::new(self.now(), &self.entropy)
    }

    pub fn days_later(&self, days: i64) {
        self.clock.advance(SignedDuration::from_hours(24 * days));
    }

    pub async fn write(&self) -> Writer {
        self.database.write().await.expect("a transaction")
    }

    pub async fn run(&self, id: &str) -> Run {
        let mut db = self.database.read().await.expect("a connection");
        runs::find(&mut db, id).await.expect("an answer").expect("a wave")
    }

    pub async fn form(&self, id: &str, municipality: &str) -> StoredForm {
        let mut db = self.database.read().await.expect("a connection");
        let code = municipality.parse().expect("a code");
        forms::find(&mut db, id, code).await.expect("an answer").expect("a form")
    }

    /// How many jobs with a key like this wait.
    pub async fn jobs(&self, like: &str) -> i64 {
        let mut db = self.database.read().await.expect("a connection");
        sqlx::query_scalar("select count(*) from jobs where key like $1")
            .bind(like)
            .fetch_one(&mut *db)
            .await
            .expect("a count")
    }

    /// Kinds of the events so far, without those of mail.
    pub async fn events(&self) -> Vec<String> {
        let mut db = self.database.read().await.expect("a connection");
        sqlx::query_scalar("select kind from audit_events order by seq")
            .fetch_all(&mut *db)
            .await
            .expect("events")
    }

    /// Plans a wave and opens it, with these mails.
    pub async fn open(&self, plan: &Plan, mails: &[Outgoing]) -> Run {
        let mut db = self.write().await;
        super::run::make(&mut db, &self.act(), plan).await.expect("a draft");
        db.commit().await.expect("a commit");
        let run = self.run(&plan.id).await;
        let mut db = self.write().await;
        super::run::open(&mut db, &self.act(), &run, self.post(), mails).await.expect("an open wave");
        db.commit().await.expect("a commit");
        self.run(&plan.id).await
    }

    /// Fills in every goal of a municipality, and whether it may be named.
    pub async fn fill(
        &self,
        id: &str,
        municipality: &str,
        policy: &str,
        named: &str,
    ) -> Result<(), ActError> {
        let run = self.run(id).await;
        let goals = questionnaire().goals.iter();
        let mut answers: Vec<Answer> = goals
            .map(|goal| Answer { name: format!("d{}.beleid", goal.number), value: policy.to_owned() })
            .collect();
        answers.push(Answer { name: "openbaar".to_owned(), value: named.to_owned() });
        let form = InHand {
            run: &run,
            questionnaire: questionnaire(),
            municipality: municipality.parse().expect("a code"),
            organisation: None,
        };
        let mut db = self.write().await;
        save(&mut db, &self.act(), form, 0, &answers).await?;
        let rule = definitions().rule(&run.plan.scoring_rule).expect("a rule");
        sign(&mut db, &self.act(), form, rule, Signing::Submit).await?;
        db.commit().await.expect("a commit");
        Ok(())
    }
}

/// A wave of October 2027 without four eyes, for these municipalities.
pub fn plan(id: &str, invited: &[&str]) -> Plan {
    let day = |text: &str| text.parse().expect("a day");
    Plan {
        id: id.to_owned(),
        year: id[..4].parse().expect("a year"),
        title: Text { nl: format!("Peiling {id}"), en: format!("Wave {id} \"of\" ours") },
        questionnaire: ("preventie-2017".to_owned(), 1),
        scoring_rule: "2017-a".to_owned(),
        reference_date: day("2027-01-01"),
        period: (day("2027-10-01"), day("2027-10-31")),
        invited: invited.iter().map(|code| code.parse().expect("a code")).collect(),
        four_eyes: false,
        most_reminders: 2,
        nature: Nature::Real,
    }
}

/// A mail to somebody of a municipality.
pub fn mail_to(person: PersonId, municipality: &str) -> Outgoing {
    let mail = Mail {
        to: "esra@example.org".to_owned(),
        subject: "s".to_owned(),
        text: "t".to_owned(),
        html: "h".to_owned(),
        lang: kernel::Lang::Nl,
    };
    Outgoing { municipality: municipality.parse().expect("a code"), person, mail }
}
