//! Every act on both databases: what it stores, what it refuses, and what it leaves in the audit trail.

use geography::Geography;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::{Actor, Lang, OrganisationId, Permission, PersonId, Role};
use platform::audit::{Filter, Scope};
use platform::{Database, Keys, Writer, audit, jobs};
use testkit::SeededEntropy;

use super::invite::{self, Invitation, Invited};
use super::{Act, ActError, merge, organisations as act_on, roles, switch};
use crate::domain::mergers::{Plan, Successor};
use crate::domain::organisations::{Organisation, Typed};
use crate::domain::people::{Address, PersonState};
use crate::domain::roles::Refusal;
use crate::domain::visible::Sight;
use crate::store::organisations::Wanted;
use crate::store::people::NewPerson;
use crate::store::{memberships, organisations, people};

mod at_once;

const URL: &str = "https://zicht.example";

/// A country with a national administrator, Wijchen and Druten with an administrator each.
struct Country {
    keys: Keys,
    entropy: SeededEntropy,
    national: Organisation,
    wijchen: Organisation,
    druten: Organisation,
    chief: PersonId,
    anna: PersonId,
    bram: PersonId,
}

fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().expect("a moment")
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn typed(kind: &str, code: &str, name: &str) -> Typed {
    Typed {
        kind: kind.into(),
        name: name.into(),
        code: code.into(),
        region: String::new(),
        from: "2020-01-01".into(),
    }
}

impl Country {
    async fn new(db: &mut Writer) -> Self {
        let entropy = SeededEntropy::new(7);
        let keys = Keys::generate(&entropy);
        let mut made = Vec::new();
        for typed in [
            typed("national", "", "Kinderombudsman"),
            typed("municipality", "GM0296", ""),
            typed("municipality", "GM0225", ""),
        ] {
            let about = typed.read(Geography::built_in()).expect("an organisation");
            let id = OrganisationId::new(now(), &entropy);
            organisations::insert(db, id, &about).await.unwrap();
            made.push(organisations::find(db, id).await.unwrap().expect("the organisation"));
        }
        let mut country = Self {
            chief: PersonId::new(now(), &entropy),
            anna: PersonId::new(now(), &entropy),
            bram: PersonId::new(now(), &entropy),
            druten: made.remove(2),
            wijchen: made.remove(1),
            national: made.remove(0),
            keys,
            entropy,
        };
        country.chief = country.person(db, "chief", country.national.id, Role::NationalAdministrator).await;
        country.anna = country.person(db, "anna", country.wijchen.id, Role::Administrator).await;
        country.bram = country.person(db, "bram", country.druten.id, Role::Administrator).await;
        country
    }

    async fn person(
        &self,
        db: &mut Writer,
        name: &str,
        organisation: OrganisationId,
        role: Role,
    ) -> PersonId {
        let email = Address::parse(&format!("{name}@example.org")).expect("an address");
        let new = NewPerson { name, email: &email, lang: Lang::Nl, state: PersonState::Active };
        let person = people::insert(db, &self.keys, new, now(), &self.entropy).await.unwrap();
        self.give(db, person, organisation, role).await;
        person
    }

    async fn give(&self, db: &mut Writer, person: PersonId, organisation: OrganisationId, role: Role) {
        let since = day("2026-01-01");
        let new = memberships::NewRole { person, organisation, role, since, until: None, offered_as: None };
        memberships::insert(db, &self.keys, new, now(), &self.entropy).await.unwrap();
    }

    async fn actor(&self, db: &mut Writer, person: PersonId) -> Actor {
        let memberships = memberships::of(db, person, day("2026-11-22")).await.unwrap();
        Actor { person, memberships }
    }

    fn act<'a>(&'a self, actor: &'a Actor) -> Act<'a> {
        Act { actor, now: now(), request: "r1", keys: &self.keys, entropy: &self.entropy }
    }

