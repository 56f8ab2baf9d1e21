//! The rules one by one, and then in any order by anybody.

use kernel::{Actor, Membership, OrganisationId, OrganisationKind, PersonId, Role};
use proptest::prelude::*;

use super::*;

fn moment() -> jiff::Timestamp {
    "2026-11-22T12:00:00Z".parse().expect("a moment")
}

fn today() -> Date {
    "2026-11-22".parse().expect("a day")
}

fn person(number: u64) -> PersonId {
    PersonId::new(moment(), &testkit::SeededEntropy::new(number))
}

fn organisation(number: u64) -> OrganisationId {
    OrganisationId::new(moment(), &testkit::SeededEntropy::new(1_000 + number))
}

const KINDS: [OrganisationKind; 3] =
    [OrganisationKind::National, OrganisationKind::Municipality, OrganisationKind::Municipality];

fn within(number: usize) -> Within {
    Within { organisation: organisation(number as u64), kind: KINDS[number] }
}

fn actor(number: u64, memberships: &[(usize, Role)]) -> Actor {
    let membership = |(at, role): &(usize, Role)| Membership {
        organisation: within(*at).organisation,
        kind: KINDS[*at],
        role: *role,
    };
    Actor { person: person(number), memberships: memberships.iter().map(membership).collect() }
}

fn subject(number: u64, held: &[(usize, Role)]) -> Subject {
    let one = |(at, role): &(usize, Role)| Held {
        organisation: within(*at).organisation,
        role: *role,
        until: None,
        accepted: true,
    };
    Subject {
        person: person(number),
        state: PersonState::Active,
        unused: false,
        held: held.iter().map(one).collect(),
    }
}

const MANY: Others = Others { administrators: 1, national_administrators: 1 };
const NONE: Others = Others { administrators: 0, national_administrators: 0 };

fn changed(
    actor: &Actor,
    subject: &Subject,
    at: usize,
    wanted: &[Role],
    others: Others,
) -> Result<Change, Refusal> {
    change(actor, subject, within(at), wanted, None, today(), others)
}

#[test]
fn an_administrator_manages_only_the_own_organisation() {
    let actor = actor(1, &[(1, Role::Administrator)]);
    let given = changed(&actor, &subject(2, &[]), 1, &[Role::Editor], MANY);
    assert_eq!(given, Ok(Change { given: vec![Role::Editor], taken: vec![] }));
    assert_eq!(changed(&actor, &subject(2, &[]), 2, &[Role::Editor], MANY), Err(Refusal::NotYours));
}

#[test]
fn an_editor_manages_nobody() {
    let actor = actor(1, &[(1, Role::Editor), (1, Role::PrivacyOfficer)]);
    assert_eq!(changed(&actor, &subject(2, &[]), 1, &[Role::Reader], MANY), Err(Refusal::NotYours));
    assert_eq!(may_give(&actor, within(1)), []);
}

#[test]
fn nobody_changes_the_own_roles_up_or_down() {
    let actor = actor(1, &[(0, Role::NationalAdministrator)]);
    let own = subject(1, &[(0, Role::NationalAdministrator)]);
    assert_eq!(changed(&actor, &own, 0, &[], MANY), Err(Refusal::Own));
    assert_eq!(changed(&actor, &own, 1, &[Role::Editor], MANY), Err(Refusal::Own));
}

#[test]
fn only_a_national_administrator_gives_and_takes_national_roles() {
    let local = actor(1, &[(0, Role::Administrator)]);
    let national = actor(2, &[(0, Role::NationalAdministrator)]);
    for role in [Role::NationalAdministrator, Role::NationalResearcher, Role::PrivacyOfficer] {
        assert_eq!(changed(&local, &subject(3, &[]), 0, &[role], MANY), Err(Refusal::Above));
        assert_eq!(changed(&local, &subject(3, &[(0, role)]), 0, &[], MANY), Err(Refusal::Above));
        assert!(changed(&national, &subject(3, &[]), 0, &[role], MANY).is_ok());
    }
}

#[test]
fn a_role_must_fit_the_organisation() {
    let national = actor(2, &[(0, Role::NationalAdministrator)]);
    let refused = changed(&national, &subject(3, &[]), 1, &[Role::NationalResearcher], MANY);
    assert_eq!(refused, Err(Refusal::DoesNotFit));
}

#[test]
fn the_last_administrator_stays_whoever_asks() {
    let national = actor(2, &[(0, Role::NationalAdministrator)]);
    let last = subject(3, &[(1, Role::Administrator)]);
    assert_eq!(changed(&national, &last, 1, &[], NONE), Err(Refusal::LastAdministrator));
    assert_eq!(changed(&national, &last, 1, &[Role::Editor], NONE), Err(Refusal::LastAdministrator));
    assert!(changed(&national, &last, 1, &[Role::Administrator, Role::Editor], NONE).is_ok());
    assert!(changed(&national, &last, 1, &[], MANY).is_ok());
    assert_eq!(switch_off(&national, &last, |_| NONE), Err(Refusal::LastAdministrator));
    let invited = Subject { state: PersonState::Invited, unused: true, ..last };
    assert!(changed(&national, &invited, 1, &[], NONE).is_ok(), "an invitation can be withdrawn");
}

