//! What an earlier questionnaire is in a later one: answers are carried over, option by option, and what can be
//! compared is told, with why the rest can't.

use std::collections::BTreeSet;

use kernel::Text;

use super::answers::{Chosen, ExtraAnswer, GoalAnswers, Response};
use super::questionnaire::{Condition, NONE, Questionnaire, measures_column, option_name};
use super::rule::Parts;

/// An option by position: goal, question, option.
type At = (usize, usize, usize);

/// For everything in a questionnaire what it was in an earlier one, by position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    goals: Vec<Option<usize>>,
    /// Per goal, question and option.
    options: Vec<Vec<Vec<Vec<At>>>>,
    extra: Vec<Option<usize>>,
    /// Per extra question and option.
    extra_options: Vec<Vec<Vec<(usize, usize)>>>,
}

/// Why something can't be compared with an earlier questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Break {
    /// The goal was not there.
    NewGoal,
    /// The goal is not there any more.
    GoneGoal(Text),
    /// A question was not there.
    NewQuestion(Text),
    /// A question is not there any more.
    GoneQuestion(Text),
    /// An answer could not be given.
    NewOption(Text),
    /// An answer can't be given any more.
    GoneOption(Text),
    /// Answers are divided over questions in another way, so that they earn other points.
    Divided,
    /// A question is put to others than it was.
    Asked(Text),
}

/// What can be compared, and why the rest can't: empty is comparable.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// Per goal, why points for measures can't be compared. Only a new goal can't be compared at all.
    pub goals: Vec<Vec<Break>>,
    /// Per goal, question and option whether its share can be compared.
    pub options: Vec<Vec<Vec<bool>>>,
    /// Goals that are not there any more.
    pub gone: Vec<Break>,
}

impl Mapping {
    /// Everything is what it was.
    #[must_use]
    pub fn same(questionnaire: &Questionnaire) -> Self {
        let goals = questionnaire.goals.iter().enumerate();
        let extra = questionnaire.extra.iter().enumerate();
        Self {
            goals: (0..questionnaire.goals.len()).map(Some).collect(),
            options: goals
                .map(|(goal, found)| {
                    let questions = found.questions.iter().enumerate();
                    questions
                        .map(|(at, question)| {
                            (0..question.options.len()).map(|option| vec![(goal, at, option)]).collect()
                        })
                        .collect()
                })
                .collect(),
            extra: (0..questionnaire.extra.len()).map(Some).collect(),
            extra_options: extra
                .map(|(at, question)| (0..question.options.len()).map(|option| vec![(at, option)]).collect())
                .collect(),
        }
    }

    /// What things in `new` were in `base`, from which it was copied.
    #[must_use]
    pub fn to_base(new: &Questionnaire, base: &Questionnaire) -> Self {
        let mut named: std::collections::HashMap<String, At> = std::collections::HashMap::new();
        for (at, goal) in base.goals.iter().enumerate() {
            for (position, question) in goal.questions.iter().enumerate() {
                let column = measures_column(goal.number, question.number);
                for (option, choice) in question.options.iter().enumerate() {
                    named.insert(option_name(&column, &choice.code), (at, position, option));
                }
            }
        }
        let mut extra_named: std::collections::HashMap<String, (usize, usize)> =
            std::collections::HashMap::new();
        for (at, question) in base.extra.iter().enumerate() {
            for (option, choice) in question.options.iter().enumerate() {
                extra_named.insert(option_name(&question.column, &choice.code), (at, option));
            }
        }
        let extra_was = |was: &String| base.extra.iter().position(|question| question.column == *was);
        Self {
            goals: new.goals.iter().map(|goal| base.goal_index(goal.was?)).collect(),
            options: new
                .goals
                .iter()
                .map(|goal| {
                    let questions = goal.questions.iter().map(|question| {
                        let options = question.options.iter();
                        options
                            .map(|option| {
                                option.was.iter().filter_map(|was| named.get(was).copied()).collect()
                            })
                            .collect()
                    });
                    questions.collect()
                })
                .collect(),
            extra: new.extra.iter().map(|question| question.was.as_ref().and_then(extra_was)).collect(),
            extra_options: new
                .extra
                .iter()
                .map(|question| {
                    let options = question.options.iter();
                    options
                        .map(|option| {
                            option.was.iter().filter_map(|was| extra_named.get(was).copied()).collect()
                        })
                        .collect()
                })
                .collect(),
        }
    }