    async fn invite(
        &self,
        db: &mut Writer,
        by: PersonId,
        to: &Organisation,
        email: &str,
        roles: &[Role],
    ) -> Result<Invited, ActError> {
        let actor = self.actor(db, by).await;
        let invitation = Invitation {
            name: "Zoals Getypt".into(),
            email: Address::parse(email).expect("an address"),
            lang: Lang::Nl,
            roles: roles.to_vec(),
            until: None,
        };
        invite::invite(db, &self.act(&actor), to, &invitation, URL).await
    }

    async fn change(
        &self,
        db: &mut Writer,
        by: PersonId,
        at: &Organisation,
        person: PersonId,
        wanted: &[Role],
    ) -> Result<crate::domain::roles::Change, ActError> {
        let actor = self.actor(db, by).await;
        roles::change(db, &self.act(&actor), at, person, wanted, None).await
    }
}

async fn kinds(db: &mut Writer) -> Vec<String> {
    let filter = Filter { organisations: Scope::All, ..Filter::default() };
    let rows = audit::page(db, &filter, None, 100).await.unwrap();
    rows.into_iter().rev().map(|row| row.kind).collect()
}

async fn mails(db: &mut Writer, keys: &Keys) -> Vec<platform::mail::Mail> {
    let mut mails = Vec::new();
    for row in jobs::page(db, None, None, 50).await.unwrap().into_iter().rev() {
        mails.extend(platform::mail::read(db, keys, row.id).await.unwrap());
    }
    mails
}

fn refusal<T: std::fmt::Debug>(result: Result<T, ActError>) -> Refusal {
    match result {
        Err(ActError::Refused(refusal)) => refusal,
        other => panic!("refused, not {other:?}"),
    }
}

async fn start(database: &Database) -> (Writer, Country) {
    let mut db = database.write().await.unwrap();
    let country = Country::new(&mut db).await;
    (db, country)
}

#[tokio::test]
async fn an_invitation_makes_a_person_an_offer_a_mail_and_an_event() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let roles = [Role::Editor, Role::Reader];
        let invited = country
            .invite(&mut db, country.anna, &country.wijchen, " Nieuw@Example.org ", &roles)
            .await
            .unwrap();
        assert!(invited.link.starts_with("https://zicht.example/invitation/"), "{}", invited.link);
        let row = people::find(&mut db, invited.person).await.unwrap().expect("the person");
        let person = people::open(&country.keys, &row).unwrap();
        assert_eq!((person.name.as_str(), person.email.as_str()), ("Zoals Getypt", "nieuw@example.org"));
        assert_eq!(person.state, PersonState::Invited);
        assert_eq!(country.actor(&mut db, invited.person).await.memberships, [], "an offer gives no right");
        let mails = mails(&mut db, &country.keys).await;
        assert_eq!(mails.len(), 1);
        assert!(
            mails[0].text.contains(&invited.link) && mails[0].text.contains("Wijchen"),
            "{}",
            mails[0].text
        );
        assert_eq!(kinds(&mut db).await, ["account.invited"]);

        assert!(people::activate(&mut db, invited.person, now()).await.unwrap());
        assert_eq!(country.actor(&mut db, invited.person).await.memberships.len(), 2);
        assert!(!people::activate(&mut db, invited.person, now()).await.unwrap(), "once only");
    }
}

#[tokio::test]
async fn somebody_with_an_account_elsewhere_looks_like_anybody_until_the_offer_is_accepted() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let invited = country
            .invite(&mut db, country.anna, &country.wijchen, "bram@example.org", &[Role::Reader])
            .await
            .unwrap();
        assert_eq!(invited.person, country.bram);
        assert_eq!(invited.link, "https://zicht.example/account/offers", "no link that opens the account");
        let today = day("2026-11-22");
        let rows = memberships::roles_between(&mut db, country.wijchen.id, today, country.bram, country.bram)
            .await
            .unwrap();
        assert!(!rows[0].held.accepted && rows[0].offered_name.is_some());
        let actor = country.actor(&mut db, country.bram).await;
        assert!(actor.memberships.iter().all(|held| held.organisation == country.druten.id));
        let accepted =
            memberships::accept(&mut db, country.bram, Some(country.wijchen.id), now()).await.unwrap();
        assert_eq!(accepted, 1);
        assert_eq!(country.actor(&mut db, country.bram).await.memberships.len(), 2);
    }
}

