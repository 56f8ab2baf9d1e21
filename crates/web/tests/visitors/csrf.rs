//! A form is taken only from a page of ours, made for this visitor.

use axum::http::{Method, StatusCode};

use crate::world::{FORM, HOME, World, encoded, person, request};

const SESSION: (&str, &str) = ("cookie", "__Host-zicht=reader");

#[tokio::test]
async fn only_a_form_that_is_ours_in_every_way_is_taken() {
    let world = World::new();
    let good = world.token("reader").await;
    let other = world.token("administrator").await;
    let owner = good.split_once('.').expect("an owner").1;
    let bad = [String::new(), "x".to_owned(), "A".repeat(43), format!(".{owner}"), other, owner.to_owned()];
    let origins =
        [None, Some(HOME), Some("https://evil.example"), Some("null"), Some("http://zicht.example")];
    for site in [None, Some("same-origin"), Some("none"), Some("same-site"), Some("cross-site"), Some("?")] {
        for origin in origins {
            for (token, is_good) in bad.iter().map(|bad| (bad, false)).chain([(&good, true)]) {
                let mut headers = vec![SESSION, FORM];
                headers.extend(site.map(|site| ("sec-fetch-site", site)));
                headers.extend(origin.map(|origin| ("origin", origin)));
                let body = encoded(&[("form_token", token), ("name", "Anna")]);
                let answer = world.send(request(Method::POST, "/account", &headers, &body)).await;
                let from_here = matches!(site, None | Some("same-origin" | "none"))
                    && matches!(origin, None | Some(HOME));
                let expected = if is_good && from_here { StatusCode::OK } else { StatusCode::FORBIDDEN };
                let what = format!("{site:?} {origin:?} {token}");
                assert_eq!(answer.status, expected, "{what}");
                // Offered again only to who is surely here, and never with a token of somebody else.
                let known_here = from_here && (site.is_some() || origin.is_some());
                let anothers = token.contains('.') && !token.ends_with(owner);
                let again = !is_good && known_here && !anothers;
                assert_eq!(answer.text.contains("nog een keer</h1>"), again, "{what}");
                assert_eq!(answer.text.contains("value=\"Anna\""), again, "{what}");
            }
        }
    }
}

#[tokio::test]
async fn a_refused_form_comes_back_with_what_was_typed_and_can_be_sent() {
    let world = World::new();
    let body = encoded(&[("name", "Jansen & <Zn>"), ("many", "a"), ("many", "b"), ("password", "geheim")]);
    let refused = world.post("/en/account?x=1", &[SESSION], &body).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.text.contains("action=\"/en/account?x=1\""));
    assert!(refused.text.contains("name=\"name\" value=\"Jansen &#38; &#60;Zn&#62;\""));
    assert!(refused.text.contains("value=\"a\"") && refused.text.contains("value=\"b\""));
    assert!(!refused.text.contains("geheim"));
    let again = encoded(&[("name", "Jansen"), ("form_token", &refused.field("form_token"))]);
    assert_eq!(world.post("/en/account", &[SESSION], &again).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_token_is_printed_differently_each_time_and_is_of_one_session() {
    let world = World::new();
    let (one, two) = (world.token("reader").await, world.token("reader").await);
    assert_ne!(one.split('.').next(), two.split('.').next());
    // The same person in another session: to be sent again, because the person is the same.
    let again =
        world.post("/account", &[("cookie", "__Host-zicht=again")], &encoded(&[("form_token", &one)])).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN);
    assert!(again.text.contains("nog een keer</h1>"));
}

#[tokio::test]
async fn before_sign_in_a_form_is_bound_to_a_cookie() {
    let world = World::new();
    let page = world.get("/form", &[]).await;
    let (token, cookie) = (page.field("form_token"), page.cookie("__Host-zicht-form").expect("a cookie"));
    assert_eq!(page.headers["cache-control"], "no-store");
    let cookie = format!("__Host-zicht-form={}", cookie.split(';').next().expect("a value"));
    let body = encoded(&[("form_token", &token), ("email", "a@b.nl"), ("one", "a")]);
    assert_eq!(world.post("/form", &[("cookie", &cookie)], &body).await.location(), "/form?done=test");
    assert_eq!(world.post("/form", &[], &body).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        world.post("/form", &[("cookie", "__Host-zicht-form=AAAA")], &body).await.status,
        StatusCode::FORBIDDEN
    );
    // A cookie that is there already is kept, so that a form in another tab stays good.
    let second = world.get("/form", &[("cookie", &cookie)]).await;
    assert_eq!(second.cookie("__Host-zicht-form"), None);
    let body = encoded(&[("form_token", &second.field("form_token")), ("email", "a@b.nl"), ("one", "a")]);
    assert_eq!(world.post("/form", &[("cookie", &cookie)], &body).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_a_script_sends_has_its_token_in_a_header() {
    let world = World::new();
    let token = world.token("reader").await;
    let json = ("content-type", "application/json");
    let send = async |headers: &[(&str, &str)]| {
        let headers: Vec<(&str, &str)> = [SESSION, json].iter().chain(headers).copied().collect();
        world.send(request(Method::POST, "/account", &headers, "{}")).await
    };
    assert_eq!(send(&[("x-zicht-form", &token)]).await.status, StatusCode::OK);
    assert_eq!(send(&[("x-zicht-form", "wrong")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(send(&[]).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(
        send(&[("x-zicht-form", &token), ("origin", "https://evil.example")]).await.status,
        StatusCode::FORBIDDEN
    );
    let nobody = [json, ("x-zicht-form", token.as_str())];
    let answer = world.send(request(Method::POST, "/account", &nobody, "{}")).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.text.contains("<h1>U bent niet ingelogd</h1>"));
}

#[tokio::test]
async fn other_kinds_of_body_are_refused() {
    let world = World::new();
    for kind in ["text/plain", "multipart/form-data; boundary=x", "application/xml", ""] {
        let headers = [SESSION, ("origin", HOME), ("content-type", kind)];
        let answer = world.send(request(Method::POST, "/account", &headers, "name=a")).await;
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
    }
}

#[tokio::test]
async fn who_has_no_right_to_a_form_is_not_heard_at_all() {
    let world = World::new();
    let body = encoded(&[("form_token", &world.token("reader").await), ("name", "Anna")]);
    let answer = world.post("/people/7", &[SESSION], &body).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.text.contains("geen recht"));
    assert_eq!(world.refusals().len(), 1);
    let taken = encoded(&[("form_token", &world.token("administrator").await), ("name", "Anna")]);
    let answer = world.post("/people/7", &[("cookie", "__Host-zicht=administrator")], &taken).await;
    assert_eq!(answer.text, format!("{} 0.0.0.0 Anna", person("administrator").actor.person));
}
