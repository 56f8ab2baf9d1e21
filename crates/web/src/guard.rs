//! Stands before every handler: who may come in, and which forms are taken.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Audience;

use crate::access::{RouteInfo, Takes};
use crate::arrival::{self, Arrival};
use crate::errors::{PageError, Refused};
use crate::form::{Form, TOKEN_FIELD, TOKEN_HEADER};
use crate::gate::{KeyScope, Visitor};
use crate::keep::Way;
use crate::request::RequestContext;

/// Lets a request through to its handler, or answers in its place.
pub(crate) async fn guard(State(route): State<Arc<RouteInfo>>, request: Request, next: Next) -> Response {
    let Some(arrival) = arrival::of(&request) else {
        return PageError::internal("the page is not part of a site").into_response();
    };
    if route.external {
        return next.run(request).await;
    }
    let by_program = route.is_api().then(|| hindered_program(&route, arrival.visitor()));
    let path = request.uri().path().to_owned();
    let admitted = match by_program {
        Some(Some(error)) => Err(error.into_response()),
        Some(None) => Ok(request),
        None => admit(&route, &arrival, request).await,
    };
    let response = match admitted {
        Ok(request) => next.run(request).await,
        Err(response) => response,
    };
    // Also what a row rule in the handler said.
    if let (Some(_), Some(gate)) = (response.extensions().get::<Refused>(), &arrival.site.gate) {
        gate.refused(arrival.visitor(), &route, &path).await;
    }
    response
}

/// What keeps a visitor from a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hindrance {
    /// Something that the visitor can do first.
    First(Way),
    /// There is no right to it.
    Forbidden,
}

fn hindrance(route: &RouteInfo, visitor: &Visitor) -> Option<Hindrance> {
    let Some(person) = &visitor.signed_in else {
        let open = route.permission.audience() == Audience::Anyone && !route.confirmed;
        return (!open).then_some(Hindrance::First(Way::SignIn));
    };
    if !person.actor.may(route.permission) {
        return Some(Hindrance::Forbidden);
    }
    (route.confirmed && !person.confirmed).then_some(Hindrance::First(Way::Confirm))
}

/// What keeps a program from an operation of the API.
fn hindered_program(route: &RouteInfo, visitor: &Visitor) -> Option<PageError> {
    match hindrance(route, visitor) {
        Some(Hindrance::Forbidden) => return Some(PageError::Forbidden),
        Some(Hindrance::First(_)) => return Some(PageError::SignedOut),
        None => {}
    }
    let key = visitor.signed_in.as_ref().and_then(|person| person.key);
    (route.method != Method::GET && key != Some(KeyScope::Write)).then_some(PageError::ReadOnlyKey)
}

/// The request as the handler gets it, or the answer that is given without it.
async fn admit(route: &RouteInfo, arrival: &Arc<Arrival>, request: Request) -> Result<Request, Response> {
    let hindrance = hindrance(route, arrival.visitor());
    if hindrance == Some(Hindrance::Forbidden) {
        return Err(PageError::Forbidden.into_response());
    }
    if route.method == Method::POST {
        return admit_form(route, hindrance, arrival, request).await;
    }
    match hindrance {
        Some(Hindrance::First(way)) => {
            let context = RequestContext::new(request.uri(), Arc::clone(arrival));
            let here = request.uri().path_and_query().map_or("/", |path| path.as_str());
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.append_pair("next", here);
            let to = format!("{}?{}", context.url(way.path()), query.finish());
            Err(Redirect::to(&to).into_response())
        }
        _ => Ok(request),
    }
}

