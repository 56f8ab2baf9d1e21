//! Reads what a researcher typed about a wave; every problem at once, each at its field.

use std::sync::Arc;

use geography::{Code, Geography};
use jiff::civil::Date;
use kernel::{Finding, Text};
use web::on_field;

use crate::definitions::Definitions;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::run::Plan;
use crate::domain::wave::Nature;

/// The most characters of a title.
const LONGEST_TITLE: usize = 120;
/// The most reminders that can be planned.
const MOST_REMINDERS: u8 = 5;

/// The fields of the form, as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// Name in addresses: small letters, digits and hyphens, beginning with the year.
    pub id: String,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: String,
    /// `id/version` of a questionnaire.
    pub questionnaire: String,
    /// Id of a scoring rule.
    pub rule: String,
    /// Day at which municipalities exist.
    pub reference: String,
    /// First day.
    pub opens: String,
    /// Last day.
    pub closes: String,
    /// `all` or `chosen`.
    pub invited: String,
    /// Names or codes, one a line or with commas between.
    pub chosen: String,
    /// Whether somebody else approves.
    pub four_eyes: bool,
    /// The most reminders.
    pub reminders: String,
    /// Whether it is for trying out.
    pub trial: bool,
}

impl Typed {
    /// What the form shows of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let names = plan.invited.iter().filter_map(|code| Geography::built_in().get(*code));
        Self {
            id: plan.id.clone(),
            title_nl: plan.title.nl.clone(),
            title_en: plan.title.en.clone(),
            questionnaire: format!("{}/{}", plan.questionnaire.0, plan.questionnaire.1),
            rule: plan.scoring_rule.clone(),
            reference: plan.reference_date.to_string(),
            opens: plan.period.0.to_string(),
            closes: plan.period.1.to_string(),
            invited: if plan.invited.is_empty() { "all" } else { "chosen" }.to_owned(),
            chosen: names.map(|municipality| municipality.name).collect::<Vec<_>>().join("\n"),
            four_eyes: plan.four_eyes,
            reminders: plan.most_reminders.to_string(),
            trial: plan.nature == Nature::Generated,
        }
    }

    /// Reads the form; `known` are the questionnaires that can be put.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn read(
        &self,
        definitions: &Definitions,
        known: &[Arc<Questionnaire>],
    ) -> Result<Plan, Vec<Finding>> {
        let mut findings = Vec::new();
        let id = self.id.trim().to_owned();
        let year: Option<u32> =
            id.get(..4).and_then(|digits| digits.parse().ok()).filter(|year| *year >= 2000);
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if year.is_none() || id.len() > 40 || !id.chars().all(is_plain) {
            findings.push(on_field("run-id", "id"));
        }
        let mut title = |text: &str, name| {
            let text = text.trim();
            if text.is_empty() || text.chars().count() > LONGEST_TITLE {
                findings.push(on_field("run-title", name).with("most", LONGEST_TITLE.to_string()));
            }
            text.to_owned()
        };
        let title = Text { nl: title(&self.title_nl, "title_nl"), en: title(&self.title_en, "title_en") };
        let questionnaire =
            known.iter().find(|known| self.questionnaire == format!("{}/{}", known.id, known.version));
        if questionnaire.is_none() {
            findings.push(on_field("run-questionnaire", "questionnaire"));
        }
        if definitions.rule(&self.rule).is_none() {
            findings.push(on_field("run-rule", "rule"));
        }
        let mut day = |text: &str, name| -> Option<Date> {
            let day = text.trim().parse().ok();
            if day.is_none() {
                findings.push(on_field("date", name));
            }
            day
        };
        let (reference, opens, closes) =
            (day(&self.reference, "reference"), day(&self.opens, "opens"), day(&self.closes, "closes"));
        if opens.zip(closes).is_some_and(|(opens, closes)| opens > closes) {
            findings.push(on_field("run-period", "closes"));
        }
        let most_reminders: Option<u8> = self.reminders.trim().parse().ok();
        if most_reminders.is_none_or(|most| most > MOST_REMINDERS) {
            findings.push(on_field("run-reminders", "reminders").with("most", MOST_REMINDERS.to_string()));
        }
        let invited = self.municipalities(reference, &mut findings);
        match (year, questionnaire, reference, opens.zip(closes), most_reminders) {
            (Some(year), Some(questionnaire), Some(reference_date), Some(period), Some(most_reminders))
                if findings.is_empty() =>
            {
                Ok(Plan {
                    id,
                    year,
                    title,
                    questionnaire: (questionnaire.id.clone(), questionnaire.version),
                    scoring_rule: self.rule.clone(),
                    reference_date,
                    period,
                    invited,
                    four_eyes: self.four_eyes,
                    most_reminders,
                    nature: if self.trial { Nature::Generated } else { Nature::Real },
                })
            }
            _ => Err(findings),
        }
    }

    fn municipalities(&self, reference: Option<Date>, findings: &mut Vec<Finding>) -> Vec<Code> {
        let geography = Geography::built_in();
        // Groups by size are part of every report, and of municipalities that ended before no size is known.
        let sized = |code: Code| geography.get(code).is_some_and(|found| found.size_class().is_some());
        if reference.is_some_and(|day| !geography.codes_at(day).into_iter().all(sized)) {
            findings.push(on_field("run-reference", "reference"));
        }
        if self.invited != "chosen" {
            return Vec::new();
        }
        let mut codes = Vec::new();
        for typed in self.chosen.split(['\n', ',', ';']).map(str::trim).filter(|typed| !typed.is_empty()) {
            let day = reference.unwrap_or(Date::MAX);
            let by_code = typed.to_uppercase().parse::<Code>().ok();
            let folded = geography::fold(typed);
            let by_name = || {
                let found = geography.search(typed, day);
                let exact = found.iter().find(|one| geography::fold(one.name) == folded);
                // A part of a name, or one in use besides the official one, if it can be no other.
                let only = if let [only] = found.as_slice() { Some(only) } else { None };
                exact.or(only).map(|found| found.code)
            };
            match by_code.or_else(by_name).filter(|code| reference.is_none() || geography.exists(*code, day))
            {
                Some(code) => codes.push(code),
                None => findings.push(not_there(typed, day)),
            }
        }
        if codes.is_empty() && findings.is_empty() {
            findings.push(on_field("run-nobody", "chosen"));
        }
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}

