//! What a form of the guide brings: what was filled in before, and the answers of the page that was sent.

use kernel::Finding;
use rules::Table;
use web::{Form, on_field};

use crate::Site;
use crate::domain::guide::{self, Step};
use crate::domain::state::{MOST_TYPED, State, Unusable, Walk, field};

/// The field with who you are: a profession, or `other-` with the law that binds it.
pub const PROFESSION: &str = "profession";

/// How many questions there are about keeping silent or speaking.
pub const OWN: usize = 5;

/// What came with a form.
pub struct Taken {
    /// Everything that is filled in, the page that was sent included.
    pub state: State,
    /// The page that is shown now.
    pub step: Step,
    /// What keeps from going on.
    pub findings: Vec<Finding>,
}

/// The field with the own words at a question about keeping silent or speaking.
pub fn own(number: usize) -> String {
    format!("own-{number}")
}

/// Takes a form.
///
/// # Errors
/// Why what was filled in before can't be used.
pub fn take(site: &Site, table: &Table, form: &Form) -> Result<Taken, Unusable> {
    let mut state = match form.raw("state") {
        "" => State::new(Walk::Guide),
        text => site.seal.open(Walk::Guide, text)?,
    };
    let step = Step::parse(form.text("step")).unwrap_or(Step::Who);
    let before = state.clone();
    fill(site, table, &mut state, step, form);
    let mut findings = Vec::new();
    if state.typed() > MOST_TYPED {
        let longest = (1..=OWN).map(own).max_by_key(|name| state.get(name).len()).unwrap_or_default();
        findings.push(on_field("walk-too-much", &longest).with("most", MOST_TYPED.to_string()));
        // What is too much waits in its field: in the state too it would be sent twice.
        for name in (1..=OWN).map(own) {
            state.set(&name, before.all(&name).to_vec());
        }
        return Ok(Taken { state, step, findings });
    }
    let facts = state.facts(table);
    let go = form.text("go");
    let wanted = match (go, go.strip_prefix("change-")) {
        ("same" | "keep", _) => step,
        ("back", _) => guide::back(step, table, &facts),
        (_, Some(input)) => Step::of(input),
        _ => {
            let missing = guide::required(step, table, &facts).into_iter();
            let name =
                |input: String| if input == "bound" { PROFESSION.to_owned() } else { field(table, &input) };
            findings.extend(missing.map(|input| on_field("guide-choose", &name(input))));
            if findings.is_empty() { guide::next(step, table, &facts) } else { step }
        }
    };
    // No page without what it stands on.
    Ok(Taken { step: wanted.min(guide::reached(table, &facts)), state, findings })
}

/// The answers of the page. What the table does not know is as good as no answer.
fn fill(site: &Site, table: &Table, state: &mut State, step: Step, form: &Form) {
    if step == Step::Who {
        let chosen = form.text(PROFESSION);
        let profession = site.definitions().content.profession(chosen);
        let bound = profession.map(|one| one.bound.as_str()).or_else(|| chosen.strip_prefix("other-"));
        let bound = bound.filter(|bound| knows(table, "bound", bound)).unwrap_or_default();
        state.set(PROFESSION, vec![if bound.is_empty() { String::new() } else { chosen.to_owned() }]);
        state.set(&field(table, "bound"), vec![bound.to_owned()]);
    }
    // Consent and a question are of one receiver.
    if step == Step::Receiver && form.text(&field(table, "receiver")) != state.get(&field(table, "receiver"))
    {
        for input in ["consent", "initiative"] {
            state.set(&field(table, input), Vec::new());
        }
    }
    let facts = state.facts(table);
    for input in guide::inputs(step, table, &facts) {
        let name = field(table, &input);
        let value = form.text(&name);
        if knows(table, &input, value) {
            state.set(&name, vec![value.to_owned()]);
        }
    }
    // Another page does not bring the own words: they stay.
    if step == Step::Result && form.checked("own") {
        for name in (1..=OWN).map(own) {
            state.set(&name, vec![form.text(&name).to_owned()]);
        }
    }
}

fn knows(table: &Table, input: &str, value: &str) -> bool {
    let input = table.input(input).and_then(|place| table.inputs.get(place));
    input.is_some_and(|input| input.cell(value).is_some())
}
