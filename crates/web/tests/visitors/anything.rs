//! Whatever comes in, an answer goes out, and a form that is not ours changes nothing.

use axum::body::Body;
use axum::http::{HeaderValue, Method, Request, StatusCode};
use proptest::prelude::*;

use crate::world::World;

fn ask(method: Method, path: &str, headers: &[(&str, Vec<u8>)], body: Vec<u8>) -> Option<StatusCode> {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        // What the server itself refuses never comes this far.
        request = request.header(*name, HeaderValue::from_bytes(value).ok()?);
    }
    let request = request.body(Body::from(body)).ok()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    Some(runtime.block_on(async { World::new().send(request).await.status }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_address_gives_an_answer(path in "/[ -~]{0,40}", english in any::<bool>()) {
        let path = if english { format!("/en{path}") } else { path };
        if let Some(status) = ask(Method::GET, &path, &[], Vec::new()) {
            prop_assert!(!status.is_server_error(), "{path}: {status}");
        }
    }

    #[test]
    fn any_headers_give_an_answer(
        cookie in any::<Vec<u8>>(),
        tag in any::<Vec<u8>>(),
        forwarded in any::<Vec<u8>>(),
        number in any::<Vec<u8>>(),
        encoding in any::<Vec<u8>>(),
    ) {
        let headers = [
            ("cookie", [b"__Host-zicht=", cookie.as_slice()].concat()),
            ("if-none-match", tag),
            ("x-forwarded-for", forwarded),
            ("x-request-id", number),
            ("accept-encoding", encoding),
        ];
        if let Some(status) = ask(Method::GET, "/account", &headers, Vec::new()) {
            prop_assert!(status == StatusCode::SEE_OTHER, "{status}");
        }
    }

    #[test]
    fn any_form_that_is_not_ours_is_refused(
        body in any::<Vec<u8>>(),
        token in "[A-Za-z0-9_.-]{0,70}",
        kind in prop_oneof![Just("application/x-www-form-urlencoded".to_owned()), "[ -~]{0,30}"],
        in_header in any::<bool>(),
        path in prop_oneof![Just("/account"), Just("/form"), Just("/people/1"), Just("/sensitive")],
    ) {
        let mut headers = vec![
            ("cookie", b"__Host-zicht=reader".to_vec()),
            ("origin", b"https://zicht.example".to_vec()),
            ("content-type", kind.into_bytes()),
        ];
        let body = [b"form_token=", token.as_bytes(), b"&", body.as_slice()].concat();
        if in_header {
            headers.push(("x-zicht-form", token.into_bytes()));
        }
        if let Some(status) = ask(Method::POST, path, &headers, body) {
            let refused = [StatusCode::FORBIDDEN, StatusCode::UNSUPPORTED_MEDIA_TYPE];
            prop_assert!(refused.contains(&status), "{path}: {status}");
        }
    }
}
