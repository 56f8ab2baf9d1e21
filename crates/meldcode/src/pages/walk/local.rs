//! Where to go in the municipality that was filled in.

use web::Tr;

use crate::Site;
use crate::domain::content::LocalTeam;
use crate::domain::state::State;

/// Where to go in the municipality.
pub struct Local {
    /// The Veilig Thuis region, if the municipality is known.
    pub region: Option<String>,
    /// The local team, where it is known.
    pub team: Option<Team>,
}

/// A local team.
pub struct Team {
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// Its number.
    pub telephone: String,
    /// Who says so, and when that was seen.
    pub source: String,
}

impl Local {
    /// Of the municipality that was filled in.
    pub fn of(site: &Site, tr: Tr, state: &State) -> Self {
        let found = site.municipality(state);
        let code = found.map(|one| one.code.to_string());
        let team =
            site.definitions().content.teams.iter().find(|team| Some(&team.municipality) == code.as_ref());
        let words = |team: &LocalTeam| Team {
            name: team.name.clone(),
            url: team.url.clone(),
            telephone: team.telephone.clone(),
            source: tr.t2("walk-team-source", "source", team.source.clone(), "day", team.date.clone()),
        };
        Self { region: found.map(|one| one.region.name().to_owned()), team: team.map(words) }
    }
}
