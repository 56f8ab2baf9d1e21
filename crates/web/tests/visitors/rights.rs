//! Who may come where; decided before any handler runs.

use axum::http::{Method, StatusCode, header};

use crate::world::{World, request};

const READER: (&str, &str) = ("cookie", "__Host-zicht=reader");
const ADMINISTRATOR: (&str, &str) = ("cookie", "__Host-zicht=administrator");
const CONFIRMED: (&str, &str) = ("cookie", "__Host-zicht=confirmed");

#[tokio::test]
async fn who_is_not_signed_in_goes_to_sign_in_and_comes_back() {
    let world = World::new();
    let answer = world.get("/people/7?after=a%26b", &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), "/sign-in?next=%2Fpeople%2F7%3Fafter%3Da%2526b");
    assert_eq!(world.get("/en/account", &[]).await.location(), "/en/sign-in?next=%2Fen%2Faccount");
    assert!(world.refusals().is_empty());
}

#[tokio::test]
async fn without_the_right_the_handler_never_runs_and_it_is_recorded() {
    let world = World::new();
    let answer = world.get("/people/7", &[READER]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.text.contains("<h1>Hier hebt u geen recht op</h1>"));
    assert!(!answer.text.contains("Een formulier"));
    assert_eq!(world.refusals(), ["Anna <reader> manage-people /people/7"]);
    assert_eq!(world.get("/people/7", &[ADMINISTRATOR]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn somebody_elses_row_does_not_exist_and_asking_for_it_is_recorded() {
    let world = World::new();
    let answer = world.get("/en/others", &[ADMINISTRATOR]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.text.contains("This page does not exist"));
    assert_eq!(world.refusals(), ["Anna <administrator> manage-people /en/others"]);
}

#[tokio::test]
async fn a_sensitive_page_asks_who_it_is_once_more() {
    let world = World::new();
    assert_eq!(world.get("/sensitive", &[READER]).await.location(), "/confirm?next=%2Fsensitive");
    assert_eq!(world.get("/sensitive", &[]).await.location(), "/sign-in?next=%2Fsensitive");
    assert_eq!(world.get("/sensitive", &[CONFIRMED]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn asking_for_the_headers_alone_asks_the_same_right() {
    let world = World::new();
    let head = |path: &str, cookie| request(Method::HEAD, path, &[cookie], "");
    assert_eq!(world.send(head("/people/7", ("cookie", "a=b"))).await.status, StatusCode::SEE_OTHER);
    assert_eq!(world.send(head("/people/7", READER)).await.status, StatusCode::FORBIDDEN);
    let answer = world.send(head("/people/7", ADMINISTRATOR)).await;
    assert_eq!((answer.status, answer.text.as_str()), (StatusCode::OK, ""));
}

#[tokio::test]
async fn another_method_is_refused_to_everybody_alike() {
    let world = World::new();
    for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS, Method::TRACE] {
        let answer = world.send(request(method.clone(), "/people/7", &[ADMINISTRATOR], "")).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert!(answer.text.contains("<h1>Dit kan hier niet</h1>"), "{method}");
    }
}

#[tokio::test]
async fn a_page_greets_who_is_signed_in_and_offers_signing_in_to_others() {
    let world = World::new();
    let mine = world.get("/en", &[READER]).await.text;
    assert!(mine.contains("href=\"/en/account\"") && mine.contains("Anna &#60;reader&#62;</a>"));
    assert!(
        mine.contains("<form method=\"post\" action=\"/en/sign-out\">")
            && mine.contains(">Sign out</button>")
    );
    assert!(!mine.contains("href=\"/en/sign-in\""));
    let nobodys = world.get("/en", &[]).await.text;
    assert!(nobodys.contains("href=\"/en/sign-in\"") && !nobodys.contains("sign-out"));
    // Also on a page that does not exist.
    assert!(world.get("/nowhere", &[READER]).await.text.contains("Anna &#60;reader&#62;"));
}

#[tokio::test]
async fn what_one_person_sees_is_kept_for_nobody() {
    let world = World::new();
    let mine = world.get("/address", &[READER]).await;
    assert_eq!(mine.headers[header::CACHE_CONTROL], "no-store");
    let page = world.get("/", &[READER]).await;
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    assert!(!page.headers.contains_key(header::ETAG));
    assert!(page.headers[header::VARY].to_str().expect("text").contains("Cookie"));
    let open = world.get("/address", &[]).await;
    assert_eq!(open.headers[header::CACHE_CONTROL], "no-cache");
    assert!(open.headers[header::VARY].to_str().expect("text").contains("Cookie"));
    let again = world.get("/", &[READER, ("if-none-match", "*, W/\"0\"")]).await;
    assert_eq!(again.status, StatusCode::OK);
}

#[tokio::test]
async fn another_system_needs_no_token_and_finds_one_address() {
    let world = World::new();
    let answer =
        world.send(request(Method::POST, "/hook", &[("origin", "https://id.example")], "hello")).await;
    assert_eq!((answer.status, answer.text.as_str()), (StatusCode::OK, "hello"));
    assert_eq!(world.send(request(Method::POST, "/en/hook", &[], "")).await.status, StatusCode::NOT_FOUND);
}
