//! What a visitor may do; stated on the route where it is mounted.

/// A right that a route asks for. Which role has which is in [`crate::Role::permissions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Permission {
    /// Look at what is published: anyone, without signing in.
    SeePublished,
    /// Sign in, accept an invitation, ask for a reset: anyone, without signing in.
    SignIn,
    /// Answer the questionnaire for young people: anyone who has its link.
    AnswerYouth,
    /// Walk the meldcode and ask the sharing guide: anyone, without signing in.
    UseMeldcode,
    /// Fill in one goal that was shared: anyone who has its link.
    FillShared,
    /// Keep one's own account: anyone who is signed in.
    OwnAccount,
    /// See organisations: the own one, those of the own region, or all (row rule).
    SeeOrganisations,
    /// Make, change, merge and end organisations.
    ManageOrganisations,
    /// See the people of an organisation and their roles.
    SeePeople,
    /// Invite people to an organisation, give and take roles, switch accounts off.
    ManagePeople,
    /// See who did what.
    SeeAudit,
    /// See jobs and mail that wait or are stuck, and try them again.
    SeeOperations,
    /// Make, open, follow, close, publish and withdraw a wave of the monitor.
    RunWaves,
    /// See how many municipalities have answered: of the own region, or all (row rule).
    SeeResponse,
    /// See what the own municipality fills in, and what came of it.
    SeeForm,
    /// Fill in for the own municipality.
    FillIn,
    /// Approve what was filled in, or send it back.
    ApproveForm,
    /// See the page of a region: of the own municipality's, or the own one (row rule).
    SeeRegion,
    /// Ask and answer there, and change its joint actions.
    WorkInRegion,
    /// Say where the vision of a region is.
    LeadRegion,
}

/// Who has a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Everybody, signed in or not.
    Anyone,
    /// Everybody who is signed in.
    SignedIn,
    /// Those with a role that carries it.
    Roles,
}

impl Permission {
    /// Every permission, in the order of the matrix.
    pub const ALL: [Self; 20] = [
        Self::SeePublished,
        Self::SignIn,
        Self::AnswerYouth,
        Self::UseMeldcode,
        Self::FillShared,
        Self::OwnAccount,
        Self::SeeOrganisations,
        Self::ManageOrganisations,
        Self::SeePeople,
        Self::ManagePeople,
        Self::SeeAudit,
        Self::SeeOperations,
        Self::RunWaves,
        Self::SeeResponse,
        Self::SeeForm,
        Self::FillIn,
        Self::ApproveForm,
        Self::SeeRegion,
        Self::WorkInRegion,
        Self::LeadRegion,
    ];

    /// The name in the list of routes, the matrix and the audit trail.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SeePublished => "see-published",
            Self::SignIn => "sign-in",
            Self::AnswerYouth => "answer-youth",
            Self::UseMeldcode => "use-meldcode",
            Self::FillShared => "fill-shared",
            Self::OwnAccount => "own-account",
            Self::SeeOrganisations => "see-organisations",
            Self::ManageOrganisations => "manage-organisations",
            Self::SeePeople => "see-people",
            Self::ManagePeople => "manage-people",
            Self::SeeAudit => "see-audit",
            Self::SeeOperations => "see-operations",
            Self::RunWaves => "run-waves",
            Self::SeeResponse => "see-response",
            Self::SeeForm => "see-form",
            Self::FillIn => "fill-in",
            Self::ApproveForm => "approve-form",
            Self::SeeRegion => "see-region",
            Self::WorkInRegion => "work-in-region",
            Self::LeadRegion => "lead-region",
        }
    }

    /// Who has it.
    #[must_use]
    pub const fn audience(self) -> Audience {
        match self {
            Self::SeePublished | Self::SignIn | Self::AnswerYouth | Self::UseMeldcode | Self::FillShared => {
                Audience::Anyone
            }
            Self::OwnAccount => Audience::SignedIn,
            _ => Audience::Roles,
        }
    }
}
