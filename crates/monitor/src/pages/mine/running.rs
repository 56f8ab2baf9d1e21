//! The form that a municipality fills in now: how far it is, what it would score, and where to go on.

use geography::Code;
use kernel::{Exact, Norm};
use web::{Arg, PageError, RequestContext};

use crate::Desk;
use crate::acts::check::check;
use crate::domain::form::FormState;
use crate::domain::rule::Parts;
use crate::domain::run::RunState;
use crate::pages::forms::rows::{self, Opened};
use crate::pages::words::day;
use crate::store::{cells, forms};

/// A form in a wave that is open.
pub struct Running {
    /// The title of the wave.
    pub title: String,
    /// How far it is, in a sentence.
    pub progress: String,
    /// What to do now, and where.
    pub next: (String, String),
    /// The score so far, in words, and the name of its norm.
    pub score: Option<(String, &'static str)>,
}

/// The forms that take answers now, newest wave first.
pub async fn running(desk: &Desk, context: &RequestContext, code: Code) -> Result<Vec<Running>, PageError> {
    let mut found = Vec::new();
    let mut db = desk.read().await?;
    for (run, municipality) in forms::of(&mut db, &[code.to_string()]).await? {
        let permission = kernel::Permission::SeeForm;
        let Ok(opened) = rows::open(desk, &mut db, context, permission, &run, &municipality).await else {
            continue;
        };
        if opened.run.state != RunState::Open || !opened.takes_answers(desk) {
            continue;
        }
        let kept = cells::all(&mut db, &run, opened.municipality).await?;
        found.push(one(context, &opened, &kept));
    }
    Ok(found)
}

fn one(context: &RequestContext, opened: &Opened, kept: &cells::Cells) -> Running {
    let tr = context.tr();
    let checked = check(&opened.questionnaire, opened.rule, opened.municipality, kept);
    let scores: Vec<Exact> =
        checked.goals.iter().filter_map(|goal| Some(goal.score.as_ref()?.0.total(Parts::ALL))).collect();
    let mean = scores.iter().copied().sum::<Exact>().per(scores.len() as u64);
    let is_begun = checked.goals.iter().any(|goal| goal.filled > 0);
    let (key, page) = match opened.form.state {
        FormState::Filling if is_begun => ("mine-go-on", ""),
        FormState::Filling => ("mine-begin", ""),
        FormState::Submitted(_) => ("mine-waits", "/check"),
        FormState::Approved { .. } => ("mine-approved", ""),
    };
    let norms = &opened.rule.norms;
    Running {
        title: opened.run.plan.title.get(context.lang).to_owned(),
        progress: tr.with(
            "mine-progress",
            &[
                ("done", Arg::from(checked.done())),
                ("all", Arg::from(checked.goals.len())),
                ("until", Arg::from(day(tr, opened.until()))),
            ],
        ),
        next: (tr.t(key), context.url(&format!("{}{page}", opened.path()))),
        score: mean.map(|mean| {
            let norm: Norm = norms.of(mean);
            let words = tr.score(&mean, norms);
            (
                tr.t2("mine-score-so-far", "score", words, "norm", tr.t(&format!("norm-{}", norm.name()))),
                norm.name(),
            )
        }),
    }
}
