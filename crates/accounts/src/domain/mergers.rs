//! Organisations that go on in another: what must hold, and what happens to the roles of their people.
//!
//! A merger has a date. Until that day the old organisations work as before, and the merger can be withdrawn
//! without a trace in anybody's rights. On that day the roles go along: see [`carry`].

use std::collections::BTreeSet;

use geography::{Code, Geography, Merger};
use jiff::civil::Date;
use kernel::{Finding, OrganisationId, OrganisationKind, PersonId, Role};

use super::organisations::{About, Organisation};
use super::people::field;
use super::roles::administers;

/// Where the organisations go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Successor {
    /// In one that is there already.
    Existing(Organisation),
    /// In a new one, there from the date of the merger.
    New(About),
}

impl Successor {
    /// What it is.
    #[must_use]
    pub const fn about(&self) -> &About {
        match self {
            Self::Existing(organisation) => &organisation.about,
            Self::New(about) => about,
        }
    }
}

/// A merger that somebody describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The organisations that end.
    pub ending: Vec<Organisation>,
    /// Where they go on.
    pub successor: Successor,
    /// First day of the new situation.
    pub date: Date,
}

/// A role of somebody in one of the organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Staff {
    /// Where.
    pub organisation: OrganisationId,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// First day without it.
    pub until: Option<Date>,
    /// Whether the person accepted it.
    pub accepted: bool,
}

/// What happens to the roles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carried {
    /// Roles that begin in the successor; each once for a person.
    pub moved: Vec<Staff>,
    /// Roles that the person has in the successor already: they end and nothing begins.
    pub coincide: Vec<Staff>,
    /// People who would be administrator and privacy officer of the successor.
    pub watched: Vec<PersonId>,
}

/// Takes the roles of the ending organisations to the successor, where `there` has its own already. Of the
/// same role twice, the one that lasts longest stays.
#[must_use]
pub fn carry(ending: &[Staff], there: &[Staff]) -> Carried {
    let mut carried = Carried::default();
    let mut ordered = ending.to_vec();
    // No end first, then the latest; an accepted role before an offer, so that nobody loses a right.
    ordered.sort_by_key(|staff| {
        (!staff.accepted, staff.until.is_some(), std::cmp::Reverse(staff.until), staff.person, staff.role)
    });
    let mut known: BTreeSet<(PersonId, Role)> =
        there.iter().map(|staff| (staff.person, staff.role)).collect();
    for staff in ordered {
        let list =
            if known.insert((staff.person, staff.role)) { &mut carried.moved } else { &mut carried.coincide };
        list.push(staff);
    }
    let people: BTreeSet<PersonId> = known.iter().map(|(person, _)| *person).collect();
    let both = |person: &PersonId| {
        let has =
            |wanted: &dyn Fn(Role) -> bool| known.iter().any(|(who, role)| who == person && wanted(*role));
        has(&administers) && has(&|role| role == Role::PrivacyOfficer)
    };
    carried.watched = people.into_iter().filter(both).collect();
    carried
}

impl Plan {
    /// What stands in the way (errors) and what somebody should look at first (warnings).
    #[must_use]
    pub fn findings(&self, geography: &Geography, today: Date) -> Vec<Finding> {
        let mut findings = Vec::new();
        if self.ending.is_empty() {
            findings.push(Finding::error("merger-nothing-ends", field("ending")));
        }
        for organisation in &self.ending {
            let name = || organisation.about.name.clone();
            if organisation.about.kind != self.successor.about().kind {
                findings.push(Finding::error("merger-kinds", field("ending")).with("name", name()));
            }
            if let Successor::Existing(successor) = &self.successor
                && successor.id == organisation.id
            {
                findings.push(Finding::error("merger-into-itself", field("ending")).with("name", name()));
            }
            if organisation.until.is_some() {
                findings.push(Finding::error("merger-ended-already", field("ending")).with("name", name()));
            } else if self.date <= organisation.about.from {
                findings.push(Finding::error("merger-before-start", field("date")).with("name", name()));
            }
        }
        if let Successor::Existing(successor) = &self.successor
            && !successor.is_valid(self.date)
        {
            let finding = Finding::error("merger-successor-then", field("successor"));
            findings.push(finding.with("name", successor.about.name.clone()));
        }
        if self.date < today {
            findings.push(Finding::warning("merger-in-the-past", field("date")));
        }
        self.compare(geography, &mut findings);
        findings
    }

    /// Warns where CBS knows another date, another successor or no merger at all. CBS's list runs from 2014
    /// to 2023; a later merger is never on it, so this warns and does not refuse.
    fn compare(&self, geography: &Geography, findings: &mut Vec<Finding>) {
        if self.successor.about().kind != OrganisationKind::Municipality {
            return;
        }
        let code = |about: &About| about.code.as_deref().and_then(|code| code.parse::<Code>().ok());
        let new = code(self.successor.about());
        for organisation in &self.ending {
            let old = code(&organisation.about);
            let of_old = |merger: &&Merger| Some(merger.old) == old && merger.kind.ends_old();
            let known: Vec<&Merger> = geography.mergers().iter().filter(of_old).collect();
            let name = organisation.about.name.clone();
            let finding = match known.iter().find(|merger| Some(merger.new) == new).or(known.first()) {
                None => Finding::warning("merger-unknown", field("ending")),
                Some(merger) if Some(merger.new) != new => {
                    Finding::warning("merger-elsewhere", field("successor")).with("to", merger.new_name)
                }
                Some(merger) if merger.date != self.date => {
                    Finding::warning("merger-other-date", field("date")).with("date", merger.date.to_string())
                }
                Some(_) => continue,
            };
            findings.push(finding.with("name", name));
        }
    }
}

/// A merger that CBS knows and that was not carried out here yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The organisations that ended by it.
    pub ending: Vec<OrganisationId>,
    /// Their names.
    pub names: Vec<String>,
    /// The municipality in which they went on.
    pub successor: Code,
    /// Its name.
    pub successor_name: &'static str,
    /// First day of the new situation.
    pub date: Date,
}

/// The mergers that CBS knows of municipalities that are still there without an end. Of a municipality that
/// was split, its first successor is proposed.
#[must_use]
pub fn proposals(geography: &Geography, organisations: &[Organisation]) -> Vec<Proposal> {
    let mut proposals: Vec<Proposal> = Vec::new();
    for organisation in organisations.iter().filter(|organisation| organisation.until.is_none()) {
        let code: Option<Code> = organisation.about.code.as_deref().and_then(|code| code.parse().ok());
        let ends = |merger: &&Merger| Some(merger.old) == code && merger.kind.ends_old();
        let Some(merger) = geography.mergers().iter().find(ends) else { continue };
        let same = |known: &&mut Proposal| known.successor == merger.new && known.date == merger.date;
        let name = organisation.about.name.clone();
        if let Some(known) = proposals.iter_mut().find(same) {
            known.ending.push(organisation.id);
            known.names.push(name);
        } else {
            proposals.push(Proposal {
                ending: vec![organisation.id],
                names: vec![name],
                successor: merger.new,
                successor_name: merger.new_name,
                date: merger.date,
            });
        }
    }
    proposals.sort_by_key(|proposal| proposal.date);
    proposals
}
