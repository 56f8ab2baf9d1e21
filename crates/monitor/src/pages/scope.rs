//! What part of a wave a page shows, read from its address: which parts count, under which rule, and
//! which group. Everything is in the address, so that a view can be shared.

use std::borrow::Cow;
use std::sync::Arc;

use geography::Geography;
use kernel::Lang;
use serde::Deserialize;
use web::{PageError, RequestContext, Tr};

use super::site::Site;
use super::withdrawn;
use crate::domain::groups::may_show;
use crate::domain::rule::Parts;
use crate::domain::size_groups::size_groups;
use crate::domain::statistics::{Group, Statistics};
use crate::report::model::Report;
use crate::report::words::size_class;

/// The query of an address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Query {
    /// Which parts count, such as `embedding,reach`; all without it.
    pub parts: Option<String>,
    /// Another rule than that of the wave.
    pub rule: Option<String>,
    /// Size classes, such as `1` or `4-5`.
    pub size: Option<String>,
    /// Slug of a province.
    pub province: Option<String>,
    /// Slug of a Veilig Thuis region.
    pub region: Option<String>,
}

const NAMES: [&str; 3] = ["embedding", "measures", "reach"];

impl Query {
    /// The parts that count. Nothing, and names that are not parts, count as all: a wrong address still
    /// shows a page.
    #[must_use]
    pub fn parts(&self) -> Parts {
        let Some(text) = &self.parts else { return Parts::ALL };
        let [embedding, measures, reach] = NAMES.map(|name| text.split(',').any(|part| part == name));
        if embedding || measures || reach { Parts { embedding, measures, reach } } else { Parts::ALL }
    }

    /// This query with other parts.
    #[must_use]
    pub fn with_parts(&self, parts: Parts) -> Self {
        let on = [parts.embedding, parts.measures, parts.reach];
        let names: Vec<&str> =
            NAMES.into_iter().zip(on).filter(|(_, on)| *on).map(|(name, _)| name).collect();
        Self { parts: (!parts.is_all()).then(|| names.join(",")), ..self.clone() }
    }

    /// This query for another group; `None` for everybody.
    #[must_use]
    pub fn with_group(&self, group: Option<(&str, String)>) -> Self {
        let mut query = Self { size: None, province: None, region: None, ..self.clone() };
        match group {
            Some(("size", value)) => query.size = Some(value),
            Some(("province", value)) => query.province = Some(value),
            Some(("region", value)) => query.region = Some(value),
            _ => {}
        }
        query
    }

    /// The query as it stands in an address, with its question mark; empty if it says nothing.
    #[must_use]
    pub fn address(&self) -> String {
        let pairs = [
            ("parts", &self.parts),
            ("rule", &self.rule),
            ("size", &self.size),
            ("province", &self.province),
            ("region", &self.region),
        ];
        let plain = |text: &str| -> String {
            text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ',' | '_' | '.')).collect()
        };
        let said =
            pairs.iter().filter_map(|(name, value)| Some(format!("{name}={}", plain(value.as_deref()?))));
        let text = said.collect::<Vec<_>>().join("&");
        if text.is_empty() { text } else { format!("?{text}") }
    }
}

/// A choice among groups, for the row of links above a page.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// Whether it is what is shown.
    pub on: bool,
}

/// A wave, or a group of it, as a page shows it.
#[derive(Debug, Clone)]
pub struct Scope {
    /// The whole wave.
    pub report: Arc<Report<'static>>,
    /// As asked for.
    pub query: Query,
    /// Whom the page is about; empty for everybody.
    pub label: String,
    group: Option<Box<Group>>,
    before: Option<Box<Group>>,
}

impl Scope {
    /// Reads the wave and group that an address asks for.
    ///
    /// # Errors
    /// `NotFound` for a wave, rule or group that does not exist, and for a group that may not be shown.
    pub async fn load(site: &Site, lang: Lang, wave: &str, query: Query) -> Result<Self, PageError> {
        let report = match site.report(wave, query.rule.as_deref(), query.parts()).await {
            Ok(report) => report,
            Err(error) => return Err(withdrawn::instead(site, Tr(lang), wave, error).await),
        };
        let found = match (&query.size, &query.province, &query.region) {
            (None, None, None) => None,
            (Some(size), ..) => {
                Some(by_size(&report.analysis.statistics, size, lang).ok_or(PageError::NotFound)?)
            }
            (_, Some(slug), _) => {
                Some(by_province(&report.analysis.statistics, slug).ok_or(PageError::NotFound)?)
            }
            (.., Some(slug)) => {
                Some(by_region(&report.analysis.statistics, slug).ok_or(PageError::NotFound)?)
            }
        };
        // The same group a wave earlier may be too small; then there is nothing to compare with.
        let before = report.previous.as_ref().and_then(|previous| {
            let statistics = &previous.statistics;
            match (&query.size, &query.province, &query.region) {
                (Some(size), ..) => by_size(statistics, size, lang),
                (_, Some(slug), _) => by_province(statistics, slug),
                (.., Some(slug)) => by_region(statistics, slug),
                (None, None, None) => None,
            }
        });
        let (group, label) =
            found.map_or((None, String::new()), |(group, label)| (Some(Box::new(group)), label));
        Ok(Self { report, query, label, group, before: before.map(|(group, _)| Box::new(group)) })
    }