    /// This mapping, and then `earlier`: to the questionnaire before the one before.
    #[must_use]
    pub fn then(&self, earlier: &Self) -> Self {
        let through = |(goal, question, option): &At| {
            let found = earlier.options.get(*goal).and_then(|one| one.get(*question)?.get(*option));
            found.cloned().unwrap_or_default()
        };
        let extra_through = |(question, option): &(usize, usize)| {
            earlier.extra_options.get(*question).and_then(|one| one.get(*option)).cloned().unwrap_or_default()
        };
        Self {
            goals: self.goals.iter().map(|goal| earlier.goals.get((*goal)?).copied().flatten()).collect(),
            options: self
                .options
                .iter()
                .map(|goal| {
                    let question = |options: &Vec<Vec<At>>| {
                        options.iter().map(|was| was.iter().flat_map(through).collect()).collect()
                    };
                    goal.iter().map(question).collect()
                })
                .collect(),
            extra: self.extra.iter().map(|at| earlier.extra.get((*at)?).copied().flatten()).collect(),
            extra_options: self
                .extra_options
                .iter()
                .map(|options| {
                    options.iter().map(|was| was.iter().flat_map(extra_through).collect()).collect()
                })
                .collect(),
        }
    }

    /// What a goal was.
    #[must_use]
    pub fn goal(&self, at: usize) -> Option<usize> {
        self.goals.get(at).copied().flatten()
    }

    /// What an extra question was.
    #[must_use]
    pub fn extra(&self, at: usize) -> Option<usize> {
        self.extra.get(at).copied().flatten()
    }

    /// What an option was.
    #[must_use]
    pub fn option(&self, goal: usize, question: usize, option: usize) -> &[At] {
        let found = self.options.get(goal).and_then(|one| one.get(question)?.get(option));
        found.map_or(&[], Vec::as_slice)
    }

    /// What an option of an extra question was.
    #[must_use]
    pub fn extra_option(&self, question: usize, option: usize) -> &[(usize, usize)] {
        self.extra_options.get(question).and_then(|one| one.get(option)).map_or(&[], Vec::as_slice)
    }

    /// A response to the earlier questionnaire as one to the later: an answer is ticked if one of those that it was
    /// is. What could not be answered then stays open.
    #[must_use]
    pub fn convert(&self, response: &Response) -> Response {
        let goals = self.goals.iter().enumerate().map(|(at, was)| {
            let then = response.goals.get((*was)?)?.as_ref()?;
            Some(GoalAnswers { measures: self.measures(at, response), ..then.clone() })
        });
        let extra = self.extra.iter().enumerate().map(|(at, was)| {
            let then = was.and_then(|was| response.extra.get(was)).copied().unwrap_or(ExtraAnswer::Open);
            let ExtraAnswer::Chosen(_) = then else { return then };
            let options = self.extra_options.get(at).into_iter().flatten().enumerate();
            let is_chosen = |(question, option): &(usize, usize)| match response.extra.get(*question) {
                Some(ExtraAnswer::Chosen(chosen)) => chosen.contains(*option),
                _ => false,
            };
            let chosen: Chosen =
                options.filter(|(_, was)| was.iter().any(is_chosen)).map(|(option, _)| option).collect();
            if chosen.is_empty() { ExtraAnswer::Open } else { ExtraAnswer::Chosen(chosen) }
        });
        Response { goals: goals.collect(), extra: extra.collect(), ..response.clone() }
    }

    fn measures(&self, goal: usize, response: &Response) -> Vec<Chosen> {
        let is_ticked = |(goal, question, option): &At| {
            let answers = response.goals.get(*goal).and_then(Option::as_ref);
            answers
                .and_then(|answers| answers.measures.get(*question))
                .is_some_and(|one| one.contains(*option))
        };
        let question = |options: &Vec<Vec<At>>| -> Chosen {
            let options = options.iter().enumerate();
            options.filter(|(_, was)| was.iter().any(is_ticked)).map(|(option, _)| option).collect()
        };
        self.options.get(goal).into_iter().flatten().map(question).collect()
    }

    /// What can be compared between a wave under `new` and one under `old`.
    #[must_use]
    pub fn compare(&self, new: &Questionnaire, old: &Questionnaire) -> Comparison {
        let kept: BTreeSet<usize> = self.goals.iter().flatten().copied().collect();
        let gone = old.goals.iter().enumerate().filter(|(at, _)| !kept.contains(at));
        let options = |goal: &Vec<Vec<Vec<At>>>| {
            goal.iter().map(|question| question.iter().map(|was| !was.is_empty()).collect()).collect()
        };
        Comparison {
            goals: (0..new.goals.len()).map(|at| self.breaks(new, old, at)).collect(),
            options: self.options.iter().map(options).collect(),
            gone: gone.map(|(_, goal)| Break::GoneGoal(goal.title.clone())).collect(),
        }
    }

