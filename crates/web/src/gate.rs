//! The gate: who is behind a session cookie. Accounts answer; `web` asks once a request.

use std::net::IpAddr;
use std::pin::Pin;

use kernel::{Actor, SessionId};

use crate::access::RouteInfo;
use crate::errors::PageError;

/// A future in a box: what the methods of a [`Gate`] give.
pub type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Knows the sessions. Given in [`crate::Site`].
pub trait Gate: Send + Sync {
    /// Who the token of a session cookie belongs to, or `None` if it is unknown or over.
    fn signed_in<'a>(
        &'a self,
        token: &'a str,
        client: &'a Client,
    ) -> Boxed<'a, Result<Option<SignedIn>, PageError>>;

    /// Who acts by a key of the API, or `None` if it is unknown or over.
    fn by_key<'a>(&'a self, key: &'a str) -> Boxed<'a, Result<Option<SignedIn>, PageError>>;

    /// Records that a visitor was kept from a page: no right to it, or a row of somebody else.
    fn refused<'a>(&'a self, visitor: &'a Visitor, route: &'a RouteInfo, path: &'a str) -> Boxed<'a, ()>;
}

/// A person with a valid session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Who, with the roles of this moment.
    pub actor: Actor,
    /// The name at the top of each page.
    pub name: String,
    /// The session; forms are bound to it.
    pub session: SessionId,
    /// Whether the person proved lately who they are: at sign-in or at `/confirm`.
    pub confirmed: bool,
    /// What the key allows, for a program; a browser has none.
    pub key: Option<KeyScope>,
}

/// What a key of the API allows, within the rights of whom it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyScope {
    /// Reading.
    Read,
    /// Reading and writing.
    Write,
}

/// Where a request comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// The address of the visitor, behind the proxies that are trusted.
    pub address: IpAddr,
    /// What the browser calls itself, at most 200 characters.
    pub agent: String,
    /// The number of the request in logs, answers and error pages.
    pub request_id: String,
}

/// Who asks for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// Where from.
    pub client: Client,
    /// Who, unless nobody is signed in.
    pub signed_in: Option<SignedIn>,
}