/// Why something typed is no municipality that can be invited: if it has ended or is still to come, that says so.
fn not_there(typed: &str, day: Date) -> Finding {
    let geography = Geography::built_in();
    let folded = geography::fold(typed);
    let known = geography.all().find(|known| {
        geography::fold(known.name) == folded || typed.to_uppercase().parse() == Ok(known.code)
    });
    let Some(known) = known else {
        return on_field("run-municipality", "chosen").with("found", shortened(typed));
    };
    let from = known.until.map_or(day, |_| known.from.unwrap_or(Date::MIN));
    let into = geography.successors(known.code, from, day);
    let names: Vec<&str> =
        into.iter().filter_map(|code| geography.get(*code)).map(|found| found.name).collect();
    on_field("run-municipality-not-then", "chosen")
        .with("name", known.name)
        .with("ended", if names.is_empty() { "no" } else { "yes" })
        .with("into", names.join(", "))
}

/// Where two plans differ: field, theirs, ours.
#[must_use]
pub fn clashes(theirs: &Typed, ours: &Typed) -> Vec<(&'static str, String, String)> {
    let fields = |typed: &Typed| {
        [
            ("title_nl", typed.title_nl.clone()),
            ("title_en", typed.title_en.clone()),
            ("trial", typed.trial.to_string()),
            ("questionnaire", typed.questionnaire.clone()),
            ("rule", typed.rule.clone()),
            ("opens", typed.opens.clone()),
            ("closes", typed.closes.clone()),
            ("four_eyes", typed.four_eyes.to_string()),
            ("reference", typed.reference.clone()),
            ("invited", typed.invited.clone()),
            ("chosen", typed.chosen.clone()),
            ("reminders", typed.reminders.clone()),
        ]
    };
    let both = fields(theirs).into_iter().zip(fields(ours));
    both.filter(|((_, theirs), (_, ours))| theirs != ours)
        .map(|((field, theirs), (_, ours))| (field, theirs, ours))
        .collect()
}

fn shortened(typed: &str) -> String {
    typed.chars().take(60).collect()
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
