//! Providers with which people can sign in.

use kernel::Role;

use super::files::Surroundings;
use super::reader::Section;
use super::settings::{Oidc, OidcRole};
use super::url::WebAddress;

/// Every provider that is right enough to be read on.
pub fn providers(root: &Section<'_>, around: &Surroundings<'_>) -> Vec<Oidc> {
    let mut ids = Vec::new();
    root.sections("oidc").iter().filter_map(|section| provider(section, around, &mut ids)).collect()
}

fn provider(section: &Section<'_>, around: &Surroundings<'_>, ids: &mut Vec<String>) -> Option<Oidc> {
    let id = section.required_text("id").unwrap_or_default();
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !id.bytes().all(fits) {
        section.problem("config-oidc-id", "id", &[]);
    } else if ids.iter().any(|known| known == id) && !id.is_empty() {
        section.problem("config-oidc-twice", "id", &[("found", id)]);
    }
    ids.push(id.to_owned());
    let name = section.required_text("name");
    let issuer = section.required_text("issuer");
    if let Some(issuer) = issuer {
        check_issuer(section, issuer);
    }
    let client_id = section.required_text("client_id");
    let variable = format!("ZICHT_OIDC_{}_SECRET", id.to_uppercase().replace('-', "_"));
    let client_secret = around.secret(section, "client_secret_file", &variable);
    let claim = section.text("claim").map(str::to_owned);
    let roles: Vec<OidcRole> = section.sections("roles").iter().filter_map(role).collect();
    if section.has("roles") && !section.has("claim") {
        section.problem("config-roles-without-claim", "roles", &[]);
    }
    Some(Oidc {
        id: id.to_owned(),
        name: name?.to_owned(),
        issuer: issuer?.to_owned(),
        client_id: client_id?.to_owned(),
        client_secret,
        link_by_verified_email: section.flag("link_by_verified_email"),
        claim,
        roles,
    })
}

fn check_issuer(section: &Section<'_>, issuer: &str) {
    match WebAddress::parse(issuer) {
        // OpenID Connect Discovery 1.0, section 3: https, no query and no fragment.
        Some(address) if address.rest.contains(['?', '#']) => section.problem("config-issuer", "issuer", &[]),
        None => section.problem("config-issuer", "issuer", &[]),
        Some(address) if !address.https && !address.is_loopback() => {
            section.problem("config-issuer-plain", "issuer", &[]);
        }
        Some(_) => {}
    }
}

fn role(section: &Section<'_>) -> Option<OidcRole> {
    let value = section.required_text("value");
    let organisation = section.required_text("organisation");
    section.require("role");
    let known = Role::ALL.map(|role| (role.name(), role));
    let role = section.one_of("role", &known);
    Some(OidcRole { value: value?.to_owned(), organisation: organisation?.to_owned(), role: role? })
}