#[tokio::test]
async fn a_link_that_opens_an_account_is_not_for_the_administrator_of_only_a_part_of_it() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let both = "nieuw@example.org";
        country.invite(&mut db, country.bram, &country.druten, both, &[Role::Editor]).await.unwrap();
        let second =
            country.invite(&mut db, country.anna, &country.wijchen, both, &[Role::Reader]).await.unwrap();
        assert_eq!(second.link, "https://zicht.example/account/offers");
        let mail = mails(&mut db, &country.keys).await.pop().expect("a mail");
        assert!(mail.text.contains("/invitation/"), "the person gets it by mail");
    }
}

#[tokio::test]
async fn inviting_again_makes_a_new_link_until_the_offer_is_accepted() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let first = country
            .invite(&mut db, country.anna, &country.wijchen, "c@example.org", &[Role::Editor])
            .await
            .unwrap();
        let twice =
            country.invite(&mut db, country.anna, &country.wijchen, "c@example.org", &[Role::Reader]).await;
        assert!(matches!(twice, Err(ActError::Findings(_))), "{twice:?}");
        let actor = country.actor(&mut db, country.anna).await;
        let act = country.act(&actor);
        let again = invite::again(&mut db, &act, &country.wijchen, first.person, URL).await.unwrap();
        assert_ne!(again.link, first.link);
        let other = country.actor(&mut db, country.bram).await;
        let elsewhere =
            invite::again(&mut db, &country.act(&other), &country.wijchen, first.person, URL).await;
        assert_eq!(refusal(elsewhere), Refusal::NotYours);
        people::activate(&mut db, first.person, now()).await.unwrap();
        let late = invite::again(&mut db, &act, &country.wijchen, first.person, URL).await;
        assert!(matches!(late, Err(ActError::NotThere)));
    }
}

#[tokio::test]
async fn roles_are_given_and_taken_within_the_own_organisation_only() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let carla = country.person(&mut db, "carla", country.wijchen.id, Role::Editor).await;
        let done =
            country.change(&mut db, country.anna, &country.wijchen, carla, &[Role::Approver]).await.unwrap();
        assert_eq!((done.given, done.taken), (vec![Role::Approver], vec![Role::Editor]));
        assert_eq!(country.actor(&mut db, carla).await.memberships[0].role, Role::Approver);
        assert_eq!(kinds(&mut db).await, ["account.role-taken", "account.role-given"]);
        let refused = country.change(&mut db, country.bram, &country.wijchen, carla, &[Role::Reader]).await;
        assert_eq!(refusal(refused), Refusal::NotYours);
        let stranger = country.change(&mut db, country.bram, &country.druten, carla, &[Role::Reader]).await;
        assert!(matches!(stranger, Err(ActError::NotThere)), "nobody is drawn in without an invitation");
        // Given and taken again on one day: the rows do not collide.
        country.change(&mut db, country.anna, &country.wijchen, carla, &[Role::Editor]).await.unwrap();
        country.change(&mut db, country.anna, &country.wijchen, carla, &[]).await.unwrap();
        assert_eq!(country.actor(&mut db, carla).await.memberships, []);
    }
}

#[tokio::test]
async fn the_last_administrator_stays_until_there_is_another() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let removed = country.change(&mut db, country.chief, &country.wijchen, country.anna, &[]).await;
        assert_eq!(refusal(removed), Refusal::LastAdministrator);
        let chief = country.actor(&mut db, country.chief).await;
        let off = switch::off(&mut db, &country.act(&chief), country.wijchen.id, country.anna).await;
        assert_eq!(refusal(off), Refusal::LastAdministrator);
        // Somebody who has not accepted yet is no other administrator.
        let invited = country
            .invite(&mut db, country.anna, &country.wijchen, "d@example.org", &[Role::Administrator])
            .await
            .unwrap();
        let removed = country.change(&mut db, country.chief, &country.wijchen, country.anna, &[]).await;
        assert_eq!(refusal(removed), Refusal::LastAdministrator);
        people::activate(&mut db, invited.person, now()).await.unwrap();
        country.change(&mut db, country.chief, &country.wijchen, country.anna, &[]).await.unwrap();
    }
}