#[test]
fn the_last_administrator_never_gets_an_end() {
    let national = actor(2, &[(0, Role::NationalAdministrator)]);
    let until = Some("2027-01-01".parse().expect("a day"));
    let give = |others| {
        change(&national, &subject(3, &[]), within(1), &[Role::Administrator], until, today(), others)
    };
    assert_eq!(give(NONE), Err(Refusal::LastAdministrator));
    assert!(give(MANY).is_ok());
}

#[test]
fn the_last_national_administrator_stays() {
    let other = actor(2, &[(0, Role::NationalAdministrator)]);
    let last = subject(3, &[(0, Role::NationalAdministrator), (0, Role::Administrator)]);
    let others = Others { administrators: 1, national_administrators: 0 };
    let refused = changed(&other, &last, 0, &[Role::Administrator], others);
    assert_eq!(refused, Err(Refusal::LastNationalAdministrator));
}

#[test]
fn the_one_who_is_watched_does_not_watch() {
    let national = actor(2, &[(0, Role::NationalAdministrator)]);
    let both = changed(&national, &subject(3, &[(1, Role::PrivacyOfficer)]), 1, &Role::ALL[5..8], MANY);
    assert_eq!(both, Err(Refusal::DoesNotFit));
    let both = [Role::PrivacyOfficer, Role::Administrator];
    assert_eq!(changed(&national, &subject(3, &[]), 1, &both, MANY), Err(Refusal::Watched));
    let elsewhere = subject(3, &[(2, Role::PrivacyOfficer)]);
    assert!(changed(&national, &elsewhere, 1, &[Role::Administrator], MANY).is_ok());
}

#[test]
fn a_role_ends_after_today_or_not_at_all() {
    let national = actor(2, &[(0, Role::NationalAdministrator)]);
    let give = |until| change(&national, &subject(3, &[]), within(1), &[Role::Editor], until, today(), MANY);
    assert_eq!(give(Some(today())), Err(Refusal::EndsTooSoon));
    assert!(give(today().tomorrow().ok()).is_ok());
}

#[test]
fn an_account_is_switched_by_the_administrator_of_all_its_organisations_or_a_national_one() {
    let local = actor(1, &[(1, Role::Administrator)]);
    let national = actor(2, &[(0, Role::NationalAdministrator)]);
    let here = subject(3, &[(1, Role::Editor)]);
    let both = subject(3, &[(1, Role::Editor), (2, Role::Editor)]);
    assert_eq!(may_switch(&local, &here), Ok(()));
    assert_eq!(may_switch(&local, &both), Err(Refusal::NotYours));
    assert_eq!(may_switch(&national, &both), Ok(()));
    assert_eq!(may_switch(&local, &subject(3, &[])), Err(Refusal::NotYours));
    assert_eq!(may_switch(&local, &subject(1, &[(1, Role::Administrator)])), Err(Refusal::Own));
}

#[test]
fn an_offer_does_not_make_somebody_elses_account_mine() {
    let local = actor(1, &[(1, Role::Administrator)]);
    let mut offered = subject(3, &[(1, Role::Editor)]);
    offered.held[0].accepted = false;
    assert_eq!(may_switch(&local, &offered), Err(Refusal::NotYours));
}

/// A small country in memory, to try any order of acts in.
#[derive(Debug, Clone)]
struct World {
    people: Vec<Subject>,
}

#[derive(Debug, Clone)]
enum Act {
    Change {
        actor: usize,
        subject: usize,
        at: usize,
        wanted: Vec<Role>,
        ends: bool,
    },
    Off {
        actor: usize,
        subject: usize,
    },
    On {
        actor: usize,
        subject: usize,
    },
    Accept {
        subject: usize,
    },
    /// A day passes on which every role with an end is over.
    Expire,
}

impl World {
    /// One national administrator, an administrator in each municipality, and three others.
    fn new() -> Self {
        let mut people = vec![
            subject(0, &[(0, Role::NationalAdministrator)]),
            subject(1, &[(1, Role::Administrator)]),
            subject(2, &[(2, Role::Administrator)]),
        ];
        people.extend((3..6).map(|number| subject(number, &[])));
        Self { people }
    }

    fn actor(&self, at: usize) -> Actor {
        let subject = &self.people[at];
        let kind = |organisation| {
            (0..3).find(|at| within(*at).organisation == organisation).map_or(KINDS[0], |at| KINDS[at])
        };
        let valid = |held: &&Held| held.accepted && subject.state == PersonState::Active;
        let membership = |held: &Held| Membership {
            organisation: held.organisation,
            kind: kind(held.organisation),
            role: held.role,
        };
        Actor {
            person: subject.person,
            memberships: subject.held.iter().filter(valid).map(membership).collect(),
        }
    }

