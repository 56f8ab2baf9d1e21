//! What Zicht knows of each provider: its addresses and keys, kept for an hour and fetched again when a token is
//! signed by a key that is not among them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClaimName, CoreClaimType, CoreClientAuthMethod,
    CoreErrorResponseType, CoreGenderClaim, CoreGrantType, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm, CoreResponseMode, CoreResponseType,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreSubjectIdentifierType,
    CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AdditionalProviderMetadata, Client, ClientId, ClientSecret, EmptyExtraTokenFields,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl, ProviderMetadata, RedirectUrl,
    StandardErrorResponse, StandardTokenResponse,
};
use platform::config::Oidc;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use web::PageError;

use super::http::Http;

/// How long what a provider says of itself is believed.
const KEPT: SignedDuration = SignedDuration::from_hours(1);

/// What discovery tells beyond OpenID Connect Core.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct More {
    /// Where a person can be signed out (RP-Initiated Logout 1.0).
    pub end_session_endpoint: Option<String>,
    /// Whether the way back names the provider (RFC 9207).
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for More {}

/// Every claim that the standard does not know, such as roles and the name of the session.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Claims {
    /// By name.
    #[serde(flatten)]
    pub all: Map<String, Value>,
}

impl AdditionalClaims for Claims {}

/// What a provider says of itself.
pub type Metadata = ProviderMetadata<
    More,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

type Tokens = StandardTokenResponse<
    IdTokenFields<
        Claims,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

/// A client of one provider.
pub type ProviderClient = Client<
    Claims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A provider as it was fetched.
#[derive(Debug)]
pub struct Known {
    /// Addresses and keys.
    pub metadata: Metadata,
    fetched_at: Timestamp,
}

/// Every provider of the configuration that was needed so far.
#[derive(Clone)]
pub struct Providers {
    http: Option<Http>,
    known: Arc<Mutex<HashMap<String, Arc<Known>>>>,
}

impl Providers {
    /// Nothing fetched yet.
    #[must_use]
    pub fn new() -> Self {
        let http = Http::new();
        if let Err(error) = &http {
            tracing::error!(%error, "no provider can be reached");
        }
        Self { http: http.ok(), known: Arc::default() }
    }

    /// The client for exchanges with a provider.
    pub fn http(&self) -> Result<&Http, PageError> {
        self.http.as_ref().ok_or_else(|| PageError::internal("this machine has no TLS for providers"))
    }

    /// A provider; fetched if that was not done within the hour.
    pub async fn get(&self, entry: &Oidc, now: Timestamp) -> Result<Arc<Known>, PageError> {
        self.newer_than(entry, KEPT, now).await
    }

    /// Where somebody who signed in at this provider can sign out there, if that is known already: signing out
    /// here waits for nobody.
    #[must_use]
    pub fn leave(&self, entry: &Oidc, public_url: &str) -> Option<String> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&entry.id).cloned()?;
        let end = known.metadata.additional_metadata().end_session_endpoint.clone()?;
        if !end.starts_with("https://") && !end.starts_with("http://") {
            return None;
        }
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("client_id", &entry.client_id)
            .append_pair("post_logout_redirect_uri", public_url)
            .finish();
        let mark = if end.contains('?') { '&' } else { '?' };
        Some(format!("{end}{mark}{query}"))
    }

    /// A provider after a token came with a key that was not known: fetched, unless that was done within
    /// `since`, so that strangers can't make us knock on its door all day.
    pub async fn again(
        &self,
        entry: &Oidc,
        since: SignedDuration,
        now: Timestamp,
    ) -> Result<Arc<Known>, PageError> {
        self.newer_than(entry, since, now).await
    }

    async fn newer_than(
        &self,
        entry: &Oidc,
        age: SignedDuration,
        now: Timestamp,
    ) -> Result<Arc<Known>, PageError> {
        let kept = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&entry.id).cloned();
        let fresh = |known: &Known| {
            // Fetched "later": the clock went back.
            let ago = now.duration_since(known.fetched_at);
            !ago.is_negative() && ago < age
        };
        if let Some(known) = kept.filter(|known| fresh(known)) {
            return Ok(known);
        }
        let issuer = IssuerUrl::new(entry.issuer.clone())?;
        let metadata = Metadata::discover_async(issuer, self.http()?).await.map_err(|error| {
            // What a provider answered is not ours to log.
            tracing::warn!(provider = %entry.id, "discovery failed: {}", kind(&error));
            PageError::internal(kind(&error))
        })?;
        let known = Arc::new(Known { metadata, fetched_at: now });
        self.known
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(entry.id.clone(), Arc::clone(&known));
        Ok(known)
    }
}

fn kind<E: std::error::Error>(error: &openidconnect::DiscoveryError<E>) -> String {
    use openidconnect::DiscoveryError;
    match error {
        DiscoveryError::Request(error) => error.to_string(),
        DiscoveryError::Response(status, ..) => format!("the provider answers {status}"),
        DiscoveryError::Parse(_) => "the discovery document is not right".to_owned(),
        DiscoveryError::Validation(_) => "the discovery document names another issuer".to_owned(),
        _ => "the address of the provider is not right".to_owned(),
    }
}

impl Known {
    /// A client for this provider. `public_url` is where people come back.
    pub fn client(&self, entry: &Oidc, public_url: &str) -> Result<ProviderClient, PageError> {
        let secret = entry.client_secret.as_ref().map(|secret| ClientSecret::new(secret.reveal().to_owned()));
        let back = RedirectUrl::new(format!("{public_url}/oidc/{}/callback", entry.id))?;
        let client = ProviderClient::from_provider_metadata(
            self.metadata.clone(),
            ClientId::new(entry.client_id.clone()),
            secret,
        );
        Ok(client.set_redirect_uri(back))
    }

    /// The ways of signing that are taken: what the provider says it uses, as far as it needs no shared secret.
    /// Never "none", and never a secret of ours as a key.
    #[must_use]
    pub fn algorithms(&self) -> Vec<CoreJwsSigningAlgorithm> {
        let said = self.metadata.id_token_signing_alg_values_supported();
        said.iter().filter(|algorithm| is_public(algorithm)).cloned().collect()
    }
}

fn is_public(algorithm: &CoreJwsSigningAlgorithm) -> bool {
    use CoreJwsSigningAlgorithm as A;
    matches!(
        algorithm,
        A::RsaSsaPkcs1V15Sha256
            | A::RsaSsaPkcs1V15Sha384
            | A::RsaSsaPkcs1V15Sha512
            | A::RsaSsaPssSha256
            | A::RsaSsaPssSha384
            | A::RsaSsaPssSha512
            | A::EcdsaP256Sha256
            | A::EcdsaP384Sha384
            | A::EdDsa
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_shared_secret_and_no_missing_signature_is_taken() {
        assert!(is_public(&CoreJwsSigningAlgorithm::EdDsa));
        assert!(!is_public(&CoreJwsSigningAlgorithm::HmacSha256));
        assert!(!is_public(&CoreJwsSigningAlgorithm::None));
    }
}
