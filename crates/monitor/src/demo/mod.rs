//! Generated answers: waves for the demonstration, and files of any size to measure speed with.
//!
//! Every answer is drawn by chance. What a municipality gets depends on its size class, its Veilig Thuis
//! region and its code only: nothing here knows, or says, anything about its policy.

mod aims;
mod chance;
mod character;
mod examples;
mod fill;
mod plan;
mod plans;
mod region;
mod sheet;
mod sight;
mod trial;

use geography::{Geography, SizeClass};

use self::chance::Chance;
use self::character::{Character, taking_part};
use self::plan::Plan;
use self::sheet::Sheet;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::wave::Wave;

pub use self::examples::fill as fill_examples;
pub use self::fill::fill;
pub use self::plans::fill as fill_plans;
pub use self::region::fill as fill_region;
pub use self::sight::fill as fill_sight;
pub use self::trial::fill as fill_trial;

/// The seed of the demonstration: with it the generated waves are the same everywhere.
pub const SEED: u64 = 2088;

/// An answers file (CSV, UTF-8) for a wave that was never held, over the municipalities of its
/// reference date.
///
/// The same arguments give the same bytes. A municipality keeps its character from wave to wave under
/// the same `seed`, so that a later wave continues an earlier one.
#[must_use]
pub fn answers(questionnaire: &Questionnaire, wave: &Wave, seed: u64) -> Vec<u8> {
    let plan = Plan::new(questionnaire, aims::progress(wave.year));
    let sheet = Sheet::new(questionnaire, true);
    let municipalities = Geography::built_in().at(wave.reference_date);
    let characters = municipalities.into_iter().map(|municipality| {
        Character::of(municipality, questionnaire.goals.len(), seed, u64::from(wave.year))
    });
    let mut text = sheet.header();
    for mut character in taking_part(characters.collect(), plan.progress()) {
        let response = plan.response(&mut character);
        text.push_str(&sheet.line(&response));
    }
    text.into_bytes()
}

/// The lines of an answers file (CSV, UTF-8) of any size, header first, each with its line end.
/// Respondents are anonymous. Rows are as long as those of 2017, about 1.15 kB: 100,000 are 115 MB.
pub fn large(questionnaire: &Questionnaire, respondents: u64) -> impl Iterator<Item = String> + '_ {
    let plan = Plan::new(questionnaire, 1.0);
    let sheet = Sheet::new(questionnaire, false);
    let goals = questionnaire.goals.len();
    let header = sheet.header();
    let rows = (1..=respondents).map(move |number| {
        let mut chance = Chance::of(&[SEED, number]);
        let class = SizeClass::ALL[chance.pick(&aims::SIZES)];
        let mut character = Character::anonymous(format!("r{number:07}"), class, goals, chance);
        sheet.line(&plan.response(&mut character))
    });
    std::iter::once(header).chain(rows)
}

#[cfg(test)]
mod tests;
