//! Passkeys: making one and signing in with one, by WebAuthn. User verification (a PIN, a finger, a face) is
//! always asked, so that a passkey alone is two factors.

use jiff::Timestamp;
use kernel::PersonId;
use platform::{Connection, write_moment};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use web::PageError;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};

use super::ceremony::{self, Ceremony};
use crate::Site;
use crate::domain::people::Person;
use crate::domain::token::{Token, hex};
use crate::store::passkeys::{self, StoredPasskey};

/// The most passkeys of one person.
pub const MOST: usize = 20;

/// The relying party of this site; `None` on an address by number, which browsers give no passkeys.
#[must_use]
pub fn relying_party(public_url: &str) -> Option<Webauthn> {
    let origin = Url::parse(public_url).ok()?;
    let host = origin.domain()?.to_owned();
    WebauthnBuilder::new(&host, &origin).ok()?.rp_name("Zicht").build().ok()
}

/// A challenge for signing in, to whoever has a passkey of this site.
#[derive(Serialize, Deserialize)]
struct SigningIn(DiscoverableAuthentication);

impl Ceremony for SigningIn {
    const KIND: &'static str = "passkey-sign-in";
}

/// A challenge for a new passkey.
#[derive(Serialize, Deserialize)]
struct Registering(PasskeyRegistration);

impl Ceremony for Registering {
    const KIND: &'static str = "passkey-new";
}

/// What the script asks the browser, and the token of the ceremony.
pub type Challenge = (Value, Token);

/// Begins signing in.
pub async fn begin_sign_in(site: &Site, db: &mut Connection) -> Result<Option<Challenge>, PageError> {
    let Some(party) = site.relying_party() else { return Ok(None) };
    let (challenge, state) = party.start_discoverable_authentication()?;
    let token = ceremony::begin(site, db, None, &SigningIn(state), site.now()).await?;
    Ok(Some((serde_json::to_value(challenge)?, token)))
}

/// The person whose passkey answered the challenge; `None` if the answer is not right. The challenge is used
/// up by any answer.
pub async fn finish_sign_in(
    site: &Site,
    db: &mut Connection,
    token: &str,
    answer: &str,
    now: Timestamp,
) -> Result<Option<PersonId>, PageError> {
    let Some(party) = site.relying_party() else { return Ok(None) };
    let Some(found) = ceremony::find::<SigningIn>(site, db, Some(token), now).await? else { return Ok(None) };
    if !ceremony::end(db, &found.token).await? {
        return Ok(None);
    }
    let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(answer) else { return Ok(None) };
    let Ok((user, credential)) = party.identify_discoverable_authentication(&answer) else { return Ok(None) };
    let Some(stored) = passkeys::find(db, &hex(credential)).await? else { return Ok(None) };
    let Ok(mut passkey) = serde_json::from_str::<Passkey>(&stored.passkey) else { return Ok(None) };
    let Ok(result) = party.finish_discoverable_authentication_v2(&answer, found.state.0, &passkey) else {
        return Ok(None);
    };
    if !result.user_verified() || user.to_string() != stored.person {
        return Ok(None);
    }
    passkey.update_credential(&result);
    passkeys::used(db, &stored.id, &serde_json::to_string(&passkey)?, now).await?;
    Ok(stored.person.parse().ok())
}

/// Begins making a passkey for a person, who is signed in or holds an invitation.
pub async fn begin_registration(
    site: &Site,
    db: &mut Connection,
    person: &Person,
) -> Result<Option<Challenge>, PageError> {
    let Some(party) = site.relying_party() else { return Ok(None) };
    let own = passkeys::of_person(db, person.id).await?;
    let known = own.iter().filter_map(|stored| serde_json::from_str::<Passkey>(&stored.passkey).ok());
    let known = known.map(|passkey| passkey.cred_id().clone()).collect();
    let user = Uuid::parse_str(&person.id.to_string())?;
    let (challenge, state) =
        party.start_passkey_registration(user, person.email.as_str(), &person.name, Some(known))?;
    let mut challenge = serde_json::to_value(challenge)?;
    // Signing in asks for no address, so the device must keep the key under this site.
    if let Some(choice) = challenge.pointer_mut("/publicKey/authenticatorSelection") {
        choice["residentKey"] = Value::from("required");
        choice["requireResidentKey"] = Value::from(true);
    }
    let token = ceremony::begin(site, db, Some(person.id), &Registering(state), site.now()).await?;
    Ok(Some((challenge, token)))
}