#[tokio::test]
async fn an_account_that_is_off_has_no_session_and_comes_back_as_it_was() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let carla = country.person(&mut db, "carla", country.wijchen.id, Role::Editor).await;
        let anna = country.actor(&mut db, country.anna).await;
        switch::off(&mut db, &country.act(&anna), country.wijchen.id, carla).await.unwrap();
        assert_eq!(people::find(&mut db, carla).await.unwrap().map(|row| row.state), Some(PersonState::Off));
        switch::on(&mut db, &country.act(&anna), country.wijchen.id, carla).await.unwrap();
        let state = people::find(&mut db, carla).await.unwrap().map(|row| row.state);
        assert_eq!(state, Some(PersonState::Invited), "who never chose a way to sign in is invited still");
        country.give(&mut db, carla, country.druten.id, Role::Reader).await;
        let refused = switch::off(&mut db, &country.act(&anna), country.wijchen.id, carla).await;
        assert_eq!(refusal(refused), Refusal::NotYours);
        assert_eq!(kinds(&mut db).await, ["account.switched-off", "account.switched-on"]);
    }
}

#[tokio::test]
async fn who_was_invited_and_switched_off_is_switched_on_by_the_inviter_again() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let invited = country
            .invite(&mut db, country.anna, &country.wijchen, "d@example.org", &[Role::Editor])
            .await
            .unwrap();
        let (anna, bram) =
            (country.actor(&mut db, country.anna).await, country.actor(&mut db, country.bram).await);
        switch::off(&mut db, &country.act(&anna), country.wijchen.id, invited.person).await.unwrap();
        let other = switch::on(&mut db, &country.act(&bram), country.wijchen.id, invited.person).await;
        assert_eq!(refusal(other), Refusal::NotYours);
        switch::on(&mut db, &country.act(&anna), country.wijchen.id, invited.person).await.unwrap();
        let state = people::find(&mut db, invited.person).await.unwrap().map(|row| row.state);
        assert_eq!(state, Some(PersonState::Invited));
    }
}

#[tokio::test]
async fn a_change_over_somebody_elses_is_noticed() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let chief = country.actor(&mut db, country.chief).await;
        let act = country.act(&chief);
        let school = act_on::make(&mut db, &act, &typed("professional", "", "De Regenboog")).await.unwrap();
        let school = organisations::find(&mut db, school).await.unwrap().expect("the school");
        act_on::change(&mut db, &act, &school, 0, &typed("professional", "", "De Zon")).await.unwrap();
        let late = act_on::change(&mut db, &act, &school, 0, &typed("professional", "", "De Maan")).await;
        assert!(matches!(late, Err(ActError::Changed)));
        let other_kind = act_on::change(&mut db, &act, &school, 1, &typed("national", "", "De Zon")).await;
        assert!(matches!(other_kind, Err(ActError::Findings(_))));
        let again = act_on::make(&mut db, &act, &typed("municipality", "GM0296", "")).await;
        assert!(matches!(again, Err(ActError::Findings(_))), "a municipality is there once");
        let anna = country.actor(&mut db, country.anna).await;
        let local = act_on::make(&mut db, &country.act(&anna), &typed("professional", "", "X")).await;
        assert_eq!(refusal(local), Refusal::NotYours);
    }
}

#[tokio::test]
async fn the_body_of_the_last_national_administrator_does_not_end() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let chief = country.actor(&mut db, country.chief).await;
        let act = country.act(&chief);
        let ended = act_on::end(&mut db, &act, &country.national, 0, day("2027-01-01")).await;
        assert_eq!(refusal(ended), Refusal::LastNationalAdministrator);
        act_on::end(&mut db, &act, &country.druten, 0, day("2026-11-22")).await.unwrap();
        assert_eq!(country.actor(&mut db, country.bram).await.memberships, [], "its rights end with it");
    }
}

