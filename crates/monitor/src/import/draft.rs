//! One response while its cells come in, and the rules that bind cells together.

use geography::{Code, Geography, SizeClass};
use kernel::{Finding, Place};

use super::columns::{Field, nearest, shorten, with_nearest};
use crate::domain::answers::{Chosen, ExtraAnswer, GoalAnswers, Policy, Response, Share};
use crate::domain::questionnaire::{Choice, ExtraKind, NONE, Questionnaire};
use crate::domain::voice::WAYS;

/// A response in the making: takes whatever is there and collects what is wrong.
pub struct Draft<'a> {
    questionnaire: &'a Questionnaire,
    place: &'a Place,
    goals: Vec<GoalDraft>,
    extra: Vec<ExtraAnswer>,
    named: bool,
    /// Name of the respondent, if it was there.
    pub respondent: Option<String>,
    /// Size class, if it was there and good.
    pub size_class: Option<SizeClass>,
    /// Municipality, if it was there and a code.
    pub municipality: Option<Code>,
    /// Everything wrong so far.
    pub findings: Vec<Finding>,
}

/// What a cell held. An answer that is not known was told already: the rules between cells keep
/// silent about it.
#[derive(Default, Clone, Copy, PartialEq)]
enum Held<T> {
    #[default]
    Nothing,
    Unknown,
    Known(T),
}

impl<T> Held<T> {
    fn known(self) -> Option<T> {
        if let Self::Known(answer) = self { Some(answer) } else { None }
    }
}

impl<T> From<Option<T>> for Held<T> {
    fn from(read: Option<T>) -> Self {
        read.map_or(Self::Unknown, Self::Known)
    }
}

#[derive(Default)]
struct GoalDraft {
    policy: Held<Policy>,
    documents: Option<Chosen>,
    measures: Vec<Chosen>,
    own_measure: Option<bool>,
    sight: Held<bool>,
    share: Held<Share>,
    heard: Option<bool>,
    /// First column filled in besides policy.
    other: Option<String>,
}

impl<'a> Draft<'a> {
    /// An empty response at `place`.
    pub fn new(questionnaire: &'a Questionnaire, place: &'a Place) -> Self {
        let goals = questionnaire.goals.iter().map(|goal| GoalDraft {
            measures: vec![Chosen::default(); goal.questions.len()],
            ..GoalDraft::default()
        });
        Self {
            goals: goals.collect(),
            extra: vec![ExtraAnswer::Open; questionnaire.extra.len()],
            questionnaire,
            place,
            named: false,
            respondent: None,
            size_class: None,
            municipality: None,
            findings: Vec::new(),
        }
    }

    /// Whether a problem was found in this column.
    pub fn has_problem_at(&self, column: &str) -> bool {
        self.findings.iter().any(|finding| finding.place.column.as_deref() == Some(column))
    }

