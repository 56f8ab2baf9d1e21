//! The form of `report.json`, from which its JSON Schema follows.

use std::collections::BTreeMap;

use kernel::Exact;
use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::tally::CLASSES;

/// The figures of a wave. Means are points, percentages 0 to 100, both unrounded; null where nobody answered.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Zicht report", rename = "Report")]
pub struct Json {
    /// Always `zicht/report/1`.
    pub schema: &'static str,
    /// Name of the wave.
    pub wave: String,
    /// Name of the questionnaire.
    pub questionnaire: String,
    /// Name of the scoring rule.
    pub scoring_rule: String,
    /// `real`, `reconstruction` (only published totals are real) or `generated` (says nothing about anybody).
    pub nature: &'static str,
    /// What the nature of the answers means for whoever uses the figures.
    pub notice: Words,
    /// Names exactly these answers under exactly these definitions.
    pub snapshot: Snapshot,
    /// How many municipalities answered.
    pub respondents: u64,
    /// Which parts count in the totals.
    pub parts: Vec<&'static str>,
    /// The whole country.
    pub overall: Overall,
    /// Response against all municipalities by size class; null for a wave without definition.
    pub response: Option<Response>,
    /// Every goal of the questionnaire, in order.
    pub goals: Vec<Goal>,
    /// How the means of the municipalities are spread.
    pub distribution: Spread,
    /// By size class, small to large.
    pub size_classes: Vec<SizeClass>,
    /// By province; only where municipalities are known.
    pub provinces: Vec<Area>,
    /// By Veilig Thuis region; only where municipalities are known.
    pub regions: Vec<Area>,
    /// The extra questions.
    pub extra: Extra,
    /// Difference with the wave before; null if there is none.
    pub change: Option<Change>,
    /// Published figures of the measurement before, if that has no answers.
    pub reference: Vec<Reference>,
    /// The conclusions that hold.
    pub conclusions: Vec<Conclusion>,
    /// What to keep in mind.
    pub caveats: Vec<Words>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Words {
    pub nl: String,
    pub en: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Snapshot {
    pub id: String,
    /// SHA-256 over the answers, whatever their file format.
    pub answers: String,
    pub questionnaire_version: u32,
    pub scoring_rule_version: u32,
    pub program: &'static str,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Overall {
    /// Mean over municipalities of their mean total.
    #[schemars(with = "Option<f64>")]
    pub mean_total: Option<Exact>,
    /// Municipalities that have all goals in policy.
    pub in_all_ten: u64,
    pub quartiles: Option<Quartiles>,
    /// Percentage of answered goals with sight of reach.
    #[schemars(with = "Option<f64>")]
    pub sight_percent: Option<Exact>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Quartiles {
    #[schemars(with = "f64")]
    pub first: Exact,
    #[schemars(with = "f64")]
    pub median: Exact,
    #[schemars(with = "f64")]
    pub third: Exact,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Response {
    pub invited: u64,
    #[schemars(with = "Option<f64>")]
    pub percent: Option<Exact>,
    /// All municipalities per size class, 1 to 5.
    pub all_by_size_class: [u64; 5],
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Goal {
    pub number: u32,
    pub title: Words,
    pub respondents: u64,
    /// False if the scores of this goal were only reconstructed, never published.
    pub published: bool,
    pub mean: Means,
    pub quartiles: Option<Quartiles>,
    /// Municipalities per class of five points.
    pub histogram: [u64; CLASSES],
    pub colours: Colours,
    pub in_policy: Count,
    pub embedding: Embedding,
    pub reach: Reach,
    /// Municipalities that heard children and young people about this goal; absent if fewer than five said whether.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heard: Option<Heard>,
    pub own_measure: Count,
    pub questions: Vec<Question>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Heard {
    /// Municipalities that said whether they did.
    pub answered: u64,
    pub yes: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Means {
    #[schemars(with = "Option<f64>")]
    pub embedding: Option<Exact>,
    #[schemars(with = "Option<f64>")]
    pub measures: Option<Exact>,
    #[schemars(with = "Option<f64>")]
    pub reach: Option<Exact>,
    #[schemars(with = "Option<f64>")]
    pub total: Option<Exact>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Colours {
    pub low: u64,
    pub middle: u64,
    pub high: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Count {
    pub count: u64,
    #[schemars(with = "Option<f64>")]
    pub percent: Option<Exact>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Embedding {
    pub yes: u64,
    pub intended: u64,
    pub no: u64,
    /// Recorded in at least one document.
    pub recorded: u64,
    pub documents: BTreeMap<String, u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Reach {
    pub sight: Sight,
    pub share: BTreeMap<String, u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Sight {
    pub yes: u64,
    pub no: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Question {
    pub number: u32,
    pub title: Words,
    pub options: Vec<OptionCount>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct OptionCount {
    pub code: String,
    pub count: u64,
    #[schemars(with = "Option<f64>")]
    pub percent: Option<Exact>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Spread {
    pub below_25: u64,
    pub above_75: u64,
    /// Answered at least one goal and has none in policy.
    pub without_policy: u64,
    pub histogram: [u64; CLASSES],
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SizeClass {
    pub class: u8,
    pub respondents: u64,
    #[schemars(with = "Option<f64>")]
    pub mean_total: Option<Exact>,
    /// True if the group is too small to show: then its mean is null.
    pub withheld: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Area {
    pub name: &'static str,
    pub respondents: u64,
    #[schemars(with = "Option<f64>")]
    pub mean_total: Option<Exact>,
    /// True if the group is too small to show: then its mean is null.
    pub withheld: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Extra {
    pub r_total_grade: Correlation,
    pub grades: Grades,
    pub cooperation: BTreeMap<String, u64>,
    pub youth_participation: BTreeMap<String, u64>,
    pub regional_vision: BTreeMap<String, u64>,
    pub risk_groups: BTreeMap<String, u64>,
    pub target_groups: BTreeMap<String, u64>,
    /// How many answered each question, by its name.
    pub respondents: BTreeMap<String, u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Correlation {
    /// Pearson's r between mean total and own grade of now; null if there is no spread.
    pub r: Option<f64>,
    pub n: u64,
    /// Two-sided, by Student's t.
    pub p: Option<f64>,
    /// 95%, by Fisher's z.
    pub interval: Option<(f64, f64)>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Grades {
    #[schemars(with = "Option<f64>")]
    pub past: Option<Exact>,
    #[schemars(with = "Option<f64>")]
    pub now: Option<Exact>,
    #[schemars(with = "Option<f64>")]
    pub next: Option<Exact>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Change {
    pub since: String,
    #[schemars(with = "Option<f64>")]
    pub mean_total: Option<Exact>,
    /// Per goal number the difference in mean total.
    #[schemars(with = "BTreeMap<u32, Option<f64>>")]
    pub goals: BTreeMap<u32, Option<Exact>>,
    /// Per answer, as column and code, the difference in percentage points of who gave it; null where it was not asked
    /// in the same way.
    #[schemars(with = "BTreeMap<String, Option<f64>>")]
    pub shares: BTreeMap<String, Option<Exact>>,
    /// What can't be compared because the questionnaire changed: such a difference is null.
    pub not_comparable: Vec<NotComparable>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct NotComparable {
    /// Number of the goal; null if it is about the goals together.
    pub goal: Option<u32>,
    pub reasons: Vec<Words>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Reference {
    pub key: String,
    pub title: Words,
    #[schemars(with = "f64")]
    pub value: Exact,
    #[schemars(with = "Option<f64>")]
    pub also: Option<Exact>,
    /// Our figure of the same name, if we compute it.
    #[schemars(with = "Option<f64>")]
    pub ours: Option<Exact>,
    pub source: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Conclusion {
    pub id: String,
    /// Anchor of the figure that shows it.
    pub link: String,
    pub text: Words,
}
