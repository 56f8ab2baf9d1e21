//! The description of the API: OpenAPI 3.1 at `/api/v1/openapi.json`, in the language that is asked for. What all
//! operations have in common (server, version, problems, tags of answers) is added here, so that none forgets it.

use axum::extract::State;
use axum::response::Response;
use kernel::Lang;
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::openapi::schema::Schema;
use utoipa::openapi::{Ref, RefOr};
use utoipa::{OpenApi, PartialSchema, ToSchema};
use web::api::API_VERSION;
use web::{PageError, RequestContext, api};

use crate::pages::Site;
use crate::report::json::schema;

/// Where the API begins, below the address of the site.
pub const BASE: &str = "/api/v1";

#[derive(OpenApi)]
#[openapi(
    paths(
        super::waves::list,
        super::waves::one,
        super::waves::report,
        super::municipalities::list,
        super::municipalities::one,
        super::examples::list,
        super::questionnaires::list,
        super::questionnaires::one,
        super::response::list,
        super::response::one,
        super::regions::one,
        super::forms::list,
        super::forms::one,
        super::answers::read,
        super::answers::change,
    ),
    components(schemas(Problem, Finding)),
    tags(
        (name = "waves", description = "api-tag-waves"),
        (name = "examples", description = "api-tag-examples"),
        (name = "questionnaires", description = "api-tag-questionnaires"),
        (name = "response", description = "api-tag-response"),
        (name = "regions", description = "api-tag-regions"),
        (name = "forms", description = "api-tag-forms"),
    ),
)]
struct Described;

/// Why a request was not done (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Address of the explanation.
    #[schema(format = "uri")]
    pub r#type: String,
    /// The status of the answer.
    pub status: u16,
    /// What is wrong, in a few words.
    pub title: String,
    /// What is wrong, in a sentence.
    pub detail: String,
    /// The number of the request, for who reports a failure.
    pub request_id: String,
    /// Every problem with what was sent.
    pub findings: Vec<Finding>,
}

/// One problem, at its place.
#[derive(Debug, Serialize, ToSchema)]
pub struct Finding {
    /// Stable code, the same everywhere in Zicht.
    pub code: String,
    /// `error` or `warning`.
    pub severity: String,
    /// Row of a file, from 1.
    pub row: Option<u64>,
    /// Column of the answer.
    pub column: Option<String>,
    /// What is wrong, in words.
    pub message: String,
}

/// The report of a wave. Its schema is that of `report.json`.
#[derive(Debug, Serialize)]
pub struct Report;

impl PartialSchema for Report {
    fn schema() -> RefOr<Schema> {
        RefOr::Ref(Ref::from_schema_name("Report"))
    }
}

impl ToSchema for Report {}

/// Serves the description.
pub async fn show(State(_): State<Site>, context: RequestContext) -> Result<Response, PageError> {
    api::answer(&document(context.lang, context.public_url(), context.contact()))
}

/// The description in one language, for the site at `public_url` with a mail address for questions.
#[must_use]
pub fn document(lang: Lang, public_url: &str, contact: Option<&str>) -> Value {
    let mut document = serde_json::to_value(Described::openapi()).unwrap_or_default();
    document["info"] = json!({
        "title": web::t(lang, "api-title"),
        "description": web::t(lang, "api-intro"),
        "version": API_VERSION,
        "contact": {
            "name": "Zicht",
            "url": format!("{public_url}{}", web::localized(lang, "/about")),
        },
        "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
    });
    if let Some(contact) = contact {
        document["info"]["contact"]["email"] = contact.into();
    }
    document["servers"] = json!([{ "url": format!("{public_url}{BASE}") }]);
    document["components"]["securitySchemes"] =
        json!({ "key": { "type": "http", "scheme": "bearer", "description": "api-key-description" } });
    add_report(&mut document);
    for operation in operations(&mut document) {
        complete(operation);
    }
    translate(&mut document, lang);
    document
}

/// Every operation, for changing.
fn operations(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    let paths = document["paths"].as_object_mut().into_iter().flat_map(Map::values_mut);
    paths.filter_map(Value::as_object_mut).flat_map(Map::values_mut).filter(|value| value.is_object())
}

/// Puts the schema of the report among the others, with its parts.
fn add_report(document: &mut Value) {
    let text = schema().replace("#/$defs/", "#/components/schemas/Report");
    let mut report: Value = serde_json::from_str(&text).unwrap_or_default();
    let Some(schemas) = document["components"]["schemas"].as_object_mut() else { return };
    if let Some(report) = report.as_object_mut() {
        report.remove("$schema");
        if let Some(Value::Object(parts)) = report.remove("$defs") {
            schemas.extend(parts.into_iter().map(|(name, part)| (format!("Report{name}"), part)));
        }
    }
    schemas.insert("Report".to_owned(), report);
}

/// What every operation answers beside what it says itself.
fn complete(operation: &mut Value) {
    let needs_key = operation.get("security").is_some();
    let writes = operation.get("requestBody").is_some();
    if !needs_key {
        operation["security"] = json!([{}, { "key": [] }]);
    }
    let mut parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
    for parameter in &mut parameters {
        // What may be left out is not `null` when it is there.
        let kind = &mut parameter["schema"]["type"];
        if let Some(first) = kind.as_array().and_then(|kinds| kinds.first()).cloned() {
            *kind = first;
        }
    }
    parameters.push(json!({
        "name": "Accept-Language", "in": "header", "required": false, "description": "api-param-language",
        "schema": { "type": "string" },
    }));
    operation["parameters"] = Value::Array(parameters);
    let version = json!({ "description": "api-header-version", "schema": { "type": "string" } });
    let tag = json!({ "description": "api-header-tag", "schema": { "type": "string" } });
    let Some(responses) = operation["responses"].as_object_mut() else { return };
    for response in responses.values_mut() {
        response["headers"] = json!({ "API-Version": version, "ETag": tag });
    }
    let mut problems = vec![
        ("400", "api-status-400"),
        ("401", "api-status-401"),
        ("404", "api-status-404"),
        ("429", "api-status-429"),
        ("500", "api-status-500"),
        ("503", "api-status-503"),
    ];
    if needs_key {
        problems.push(("403", "api-status-403"));
    }
    if writes {
        problems.extend([
            ("412", "api-status-412"),
            ("413", "api-status-413"),
            ("415", "api-status-415"),
            ("422", "api-status-422"),
            ("428", "api-status-428"),
        ]);
    } else {
        let unchanged =
            json!({ "description": "api-status-304", "headers": { "API-Version": version, "ETag": tag } });
        responses.insert("304".to_owned(), unchanged);
    }
    for (status, key) in problems {
        let problem = json!({
            "description": key,
            "headers": { "API-Version": version },
            "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
        });
        responses.insert(status.to_owned(), problem);
    }
}

/// Puts words in the place of their keys.
fn translate(value: &mut Value, lang: Lang) {
    match value {
        Value::String(text) if text.starts_with("api-") => *text = web::t(lang, text),
        Value::Array(all) => all.iter_mut().for_each(|one| translate(one, lang)),
        Value::Object(all) => {
            for (name, one) in all.iter_mut() {
                if name != "operationId" {
                    translate(one, lang);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
#[path = "document_tests.rs"]
mod tests;
