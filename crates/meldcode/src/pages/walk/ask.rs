//! Steps 1, 2, 3 and 5: what is seen, whom is asked, who is talked with, and what is decided.

use askama::Template;
use kernel::Lang;
use web::{FormView, Frame, Page, PageError, RequestContext, Tr};

use super::outcome::{Outcome, all, known};
use super::shell::{self, Shell};
use crate::Site;
use crate::domain::content::{Content, Part, Profession};
use crate::domain::state::State;
use crate::domain::step::{self, Step};
use crate::pages::law::Law;
use crate::pages::words::{Question, question, texts};

/// A title with points.
pub struct Points {
    /// The title.
    pub title: String,
    /// The points.
    pub points: Vec<String>,
}

/// The signals of a kind.
struct Kind {
    title: String,
    /// Pairs of code and words.
    signals: Vec<(String, String)>,
    chosen: usize,
}

#[derive(Template)]
#[template(path = "walk/signals.html")]
struct Signals {
    frame: Frame,
    shell: Shell,
    form: FormView,
    note: String,
    kinds: Vec<Kind>,
    protective: Vec<(String, String)>,
    duties: Vec<Question>,
    points: Vec<String>,
}

/// Step 1.
pub fn signals(
    site: &Site,
    context: &RequestContext,
    state: &State,
    form: FormView,
) -> Result<Page<impl Template>, PageError> {
    let (tr, content) = (context.tr(), &site.definitions().content);
    let table = all(site)?.duties;
    let profession = profession(content, state);
    let adult = state.get("who") == "adult";
    let kind = |kind: &crate::domain::content::Titled| {
        let here = content
            .signals
            .iter()
            .filter(|signal| signal.kind == kind.code && fits(&signal.ages, state, adult));
        let chosen = here.clone().filter(|signal| state.has("signals", &signal.code)).count();
        let words = |nl: &str, en: &str| if tr.0 == Lang::Nl { nl.to_owned() } else { en.to_owned() };
        let pairs = here.map(|signal| (signal.code.clone(), words(&signal.nl, &signal.en))).collect();
        Kind { title: kind.title.get(tr.0).to_owned(), signals: pairs, chosen }
    };
    let protective = content.protective.iter();
    let protective =
        protective.map(|one| (one.code.clone(), if tr.0 == Lang::Nl { &one.nl } else { &one.en }.clone()));
    Ok(Page(Signals {
        frame: shell::frame(context, &form),
        shell: Shell::new(site, context, state, Step::Signals),
        form,
        note: content.signals_note.get(tr.0).to_owned(),
        kinds: content.kinds.iter().map(kind).collect(),
        protective: protective.collect(),
        duties: asked(site, state)?
            .into_iter()
            .map(|input| question(tr, input, step::field(table, &input.name)))
            .collect(),
        points: texts(tr.0, profession.map_or(&[], |profession| &profession.points)),
    }))
}

/// Whether something for these ages fits who it is about.
fn fits(ages: &[String], state: &State, adult: bool) -> bool {
    let age = state.get("age");
    ages.is_empty()
        || ages.iter().any(|one| if age.is_empty() { (one == "adult") == adult } else { one == age })
}

/// What the start page knows already for the table of duties.
fn told(site: &Site, state: &State) -> [(String, String); 2] {
    let sector = profession(&site.definitions().content, state).map_or("", |profession| &profession.group);
    [("client", state.get("who")), ("sector", sector)]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
}

/// The inputs of the duties that matter to this profession and this client.
fn asked(site: &Site, state: &State) -> Result<Vec<&'static rules::Input>, PageError> {
    let table = all(site)?.duties;
    let facts = told(site, state).into_iter().collect();
    let case = table.case(&facts).map_err(|_| PageError::internal("a fact without cell"))?;
    let missing = table.decide(&case).missing.into_iter().filter(|missing| missing.matters);
    Ok(missing.filter_map(|missing| table.inputs.get(missing.input)).collect())
}

