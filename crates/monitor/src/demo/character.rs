//! What a respondent is like: how far its policy goes in general and per goal, and whether it takes part.

use geography::{Code, Municipality, SizeClass};

use super::aims;
use super::chance::{Chance, number};

/// A respondent before it answers.
#[derive(Debug)]
pub struct Character {
    /// Name in the file.
    pub respondent: String,
    /// Size class.
    pub size_class: SizeClass,
    /// The municipality, unless anonymous.
    pub municipality: Option<Code>,
    /// Agrees to be shown by name.
    pub named: bool,
    /// How far it goes in general: 0 is the middle, and a step up or down is a large one.
    pub level: f64,
    /// How much further than that it goes on each goal.
    pub goals: Vec<f64>,
    /// Place in the line of those without any policy: the share that comes before it.
    pub dormancy: f64,
    /// How readily it takes part.
    readiness: f64,
    /// What is left to chance in this wave.
    pub chance: Chance,
}

impl Character {
    /// The character of a municipality in a wave. Most of it is the same in every wave.
    pub fn of(municipality: &Municipality, goals: usize, seed: u64, wave: u64) -> Self {
        let code = u64::from(municipality.code.number());
        let mut fixed = Chance::of(&[seed, code]);
        let mut now = Chance::of(&[seed, code, wave]);
        let region = Chance::of(&[seed, number(municipality.region.name())]).bell();
        let size_class = municipality.size_class().unwrap_or(SizeClass::ALL[0]);
        let size = usize::from(size_class.number()) - 1;
        let readiness = aims::RESPONSE_BY_SIZE[size] + 0.9 * fixed.bell() + 0.45 * now.bell();
        let agrees = fixed.share();
        // Agreement is asked again for every wave; most say the same.
        let agrees = if now.yes(0.8) { agrees } else { now.share() };
        Self {
            respondent: format!("demo-{:04}", municipality.code.number()),
            size_class,
            municipality: Some(municipality.code),
            named: agrees < aims::NAMED,
            level: aims::BY_SIZE[size] + 1.35 * fixed.bell() + 0.2 * region + 0.2 * now.bell(),
            dormancy: fixed.share(),
            goals: (0..goals).map(|_| 0.45 * fixed.bell() + 0.3 * now.bell()).collect(),
            readiness,
            chance: now,
        }
    }

    /// A respondent of whom only the size class is known.
    pub fn anonymous(respondent: String, size_class: SizeClass, goals: usize, mut chance: Chance) -> Self {
        let size = usize::from(size_class.number()) - 1;
        Self {
            respondent,
            size_class,
            municipality: None,
            named: false,
            level: aims::BY_SIZE[size] - 0.75 + 1.3 * chance.bell(),
            dormancy: chance.share(),
            goals: (0..goals).map(|_| 0.5 * chance.bell()).collect(),
            readiness: 0.0,
            chance,
        }
    }
}

/// Those who take part: the readiest, in the order in which they came.
pub fn taking_part(characters: Vec<Character>, progress: f64) -> Vec<Character> {
    let mut ready: Vec<f64> = characters.iter().map(|character| character.readiness).collect();
    ready.sort_by(|a, b| b.total_cmp(a));
    let wanted = aims::response(progress) * ready.len() as f64;
    let places = ready.iter().enumerate().take_while(|(before, _)| (*before as f64) < wanted);
    let least = places.last().map_or(f64::INFINITY, |(_, readiness)| *readiness);
    characters.into_iter().filter(|character| character.readiness >= least).collect()
}
