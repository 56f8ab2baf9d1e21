//! On the way to a provider: what is asked of it, and what is remembered until the person is back.

use kernel::{Lang, PersonId};
use openidconnect::core::{CoreAuthPrompt, CoreResponseType};
use openidconnect::{AuthenticationFlow, CsrfToken, Nonce, PkceCodeChallenge, PkceCodeVerifier, Scope};
use platform::config::Oidc;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use web::PageError;

use crate::Site;
use crate::domain::token::Token;
use crate::sign_in::ceremony::{self, Ceremony};

/// What somebody goes to a provider for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Errand {
    /// To sign in.
    SignIn,
    /// To accept the invitation with this token.
    Invitation(String),
    /// To let the provider sign in to the own account from now on.
    Link,
    /// To show again who one is.
    Confirm,
}

/// What is remembered; sealed in the database.
#[derive(Serialize, Deserialize)]
pub struct Going {
    /// The provider.
    pub provider: String,
    /// What for.
    pub errand: Errand,
    /// What the way back must hold: no other site can send somebody here with its own code.
    pub state: String,
    /// What the token must hold: no other token of the provider is taken.
    pub nonce: String,
    /// What the code is bound to (PKCE): a code that leaks is worth nothing.
    pub verifier: String,
    /// The language of the person.
    pub lang: Lang,
    /// Where the person was going, with language.
    pub next: String,
    /// What was typed before signing in, sealed.
    pub resume: String,
}

impl Ceremony for Going {
    const KIND: &'static str = "provider";
}

/// Remembers the errand; gives the address of the provider and the token for this browser.
pub async fn depart(
    site: &Site,
    entry: &Oidc,
    errand: Errand,
    person: Option<PersonId>,
    (lang, next, resume): (Lang, &str, &str),
) -> Result<(String, Token), PageError> {
    let now = site.now();
    let known = site.providers().get(entry, now).await?;
    let client = known.client(entry, &site.settings().public_url)?;
    let secret = || Token::new(site.entropy()).text().to_owned();
    let going = Going {
        provider: entry.id.clone(),
        errand,
        state: secret(),
        nonce: secret(),
        verifier: secret(),
        lang,
        next: next.to_owned(),
        resume: resume.to_owned(),
    };
    let (state, nonce) = (CsrfToken::new(going.state.clone()), Nonce::new(going.nonce.clone()));
    let challenge =
        PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(going.verifier.clone()));
    let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
    let mut request = client
        .authorize_url(flow, move || state, move || nonce)
        .add_scope(Scope::new("email".to_owned()))
        .set_pkce_challenge(challenge);
    if going.errand == Errand::Confirm {
        request = request.add_prompt(CoreAuthPrompt::Login).set_max_age(Duration::ZERO);
    }
    let (url, ..) = request.url();
    let mut db = site.database().write().await?;
    let token = ceremony::begin(site, &mut db, person, &going, now).await?;
    db.commit().await?;
    Ok((url.into(), token))
}