/// Why a passkey was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMade {
    /// The answer of the device is not right, too late, or for somebody else.
    Wrong,
    /// The device's key is known already.
    Known,
    /// The person has [`MOST`] already.
    TooMany,
}

/// Keeps the passkey that a device made for this person.
pub async fn finish_registration(
    site: &Site,
    db: &mut Connection,
    person: PersonId,
    token: &str,
    answer: &str,
    name: &str,
) -> Result<Result<StoredPasskey, NotMade>, PageError> {
    let now = site.now();
    let Some(party) = site.relying_party() else { return Ok(Err(NotMade::Wrong)) };
    let found = ceremony::find::<Registering>(site, db, Some(token), now).await?;
    let Some(found) = found.filter(|found| found.person == Some(person)) else {
        return Ok(Err(NotMade::Wrong));
    };
    if !ceremony::end(db, &found.token).await? {
        return Ok(Err(NotMade::Wrong));
    }
    let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(answer) else {
        return Ok(Err(NotMade::Wrong));
    };
    let Ok(passkey) = party.finish_passkey_registration(&answer, &found.state.0) else {
        return Ok(Err(NotMade::Wrong));
    };
    let credential = hex(passkey.cred_id());
    if passkeys::find(db, &credential).await?.is_some() {
        return Ok(Err(NotMade::Known));
    }
    if passkeys::of_person(db, person).await?.len() >= MOST {
        return Ok(Err(NotMade::TooMany));
    }
    let new = StoredPasskey {
        id: new_id(site, now),
        person: person.to_string(),
        credential,
        passkey: serde_json::to_string(&passkey)?,
        name: name.to_owned(),
        created_at: write_moment(now),
        last_used_at: None,
    };
    passkeys::add(db, &new).await?;
    Ok(Ok(new))
}

fn new_id(site: &Site, now: Timestamp) -> String {
    // Any id of the kernel is a UUID in order of time.
    kernel::JobId::new(now, site.entropy()).to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_by_number_has_no_passkeys() {
        assert!(relying_party("http://localhost:8080").is_some());
        assert!(relying_party("https://zicht.example.nl").is_some());
        assert!(relying_party("http://127.0.0.1:8080").is_none());
        assert!(relying_party("zicht").is_none());
    }

    proptest! {
        #[test]
        fn no_answer_of_a_browser_stops_the_program(text in "\\PC{0,200}", id in "[A-Za-z0-9_-]{0,40}") {
            let _ = serde_json::from_str::<PublicKeyCredential>(&text);
            let shaped = serde_json::json!({
                "id": id, "rawId": id, "type": "public-key", "extensions": {},
                "response": { "authenticatorData": id, "clientDataJSON": id, "signature": id, "userHandle": id,
                              "attestationObject": id, "transports": [text] },
            }).to_string();
            let party = relying_party("http://localhost:8080").expect("a site");
            if let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(&shaped) {
                let (_, state) = party.start_discoverable_authentication().expect("a challenge");
                let _ = party.identify_discoverable_authentication(&answer);
                drop(state);
            }
            if let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(&shaped) {
                let (_, state) = party.start_passkey_registration(Uuid::nil(), "a", "a", None).expect("a challenge");
                prop_assert!(party.finish_passkey_registration(&answer, &state).is_err());
            }
        }
    }
}
