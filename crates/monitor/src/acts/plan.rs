//! Reads what a researcher typed about a wave; every problem at once, each at its field.

use geography::{Code, Geography};
use jiff::civil::Date;
use kernel::{Finding, Text};
use web::on_field;

use crate::definitions::Definitions;
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

    /// Reads the form.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn read(&self, definitions: &Definitions) -> Result<Plan, Vec<Finding>> {
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
        let questionnaire = definitions
            .questionnaires
            .iter()
            .find(|known| self.questionnaire == format!("{}/{}", known.id, known.version));
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
        if self.invited != "chosen" {
            return Vec::new();
        }
        let geography = Geography::built_in();
        let mut codes = Vec::new();
        for typed in self.chosen.split(['\n', ',', ';']).map(str::trim).filter(|typed| !typed.is_empty()) {
            let day = reference.unwrap_or(Date::MAX);
            let by_code = typed.to_uppercase().parse::<Code>().ok();
            let folded = geography::fold(typed);
            let by_name = || {
                let mut then = geography.at(day).into_iter();
                then.find(|municipality| geography::fold(municipality.name) == folded).map(|found| found.code)
            };
            match by_code.or_else(by_name).filter(|code| reference.is_none() || geography.exists(*code, day))
            {
                Some(code) => codes.push(code),
                None => findings.push(on_field("run-municipality", "chosen").with("found", shortened(typed))),
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

fn shortened(typed: &str) -> String {
    typed.chars().take(60).collect()
}
