//! The score of a goal in plain sentences: which answer earned what, what a cap took away, and what the
//! next step would earn.

use kernel::{Exact, Points};
use web::{Arg, Tr};

use crate::domain::answers::{GoalAnswers, Policy, Share};
use crate::domain::questionnaire::{Choice, Goal, NONE, Questionnaire};
use crate::domain::rule::ScoringRule;
use crate::domain::score::{Reason, Score, Scorer, What};
use crate::report::words::{PARTS, listed};

/// A part of a score with its reasons.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its name.
    pub label: String,
    /// Points earned.
    pub earned: String,
    /// Points that can be earned.
    pub maximum: String,
    /// Why, one sentence for each answer.
    pub lines: Vec<Line>,
}

/// A reason in words.
#[derive(Debug, Clone)]
pub struct Line {
    /// The answer, what it earned and what the next step would earn.
    pub text: String,
    /// The measures that were ticked, if there are any.
    pub ticked: String,
}

/// What a sentence is made from.
struct Maker<'a> {
    tr: Tr,
    questionnaire: &'a Questionnaire,
    goal: &'a Goal,
    rule: &'a ScoringRule,
    answers: &'a GoalAnswers,
}

/// The score on the goal at `position` with its three parts explained, in the order of the score.
#[must_use]
pub fn explain(
    tr: Tr,
    questionnaire: &Questionnaire,
    rule: &ScoringRule,
    position: usize,
    answers: &GoalAnswers,
) -> Option<(Score, [Part; 3])> {
    let goal = questionnaire.goals.get(position)?;
    let (score, reasons) = Scorer::new(rule, questionnaire).explain(position, answers)?;
    let maker = Maker { tr, questionnaire, goal, rule, answers };
    let mut lines: [Vec<Line>; 3] = Default::default();
    for reason in &reasons {
        lines[part(reason.what)].push(maker.line(reason));
    }
    let earned = [score.embedding, score.measures, score.reach];
    let maxima = rule.maxima();
    let [embedding, measures, reach] = lines;
    let part = |at: usize, lines| Part {
        label: tr.t(PARTS[at]),
        earned: points(tr, earned[at]),
        maximum: points(tr, maxima[at]),
        lines,
    };
    Some((score, [part(0, embedding), part(1, measures), part(2, reach)]))
}

/// Which part an answer counts for: 0 embedding, 1 measures, 2 reach.
fn part(what: What) -> usize {
    match what {
        What::Policy(_) | What::Recorded(_) => 0,
        What::Question { .. } | What::OwnMeasure(_) => 1,
        What::Sight(_) | What::Share(_) => 2,
    }
}

/// Points as they are, at most two decimals: 10, 12,5 or 11,25; 45/7 is 6,43.
#[must_use]
pub fn points(tr: Tr, points: Points) -> String {
    let is_whole = |places: &u32| (points * Exact::whole(10_i64.pow(*places))).parts().1 == 1;
    tr.decimal(&points, (0..2).find(is_whole).unwrap_or(2))
}