    fn error(&mut self, code: &'static str, column: &str, values: &[(&'static str, &str)]) {
        let finding = Finding::error(code, self.place.clone().column(column));
        let with = |finding: Finding, (name, value): &(&'static str, &str)| finding.with(name, *value);
        self.findings.push(values.iter().fold(finding, with));
    }

    fn unknown<'k>(&mut self, column: &str, found: &str, known: impl Iterator<Item = &'k str> + Clone) {
        let finding = Finding::error("code-unknown", self.place.clone().column(column));
        let finding = with_nearest(finding, nearest(found, known.clone()));
        let known = known.collect::<Vec<_>>().join(", ");
        self.findings.push(finding.with("found", shorten(found)).with("known", known));
    }

    /// Takes a filled-in cell.
    pub fn cell(&mut self, field: Field, column: &str, cell: &str) {
        if let Field::Documents(goal)
        | Field::Measures(goal, _)
        | Field::OwnMeasure(goal)
        | Field::Sight(goal)
        | Field::Share(goal) = field
        {
            self.goals[goal].other.get_or_insert_with(|| column.to_owned());
        }
        let questionnaire = self.questionnaire;
        match field {
            Field::Text => {}
            Field::Respondent => self.respondent = Some(cell.to_owned()),
            Field::SizeClass => match cell.parse().ok().and_then(SizeClass::new) {
                Some(class) => self.size_class = Some(class),
                None => self.error("size-class-range", column, &[("found", &shorten(cell))]),
            },
            Field::Municipality => self.municipality = self.municipality(column, cell),
            Field::Named => self.named = self.yes_no(column, cell).unwrap_or(false),
            Field::Policy(goal) => {
                let policy = Policy::ALL.into_iter().find(|policy| policy.code() == cell);
                if policy.is_none() {
                    self.unknown(column, cell, Policy::ALL.iter().map(|policy| policy.code()));
                }
                self.goals[goal].policy = policy.into();
            }
            Field::Documents(goal) => {
                self.goals[goal].documents = Some(self.codes(column, cell, &questionnaire.documents));
            }
            Field::Measures(goal, position) => {
                let options = &questionnaire.goals[goal].questions[position].options;
                self.goals[goal].measures[position] = self.codes(column, cell, options);
            }
            Field::OwnMeasure(goal) => self.goals[goal].own_measure = self.yes_no(column, cell),
            Field::Sight(goal) => self.goals[goal].sight = self.yes_no(column, cell).into(),
            Field::Share(goal) => {
                let share = Share::ALL.into_iter().find(|share| share.code() == cell);
                if share.is_none() {
                    self.unknown(column, cell, Share::ALL.iter().map(|share| share.code()));
                }
                self.goals[goal].share = share.into();
            }
            Field::Heard(goal) => self.goals[goal].heard = self.yes_no(column, cell),
            Field::HeardHow(_) => self.ways(column, cell),
            Field::Extra(at) => self.extra[at] = self.extra(at, column, cell),
        }
    }

    fn yes_no(&mut self, column: &str, cell: &str) -> Option<bool> {
        match cell {
            "ja" => Some(true),
            "nee" => Some(false),
            _ => {
                self.unknown(column, cell, ["ja", "nee"].into_iter());
                None
            }
        }
    }

    /// Codes separated by `;`: each known, none twice, and `geen` alone.
    fn codes(&mut self, column: &str, cell: &str, options: &[Choice]) -> Chosen {
        let mut chosen = Chosen::default();
        let mut none = false;
        for code in cell.split(';').map(str::trim).filter(|code| !code.is_empty()) {
            match options.iter().position(|option| option.code == code) {
                None => self.unknown(column, code, options.iter().map(|option| option.code.as_str())),
                Some(position) => {
                    none |= code == NONE;
                    if !chosen.insert(position) {
                        self.error("code-twice", column, &[("found", code)]);
                    }
                }
            }
        }
        if none && chosen.count() > 1 {
            self.error("none-with-others", column, &[]);
        }
        chosen
    }

    /// Codes of the ways in which children were heard: kept, not counted.
    fn ways(&mut self, column: &str, cell: &str) {
        let mut seen = Vec::new();
        for code in cell.split(';').map(str::trim).filter(|code| !code.is_empty()) {
            if !WAYS.contains(&code) {
                self.unknown(column, code, WAYS.into_iter());
            } else if seen.contains(&code) {
                self.error("code-twice", column, &[("found", code)]);
            }
            seen.push(code);
        }
    }

    fn municipality(&mut self, column: &str, cell: &str) -> Option<Code> {
        let read = cell.parse().ok();
        if read.is_none() {
            let finding = Finding::error("municipality-code", self.place.clone().column(column));
            let meant = meant_municipality(cell).map(|code| code.to_string());
            self.findings.push(with_nearest(finding.with("found", shorten(cell)), meant.as_deref()));
        }
        read
    }

    fn extra(&mut self, at: usize, column: &str, cell: &str) -> ExtraAnswer {
        let question = &self.questionnaire.extra[at];
        let codes = question.options.iter().map(|option| option.code.as_str());
        match question.kind {
            ExtraKind::Many => return ExtraAnswer::Chosen(self.codes(column, cell, &question.options)),
            ExtraKind::One => {
                if let Some(position) = codes.clone().position(|code| code == cell) {
                    return ExtraAnswer::Chosen([position].into_iter().collect());
                }
                self.unknown(column, cell, codes);
            }
            ExtraKind::Grade => {
                if let Ok(grade @ 1..=10) = cell.parse() {
                    return ExtraAnswer::Grade(grade);
                }
                self.error("grade-range", column, &[("found", &shorten(cell))]);
            }
        }
        ExtraAnswer::Open
    }

    /// Holds the goals to the rules that bind their cells together, and gives the response with
    /// everything that is wrong in it.
    pub fn finish(mut self, respondent: String, size_class: SizeClass) -> (Response, Vec<Finding>) {
        let drafts = std::mem::take(&mut self.goals);
        let goals = drafts.into_iter().enumerate().map(|(at, goal)| self.goal(at, goal)).collect();
        let response = Response {
            respondent,
            size_class,
            municipality: self.municipality,
            named: self.named && self.municipality.is_some(),
            goals,
            extra: self.extra,
        };
        (response, self.findings)
    }

    fn goal(&mut self, at: usize, goal: GoalDraft) -> Option<GoalAnswers> {
        let number = self.questionnaire.goals[at].number;
        let column = |name: &str| format!("d{number}.{name}");
        match (goal.policy, &goal.other) {
            (Held::Nothing, Some(other)) => {
                self.error("goal-without-policy", &column("beleid"), &[("other", other)]);
            }
            (Held::Known(Policy::Intended | Policy::No), _) if goal.documents.is_some() => {
                let policy = column("beleid");
                self.error("recorded-without-policy", &column("document"), &[("other", &policy)]);
            }
            _ => {}
        }
        if goal.share != Held::Nothing && matches!(goal.sight, Held::Nothing | Held::Known(false)) {
            let sight = column("zicht-op-bereik");
            self.error("share-without-sight", &column("bereik"), &[("other", &sight)]);
        }
        Some(GoalAnswers {
            policy: goal.policy.known()?,
            documents: goal.documents.unwrap_or_default(),
            measures: goal.measures,
            own_measure: goal.own_measure == Some(true),
            sight: goal.sight.known(),
            share: goal.share.known(),
            heard: goal.heard,
        })
    }
}

/// The municipality that somebody may have meant: by a number that lost its `GM` or its zeros, or by
/// name.
fn meant_municipality(found: &str) -> Option<Code> {
    let geography = Geography::built_in();
    let digits = found.trim_start_matches(['G', 'M', 'g', 'm']).trim();
    let by_number = digits.parse().ok().and_then(Code::from_number);
    let by_name = || {
        let found = found.to_lowercase();
        let mut today = geography.all().filter(|municipality| municipality.until.is_none());
        today.find(|municipality| municipality.name.to_lowercase() == found).map(|found| found.code)
    };
    by_number.filter(|&code| geography.get(code).is_some()).or_else(by_name)
}
