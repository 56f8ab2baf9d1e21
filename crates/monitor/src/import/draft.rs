//! One response while its cells come in, and the rules that bind cells together.

use geography::{Code, SizeClass};
use kernel::{Finding, Place};

use super::columns::{Field, nearest, shorten};
use crate::domain::answers::{Chosen, ExtraAnswer, GoalAnswers, Policy, Response, Share};
use crate::domain::questionnaire::{Choice, ExtraKind, NONE, Questionnaire};

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

#[derive(Default)]
struct GoalDraft {
    /// `Some(None)` if something was filled in that is not a known answer.
    policy: Option<Option<Policy>>,
    documents: Chosen,
    measures: Vec<Chosen>,
    own_measure: Option<bool>,
    sight: Option<bool>,
    share: Option<Share>,
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

    fn error(&mut self, code: &'static str, column: &str) -> &mut Finding {
        self.findings.push(Finding::error(code, self.place.clone().column(column)));
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    fn unknown<'k>(&mut self, column: &str, found: &str, known: impl Iterator<Item = &'k str> + Clone) {
        let nearest = nearest(found, known.clone()).unwrap_or_default();
        let known = known.collect::<Vec<_>>().join(", ");
        let finding = Finding::error("code-unknown", self.place.clone().column(column));
        self.findings
            .push(finding.with("found", shorten(found)).with("nearest", nearest).with("known", known));
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
                None => {
                    let finding = self.error("size-class-range", column);
                    *finding = finding.clone().with("found", shorten(cell));
                }
            },
            Field::Municipality => match cell.parse() {
                Ok(code) => self.municipality = Some(code),
                Err(_) => {
                    let finding = self.error("municipality-code", column);
                    *finding = finding.clone().with("found", shorten(cell));
                }
            },
            Field::Named => self.named = self.yes_no(column, cell).unwrap_or(false),
            Field::Policy(goal) => {
                let policy = Policy::ALL.into_iter().find(|policy| policy.code() == cell);
                if policy.is_none() {
                    self.unknown(column, cell, Policy::ALL.iter().map(|policy| policy.code()));
                }
                self.goals[goal].policy = Some(policy);
            }
            Field::Documents(goal) => {
                self.goals[goal].documents = self.codes(column, cell, &questionnaire.documents);
            }
            Field::Measures(goal, position) => {
                let options = &questionnaire.goals[goal].questions[position].options;
                self.goals[goal].measures[position] = self.codes(column, cell, options);
            }
            Field::OwnMeasure(goal) => self.goals[goal].own_measure = self.yes_no(column, cell),
            Field::Sight(goal) => self.goals[goal].sight = self.yes_no(column, cell),
            Field::Share(goal) => {
                let share = Share::ALL.into_iter().find(|share| share.code() == cell);
                if share.is_none() {
                    self.unknown(column, cell, Share::ALL.iter().map(|share| share.code()));
                }
                self.goals[goal].share = share;
            }
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
                        let finding = self.error("code-twice", column);
                        *finding = finding.clone().with("found", code);
                    }
                }
            }
        }
        if none && chosen.count() > 1 {
            self.error("none-with-others", column);
        }
        chosen
    }

    fn extra(&mut self, at: usize, column: &str, cell: &str) -> ExtraAnswer {
        let question = &self.questionnaire.extra[at];
        match question.kind {
            ExtraKind::Many => ExtraAnswer::Chosen(self.codes(column, cell, &question.options)),
            ExtraKind::One => match question.options.iter().position(|option| option.code == cell) {
                Some(position) => ExtraAnswer::Chosen([position].into_iter().collect()),
                None => {
                    self.unknown(column, cell, question.options.iter().map(|option| option.code.as_str()));
                    ExtraAnswer::Open
                }
            },
            ExtraKind::Grade => match cell.parse::<u8>() {
                Ok(grade @ 1..=10) => ExtraAnswer::Grade(grade),
                _ => {
                    let finding = self.error("grade-range", column);
                    *finding = finding.clone().with("found", shorten(cell));
                    ExtraAnswer::Open
                }
            },
        }
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
        let Some(policy) = goal.policy else {
            if let Some(other) = goal.other {
                let finding = self.error("goal-without-policy", &column("beleid"));
                *finding = finding.clone().with("other", other);
            }
            return None;
        };
        if !goal.documents.is_empty() && policy.is_some_and(|policy| policy != Policy::Yes) {
            self.error("recorded-without-policy", &column("document"));
        }
        if goal.share.is_some() && goal.sight != Some(true) {
            self.error("share-without-sight", &column("bereik"));
        }
        Some(GoalAnswers {
            policy: policy.unwrap_or(Policy::No),
            documents: goal.documents,
            measures: goal.measures,
            own_measure: goal.own_measure == Some(true),
            sight: goal.sight,
            share: goal.share,
        })
    }
}
