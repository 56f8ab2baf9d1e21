//! Roles: what a person is for an organisation, and what that allows.

use serde::{Deserialize, Serialize};

use crate::Permission;

/// A role in one organisation. A person can have several, in several organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Fills in for the organisation.
    Editor,
    /// Approves what editors filled in.
    Approver,
    /// Looks along.
    Reader,
    /// Sees the organisations of the own region.
    RegionalCoordinator,
    /// Runs national waves and sees every organisation.
    NationalResearcher,
    /// Manages the people of the own organisation.
    Administrator,
    /// Manages every organisation and its people; in a national body only.
    NationalAdministrator,
    /// Sees who did what, and nothing else. In a national body: of every organisation.
    PrivacyOfficer,
}

impl Role {
    /// Every role, in the order of the matrix.
    pub const ALL: [Self; 8] = [
        Self::Editor,
        Self::Approver,
        Self::Reader,
        Self::RegionalCoordinator,
        Self::NationalResearcher,
        Self::Administrator,
        Self::NationalAdministrator,
        Self::PrivacyOfficer,
    ];

    /// The name in the database, the matrix, configuration and locale keys (`role-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Editor => "editor",
            Self::Approver => "approver",
            Self::Reader => "reader",
            Self::RegionalCoordinator => "regional-coordinator",
            Self::NationalResearcher => "national-researcher",
            Self::Administrator => "administrator",
            Self::NationalAdministrator => "national-administrator",
            Self::PrivacyOfficer => "privacy-officer",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// What the role allows, beside what everybody and everybody signed in may.
    #[must_use]
    pub const fn permissions(self) -> &'static [Permission] {
        use Permission::{
            ApproveForm, FillIn, LeadRegion, ManageOrganisations, ManagePeople, RunWaves, SeeAudit, SeeForm,
            SeeOperations, SeeOrganisations, SeePeople, SeeRegion, SeeResponse, WorkInRegion,
        };
        match self {
            Self::Editor => &[SeeOrganisations, SeeForm, FillIn, SeeRegion, WorkInRegion],
            Self::Approver => &[SeeOrganisations, SeeForm, ApproveForm, SeeRegion],
            Self::Reader => &[SeeOrganisations, SeeForm, SeeRegion],
            Self::RegionalCoordinator => {
                &[SeeOrganisations, SeeResponse, SeeRegion, WorkInRegion, LeadRegion]
            }
            Self::NationalResearcher => &[SeeOrganisations, SeeResponse, RunWaves],
            Self::Administrator => &[SeeOrganisations, SeePeople, ManagePeople],
            Self::NationalAdministrator => {
                &[SeeOrganisations, ManageOrganisations, SeePeople, ManagePeople, SeeOperations]
            }
            Self::PrivacyOfficer => &[SeeAudit],
        }
    }

    /// Whether an organisation of this kind can give the role.
    #[must_use]
    pub const fn fits(self, kind: OrganisationKind) -> bool {
        match self {
            Self::RegionalCoordinator => {
                matches!(
                    kind,
                    OrganisationKind::Region | OrganisationKind::VeiligThuis | OrganisationKind::Municipality
                )
            }
            Self::NationalResearcher | Self::NationalAdministrator => {
                matches!(kind, OrganisationKind::National)
            }
            _ => true,
        }
    }
}

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    /// A municipality, known by its CBS code.
    Municipality,
    /// A Veilig Thuis region of municipalities.
    Region,
    /// A Veilig Thuis organisation.
    VeiligThuis,
    /// A national body: ombudsman, NJi, ministry, CBS.
    National,
    /// An organisation of professionals: a school, a practice, childcare.
    Professional,
}

impl OrganisationKind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::Municipality, Self::Region, Self::VeiligThuis, Self::National, Self::Professional];

    /// The name in the database and in locale keys (`organisation-kind-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Region => "region",
            Self::VeiligThuis => "veilig-thuis",
            Self::National => "national",
            Self::Professional => "professional",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
