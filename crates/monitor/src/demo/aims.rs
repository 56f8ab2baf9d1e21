//! What the generated answers add up to: chosen so that the demonstration shows every kind of outcome.
//! None of it is measured.

/// First and last year that the figures below are meant for.
const YEARS: (u32, u32) = (2022, 2026);

/// A share in the first year and in the last.
type Trend = (f64, f64);

/// What is aimed at on one goal, as shares of the municipalities that answer it.
#[derive(Debug, Clone, Copy)]
pub struct Aim {
    /// Have it in policy.
    pub policy: f64,
    /// Share of the measures that a full score takes.
    pub measures: f64,
    /// See whom they reach.
    pub sight: f64,
    /// Leave the goal open.
    pub open: f64,
}

/// Per goal by number: policy, measures, sight, and the share that leaves it open.
const GOALS: [(u32, Trend, Trend, Trend, f64); 10] = [
    (1, (0.51, 0.58), (0.43, 0.49), (0.26, 0.32), 0.04),
    (2, (0.37, 0.42), (0.34, 0.38), (0.17, 0.21), 0.06),
    (3, (0.46, 0.50), (0.36, 0.40), (0.29, 0.32), 0.05),
    (4, (0.88, 0.90), (0.61, 0.65), (0.48, 0.52), 0.02),
    (5, (0.87, 0.90), (0.80, 0.86), (0.30, 0.36), 0.02),
    (6, (0.40, 0.51), (0.37, 0.44), (0.23, 0.33), 0.05),
    (7, (0.94, 0.98), (0.83, 0.92), (0.70, 0.82), 0.03),
    (8, (0.69, 0.81), (0.52, 0.63), (0.38, 0.48), 0.05),
    (9, (0.64, 0.76), (0.45, 0.56), (0.29, 0.38), 0.06),
    (10, (0.93, 0.96), (0.49, 0.53), (0.39, 0.43), 0.03),
];

/// For a goal that is not in the table.
const OTHER_GOAL: (Trend, Trend, Trend, f64) = ((0.6, 0.65), (0.5, 0.55), (0.34, 0.40), 0.05);

/// Per extra question and option: a share for a question of many answers, a weight for one of one.
const EXTRA: [(&str, &str, Trend); 21] = [
    ("risk_groups", "ouders-buiten-bereik-jgz-cjg", (0.52, 0.57)),
    ("risk_groups", "ouders-ggz-verslaving", (0.28, 0.33)),
    ("risk_groups", "zorgmijdende-gezinnen", (0.24, 0.28)),
    ("risk_groups", "multiprobleemgezinnen", (0.53, 0.58)),
    ("risk_groups", "kinderen-azc", (0.38, 0.41)),
    ("risk_groups", "lvb-kinderen-ouders", (0.22, 0.27)),
    ("risk_groups", "gezinscrises", (0.36, 0.41)),
    ("risk_groups", "ondertoezichtstellingen", (0.70, 0.75)),
    ("target_groups", "kinderen-in-armoede", (0.65, 0.72)),
    ("target_groups", "ouders-ggz-verslaving", (0.33, 0.41)),
    ("target_groups", "kinderen-azc", (0.14, 0.19)),
    ("target_groups", "ouders-verstandelijke-beperking", (0.21, 0.26)),
    ("cooperation", "nee", (0.04, 0.03)),
    ("cooperation", "enigszins", (0.40, 0.38)),
    ("cooperation", "sterk", (0.44, 0.48)),
    ("cooperation", "geen-zicht", (0.12, 0.11)),
    ("youth_participation", "ja", (0.24, 0.31)),
    ("youth_participation", "nee", (0.76, 0.69)),
    ("regional_vision", "ja", (0.62, 0.70)),
    ("regional_vision", "centrumgemeente", (0.15, 0.13)),
    ("regional_vision", "nee", (0.23, 0.17)),
];

/// Mean of a grade by the report name of its question.
const GRADES: [(&str, Trend); 3] =
    [("grade_past", (5.5, 5.8)), ("grade_now", (6.5, 6.8)), ("grade_next", (7.2, 7.5))];

/// Share of municipalities that take part.
const RESPONSE: Trend = (0.658, 0.719);

/// Share of municipalities without any policy on any goal.
const WITHOUT_POLICY: Trend = (0.045, 0.028);

/// Share of respondents per size class where no municipality is known, as in the country.
pub const SIZES: [f64; 5] = [0.33, 0.40, 0.175, 0.082, 0.013];

/// How far a size class lies above or below the middle, in steps of character.
pub const BY_SIZE: [f64; 5] = [-0.60, -0.18, 0.24, 0.56, 0.88];

/// How readily a size class takes part, in steps of character.
pub const RESPONSE_BY_SIZE: [f64; 5] = [0.2, 0.6, 0.95, 1.5, 3.0];

/// Share of respondents that agree to be shown by name.
pub const NAMED: f64 = 0.6;

/// Share of respondents that go on to the extra questions.
pub const EXTRA_ANSWERED: f64 = 0.855;

/// How far a year lies between the first (0) and the last (1).
pub fn progress(year: u32) -> f64 {
    let (first, last) = YEARS;
    f64::from(year.clamp(first, last) - first) / f64::from(last - first)
}

fn at((first, last): Trend, progress: f64) -> f64 {
    first + (last - first) * progress
}

/// What is aimed at on the goal with this number.
pub fn goal(number: u32, progress: f64) -> Aim {
    let known = GOALS.iter().find(|(known, ..)| *known == number);
    let (policy, measures, sight, open) =
        known.map_or(OTHER_GOAL, |&(_, policy, measures, sight, open)| (policy, measures, sight, open));
    Aim { policy: at(policy, progress), measures: at(measures, progress), sight: at(sight, progress), open }
}

/// The share, or the weight, of an option of an extra question.
pub fn extra(key: &str, code: &str, progress: f64) -> f64 {
    let known = EXTRA.iter().find(|(question, option, _)| (*question, *option) == (key, code));
    known.map_or(0.4, |(.., trend)| at(*trend, progress))
}

/// The mean grade on an extra question.
pub fn grade(key: &str, progress: f64) -> f64 {
    let known = GRADES.iter().find(|(question, _)| *question == key);
    known.map_or(7.0, |(_, trend)| at(*trend, progress))
}

/// The share of municipalities that take part.
pub fn response(progress: f64) -> f64 {
    at(RESPONSE, progress)
}

/// The share of municipalities without any policy.
pub fn without_policy(progress: f64) -> f64 {
    at(WITHOUT_POLICY, progress)
}