async fn admit_form(
    route: &RouteInfo,
    hindrance: Option<Hindrance>,
    arrival: &Arc<Arrival>,
    request: Request,
) -> Result<Request, Response> {
    let origin = origin(request.headers(), arrival);
    if origin == Origin::Elsewhere {
        return Err(PageError::Foreign.into_response());
    }
    let (mut parts, body) = request.into_parts();
    let in_header = parts.headers.get(TOKEN_HEADER).and_then(|token| token.to_str().ok()).map(str::to_owned);
    let (form, body) = match (kind(&parts.headers), &in_header) {
        (Kind::Form, _) => {
            let most = arrival.settings().most_body * if route.takes == Takes::Large { 4 } else { 1 };
            (read(body, most).await.map_err(IntoResponse::into_response)?, Body::empty())
        }
        (Kind::Files(boundary), _) if route.takes == Takes::Files => {
            let most = arrival.settings().most_files;
            let form = Form::parse_files(body, boundary, most).await;
            (form.map_err(IntoResponse::into_response)?, Body::empty())
        }
        // The handler reads it; the limit of its extractor holds.
        (Kind::Other, Some(_)) => (Form::default(), body),
        (Kind::Files(_), _) | (Kind::Other, None) => {
            return Err(PageError::Unsupported.into_response());
        }
    };
    let context = || RequestContext::new(&parts.uri, Arc::clone(arrival));
    if let Some(Hindrance::First(way)) = hindrance {
        return Err(match (in_header, way) {
            (None, _) => context().keep(way, &form, &parts.uri, &parts.headers),
            // A script says it itself.
            (Some(_), Way::SignIn) => PageError::SignedOut.into_response(),
            (Some(_), Way::Confirm) => PageError::Unconfirmed.into_response(),
        });
    }
    let token = in_header.as_deref().unwrap_or_else(|| form.raw(TOKEN_FIELD));
    if !arrival.accepts(token) {
        // Only who can't be mistaken for another site may send it again, and only their own.
        let again = origin == Origin::Own && in_header.is_none() && !is_of_another(arrival, token);
        let is_over = token.contains('.') && arrival.visitor().signed_in.is_none();
        return Err(match (again, is_over) {
            (false, _) => PageError::Foreign.into_response(),
            (true, true) => context().keep(Way::SignIn, &form, &parts.uri, &parts.headers),
            (true, false) => context().send_again(&form, &parts.uri),
        });
    }
    parts.extensions.insert(form);
    Ok(Request::from_parts(parts, body))
}

/// Whether a token was printed for somebody else than who is signed in now.
fn is_of_another(arrival: &Arrival, token: &str) -> bool {
    let person = arrival.visitor().signed_in.as_ref().map(|person| person.actor.person);
    token.contains('.') && person.is_some_and(|person| !arrival.settings().keys.is_of(token, person))
}

/// Where the browser says that a form comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// This site.
    Own,
    /// Another one.
    Elsewhere,
    /// It says nothing.
    Unknown,
}

fn origin(headers: &HeaderMap, arrival: &Arrival) -> Origin {
    let text = |value: &header::HeaderValue| value.to_str().unwrap_or("?").to_owned();
    let site = headers.get("sec-fetch-site").map(text);
    let from = headers.get(header::ORIGIN).map(text);
    let own_site = site.as_deref().map(|site| matches!(site, "same-origin" | "none"));
    let own_origin = from.as_deref().map(|from| arrival.settings().origin.is_own(from));
    match (own_site, own_origin) {
        (Some(false), _) | (_, Some(false)) => Origin::Elsewhere,
        (None, None) => Origin::Unknown,
        _ => Origin::Own,
    }
}

/// What a body is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Form,
    /// A form with files: what stands between its parts.
    Files(String),
    Other,
}

fn kind(headers: &HeaderMap) -> Kind {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if let Some(Ok(boundary)) = kind.map(multer::parse_boundary) {
        return Kind::Files(boundary);
    }
    let bare = kind.map(|kind| kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    match bare.as_deref() {
        // A button alone has no body, and some senders then name no kind.
        None | Some("application/x-www-form-urlencoded") => Kind::Form,
        Some(_) => Kind::Other,
    }
}

/// Reads a form. What was kept of another one comes on top of the limit.
async fn read(body: Body, most: usize) -> Result<Form, PageError> {
    let bytes = to_bytes(body, 2 * most).await.map_err(|_| PageError::TooLarge)?;
    let form = Form::parse(&bytes).ok_or(PageError::Unsupported)?;
    if form.size() > most { Err(PageError::TooLarge) } else { Ok(form) }
}
