//! Back from a provider: the code is exchanged for a token, and the token is checked.

use jiff::{SignedDuration, Timestamp};
use openidconnect::{
    AccessTokenHash, AuthorizationCode, ClaimsVerificationError, Nonce, OAuth2TokenResponse,
    PkceCodeVerifier, SignatureVerificationError, TokenResponse,
};
use platform::config::Oidc;
use serde_json::{Map, Value};
use subtle::ConstantTimeEq;
use web::PageError;

use super::departure::Going;
use super::known::{Known, ProviderClient};
use crate::Site;

/// Who a provider says that somebody is.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrived {
    /// Its own name.
    pub issuer: String,
    /// Its name for the person.
    pub subject: String,
    /// Its name for the session.
    pub sid: Option<String>,
    /// The address, if the provider says that it is the person's.
    pub verified_email: Option<String>,
    /// When the person showed there who it is.
    pub authenticated_at: Option<Timestamp>,
    /// Every claim beyond the standard's.
    pub claims: Map<String, Value>,
}

/// What the address of the way back holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Back<'a> {
    /// The code.
    pub code: Option<&'a str>,
    /// What we gave along.
    pub state: Option<&'a str>,
    /// Who sends, where the provider says so.
    pub iss: Option<&'a str>,
}

/// Why nobody arrived. The person is told no more than that it failed; the log says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotArrived {
    /// The way back does not belong to the way there.
    #[error("the state of the way back is not right")]
    State,
    /// The way back names another provider (RFC 9207).
    #[error("the way back names another issuer")]
    Issuer,
    /// The provider refused, or the person did.
    #[error("the provider gives no code")]
    Refused,
    /// The code is not exchanged for a token.
    #[error("the provider does not exchange the code")]
    Exchange,
    /// The token is not right.
    #[error("the token of the provider is not right")]
    Token,
}

/// Checks the way back and takes the token.
pub async fn arrive(
    site: &Site,
    entry: &Oidc,
    going: &Going,
    back: Back<'_>,
) -> Result<Result<Arrived, NotArrived>, PageError> {
    let right_state =
        back.state.is_some_and(|state| bool::from(state.as_bytes().ct_eq(going.state.as_bytes())));
    if !right_state || going.provider != entry.id {
        return Ok(Err(NotArrived::State));
    }
    let known = site.providers().get(entry, site.now()).await?;
    if !names_itself(back.iss, &entry.issuer, &known) {
        return Ok(Err(NotArrived::Issuer));
    }
    let Some(code) = back.code else { return Ok(Err(NotArrived::Refused)) };
    let client = known.client(entry, &site.settings().public_url)?;
    let request = client
        .exchange_code(AuthorizationCode::new(code.to_owned()))?
        .set_pkce_verifier(PkceCodeVerifier::new(going.verifier.clone()));
    let Ok(tokens) = request.request_async(site.providers().http()?).await else {
        return Ok(Err(NotArrived::Exchange));
    };
    let nonce = Nonce::new(going.nonce.clone());
    let first = read(site, &client, &known, &tokens, &nonce, entry);
    if !matches!(first, Err(Unread::UnknownKey)) {
        return Ok(first.map_err(|_| NotArrived::Token));
    }
    // Signed by a key that was not there an hour ago: the provider has changed its keys.
    let known = site.providers().again(entry, SignedDuration::ZERO, site.now()).await?;
    let client = known.client(entry, &site.settings().public_url)?;
    Ok(read(site, &client, &known, &tokens, &nonce, entry).map_err(|_| NotArrived::Token))
}

/// RFC 9207: a provider that says who it is, is the one that we went to; one that promises to say so, does.
fn names_itself(iss: Option<&str>, issuer: &str, known: &Known) -> bool {
    let promised = known.metadata.additional_metadata().authorization_response_iss_parameter_supported;
    match iss {
        Some(iss) => iss == issuer,
        None => !promised,
    }
}

enum Unread {
    UnknownKey,
    Wrong,
}

fn read<T>(
    site: &Site,
    client: &ProviderClient,
    known: &Known,
    tokens: &T,
    nonce: &Nonce,
    entry: &Oidc,
) -> Result<Arrived, Unread>
where
    T: TokenResponse<
            super::known::Claims,
            openidconnect::core::CoreGenderClaim,
            openidconnect::core::CoreJweContentEncryptionAlgorithm,
            openidconnect::core::CoreJwsSigningAlgorithm,
        > + OAuth2TokenResponse,
{
    let now = platform::write_moment(site.now()).parse().map_err(|_| Unread::Wrong)?;
    let verifier = client.id_token_verifier().set_allowed_algs(known.algorithms()).set_time_fn(move || now);
    let token = tokens.id_token().ok_or(Unread::Wrong)?;
    let claims = token.claims(&verifier, nonce).map_err(|error| match error {
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
            Unread::UnknownKey
        }
        error => {
            tracing::warn!(provider = %entry.id, %error, "a token was not taken");
            Unread::Wrong
        }
    })?;
    // Core 1.0, section 3.1.3.8: an access token that is somebody else's does not go with this one.
    if let Some(expected) = claims.access_token_hash() {
        let algorithm = token.signing_alg().map_err(|_| Unread::Wrong)?;
        let key = token.signing_key(&verifier).map_err(|_| Unread::Wrong)?;
        let actual = AccessTokenHash::from_token(tokens.access_token(), algorithm, key);
        if actual.map_err(|_| Unread::Wrong)? != *expected {
            return Err(Unread::Wrong);
        }
    }
    let extra = claims.additional_claims().all.clone();
    let email = claims.email().filter(|_| claims.email_verified() == Some(true));
    Ok(Arrived {
        issuer: entry.issuer.clone(),
        subject: claims.subject().as_str().to_owned(),
        sid: extra.get("sid").and_then(Value::as_str).map(str::to_owned),
        verified_email: email.map(|email| email.as_str().to_owned()),
        authenticated_at: claims.auth_time().and_then(|at| Timestamp::from_second(at.timestamp()).ok()),
        claims: extra,
    })
}
