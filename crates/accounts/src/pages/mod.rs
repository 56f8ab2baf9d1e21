//! Pages: one file each, in the same order.

mod account;
mod answers;
mod app;
mod audit;
mod invitation;
mod manage;
mod operations;
mod organisations;
mod parts;
mod people;
mod reset;
mod sign_in;
mod start;

use kernel::Permission;
use web::{Access, Routes};

use crate::Site;

/// Every page about people and signing in.
#[must_use]
pub fn routes() -> Routes<Site> {
    signing_in().merge(own_account()).merge(manage::routes())
}

/// Signing in with one click as somebody of the demonstration. Only `zicht demo` mounts this.
#[must_use]
pub fn demo_routes() -> Routes<Site> {
    use sign_in::demo;
    let anyone = Permission::SignIn;
    Routes::new().get("/demo/sign-in", anyone, demo::show).post("/demo/sign-in", anyone, demo::send)
}

fn signing_in() -> Routes<Site> {
    use sign_in::{code, confirm, first, leave, passkey, provider, provider_logout};
    let anyone = Permission::SignIn;
    let own = Access::to(Permission::OwnAccount).on("own session");
    let link = Access::to(anyone).on("link of the path");
    let step = Access::to(anyone).on("sign-in under way");
    Routes::new()
        .get("/sign-in", anyone, first::show)
        .post("/sign-in", anyone, first::send)
        .get("/sign-in/code", step, code::show)
        .post("/sign-in/code", step, code::send)
        .post("/sign-in/passkey/options", anyone, passkey::options)
        .post("/sign-in/passkey", step, passkey::send)
        .post("/sign-out", Access::to(anyone).on("own session"), leave::send)
        .get("/confirm", own, confirm::show)
        .post("/confirm", own, confirm::send)
        .post("/confirm/passkey", own, confirm::passkey)
        .get("/invitation/{token}", link, invitation::show)
        .post("/invitation/{token}", link, invitation::send)
        .get("/invitation/{token}/app", link, invitation::app)
        .post("/invitation/{token}/app", link, invitation::app_send)
        .post("/invitation/{token}/passkey/options", link, invitation::passkey_options)
        .post("/invitation/{token}/passkey", link, invitation::passkey_send)
        .get("/reset", anyone, reset::ask)
        .post("/reset", anyone, reset::ask_send)
        .get("/reset/{token}", link, reset::show)
        .post("/reset/{token}", link, reset::send)
        .post("/oidc/{provider}", anyone, provider::send)
        .get("/oidc/{provider}/callback", step, provider::back)
        .post_external("/oidc/{provider}/logout", anyone, provider_logout::send)
}

fn own_account() -> Routes<Site> {
    use account::{authenticator, keys, overview, passkeys, security, seen, sessions};
    let own = Access::to(Permission::OwnAccount).on("own account");
    let sensitive = own.confirmed();
    Routes::new()
        .get("/account", own, overview::show)
        .post("/account", own, overview::send)
        .get("/account/security", own, security::show)
        .post("/account/security/password", sensitive, security::password)
        .post("/account/security/codes", sensitive, security::codes)
        .get("/account/security/authenticator", sensitive, authenticator::show)
        .post("/account/security/authenticator", sensitive, authenticator::send)
        .post("/account/security/passkeys/options", sensitive, passkeys::options)
        .post("/account/security/passkeys", sensitive, passkeys::add)
        .post("/account/security/passkeys/{passkey}/remove", sensitive, passkeys::remove)
        .post("/account/security/identities/{provider}/remove", sensitive, security::unlink)
        .get("/account/sessions", own, sessions::show)
        .post("/account/sessions/end-others", own, sessions::end_others)
        .post("/account/sessions/{session}/end", own, sessions::end)
        .get("/account/keys", own, keys::show)
        .post("/account/keys", sensitive, keys::make)
        .post("/account/keys/{key}/end", own, keys::end)
        .get("/account/seen", own, seen::show)
}