impl Maker<'_> {
    fn line(&self, reason: &Reason) -> Line {
        let mut ticked = String::new();
        let embedding = &self.rule.embedding;
        let reach = &self.rule.reach;
        let text = match reason.what {
            What::Policy(policy) => {
                let key = match policy {
                    Policy::Yes => "why-policy-yes",
                    Policy::Intended => "why-policy-intended",
                    Policy::No => "why-policy-no",
                };
                self.say(key, reason, embedding.in_policy.max(embedding.intended), &[])
            }
            What::Recorded(true) => {
                let documents = ("documents", Arg::from(self.documents()));
                self.say("why-recorded-yes", reason, embedding.recorded, &[documents])
            }
            What::Recorded(false) => {
                let in_policy = self.answers.policy == Policy::Yes;
                let key = if in_policy { "why-recorded-no" } else { "why-recorded-no-policy" };
                self.say(key, reason, embedding.recorded, &[])
            }
            What::Question { position, ticked: count } => {
                ticked = self.ticked(position);
                self.question(reason, position, count)
            }
            What::OwnMeasure(own) => {
                let key = if own { "why-own-yes" } else { "why-own-no" };
                self.say(key, reason, self.rule.measures.own, &[])
            }
            What::Sight(_) => {
                let key = match self.answers.sight {
                    Some(true) => "why-sight-yes",
                    Some(false) => "why-sight-no",
                    None => "why-sight-open",
                };
                self.say(key, reason, reach.sight, &[])
            }
            What::Share(share) => {
                let best = reach.share.into_iter().max().unwrap_or(Points::ZERO);
                self.share(reason, share, best)
            }
        };
        Line { text, ticked }
    }

    fn say(&self, key: &str, reason: &Reason, maximum: Points, more: &[(&str, Arg)]) -> String {
        let points = |value| Arg::from(points(self.tr, value));
        let mut args = vec![("max", points(maximum))];
        args.extend([("earned", points(reason.earned)), ("next", points(reason.next))]);
        args.push(("capped", points(reason.capped)));
        args.extend_from_slice(more);
        self.tr.with(key, &args)
    }

    fn question(&self, reason: &Reason, position: usize, ticked: u32) -> String {
        let Some(question) = self.goal.questions.get(position) else { return String::new() };
        let maximum = self.rule.measures.pool.per(self.goal.questions.len() as u64).unwrap_or_default();
        let nothing = self.answers.measures.get(position).is_none_or(|chosen| chosen.is_empty());
        let key = match ticked {
            0 if nothing => "why-question-open",
            0 => "why-question-none",
            _ if reason.next > Points::ZERO => "why-question-some",
            _ if reason.capped > Points::ZERO => "why-question-capped",
            _ => "why-question-full",
        };
        let title = Arg::from(question.title.get(self.tr.0).to_owned());
        self.say(key, reason, maximum, &[("question", title), ("n", Arg::from(ticked))])
    }

    fn share(&self, reason: &Reason, share: Option<Share>, best: Points) -> String {
        let Some(share) = share else {
            let sight = self.answers.sight == Some(true);
            return self.say(if sight { "why-share-open" } else { "why-share-no-sight" }, reason, best, &[]);
        };
        let key = if reason.next > Points::ZERO { "why-share" } else { "why-share-best" };
        let words = self.tr.t(&format!("share-{}", share.code()));
        self.say(key, reason, best, &[("share", Arg::from(words))])
    }

    fn documents(&self) -> String {
        let chosen = self.answers.documents.iter().filter_map(|at| self.questionnaire.documents.get(at));
        listed(self.tr.0, chosen.map(|choice| choice.label.get(self.tr.0).to_owned()))
    }

    /// The measures ticked in a question, by name.
    fn ticked(&self, position: usize) -> String {
        let Some(question) = self.goal.questions.get(position) else { return String::new() };
        let chosen = self.answers.measures.get(position).copied().unwrap_or_default();
        let names: Vec<&str> = chosen
            .iter()
            .filter_map(|at| question.options.get(at))
            .filter(|choice: &&Choice| choice.code != NONE)
            .map(|choice| choice.label.get(self.tr.0))
            .collect();
        names.join("; ")
    }
}

#[cfg(test)]
mod tests {
    use kernel::Lang;

    use super::*;
    use crate::domain::answers::Chosen;
    use crate::sample;

    fn lines(ticked: &[usize]) -> Vec<String> {
        let mut answers = sample::nothing(4);
        answers.measures[0] = ticked.iter().copied().collect::<Chosen>();
        let rule = sample::definitions().rule("2017-a").expect("a rule");
        let explained = explain(Tr(Lang::Nl), sample::questionnaire(), rule, 0, &answers);
        let (_, parts) = explained.expect("a goal");
        parts.into_iter().flat_map(|part| part.lines).map(|line| line.text).collect()
    }

    #[test]
    fn two_measures_say_what_a_third_would_earn() {
        let text =
            "Twee maatregelen bij ‘Eisen bij subsidie’: 10 van 11,25 punten; een derde levert nog 1,25 op.";
        assert_eq!(lines(&[1, 2])[2], text);
    }

    #[test]
    fn a_cap_says_what_it_took_away() {
        assert!(lines(&[1, 2, 3])[2].contains("3,75"));
        assert!(lines(&[1, 2, 3])[2].starts_with("Drie maatregelen bij"));
    }

    #[test]
    fn doing_nothing_is_not_the_same_as_leaving_it_open() {
        assert_ne!(lines(&[0])[2], lines(&[])[2]);
    }

    #[test]
    fn points_have_no_more_decimals_than_they_need() {
        let printed = |top, bottom| points(Tr(Lang::Nl), Exact::new(top, bottom));
        assert_eq!(
            [printed(10, 1), printed(25, 2), printed(45, 4), printed(45, 7)],
            ["10", "12,5", "11,25", "6,43"]
        );
    }
}
