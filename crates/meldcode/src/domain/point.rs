//! A sentence of advice, and the situation in which it holds: about a child or an adult, for a profession or a volunteer,
//! at which ages, and whether a talk with the family is possible now.

use kernel::Lang;
use serde::Deserialize;

use super::state::State;

/// A sentence of advice. What it does not name, it holds for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
    /// About whom.
    #[serde(default)]
    pub about: Option<About>,
    /// For whom.
    #[serde(default)]
    pub work: Option<Work>,
    /// At which ages, by the codes of `Content::ages`; see [`State::fits`].
    #[serde(default)]
    pub ages: Vec<String>,
    /// While which talk.
    #[serde(default)]
    pub talk: Option<Talk>,
}

/// About whom it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum About {
    /// A child, born or not.
    Child,
    /// An adult.
    Adult,
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Work {
    /// Somebody for whom the meldcode is law.
    Profession,
    /// Somebody who may use it.
    Volunteer,
}

/// Whether the family can be told now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Talk {
    /// A talk is possible, or nothing speaks against it yet.
    Open,
    /// Not now, or only after advice.
    Held,
}

/// What points are chosen by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation<'a> {
    /// What was filled in.
    pub state: &'a State,
    /// Who asks.
    pub work: Work,
    /// Whether the family can be told now.
    pub talk: Talk,
}

impl Situation<'_> {
    /// The points that hold here, in `lang`.
    #[must_use]
    pub fn points(&self, points: &[Point], lang: Lang) -> Vec<String> {
        let words = |point: &Point| match lang {
            Lang::Nl => point.nl.clone(),
            Lang::En => point.en.clone(),
        };
        points.iter().filter(|point| self.holds(point)).map(words).collect()
    }

    fn holds(&self, point: &Point) -> bool {
        let about = if self.state.is_adult() { About::Adult } else { About::Child };
        point.about.is_none_or(|one| one == about)
            && point.work.is_none_or(|one| one == self.work)
            && point.talk.is_none_or(|one| one == self.talk)
            && self.state.fits(&point.ages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::state::Walk;

    fn point(toml: &str) -> Point {
        toml::from_str(&format!("nl = \"x\"\nen = \"y\"\n{toml}")).expect("a point")
    }

    #[test]
    fn a_point_holds_where_everything_that_it_names_is_so() {
        let mut state = State::new(Walk::Meldcode);
        state.set("who", vec!["child".to_owned()]);
        state.set("age", vec!["0-4".to_owned()]);
        let here = Situation { state: &state, work: Work::Volunteer, talk: Talk::Held };
        for holds in ["", "about = \"child\"", "ages = [\"0-4\"]\ntalk = \"held\"\nwork = \"volunteer\""] {
            assert_eq!(here.points(&[point(holds)], Lang::Nl), ["x"], "{holds}");
        }
        for not in ["about = \"adult\"", "work = \"profession\"", "ages = [\"4-12\"]", "talk = \"open\""] {
            assert_eq!(here.points(&[point(not)], Lang::En), [""; 0], "{not}");
        }
        state.set("age", Vec::new());
        let here = Situation { state: &state, work: Work::Volunteer, talk: Talk::Held };
        let of_two = [point("ages = [\"4-12\"]"), point("ages = [\"before-birth\"]")];
        assert_eq!(here.points(&of_two, Lang::En), ["y", "y"], "no age was filled in");
        state.set("duties-pregnancy", vec!["no".to_owned()]);
        let here = Situation { state: &state, work: Work::Volunteer, talk: Talk::Held };
        assert_eq!(here.points(&of_two, Lang::En), ["y"], "nobody is pregnant");
        state.set("conversation-age", vec!["12-18".to_owned()]);
        let here = Situation { state: &state, work: Work::Volunteer, talk: Talk::Held };
        assert_eq!(here.points(&of_two, Lang::En), [""; 0], "the talk told the age");
    }
}
