//! A site with people, a clock that can be moved, and browsers.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use jiff::{SignedDuration, Timestamp};
use kernel::{Clock, Lang, OrganisationId, PersonId, Role};
use platform::jobs::Worker;
use platform::keys::Keys;
use platform::mail::{self, Mail};
use testkit::{SeededEntropy, TestDatabase};
use tower::ServiceExt;

use crate::domain::links::Purpose;
use crate::domain::people::{Address, PersonState};
use crate::domain::totp::Authenticator;
use crate::sign_in::second_step;
use crate::store::memberships::{self, NewRole};
use crate::store::people::{self, NewPerson};
use crate::store::{day, links, passwords};
use crate::{Settings, Site};

pub const NOW: &str = "2026-11-22T12:00:00Z";
pub const HOME: &str = "http://localhost:8080";
pub const PASSWORD: &str = "fiets lantaarn kwark zolder";

/// A clock that tests move.
pub struct MovingClock(Mutex<Timestamp>);

impl Clock for MovingClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().expect("no test panics while it looks at the clock")
    }
}

/// A site on one database.
pub struct World {
    pub site: Site,
    router: Router,
    clock: Arc<MovingClock>,
    entropy: Arc<SeededEntropy>,
    _database: TestDatabase,
}

/// Somebody with an account.
pub struct Somebody {
    pub id: PersonId,
    pub email: String,
    pub secret: Vec<u8>,
}

impl World {
    /// One on each kind of database.
    pub async fn each() -> Vec<Self> {
        let mut worlds = Vec::new();
        for database in testkit::databases().await {
            worlds.push(Self::new(database, Settings::at(HOME)).await);
        }
        worlds
    }

    pub async fn new(database: TestDatabase, settings: Settings) -> Self {
        let clock = Arc::new(MovingClock(Mutex::new(NOW.parse().expect("a moment"))));
        let entropy = Arc::new(SeededEntropy::new(1));
        let keys = Keys::generate(&*entropy);
        let form_key = keys.mac_key("web.forms");
        let site = Site::new(database.open().await, keys, clock.clone(), entropy.clone(), settings)
            .with_cheap_hashes();
        let mut web_settings =
            web::Settings::new(HOME, &form_key, clock.clone(), entropy.clone()).expect("an origin");
        web_settings.rate = None;
        let mut frame = web::Site::new(web_settings);
        frame.gate = Some(crate::gate(site.clone()));
        let router = crate::routes().with_state(site.clone()).into_router(frame);
        Self { site, router, clock, entropy, _database: database }
    }

    /// Moves the clock, forward or back.
    pub fn wait(&self, seconds: i64) {
        let mut now = self.clock.0.lock().expect("no test panics while it moves the clock");
        *now = now.saturating_add(SignedDuration::from_secs(seconds)).expect("a moment");
    }

    /// Somebody who signs in with [`PASSWORD`] and an app.
    pub async fn somebody(&self, name: &str) -> Somebody {
        let (id, email) = self.person(name, PersonState::Active).await;
        let secret = Authenticator::new_secret(&*self.entropy).to_vec();
        let hash = self.site.hasher().hash(PASSWORD, self.site.shared_entropy()).await.expect("a hash");
        let mut db = self.site.database().write().await.expect("a transaction");
        passwords::set(&mut db, id, &hash, self.site.now()).await.expect("a password");
        second_step::set_totp(&self.site, &mut db, id, &secret, 0, self.site.now()).await.expect("an app");
        db.commit().await.expect("kept");
        Somebody { id, email, secret }
    }

    /// Somebody who was invited, with the token of the link.
    pub async fn invited(&self, name: &str) -> (PersonId, String) {
        let (id, _) = self.person(name, PersonState::Invited).await;
        (id, self.link(Purpose::Invitation, id).await)
    }

    pub async fn link(&self, purpose: Purpose, person: PersonId) -> String {
        let mut db = self.site.database().write().await.expect("a transaction");
        let token =
            links::make(&mut db, purpose, person, self.site.now(), &*self.entropy).await.expect("a link");
        db.commit().await.expect("kept");
        token.text().to_owned()
    }

    async fn person(&self, name: &str, state: PersonState) -> (PersonId, String) {
        let email = format!("{}@example.nl", name.to_lowercase());
        let address = Address::parse(&email).expect("an address");
        let new = NewPerson { name, email: &address, lang: Lang::En, state };
        let mut db = self.site.database().write().await.expect("a transaction");
        let id = people::insert(&mut db, self.site.keys(), new, self.site.now(), &*self.entropy)
            .await
            .expect("a person");
        db.commit().await.expect("kept");
        (id, email)
    }

    /// Gives a role in a new organisation.
    pub async fn role(&self, person: PersonId, kind: &'static str, role: Role) -> OrganisationId {
        let id = OrganisationId::new(self.site.now(), &*self.entropy);
        let mut db = self.site.database().write().await.expect("a transaction");
        sqlx::query(
            "insert into organisations (id, kind, name, search, code, valid_from)
             values ($1, $2, 'Gouda', 'gouda', 'GM0513', '2020-01-01')",
        )
        .bind(id.to_string())
        .bind(kind)
        .execute(&mut *db)
        .await
        .expect("an organisation");
        db.commit().await.expect("kept");
        self.role_at(person, id, role).await;
        id
    }