#[derive(Template)]
#[template(path = "walk/consult.html")]
struct Consult {
    frame: Frame,
    shell: Shell,
    form: FormView,
    duties: Vec<Points>,
    people: Vec<(String, String)>,
    /// How to prepare the call for advice.
    prepare: Vec<String>,
    options: Vec<(String, String)>,
    local: Local,
}

/// Where to go in the municipality.
pub struct Local {
    /// The Veilig Thuis region, if the municipality is known.
    pub region: Option<String>,
    /// The local team: name, address, telephone, source and day.
    pub team: Option<(String, String, String, String)>,
}

impl Local {
    /// Of the municipality that was filled in.
    pub fn of(site: &Site, tr: Tr, state: &State) -> Self {
        let found = super::report::municipality(site, state);
        let code = found.map(|one| one.code.to_string()).unwrap_or_default();
        let team = site.definitions().content.teams.iter().find(|team| team.municipality == code);
        let from = |team: &crate::domain::content::LocalTeam| {
            tr.t2("walk-team-source", "source", team.source.clone(), "day", team.date.clone())
        };
        Self {
            region: found.map(|one| one.region.name().to_owned()),
            team: team.map(|team| (team.name.clone(), team.url.clone(), team.telephone.clone(), from(team))),
        }
    }
}

/// Step 2.
pub fn consult(
    site: &Site,
    context: &RequestContext,
    state: &State,
    form: FormView,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let profession = profession(&site.definitions().content, state);
    let consult = profession.map_or(&[][..], |profession| &profession.consult).iter();
    let options = ["colleague", "attention", "trust", "veilig-thuis", "expert", "nobody"];
    Ok(Page(Consult {
        frame: shell::frame(context, &form),
        shell: Shell::new(site, context, state, Step::Consult),
        form,
        duties: duties(site, tr, state)?,
        people: consult.map(|one| (one.who.get(tr.0).to_owned(), one.why.get(tr.0).to_owned())).collect(),
        prepare: (1..=6).map(|number| tr.t(&format!("walk-prepare-{number}"))).collect(),
        options: options.map(|code| (code.to_owned(), tr.t(&format!("walk-consulted-{code}")))).into(),
        local: Local::of(site, tr, state),
    }))
}

/// The special duties that the answers of step 1 lead to, each with its ground.
pub fn duties(site: &Site, tr: Tr, state: &State) -> Result<Vec<Points>, PageError> {
    let table = all(site)?.duties;
    let mut facts = known(table, state);
    facts.extend(told(site, state));
    facts.retain(|name, value| {
        table.input(name).is_some_and(|place| table.inputs[place].cell(value).is_some())
    });
    let case = table.case(&facts).map_err(|_| PageError::internal("a fact without cell"))?;
    // What is not answered asks nothing of anybody: only rows that fit whatever it is speak.
    let rows = table.decide(&case).rows.into_iter().map(|row| &table.rows[row]);
    let words = |row: &rules::Row| {
        let laws = Law::all(&site.definitions().rules, &row.law, tr);
        let laws = laws.into_iter().map(|law| format!("{} ({})", law.cite, law.mark));
        let mut points = vec![row.because.get(tr.0).to_owned()];
        points.push(laws.collect::<Vec<_>>().join("; "));
        Points { title: table.outcome(row).map_or("", |duty| duty.get(tr.0)).to_owned(), points }
    };
    Ok(rows.map(words).collect())
}

#[derive(Template)]
#[template(path = "walk/talk.html")]
struct Talk {
    frame: Frame,
    shell: Shell,
    form: FormView,
    may: Vec<Question>,
    /// Whether a talk is possible now: words, why and the code; nothing while it is not known.
    verdict: Option<(String, String, String)>,
    /// Whether a talk is not for now.
    later: bool,
    not_yet: Vec<String>,
    parents: Vec<Points>,
    child: Vec<Points>,
    parents_label: String,
    parents_options: Vec<(String, String)>,
    child_options: Vec<(String, String)>,
    adult: bool,
}

