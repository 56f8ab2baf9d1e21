//! What a form of the walk brings: what was filled in before, and the fields of the page that was sent.

use geography::Geography;
use jiff::civil::Date;
use kernel::Finding;
use web::{Form, on_field};

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
    for field in step.fields(tables) {
        fill(&mut state, form, &field);
    }
    if step == Step::Start {
        start(site, &mut state, &mut findings);
    }
    let day = state.get("again-day");
    if step == Step::Decide && !day.is_empty() && day.parse::<Date>().is_err() {
        findings.push(on_field("walk-date", "again-day"));
    }
    if state.typed() > MOST_TYPED {
        let fields = step.fields(tables);
        let longest =
            fields.iter().filter(|field| field.free).max_by_key(|field| state.get(&field.name).len());
        let name = longest.map_or("", |field| field.name.as_str());
        findings.push(on_field("walk-too-much", name).with("most", MOST_TYPED.to_string()));
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

fn fill(state: &mut State, form: &Form, field: &Field<'_>) {
    let values: Vec<&str> =
        if field.many { form.all(&field.name).collect() } else { vec![form.text(&field.name)] };
    // Only what the page offers can be chosen.
    let offered = |value: &&str| field.codes.is_empty() || field.codes.contains(value);
    state.set(&field.name, values.into_iter().filter(offered).map(str::to_owned).collect());
}

/// The first page: the only one with something that must be there.
fn start(site: &Site, state: &mut State, findings: &mut Vec<Finding>) {
    match site.profession(state) {
        None => findings.push(on_field("walk-profession", "profession")),
        // Who works with children or with adults only is not asked about whom it is.
        Some(profession) if profession.clients != "both" => {
            state.set("who", vec![profession.clients.clone()]);
        }
        Some(_) if state.get("who").is_empty() => state.set("who", vec!["child".to_owned()]),
        Some(_) => {}
    }
    // An adult has no other age; a child is no adult.
    if state.is_adult() != (state.get("age") == "adult") {
        let age = if state.is_adult() { "adult" } else { "" };
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
        _ => findings.push(on_field("walk-municipality", "municipality").with("value", typed)),
    }
}
