//! The site as a visitor meets it: languages, errors, headers, permissions.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::Permission;
use testkit::{FixedClock, SeededEntropy};
use tower::ServiceExt;
use web::{Frame, NavItem, Page, PageError, RequestContext, Routes, Settings, Site};

#[derive(askama::Template)]
#[template(
    source = "{% extends \"layout.html\" %}{% block content %}<h1>{{ text }}</h1>{% endblock %}",
    ext = "html"
)]
struct View {
    frame: Frame,
    text: String,
}

async fn show(request: RequestContext) -> Page<View> {
    let frame = request
        .frame("Titel <b>", "Omschrijving", "method")
        .crumb("Begin", Some("/"))
        .crumb("Hier", None)
        .notice("Demonstratie.", "Niet echt.");
    Page(View { frame, text: "Aan & uit".to_owned() })
}

async fn number(Path(number): Path<u8>) -> String {
    number.to_string()
}

async fn refuse() -> Result<Page<View>, PageError> {
    Err(PageError::BadRequest("Onbekend deel <x>".to_owned()))
}

async fn fail() -> Result<Page<View>, PageError> {
    Err(std::io::Error::other("secret-path"))?
}

#[allow(clippy::panic)] // the panic is what is tested
async fn burst() -> Page<View> {
    panic!("secret-panic")
}

fn routes() -> Routes {
    Routes::new()
        .get("/", Permission::SeePublished, show)
        .get("/method", Permission::SeePublished, show)
        .get("/number/{number}", Permission::SeePublished, number)
        .get("/refuse", Permission::SeePublished, refuse)
        .get("/fail", Permission::SeePublished, fail)
        .get("/burst", Permission::SeePublished, burst)
}

fn settings() -> Settings {
    let clock = Arc::new(FixedClock::at("2026-11-22T12:00:00Z"));
    let entropy = Arc::new(SeededEntropy::new(1));
    Settings::new("https://zicht.example", &[1; 32], clock, entropy).expect("settings")
}

fn app() -> Router {
    let item = |key, path: &str, section| NavItem { key, path: path.to_owned(), section, permission: None };
    routes().into_router(Site {
        navigation: vec![item("nav-method", "/method", "method")],
        footer: vec![item("nav-source", "https://example.org/zicht", "")],
        gate: None,
        settings: settings(),
    })
}

async fn get_with(path: &str, name: header::HeaderName, value: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::get(path).header(name, value).body(Body::empty()).expect("a request");
    let response = app().oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes();
    (parts.status, parts.headers, String::from_utf8_lossy(&bytes).into_owned())
}

async fn get(path: &str) -> (StatusCode, HeaderMap, String) {
    get_with(path, header::ACCEPT, "text/html").await
}

#[tokio::test]
async fn a_page_stands_in_its_frame_in_both_languages() {
    let (status, _, dutch) = get("/method?a=1").await;
    assert_eq!(status, StatusCode::OK);
    assert!(dutch.contains("<html lang=\"nl\">"));
    assert!(dutch.contains("<h1>Aan &#38; uit</h1>"));
    assert!(dutch.contains("Titel &#60;b&#62; - Zicht</title>"));
    assert!(dutch.contains("href=\"/en/method?a=1\" lang=\"en\""));
    assert!(dutch.contains("<a href=\"/method\" aria-current=\"true\">Methode</a>"));
    assert!(dutch.contains("Zorgen over een kind?"));
    let (_, _, english) = get("/en/method?a=1").await;
    assert!(english.contains("<html lang=\"en\">"));
    assert!(english.contains("href=\"/method?a=1\" lang=\"nl\""));
    assert!(english.contains("<a href=\"/en\">Begin</a>"));
    assert!(english.contains("https://example.org/zicht"));
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let style = format!("/assets/{}", assets::STYLESHEET_NAME);
    for path in ["/", "/en", "/nowhere", "/refuse", "/fail", "/burst", "/number/x", "/method/", &style] {
        let (_, headers, _) = get(path).await;
        let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
        assert!(policy.starts_with("default-src 'none'"), "{path}");
        assert!(!policy.contains("unsafe"), "{path}");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
        assert!(headers.contains_key(header::REFERRER_POLICY), "{path}");
        assert!(headers.contains_key("permissions-policy"), "{path}");
        assert!(headers.contains_key(header::CACHE_CONTROL), "{path}");
    }
}