/// Step 3.
pub fn talk(
    site: &Site,
    context: &RequestContext,
    state: &State,
    form: FormView,
) -> Result<Page<impl Template>, PageError> {
    let (tr, content) = (context.tr(), &site.definitions().content);
    let table = all(site)?.conversation;
    let adult = state.get("who") == "adult";
    let verdict = verdict(site, tr, state)?;
    let parts = |parts: &[Part]| -> Vec<Points> {
        let here = parts.iter().filter(|part| fits(&part.ages, state, adult));
        here.map(|part| Points { title: part.title.get(tr.0).to_owned(), points: texts(tr.0, &part.points) })
            .collect()
    };
    let options = |field: &str, codes: [&str; 3]| -> Vec<(String, String)> {
        codes.map(|code| (code.to_owned(), tr.t(&format!("walk-{field}-{code}")))).into()
    };
    Ok(Page(Talk {
        frame: shell::frame(context, &form),
        shell: Shell::new(site, context, state, Step::Talk),
        form,
        // The age is known from step 1.
        may: table
            .inputs
            .iter()
            .filter(|input| input.name != "age" || state.get("age").is_empty())
            .map(|input| question(tr, input, step::field(table, &input.name)))
            .collect(),
        later: verdict.as_ref().is_some_and(|(.., code)| code != "talk"),
        verdict,
        not_yet: texts(tr.0, &content.not_yet),
        parents: if adult { parts(&content.adult) } else { parts(&content.parents) },
        child: if adult { Vec::new() } else { parts(&content.child) },
        parents_label: tr.t(if adult { "walk-field-adult-talk" } else { "walk-field-parents-talk" }),
        parents_options: options("parents", ["done", "later", "not"]),
        child_options: options("child", ["spoken", "seen", "not"]),
        adult,
    }))
}

/// Whether a talk is possible now: words, why, and the code.
pub fn verdict(site: &Site, tr: Tr, state: &State) -> Result<Option<(String, String, String)>, PageError> {
    let table = all(site)?.conversation;
    let mut facts = known(table, state);
    let age = state.get("age");
    if !age.is_empty() && table.input("age").is_some_and(|place| table.inputs[place].cell(age).is_some()) {
        facts.insert("age".to_owned(), age.to_owned());
    }
    let case = table.case(&facts).map_err(|_| PageError::internal("a fact without cell"))?;
    let decision = table.decide(&case);
    Ok(decision.row(table).and_then(|row| {
        let outcome = table.outcome(row)?;
        Some((outcome.get(tr.0).to_owned(), row.because.get(tr.0).to_owned(), outcome.code.clone()))
    }))
}

#[derive(Template)]
#[template(path = "walk/decide.html")]
struct Decide {
    frame: Frame,
    shell: Shell,
    form: FormView,
    outcome: Outcome,
    differ: Vec<String>,
    below: Vec<String>,
    help: Vec<String>,
    agree: Vec<(String, String)>,
    own_help: Vec<(String, String)>,
    told: Vec<(String, String)>,
}

/// Step 5.
pub fn decide(
    site: &Site,
    context: &RequestContext,
    state: &State,
    form: FormView,
) -> Result<Page<impl Template>, PageError> {
    let (tr, content) = (context.tr(), &site.definitions().content);
    let outcome = Outcome::of(site, tr, state)?;
    let after = outcome.decided.as_ref().and_then(|decided| content.after(&decided.code));
    let options = |field: &str, codes: &[&str]| -> Vec<(String, String)> {
        codes.iter().map(|code| ((*code).to_owned(), tr.t(&format!("walk-{field}-{code}")))).collect()
    };
    Ok(Page(Decide {
        frame: shell::frame(context, &form),
        shell: Shell::new(site, context, state, Step::Decide),
        form,
        differ: texts(tr.0, after.map_or(&[], |after| &after.differ)),
        below: texts(tr.0, after.map_or(&[], |after| &after.below)),
        help: texts(tr.0, profession(content, state).map_or(&[], |profession| &profession.help)),
        agree: options("agree", &["yes", "no"]),
        own_help: options("own-help", &["yes", "with", "no"]),
        told: options("told", &["parents", "child", "colleagues", "other"]),
        outcome,
    }))
}

/// The profession that was chosen.
pub fn profession<'a>(content: &'a Content, state: &State) -> Option<&'a Profession> {
    content.profession(state.get("profession"))
}