    /// Gives a role in an organisation that is there.
    pub async fn role_at(&self, person: PersonId, organisation: OrganisationId, role: Role) {
        let since = day(self.site.now());
        let new = NewRole { person, organisation, role, since, until: None, offered_as: None };
        let mut db = self.site.database().write().await.expect("a transaction");
        memberships::insert(&mut db, self.site.keys(), new, self.site.now(), &*self.entropy)
            .await
            .expect("a role");
        db.commit().await.expect("kept");
    }

    /// Does the jobs that wait, without mail, and gives the mail that then waits for an administrator.
    pub async fn mail(&self) -> Vec<Mail> {
        let worker = Worker::new(
            self.site.database().clone(),
            self.clock.clone(),
            self.entropy.clone(),
            self.site.keys().clone(),
        );
        crate::job_handlers(worker, self.site.clone()).run_due().await.expect("the jobs are done");
        let mut db = self.site.database().read().await.expect("a connection");
        let ids: Vec<(String,)> =
            sqlx::query_as("select id from jobs where kind = 'mail.send' order by created_at, id")
                .fetch_all(&mut *db)
                .await
                .expect("jobs");
        let mut mails = Vec::new();
        for (id,) in ids {
            let id = id.parse().expect("an id");
            mails.extend(mail::read(&mut db, self.site.keys(), id).await.expect("a mail"));
        }
        mails
    }

    /// The kinds of the events in the trail, in order.
    pub async fn kinds(&self) -> Vec<String> {
        let mut db = self.site.database().read().await.expect("a connection");
        let rows: Vec<(String,)> = sqlx::query_as("select kind from audit_events order by seq")
            .fetch_all(&mut *db)
            .await
            .expect("events");
        rows.into_iter().map(|(kind,)| kind.trim_start_matches("account.").to_owned()).collect()
    }

    /// Everything that the trail says, as one text.
    pub async fn trail(&self) -> String {
        let mut db = self.site.database().read().await.expect("a connection");
        let rows: Vec<(String, String, Option<String>)> =
            sqlx::query_as("select kind, detail, reason from audit_events order by seq")
                .fetch_all(&mut *db)
                .await
                .expect("events");
        format!("{rows:?}")
    }

    pub fn browser(&self) -> Browser<'_> {
        self.browser_at("192.0.2.1")
    }

    pub fn browser_at(&self, address: &'static str) -> Browser<'_> {
        Browser { world: self, cookies: BTreeMap::new(), address }
    }

    pub fn code(&self, somebody: &Somebody) -> String {
        Authenticator::new(&somebody.secret, "").expect("an app").code(self.site.now())
    }
}

/// A browser with cookies, on an address.
pub struct Browser<'a> {
    world: &'a World,
    pub cookies: BTreeMap<String, String>,
    address: &'static str,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub text: String,
    pub location: String,
}

impl Answer {
    /// The value of the last field of that name.
    pub fn field(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let rest = self.text.rsplit_once(mark.as_str()).map_or("", |(_, rest)| rest);
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}

impl Browser<'_> {
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, String::new()).await
    }

    /// Sends a form that stood on the page `from`.
    pub async fn post(&mut self, from: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.get(from).await.field("form_token");
        self.post_with(&token, path, fields).await
    }

    pub async fn post_with(&mut self, token: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields).append_pair("form_token", token);
        self.send(Method::POST, path, body.finish()).await
    }

    /// Address and password; the answer to that.
    pub async fn password(&mut self, email: &str, password: &str) -> Answer {
        self.post("/en/sign-in", "/en/sign-in", &[("email", email), ("password", password)]).await
    }

    /// Address, password and code.
    pub async fn sign_in(&mut self, somebody: &Somebody) -> Answer {
        self.password(&somebody.email, PASSWORD).await;
        let code = self.world.code(somebody);
        self.post("/en/sign-in/code", "/en/sign-in/code", &[("code", &code)]).await
    }

    pub async fn is_signed_in(&mut self) -> bool {
        self.get("/en/account").await.status == StatusCode::OK
    }

    async fn send(&mut self, method: Method, path: &str, body: String) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method.clone()).uri(path);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if method == Method::POST {
            request = request
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(header::ORIGIN, HOME)
                .header("sec-fetch-site", "same-origin");
        }
        let mut request = request.body(Body::from(body)).expect("a request");
        let peer: SocketAddr = format!("{}:1", self.address).parse().expect("an address");
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.world.router.clone().oneshot(request).await.expect("an answer");
        for line in response.headers().get_all(header::SET_COOKIE) {
            let pair = line.to_str().expect("text").split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a cookie");
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let status = response.status();
        let location = response.headers().get(header::LOCATION);
        let location = location.map(|to| to.to_str().expect("text").to_owned()).unwrap_or_default();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        Answer { status, text: String::from_utf8_lossy(&bytes).into_owned(), location }
    }
}