#[tokio::test]
async fn no_page_has_inline_script_or_style() {
    for path in ["/", "/en/nowhere"] {
        let (_, _, html) = get(path).await;
        for forbidden in ["<script", "<style", " style=", " onclick", "javascript:"] {
            assert!(!html.contains(forbidden), "{path} has {forbidden}");
        }
    }
}

#[tokio::test]
async fn errors_are_pages_in_the_language_of_the_address() {
    let (status, _, html) = get("/nergens").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(html.contains("<h1>Deze pagina is er niet</h1>"));
    let (status, _, html) = get("/en/nowhere").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(html.contains("<h1>This page does not exist</h1>"));
    let (status, _, html) = get("/refuse").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(html.contains("Onbekend deel &#60;x&#62;"));
    let (status, _, html) = get("/number/many").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(html.contains("<h1>Dit verzoek klopt niet</h1>"));
}

#[tokio::test]
async fn what_goes_wrong_inside_is_never_shown() {
    for path in ["/fail", "/burst"] {
        let (status, _, html) = get(path).await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        assert!(html.contains("<h1>Er ging iets mis</h1>"), "{path}");
        assert!(!html.contains("secret"), "{path}");
    }
}

#[tokio::test]
async fn a_form_sent_to_a_page_for_looking_gets_a_page_back() {
    let request = Request::post("/en/method").body(Body::empty()).expect("a request");
    let response = app().oneshot(request).await.expect("an answer");
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(response.headers()[header::ALLOW], "GET,HEAD");
    let html = response.into_body().collect().await.expect("a body").to_bytes();
    assert!(String::from_utf8_lossy(&html).contains("This can&#39;t be done here"));
}

#[tokio::test]
async fn a_last_slash_leads_to_the_page_and_never_to_another_site() {
    let (status, headers, _) = get("/method/?a=1").await;
    assert_eq!(status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(headers[header::LOCATION], "/method?a=1");
    assert_eq!(get("//example.org/").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_page_that_did_not_change_is_not_sent_again() {
    let (_, headers, _) = get("/").await;
    let tag = headers[header::ETAG].to_str().expect("text");
    let (status, headers, body) = get_with("/", header::IF_NONE_MATCH, tag).await;
    assert_eq!(status, StatusCode::NOT_MODIFIED);
    assert!(body.is_empty());
    assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY));
    assert_eq!(get_with("/en", header::IF_NONE_MATCH, tag).await.0, StatusCode::OK);
}

#[tokio::test]
async fn styles_and_fonts_may_be_kept_for_ever_and_pages_not() {
    let names = assets::FONTS.iter().map(|(name, _)| *name).chain([assets::STYLESHEET_NAME]);
    for name in names {
        let (status, headers, _) = get(&format!("/assets/{name}")).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    }
    assert_eq!(get("/").await.1[header::CACHE_CONTROL], "no-cache");
    assert_eq!(get("/assets/else.css").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn pages_are_compressed_and_fonts_are_not() {
    let (_, headers, _) = get_with("/", header::ACCEPT_ENCODING, "gzip").await;
    assert_eq!(headers[header::CONTENT_ENCODING], "gzip");
    let font = format!("/assets/{}", assets::FONTS[0].0);
    let (_, headers, _) = get_with(&font, header::ACCEPT_ENCODING, "gzip").await;
    assert!(!headers.contains_key(header::CONTENT_ENCODING));
}

#[test]
fn the_list_names_every_route_with_its_permission() {
    let routes = routes();
    assert_eq!(routes.list().len(), 6);
    assert_eq!(routes.list()[1].path, "/method");
    assert_eq!(routes.list()[1].permission, Permission::SeePublished);
    let both = routes.merge(Routes::new().with_state(()));
    assert_eq!(both.list().len(), 6);
}
