//! `/api`: what programs can ask, for the people who make them. Anyone may see it (`Permission::SeePublished`).
//! It is made from the same description as `openapi.json`.

use askama::Template;
use axum::extract::State;
use serde_json::Value;
use web::{Frame, Page, PageError, RequestContext};

use super::document::{BASE, document};
use crate::pages::Site;

#[derive(Template)]
#[template(path = "api.html")]
struct View {
    frame: Frame,
    base: String,
    document_url: String,
    keys_url: String,
    groups: Vec<Group>,
    /// Name and words of each kind of problem.
    problems: Vec<(&'static str, String, String)>,
}

/// Operations that belong together.
struct Group {
    words: String,
    operations: Vec<Operation>,
}

/// An operation.
struct Operation {
    id: String,
    method: String,
    path: String,
    summary: String,
    needs_key: bool,
    /// Name and words.
    parameters: Vec<(String, String)>,
}

/// The kinds of problems, as they stand in the address of `type`.
const PROBLEMS: [&str; 13] = [
    "bad-request",
    "signed-out",
    "wrong-key",
    "forbidden",
    "read-only-key",
    "not-found",
    "method",
    "outdated",
    "too-large",
    "unsupported",
    "unfit",
    "no-precondition",
    "too-many",
];

/// Shows the page.
pub async fn show(State(_): State<Site>, context: RequestContext) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let described = document(context.lang, context.public_url(), context.contact());
    let frame = context
        .frame(tr.t("api-title"), tr.t("api-intro"), "")
        .crumb(tr.t("crumb-home"), Some("/"))
        .crumb(tr.t("api-title"), None);
    Ok(Page(View {
        base: format!("{}{BASE}", context.public_url()),
        document_url: format!("{BASE}/openapi.json"),
        keys_url: context.url("/account/keys"),
        groups: groups(&described),
        problems: PROBLEMS
            .map(|key| {
                let (title, text) = web::api::problem_words(context.lang, key);
                (key, title, text)
            })
            .to_vec(),
        frame,
    }))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn groups(described: &Value) -> Vec<Group> {
    let tags = described["tags"].as_array().into_iter().flatten();
    let paths = || described["paths"].as_object().into_iter().flatten();
    tags.map(|tag| {
        let mut operations = Vec::new();
        for (path, item) in paths() {
            for (method, operation) in item.as_object().into_iter().flatten() {
                if operation["tags"][0] == tag["name"] {
                    operations.push(self::operation(path, method, operation));
                }
            }
        }
        Group { words: text(&tag["description"]), operations }
    })
    .collect()
}

fn operation(path: &str, method: &str, operation: &Value) -> Operation {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    Operation {
        id: text(&operation["operationId"]),
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: text(&operation["summary"]),
        // Where a key is not needed, an empty requirement stands beside it.
        needs_key: operation["security"].as_array().is_none_or(|all| all.len() == 1),
        parameters: parameters.map(|one| (text(&one["name"]), text(&one["description"]))).collect(),
    }
}