#[tokio::test]
async fn a_merger_takes_people_along_each_role_once() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        country.give(&mut db, country.bram, country.wijchen.id, Role::Administrator).await;
        let carla = country.person(&mut db, "carla", country.druten.id, Role::Editor).await;
        let chief = country.actor(&mut db, country.chief).await;
        let plan = Plan {
            ending: vec![country.druten.clone()],
            successor: Successor::Existing(country.wijchen.clone()),
            date: day("2026-11-22"),
        };
        let preview = merge::preview(&mut db, &plan, day("2026-11-22")).await.unwrap();
        assert_eq!((preview.carried.moved.len(), preview.carried.coincide.len()), (1, 1));
        let codes: Vec<_> = preview.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, ["merger-unknown"], "CBS knows no such merger: a warning");
        merge::confirm(&mut db, &country.act(&chief), &plan).await.unwrap();
        let roles = country.actor(&mut db, carla).await.memberships;
        assert_eq!(roles.len(), 1);
        assert_eq!((roles[0].organisation, roles[0].role), (country.wijchen.id, Role::Editor));
        assert_eq!(country.actor(&mut db, country.bram).await.memberships.len(), 1);
        let own = [country.wijchen.id];
        let watched = organisations::with_predecessors(&mut db, &own, day("2026-11-22")).await.unwrap();
        assert_eq!(watched.len(), 2, "the successor looks after what happened before");
        assert!(kinds(&mut db).await.contains(&"organisation.merged".to_owned()));
    }
}

#[tokio::test]
async fn a_merger_of_later_waits_for_its_day_and_can_be_withdrawn() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let carla = country.person(&mut db, "carla", country.druten.id, Role::Editor).await;
        let chief = country.actor(&mut db, country.chief).await;
        let act = country.act(&chief);
        let plan = Plan {
            ending: vec![country.druten.clone()],
            successor: Successor::Existing(country.wijchen.clone()),
            date: day("2027-01-01"),
        };
        merge::confirm(&mut db, &act, &plan).await.unwrap();
        let of = |place: OrganisationId, actor: &Actor| {
            actor.memberships.iter().any(|held| held.organisation == place)
        };
        assert!(
            of(country.druten.id, &country.actor(&mut db, carla).await),
            "nothing changes before the day"
        );
        // Somebody leaves before the day: the job finds them gone.
        let bram = country.actor(&mut db, country.bram).await;
        roles::change(&mut db, &country.act(&bram), &country.druten, carla, &[], None).await.unwrap();
        let waiting = jobs::page(&mut db, Some(jobs::State::Waiting), None, 10).await.unwrap();
        let job = waiting.iter().find(|row| row.kind == merge::KIND).expect("the job");
        assert_eq!(job.run_at.to_string(), "2026-12-31T23:00:00Z", "midnight in the Netherlands");
        let payload =
            jobs::payload(&mut db, &country.keys, merge::KIND, job.id).await.unwrap().expect("a payload");
        let later: Timestamp = "2027-01-01T00:00:05Z".parse().unwrap();

        let ending =
            organisations::find(&mut db, country.druten.id).await.unwrap().expect("the organisation");
        act_on::reopen(&mut db, &act, &ending, ending.changed).await.unwrap();
        merge::on_the_day(&mut db, &country.keys, &country.entropy, &payload, later).await.unwrap();
        let staff = memberships::staff(&mut db, country.wijchen.id, day("2027-01-01")).await.unwrap();
        assert_eq!(staff.len(), 1, "a merger that was withdrawn moves nobody");

        let ending =
            organisations::find(&mut db, country.druten.id).await.unwrap().expect("the organisation");
        merge::confirm(&mut db, &act, &Plan { ending: vec![ending], ..plan }).await.unwrap();
        for _ in 0..2 {
            merge::on_the_day(&mut db, &country.keys, &country.entropy, &payload, later).await.unwrap();
            let staff = memberships::staff(&mut db, country.wijchen.id, day("2027-01-01")).await.unwrap();
            let people: Vec<_> = staff.iter().map(|row| row.person).collect();
            assert_eq!(people.len(), 2, "once, also when the job comes twice");
            assert!(people.contains(&country.bram) && !people.contains(&carla));
        }
    }
}

