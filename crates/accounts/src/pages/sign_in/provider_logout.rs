//! `/oidc/{provider}/logout`: a provider says that somebody signed out there (OpenID Connect Back-Channel Logout
//! 1.0). No cookie and no form token: the signature of the provider is what counts.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use platform::audit::Who;
use platform::config::Oidc;
use serde_json::json;
use web::PageError;

use crate::Site;
use crate::oidc::jwt::{Jwt, Signature};
use crate::oidc::logout_token::{self, Logout, LogoutClaims};
use crate::pages::answers::json_answer;
use crate::sign_in::events::{By, Happened};
use crate::store::{identities, sessions};

/// With a key that is not known, the provider is asked for its keys again, at most this often.
const ASK_AGAIN: SignedDuration = SignedDuration::from_secs(5);

/// Ends the sessions that the token is about.
pub async fn send(
    State(site): State<Site>,
    Path(provider): Path<String>,
    body: Bytes,
) -> Result<Response, PageError> {
    let entry = site.settings().providers.iter().find(|entry| entry.id == provider);
    let entry = entry.ok_or(PageError::NotFound)?;
    let sent = form_urlencoded::parse(&body).find(|(name, _)| name == "logout_token");
    let token = sent.map(|(_, token)| token.into_owned()).unwrap_or_default();
    let Some(logout) = check(&site, entry, &token).await? else { return Ok(refused()) };
    let now = site.now();
    let mut db = site.database().write().await?;
    let until = now.saturating_add(logout_token::LIFETIME * 2).unwrap_or(now);
    if !identities::take_logout_token(&mut db, &entry.issuer, &logout.jti, until, now).await? {
        return Ok(refused());
    }
    let (sid, subject) = (logout.sid.as_deref(), logout.subject.as_deref());
    let ended = sessions::end_at_provider(&mut db, &entry.issuer, sid, subject).await?;
    let by = By { at: now, who: Who::Job("provider.logout"), client: None };
    for (session, person) in ended {
        let happened = Happened::ProviderLogout { provider: &entry.id, session };
        by.record(&mut db, Some(person), happened).await?;
    }
    db.commit().await?;
    Ok((StatusCode::OK, [(header::CACHE_CONTROL, "no-store")]).into_response())
}

async fn check(site: &Site, entry: &Oidc, token: &str) -> Result<Option<Logout>, PageError> {
    let Some(token) = Jwt::parse(token) else { return Ok(None) };
    if token.kind().is_some_and(|kind| !is_logout(kind)) {
        return Ok(None);
    }
    let now = site.now();
    let mut known = site.providers().get(entry, now).await?;
    let mut signature = token.is_signed_by(known.metadata.jwks(), &known.algorithms());
    if signature == Signature::UnknownKey {
        known = site.providers().again(entry, ASK_AGAIN, now).await?;
        signature = token.is_signed_by(known.metadata.jwks(), &known.algorithms());
    }
    if signature != Signature::Right {
        return Ok(None);
    }
    let claims = token.claims::<LogoutClaims>();
    Ok(claims.and_then(|claims| claims.validate(&entry.issuer, &entry.client_id, now)))
}

/// `logout+jwt` as the standard recommends, or the general type that older providers write.
fn is_logout(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    matches!(kind.trim_start_matches("application/"), "logout+jwt" | "jwt")
}

/// Section 2.8: what is wrong is not told.
fn refused() -> Response {
    json_answer(StatusCode::BAD_REQUEST, &json!({ "error": "invalid_request" }))
}
