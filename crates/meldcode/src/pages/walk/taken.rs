//! What a form of the walk brings: what was filled in before, and the fields of the page that was sent.

use geography::Geography;
use jiff::civil::Date;
use kernel::Finding;
use web::{Form, on_field};

use super::facts::shown;
use crate::Site;
use crate::domain::state::{MOST_TYPED, State, Unusable, Walk};
use crate::domain::step::{Field, Step, Tables};

/// What came with a form.
pub struct Taken {
    /// Everything that is filled in, the page that was sent included.
    pub state: State,
    /// The page that was sent.
    pub step: Step,
    /// The page that is asked for.
    pub to: Step,
    /// What keeps from going on.
    pub findings: Vec<Finding>,
}

/// Takes a form.
///
/// # Errors
/// Why what was filled in before can't be used.
pub fn take(site: &Site, tables: Tables<'_>, form: &Form) -> Result<Taken, Unusable> {
    let mut state = match form.raw("state") {
        "" => State::new(Walk::Meldcode),
        text => site.seal.open(Walk::Meldcode, text)?,
    };
    let step = Step::parse(form.text("step")).unwrap_or(Step::Start);
    let mut findings = Vec::new();
    let before = state.clone();
    let fields = shown(site, tables, &before, step);
    for field in &fields {
        fill(site, &mut state, form, field);
    }
    if step == Step::Start {
        start(site, form, &mut state, &mut findings);
    }
    let day = state.get("again-day");
    if step == Step::Decide && !day.is_empty() && day.parse::<Date>().is_err() {
        findings.push(on_field("walk-date", "again-day"));
    }
    if state.typed() > MOST_TYPED {
        let free = || fields.iter().filter(|field| field.free);
        let longest = free().max_by_key(|field| state.get(&field.name).len());
        let name = longest.map_or("", |field| field.name.as_str());
        findings.push(on_field("walk-too-much", name).with("most", MOST_TYPED.to_string()));
        // What is too much waits in its field: in the state too it would be sent twice.
        for field in free() {
            state.set(&field.name, before.all(&field.name).to_vec());
        }
    }
    let to = match form.text("go") {
        "same" => step,
        "back" => step.back(),
        name => Step::parse(name).unwrap_or_else(|| step.next()),
    };
    // Without a profession there are no examples, and nothing is asked in its words.
    let to = if state.get("profession").is_empty() { Step::Start } else { to };
    Ok(Taken { state, step, to, findings })
}

fn fill(site: &Site, state: &mut State, form: &Form, field: &Field<'_>) {
    let mut values: Vec<&str> =
        if field.many { form.all(&field.name).collect() } else { vec![form.text(&field.name)] };
    values.sort_unstable();
    values.dedup();
    let offered = |value: &&str| offers(site, field, value);
    state.set(&field.name, values.into_iter().filter(offered).map(str::to_owned).collect());
}

/// Only what the page offers can be chosen; anything can be typed.
fn offers(site: &Site, field: &Field<'_>, value: &str) -> bool {
    let content = &site.definitions().content;
    match (field.name.as_str(), field.input) {
        _ if field.free => true,
        (_, Some(input)) => input.cell(value).is_some(),
        ("signals", _) => content.signals.iter().any(|one| one.code == value),
        ("protective", _) => content.protective.iter().any(|one| one.code == value),
        ("age", _) => content.ages.iter().any(|one| one.code == value),
        _ => field.codes.is_empty() || field.codes.contains(&value),
    }
}

/// The first page: the only one with something that must be there.
fn start(site: &Site, form: &Form, state: &mut State, findings: &mut Vec<Finding>) {
    match site.profession(state) {
        None => findings.push(on_field("walk-profession", "profession")),
        // Who works with children or with adults only is not asked about whom it is.
        Some(profession) if profession.clients != "both" => {
            state.set("who", vec![profession.clients.clone()]);
        }
        Some(_) if state.get("who").is_empty() => state.set("who", vec!["child".to_owned()]),
        Some(_) => {}
    }
    // With an adult an unborn child can come along, and no other; a child is no adult.
    let age = match (state.is_adult(), form.text("age")) {
        (true, "before-birth") => "before-birth",
        (true, _) => "adult",
        (false, "adult") => "",
        (false, age) => age,
    };
    if age.is_empty() || state.get("age") != age {
        state.set("age", vec![age.to_owned()]);
    }
    let typed = state.get("municipality").to_owned();
    if typed.is_empty() {
        return;
    }
    let found = Geography::built_in().search(&typed, site.today());
    let exact =
        found.iter().find(|one| one.name.eq_ignore_ascii_case(&typed) || one.code.to_string() == typed);
    match (exact, found.as_slice()) {
        (Some(one), _) | (None, [one]) => state.set("municipality", vec![one.name.to_owned()]),
        _ => {
            state.set("municipality", Vec::new());
            let shown: String = typed.chars().take(100).collect();
            findings.push(on_field("walk-municipality", "municipality").with("value", shown));
        }
    }
}