#[tokio::test]
async fn who_would_watch_the_own_work_after_a_merger_keeps_it_from_being_confirmed() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        country.give(&mut db, country.anna, country.druten.id, Role::PrivacyOfficer).await;
        let chief = country.actor(&mut db, country.chief).await;
        let plan = Plan {
            ending: vec![country.druten.clone()],
            successor: Successor::Existing(country.wijchen.clone()),
            date: day("2027-01-01"),
        };
        let refused = merge::confirm(&mut db, &country.act(&chief), &plan).await;
        assert!(
            matches!(refused, Err(ActError::Findings(findings)) if findings.iter().any(|f| f.code == "merger-watched"))
        );
    }
}

#[tokio::test]
async fn lists_counts_and_search_show_what_the_row_rule_sees() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        let region = country.person(&mut db, "rosa", country.druten.id, Role::RegionalCoordinator).await;
        let today = day("2026-11-22");
        let all = Wanted { kind: None, name: "", ended: false, today };
        for (person, expected) in [(country.chief, 3_i64), (country.anna, 1), (region, 2)] {
            let actor = country.actor(&mut db, person).await;
            let sight = Sight::of(&actor, Permission::SeeOrganisations);
            let list = organisations::page(&mut db, &sight, all, None, 50).await.unwrap();
            assert_eq!(i64::try_from(list.len()), Ok(expected));
            assert_eq!(organisations::count(&mut db, &sight, all).await.unwrap(), expected);
            assert_eq!(
                organisations::choices(&mut db, &sight, today).await.unwrap().len() as u64,
                expected.unsigned_abs()
            );
            for organisation in [&country.national, &country.wijchen, &country.druten] {
                let seen = organisations::seen(&mut db, &sight, organisation.id).await.unwrap();
                assert_eq!(seen.is_some(), list.contains(organisation));
            }
        }
        let chief = country.actor(&mut db, country.chief).await;
        let sight = Sight::of(&chief, Permission::SeeOrganisations);
        for (name, expected) in
            [("wij", 1), ("GM0225", 1), ("%", 3), ("%x", 0), ("kinder ombuds", 0), ("", 3)]
        {
            let wanted = Wanted { name, ..all };
            assert_eq!(organisations::count(&mut db, &sight, wanted).await.unwrap(), expected, "{name}");
        }
        let first = organisations::page(&mut db, &sight, all, None, 2).await.unwrap();
        let rest = organisations::page(&mut db, &sight, all, first.last(), 2).await.unwrap();
        let names: Vec<_> = first.iter().chain(&rest).map(|one| one.about.name.as_str()).collect();
        assert_eq!(names, ["Druten", "Kinderombudsman", "Wijchen"]);
        let nobody = Sight::default();
        assert_eq!(organisations::count(&mut db, &nobody, all).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn people_come_in_pages() {
    for test in testkit::databases().await {
        let (mut db, country) = start(&test.open().await).await;
        for number in 0..4 {
            country.person(&mut db, &format!("p{number}"), country.wijchen.id, Role::Reader).await;
        }
        let today = day("2026-11-22");
        let mut seen = Vec::new();
        let mut after = None;
        loop {
            let page = memberships::page(&mut db, country.wijchen.id, today, after, 2).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(last.id);
            seen.extend(page.into_iter().map(|row| row.id));
        }
        assert_eq!(seen.len(), 5);
        assert_eq!(memberships::count(&mut db, country.wijchen.id, today).await.unwrap(), 5);
    }
}