    fn breaks(&self, new: &Questionnaire, old: &Questionnaire, at: usize) -> Vec<Break> {
        let Some((was, goal)) = self.goal(at).and_then(|was| old.goals.get(was)).zip(new.goals.get(at))
        else {
            return vec![Break::NewGoal];
        };
        let mut breaks = Vec::new();
        let mut used: BTreeSet<At> = BTreeSet::new();
        let mut pairs: BTreeSet<(usize, (usize, usize))> = BTreeSet::new();
        for (position, question) in goal.questions.iter().enumerate() {
            let counted = question.options.iter().enumerate().filter(|(_, option)| option.code != NONE);
            let sources: Vec<(&Text, &[At])> =
                counted.map(|(option, choice)| (&choice.label, self.option(at, position, option))).collect();
            if sources.iter().all(|(_, was)| was.is_empty()) {
                breaks.push(Break::NewQuestion(question.title.clone()));
                continue;
            }
            let without = sources.iter().filter(|(_, was)| was.is_empty());
            breaks.extend(without.map(|(label, _)| Break::NewOption((*label).clone())));
            for (goal, question, option) in sources.iter().flat_map(|(_, was)| was.iter().copied()) {
                used.insert((goal, question, option));
                pairs.insert((position, (goal, question)));
            }
            let before = pairs.iter().find(|(found, _)| *found == position).map(|(_, was)| *was);
            let before = before.and_then(|(goal, question)| old.goals.get(goal)?.questions.get(question));
            let then = before.and_then(|question| question.shown.as_ref());
            if !self.same_condition(new, old, question.shown.as_ref(), then) {
                breaks.push(Break::Asked(question.title.clone()));
            }
        }
        let from = self.goal(at).unwrap_or_default();
        for (position, question) in was.questions.iter().enumerate() {
            let counted = question.options.iter().enumerate().filter(|(_, option)| option.code != NONE);
            let gone: Vec<&Text> = counted
                .clone()
                .filter(|(option, _)| !used.contains(&(from, position, *option)))
                .map(|(_, choice)| &choice.label)
                .collect();
            if gone.len() == counted.count() {
                breaks.push(Break::GoneQuestion(question.title.clone()));
            } else {
                breaks.extend(gone.into_iter().map(|label| Break::GoneOption(label.clone())));
            }
        }
        // Each question has its own part of the points: one that became two, or two that became one, earn otherwise.
        if breaks.is_empty()
            && (pairs.len() != goal.questions.len() || goal.questions.len() != was.questions.len())
        {
            breaks.push(Break::Divided);
        }
        breaks
    }

    /// Whether two conditions ask the same people.
    fn same_condition(
        &self,
        new: &Questionnaire,
        old: &Questionnaire,
        now: Option<&Condition>,
        then: Option<&Condition>,
    ) -> bool {
        match (now, then) {
            (None, None) => true,
            (Some(now), Some(then)) => {
                now == then
                    || self
                        .names(new, old, now)
                        .is_some_and(|names| names == [option_name(&then.column, &then.code)])
            }
            _ => false,
        }
    }

    /// What the answer of a condition was, by name.
    fn names(&self, new: &Questionnaire, old: &Questionnaire, condition: &Condition) -> Option<Vec<String>> {
        for (at, goal) in new.goals.iter().enumerate() {
            for (position, question) in goal.questions.iter().enumerate() {
                if measures_column(goal.number, question.number) != condition.column {
                    continue;
                }
                let option = question.options.iter().position(|option| option.code == condition.code)?;
                let name = |(goal, question, option): &At| {
                    let goal = old.goals.get(*goal)?;
                    let question = goal.questions.get(*question)?;
                    let column = measures_column(goal.number, question.number);
                    Some(option_name(&column, &question.options.get(*option)?.code))
                };
                return self.option(at, position, option).iter().map(name).collect();
            }
        }
        None
    }
}

impl Comparison {
    /// Why the total of a goal can't be compared, with these parts in it.
    #[must_use]
    pub fn total(&self, goal: usize, parts: Parts) -> &[Break] {
        let breaks = self.goals.get(goal).map_or(&[][..], Vec::as_slice);
        if parts.measures || breaks == [Break::NewGoal] { breaks } else { &[] }
    }

    /// Whether figures over all goals together can be compared, measures apart: the goals are the same.
    #[must_use]
    pub fn same_goals(&self) -> bool {
        self.gone.is_empty() && !self.goals.iter().any(|breaks| *breaks == [Break::NewGoal])
    }

    /// Whether the mean over all goals can be compared, with these parts in it.
    #[must_use]
    pub fn mean(&self, parts: Parts) -> bool {
        self.same_goals() && (0..self.goals.len()).all(|goal| self.total(goal, parts).is_empty())
    }
}

#[cfg(test)]
#[path = "mapping_tests.rs"]
mod tests;