    /// Whom the page is about.
    #[must_use]
    pub fn group(&self) -> &Group {
        self.group.as_deref().unwrap_or(&self.report.analysis.statistics.all)
    }

    /// Whether the score of a goal may be shown for whom the page is about.
    #[must_use]
    pub fn may_show_goal(&self, at: usize) -> bool {
        let whole = self.report.analysis.statistics.all.goal_size(at);
        let group = self.group();
        !self.is_part() || (may_show(group.goal_size(at), whole) && !group.goals[at].withheld)
    }

    /// Whether the page is about a part of the wave.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.group.is_some()
    }

    /// The same group in the wave before, if there is one and it may be shown.
    #[must_use]
    pub fn before(&self) -> Option<&Group> {
        if self.group.is_some() {
            return self.before.as_deref();
        }
        self.report.previous.as_ref().map(|previous| &previous.statistics.all)
    }

    /// The address of another page of this wave, with the same query.
    #[must_use]
    pub fn url(&self, context: &RequestContext, path: &str) -> String {
        self.url_with(context, path, &self.query)
    }

    /// The address of another page of this wave.
    #[must_use]
    pub fn url_with(&self, context: &RequestContext, path: &str, query: &Query) -> String {
        context.url(&format!("/monitor/{}{path}{}", self.report.analysis.wave_id, query.address()))
    }

    /// Everybody and each size class that may be shown, as links to `path` of this wave.
    #[must_use]
    pub fn sizes(&self, context: &RequestContext, path: &str) -> Vec<Choice> {
        let everybody = self.query.with_group(None);
        let mut choices = vec![Choice {
            label: context.tr().t("size-everybody"),
            url: self.url_with(context, path, &everybody),
            on: !self.is_part(),
        }];
        for group in size_groups(&self.report.analysis.statistics) {
            if group.group.respondents == 0 {
                continue;
            }
            let key = size_key(group.first, group.last);
            choices.push(Choice {
                label: size_class(context.lang, group.first, group.last),
                on: self.query.size.as_deref() == Some(key.as_ref()),
                url: self.url_with(context, path, &self.query.with_group(Some(("size", key.into_owned())))),
            });
        }
        choices
    }
}

/// How a range of size classes stands in an address.
#[must_use]
pub fn size_key(first: u8, last: u8) -> Cow<'static, str> {
    if first == last { Cow::Owned(first.to_string()) } else { Cow::Owned(format!("{first}-{last}")) }
}

fn by_size(statistics: &Statistics, key: &str, lang: Lang) -> Option<(Group, String)> {
    let groups = size_groups(statistics);
    let found = groups.into_iter().find(|group| size_key(group.first, group.last) == key)?;
    (found.group.respondents > 0).then(|| (found.group, size_class(lang, found.first, found.last)))
}

fn by_province(statistics: &Statistics, slug: &str) -> Option<(Group, String)> {
    let province = Geography::built_in().province(slug)?;
    let group = statistics.by_province.get(&province).filter(|group| group.shown)?;
    Some((group.clone(), province.name().to_owned()))
}

fn by_region(statistics: &Statistics, slug: &str) -> Option<(Group, String)> {
    let region = Geography::built_in().region(slug)?;
    let group = statistics.by_region.get(&region).filter(|group| group.shown)?;
    Some((group.clone(), region.name().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_in_the_address_only_when_some_are_off() {
        let query = Query::default();
        let without_reach = Parts { reach: false, ..Parts::ALL };
        assert_eq!(query.with_parts(Parts::ALL).address(), "");
        assert_eq!(query.with_parts(without_reach).address(), "?parts=embedding,measures");
        assert_eq!(query.with_parts(without_reach).parts(), without_reach);
    }

    #[test]
    fn what_is_no_part_shows_all() {
        let query = Query { parts: Some("alles".into()), ..Query::default() };
        assert_eq!(query.parts(), Parts::ALL);
    }

    #[test]
    fn an_address_takes_nothing_over_that_could_break_it() {
        let query = Query { rule: Some("\"><b>&x".into()), size: Some("4-5".into()), ..Query::default() };
        assert_eq!(query.address(), "?rule=bx&size=4-5");
    }
}