    fn others(&self, person: PersonId, organisation: OrganisationId) -> Others {
        let active =
            self.people.iter().filter(|other| other.person != person && other.state == PersonState::Active);
        let lasting =
            active.flat_map(|other| &other.held).filter(|held| held.accepted && held.until.is_none());
        let mut others = Others::default();
        for held in lasting.filter(|held| administers(held.role)) {
            others.administrators += u64::from(held.organisation == organisation);
            others.national_administrators += u64::from(held.role == Role::NationalAdministrator);
        }
        others
    }

    fn administrators(&self, organisation: OrganisationId) -> u64 {
        self.others(person(99), organisation).administrators
    }

    fn apply(&mut self, act: &Act) {
        let until = "2026-12-01".parse().ok();
        match act {
            Act::Change { actor, subject, at, wanted, ends } => {
                let (actor, target) = (self.actor(*actor), &self.people[*subject]);
                let others = self.others(target.person, within(*at).organisation);
                let until = if *ends { until } else { None };
                let Ok(done) = change(&actor, target, within(*at), wanted, until, today(), others) else {
                    return;
                };
                let here = within(*at).organisation;
                let target = &mut self.people[*subject];
                target.held.retain(|held| held.organisation != here || !done.taken.contains(&held.role));
                // Half of what is given is an offer first.
                let offered = |role: &Role| (*role as usize).is_multiple_of(2);
                let new = |role: Role| Held { organisation: here, role, until, accepted: !offered(&role) };
                target.held.extend(done.given.into_iter().map(new));
            }
            Act::Off { actor, subject } => {
                let (actor, target) = (self.actor(*actor), self.people[*subject].clone());
                if switch_off(&actor, &target, |at| self.others(target.person, at)).is_ok() {
                    self.people[*subject].state = PersonState::Off;
                }
            }
            Act::On { actor, subject } => {
                if may_switch(&self.actor(*actor), &self.people[*subject]).is_ok() {
                    self.people[*subject].state = PersonState::Active;
                }
            }
            Act::Accept { subject } => {
                self.people[*subject].held.iter_mut().for_each(|held| held.accepted = true);
            }
            Act::Expire => {
                self.people.iter_mut().for_each(|subject| subject.held.retain(|held| held.until.is_none()));
            }
        }
    }
}

fn acts() -> impl Strategy<Value = Act> {
    let wanted = proptest::sample::subsequence(Role::ALL.to_vec(), 0..=3);
    prop_oneof![
        6 => (0..6_usize, 0..6_usize, 0..3_usize, wanted, any::<bool>())
            .prop_map(|(actor, subject, at, wanted, ends)| Act::Change { actor, subject, at, wanted, ends }),
        2 => (0..6_usize, 0..6_usize).prop_map(|(actor, subject)| Act::Off { actor, subject }),
        2 => (0..6_usize, 0..6_usize).prop_map(|(actor, subject)| Act::On { actor, subject }),
        2 => (0..6_usize).prop_map(|subject| Act::Accept { subject }),
        1 => Just(Act::Expire),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn in_any_order_of_acts_by_anybody_the_rules_hold(acts in proptest::collection::vec(acts(), 1..60)) {
        let mut world = World::new();
        for act in &acts {
            let before = world.clone();
            world.apply(act);
            // Nobody can be left without an administrator, not even by waiting.
            for at in 0..3 {
                prop_assert!(world.administrators(within(at).organisation) > 0, "{act:?}");
            }
            prop_assert!(world.others(person(99), within(0).organisation).national_administrators > 0);
            for subject in &world.people {
                for at in 0..3 {
                    let here = |wanted: &dyn Fn(Role) -> bool| {
                        subject.held.iter().any(|held| held.organisation == within(at).organisation && wanted(held.role))
                    };
                    prop_assert!(!(here(&administers) && here(&|role| role == Role::PrivacyOfficer)), "{act:?}");
                }
            }
            let (Act::Change { actor, .. } | Act::Off { actor, .. } | Act::On { actor, .. }) = act else { continue };
            let who = before.actor(*actor);
            let national = who.is(Role::NationalAdministrator);
            prop_assert_eq!(&before.people[*actor], &world.people[*actor], "nobody changes the own account");
            for (old, new) in before.people.iter().zip(&world.people) {
                for held in old.held.iter().filter(|held| !new.held.contains(held))
                    .chain(new.held.iter().filter(|held| !old.held.contains(held)))
                {
                    prop_assert!(manages(&who, held.organisation), "{act:?}");
                    prop_assert!(national || !is_national(held.role), "{act:?}");
                }
                if old.state != new.state {
                    prop_assert!(national || old.held.iter().all(|held| manages(&who, held.organisation)), "{act:?}");
                }
            }
        }
    }
}
