//! An organisation: what it is, where it is, and from when until when.

use geography::{Code, Geography};
use jiff::civil::Date;
use kernel::{Finding, OrganisationId, OrganisationKind};

use super::people::field;

/// The most characters of a name.
pub const LONGEST_NAME: usize = 160;

/// An organisation as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its name for programs.
    pub id: OrganisationId,
    /// What can change.
    pub about: About,
    /// First day on which it no longer is; `None` while nobody ended it.
    pub until: Option<Date>,
    /// In which organisation it goes on, after a merger.
    pub successor: Option<OrganisationId>,
    /// Counts the changes, so that two at once are noticed.
    pub changed: i64,
}

impl Organisation {
    /// Whether it is there on `day`.
    #[must_use]
    pub fn is_valid(&self, day: Date) -> bool {
        self.about.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// What somebody says about an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// The CBS code of a municipality (`GM0344`) or the slug of a Veilig Thuis region.
    pub code: Option<String>,
    /// The slug of the Veilig Thuis region it lies in; absent for a national body.
    pub region: Option<String>,
    /// First day on which it is there.
    pub from: Date,
}

/// The fields of the form, as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// A kind's name.
    pub kind: String,
    /// A name; of a municipality and a region it comes from geography.
    pub name: String,
    /// A CBS code, for a municipality.
    pub code: String,
    /// A region's slug.
    pub region: String,
    /// A day, such as `2027-01-01`.
    pub from: String,
}

impl Typed {
    /// What the form shows for an organisation that is there.
    #[must_use]
    pub fn of(about: &About) -> Self {
        Self {
            kind: about.kind.name().to_owned(),
            name: about.name.clone(),
            code: about.code.clone().unwrap_or_default(),
            region: about.region.clone().unwrap_or_default(),
            from: about.from.to_string(),
        }
    }

    /// Reads the form.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn read(&self, geography: &Geography) -> Result<About, Vec<Finding>> {
        let mut findings = Vec::new();
        let kind = OrganisationKind::parse(&self.kind);
        let from: Option<Date> = self.from.trim().parse().ok();
        if kind.is_none() {
            findings.push(Finding::error("organisation-kind", field("kind")));
        }
        if from.is_none() {
            findings.push(Finding::error("organisation-from", field("from")));
        }
        let about = kind.zip(from).and_then(|(kind, from)| match kind {
            OrganisationKind::Municipality => self.municipality(geography, from, &mut findings),
            OrganisationKind::Region => self.whole_region(geography, from, &mut findings),
            _ => self.other(kind, geography, from, &mut findings),
        });
        match about {
            Some(about) if findings.is_empty() => Ok(about),
            _ => Err(findings),
        }
    }

    /// A municipality that CBS knows on its first day. One that starts after the newest list (a merger that
    /// CBS has not published in our data) is refused: first the data, then the organisation.
    fn municipality(&self, geography: &Geography, from: Date, findings: &mut Vec<Finding>) -> Option<About> {
        let code: Option<Code> = self.code.trim().to_uppercase().parse().ok();
        let known = code.and_then(|code| geography.get(code));
        let Some(municipality) = known else {
            findings.push(Finding::error("organisation-code", field("cbs")));
            return None;
        };
        if !municipality.exists_on(from) {
            findings.push(
                Finding::error("organisation-code-then", field("from")).with("name", municipality.name),
            );
            return None;
        }
        Some(About {
            kind: OrganisationKind::Municipality,
            name: municipality.name.to_owned(),
            code: Some(municipality.code.to_string()),
            region: Some(municipality.region.slug()),
            from,
        })
    }

    fn whole_region(&self, geography: &Geography, from: Date, findings: &mut Vec<Finding>) -> Option<About> {
        let Some(region) = geography.region(self.region.trim()) else {
            findings.push(Finding::error("organisation-region", field("region")));
            return None;
        };
        Some(About {
            kind: OrganisationKind::Region,
            name: region.name().to_owned(),
            code: Some(region.slug()),
            region: Some(region.slug()),
            from,
        })
    }

    fn other(
        &self,
        kind: OrganisationKind,
        geography: &Geography,
        from: Date,
        findings: &mut Vec<Finding>,
    ) -> Option<About> {
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let fits = (1..=LONGEST_NAME).contains(&name.chars().count()) && !name.contains(char::is_control);
        if !fits {
            let finding = Finding::error("organisation-name", field("name"));
            findings.push(finding.with("n", LONGEST_NAME.to_string()));
        }
        let region = match (kind, self.region.trim()) {
            (OrganisationKind::National, _) | (OrganisationKind::Professional, "") => None,
            (_, slug) => {
                let Some(region) = geography.region(slug) else {
                    findings.push(Finding::error("organisation-region", field("region")));
                    return None;
                };
                Some(region.slug())
            }
        };
        fits.then_some(About { kind, name, code: None, region, from })
    }
}

/// One field that two people changed at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The field of the form.
    pub field: &'static str,
    /// What is kept now, by the other.
    pub theirs: String,
    /// What was typed here.
    pub ours: String,
}

/// What differs between what somebody else saved and what was typed: shown side by side, never overwritten.
#[must_use]
pub fn clashes(theirs: &Typed, ours: &Typed) -> Vec<Clash> {
    let fields = [
        ("kind", &theirs.kind, &ours.kind),
        ("name", &theirs.name, &ours.name),
        ("cbs", &theirs.code, &ours.code),
        ("region", &theirs.region, &ours.region),
        ("from", &theirs.from, &ours.from),
    ];
    let differ = fields.into_iter().filter(|(_, theirs, ours)| theirs.trim() != ours.trim());
    differ.map(|(field, theirs, ours)| Clash { field, theirs: theirs.clone(), ours: ours.clone() }).collect()
}
