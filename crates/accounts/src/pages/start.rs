//! The first page after signing in: what the visitor can do here now, by role, and what waits for an answer.
//! Everybody who is signed in (`Permission::OwnAccount`).

use askama::Template;
use axum::extract::State;
use kernel::{Permission, Role};
use platform::jobs;
use web::{Arg, Frame, Page, PageError, RequestContext};

use super::parts;
use crate::Site;
use crate::store::{memberships, organisations};

#[derive(Template)]
#[template(path = "start.html")]
struct View {
    frame: Frame,
    greeting: String,
    /// Organisation and roles.
    places: Vec<(String, String)>,
    /// Words, what for, and address.
    tasks: Vec<(String, String, String)>,
    /// How many organisations wait for an answer, in words.
    offers: Option<String>,
    /// What waits in other parts of Zicht: words, words of the link, and address.
    waiting: Vec<(String, String, String)>,
    /// How many jobs wait for a person, in words.
    jobs: Option<String>,
}

/// Shows the page.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
) -> Result<Page<impl Template>, PageError> {
    let (tr, today) = (context.tr(), crate::store::day(site.now()));
    let actor = context.actor()?;
    let elsewhere = site.waiting(actor).await?.into_iter().map(|one| {
        let until = one.until.map_or_else(String::new, |day| parts::day(tr, day));
        let args = [("n", Arg::from(one.count)), ("name", Arg::from(one.name)), ("day", Arg::from(until))];
        let words = tr.with(one.key, &args);
        (words, tr.t(&format!("{}-link", one.key)), context.url(&one.path))
    });
    let elsewhere = elsewhere.collect();
    let mut db = site.database().read().await?;
    let mut places: Vec<(String, String)> = Vec::new();
    let mut tasks = Vec::new();
    let task = |key: &str, path: String| {
        (tr.t(&format!("task-{key}")), tr.t(&format!("task-{key}-what")), context.url(&path))
    };
    let mut last = None;
    for membership in &actor.memberships {
        let role = parts::role(tr, membership.role);
        if let Some((_, roles)) = places.last_mut().filter(|_| last == Some(membership.organisation)) {
            roles.push_str(", ");
            roles.push_str(&role);
        } else {
            let found = organisations::find(&mut db, membership.organisation).await?;
            places.push((found.map_or_else(String::new, |one| one.about.name), role));
        }
        last = Some(membership.organisation);
        if membership.role == Role::Administrator {
            let (name, _) = places.last().cloned().unwrap_or_default();
            let url = context.url(&format!("/organisations/{}/people", membership.organisation));
            tasks.push((tr.t1("task-people", "name", name), tr.t("task-people-what"), url));
        }
    }
    if actor.may(Permission::SeeForm) {
        tasks.push(task("forms", "/forms".to_owned()));
        tasks.push(task("own", "/own".to_owned()));
    }
    if actor.may(Permission::SeeRegion) {
        tasks.push(task("region", "/region".to_owned()));
        tasks.push(task("examples", "/examples".to_owned()));
    }
    if actor.may(Permission::RunWaves) {
        tasks.push(task("waves", "/waves".to_owned()));
        tasks.push(task("questionnaires", "/questionnaires".to_owned()));
    } else if actor.may(Permission::SeeResponse) {
        tasks.push(task("response", "/waves".to_owned()));
    }
    if actor.may(Permission::ManageOrganisations) {
        tasks.push(task("organisations", "/organisations".to_owned()));
        tasks.push(task("merge", "/organisations/merge".to_owned()));
    } else if actor.may(Permission::SeeOrganisations) {
        tasks.push(task("see-organisations", "/organisations".to_owned()));
    }
    if actor.may(Permission::SeeAudit) {
        tasks.push(task("audit", "/audit".to_owned()));
    }
    let mut waiting = None;
    if actor.may(Permission::SeeOperations) {
        tasks.push(task("operations", "/operations".to_owned()));
        let counts = jobs::counts(&mut db).await?;
        let number = counts.held + counts.stuck;
        waiting = (number > 0).then(|| tr.t1("start-jobs", "n", number));
    }
    tasks.push(task("account", "/account".to_owned()));
    tasks.push(task("monitor", "/".to_owned()));
    let rows = memberships::rows_of(&mut db, actor.person, today).await?;
    let mut offers: Vec<_> =
        rows.iter().filter(|row| !row.held.accepted).map(|row| row.held.organisation).collect();
    offers.dedup();
    let name = context.signed_in().map(|person| person.name.clone()).unwrap_or_default();
    Ok(Page(View {
        frame: context.frame(tr.t("start-title"), tr.t("start-intro"), "start"),
        greeting: tr.t1("start-greeting", "name", name),
        offers: (!offers.is_empty()).then(|| tr.t1("start-offers", "n", offers.len())),
        jobs: waiting,
        waiting: elsewhere,
        places,
        tasks,
    }))
}
