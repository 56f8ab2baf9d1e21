//! The pages through the router, as people of the demonstration, on both databases.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::{Actor, PersonId, SessionId};
use platform::audit::{self, Filter, Scope};
use platform::{Database, Keys};
use testkit::{FixedClock, SeededEntropy};
use tower::ServiceExt;
use web::{Boxed, Client, Gate, PageError, RouteInfo, SignedIn, Visitor};

use crate::domain::people::Address;
use crate::store::{memberships, people};
use crate::{Settings, Site};

const HOME: &str = "https://zicht.example";
const NOW: &str = "2026-11-22T12:00:00Z";

/// Lets in whoever is named in the cookie, just confirmed.
struct Open(Site);

impl Gate for Open {
    fn signed_in<'a>(
        &'a self,
        token: &'a str,
        _: &'a Client,
    ) -> Boxed<'a, Result<Option<SignedIn>, PageError>> {
        Box::pin(async move {
            let mut db = self.0.database().read().await?;
            let Some(address) = Address::parse(&format!("{token}@example.org")) else { return Ok(None) };
            let index = people::index(self.0.keys(), &address);
            let Some(row) = people::by_email_index(&mut db, &index).await? else { return Ok(None) };
            let memberships = memberships::of(&mut db, row.id, crate::store::day(self.0.now())).await?;
            let session = SessionId::new(self.0.now(), &SeededEntropy::new(1));
            let actor = Actor { person: row.id, memberships };
            Ok(Some(SignedIn { actor, name: token.to_owned(), session, confirmed: true, key: None }))
        })
    }

    fn by_key<'a>(&'a self, _: &'a str) -> Boxed<'a, Result<Option<SignedIn>, PageError>> {
        Box::pin(async { Ok(None) })
    }

    fn refused<'a>(&'a self, _: &'a Visitor, _: &'a RouteInfo, _: &'a str) -> Boxed<'a, ()> {
        Box::pin(async {})
    }
}

struct World {
    router: Router,
    site: Site,
}

struct Answer {
    status: StatusCode,
    location: String,
    text: String,
}

impl World {
    async fn new(database: Database) -> Self {
        Self::with(database, Settings::at(HOME)).await
    }

    async fn with(database: Database, settings: Settings) -> Self {
        let (clock, entropy) = (Arc::new(FixedClock::at(NOW)), Arc::new(SeededEntropy::new(1)));
        let keys = Keys::generate(&*entropy);
        crate::fill_demo(&database, &keys, &*clock, &*entropy, HOME).await.expect("the demonstration");
        let site = Site::new(database, keys, clock.clone(), entropy.clone(), settings);
        let mut settings = web::Settings::new(HOME, &[7; 32], clock, entropy).expect("settings");
        settings.rate = None;
        let gate: Option<Arc<dyn Gate>> = Some(Arc::new(Open(site.clone())));
        let pages = crate::routes().with_state(site.clone());
        let router = pages.into_router(web::Site { gate, ..web::Site::new(settings) });
        Self { router, site }
    }

    async fn send(&self, who: &str, method: Method, path: &str, body: String) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, format!("__Host-zicht={who}"))
            .header(header::ORIGIN, HOME)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        let location = parts.headers.get(header::LOCATION).and_then(|value| value.to_str().ok());
        Answer {
            status: parts.status,
            location: location.unwrap_or_default().to_owned(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    async fn get(&self, who: &str, path: &str) -> Answer {
        self.send(who, Method::GET, path, String::new()).await
    }

    /// Sends a form with the token of a page of ours.
    async fn post(&self, who: &str, path: &str, body: &str) -> Answer {
        let page = self.get(who, "/account/offers").await.text;
        let page = if page.contains("form_token") { page } else { self.get(who, "/audit").await.text };
        let mark = "name=\"form_token\" value=\"";
        let token = page.split(mark).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        self.send(who, Method::POST, path, format!("form_token={token}&{body}")).await
    }

    async fn organisation(&self, name: &str) -> String {
        let mut db = self.site.database().read().await.expect("a connection");
        sqlx::query_scalar("select id from organisations where name = $1")
            .bind(name)
            .fetch_one(&mut *db)
            .await
            .expect("the organisation")
    }

    async fn person(&self, local: &str) -> PersonId {
        let address = Address::parse(&format!("{local}@example.org")).expect("an address");
        let index = people::index(self.site.keys(), &address);
        let mut db = self.site.database().read().await.expect("a connection");
        people::by_email_index(&mut db, &index).await.expect("an answer").expect("the person").id
    }

    async fn count(&self, kind: &str) -> u64 {
        let mut db = self.site.database().read().await.expect("a connection");
        let filter = Filter { organisations: Scope::All, kind: Some(kind.into()), ..Filter::default() };
        audit::count(&mut db, &filter).await.expect("a number")
    }
}

async fn worlds() -> Vec<(testkit::TestDatabase, World)> {
    let mut worlds = Vec::new();
    for test in testkit::databases().await {
        let world = World::new(test.open().await).await;
        worlds.push((test, world));
    }
    worlds
}

#[tokio::test]
async fn everybody_finds_something_to_do_on_the_first_page() {
    for (_test, world) in worlds().await {
        for (who, expected, not) in [
            ("anna", "/people", "/audit"),
            ("wim", "/audit", "/organisations"),
            ("marloes", "/operations", "/audit"),
            ("esra", "/organisations", "/operations"),
            ("daan", "", "/organisations"),
        ] {
            let page = world.get(who, "/start").await;
            if who == "daan" {
                assert_ne!(page.status, StatusCode::OK, "not an address of example.org");
                continue;
            }
            assert_eq!(page.status, StatusCode::OK, "{who}: {}", page.text);
            assert!(page.text.contains(&format!("{expected}\"")), "{who}");
            assert!(!page.text.contains(&format!("href=\"{not}\"")), "{who}");
        }
    }
}

#[tokio::test]
async fn every_page_without_a_path_shows_in_both_languages() {
    for (_test, world) in worlds().await {
        for (who, path) in [
            ("marloes", "/organisations"),
            ("marloes", "/organisations/new"),
            ("marloes", "/organisations/merge"),
            ("marloes", "/operations"),
            ("sanne", "/audit"),
            ("yusuf", "/account/offers"),
        ] {
            for lang in ["", "/en"] {
                let page = world.get(who, &format!("{lang}{path}")).await;
                assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.text);
                assert!(!page.text.contains("Unknown localization key"), "{path}");
            }
        }
    }
}

#[tokio::test]
async fn people_are_seen_in_the_own_organisation_only_and_that_is_recorded() {
    for (_test, world) in worlds().await {
        let (wijchen, druten) = (world.organisation("Wijchen").await, world.organisation("Druten").await);
        let page = world.get("anna", &format!("/organisations/{wijchen}/people")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        for shown in ["Esra Yildirim", "Daan Maas", "uitgenodigd", "uitgezet", "Y. Kaya"] {
            assert!(page.text.contains(shown), "{shown}");
        }
        assert!(!page.text.contains("Yusuf Kaya"), "an invitation does not tell the name of the account");
        assert_eq!(world.count("person.seen").await, 9, "about each of them");
        let other = world.get("anna", &format!("/organisations/{druten}/people")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
        let bram = world.person("bram").await;
        let mixed = world.get("anna", &format!("/organisations/{wijchen}/people/{bram}")).await;
        assert_eq!(mixed.status, StatusCode::NOT_FOUND, "somebody else's person under the own path");
        assert_eq!(
            world.get("esra", &format!("/organisations/{wijchen}/people")).await.status,
            StatusCode::FORBIDDEN
        );
        let esra = world.person("esra").await;
        let own = world.get("anna", &format!("/organisations/{wijchen}/people/{esra}")).await;
        assert!(own.status == StatusCode::OK && own.text.contains("esra@example.org"));
    }
}

#[tokio::test]
async fn an_invitation_without_a_mail_server_shows_its_link_once() {
    for (_test, world) in worlds().await {
        let path = format!("/organisations/{}/people/invite", world.organisation("Wijchen").await);
        let form = world.get("anna", &path).await;
        assert!(
            form.text.contains("value=\"editor\"") && !form.text.contains("value=\"national-administrator\"")
        );
        let wrong = world.post("anna", &path, "name=&email=nergens&lang=nl").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for code in ["field-name", "field-email", "field-role"] {
            assert!(wrong.text.contains(&format!("#{code}")), "{code}");
        }
        let good = "name=Nieuw+Iemand&email=nieuw%40example.nl&lang=en&role=editor&role=reader";
        let done = world.post("anna", &path, good).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.text);
        assert!(done.text.contains("https://zicht.example/en/invitation/"), "{}", done.text);
        let twice = world.post("anna", &path, good).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        let raised = world
            .post("anna", &path, "name=X&email=x%40example.nl&lang=nl&role=national-administrator")
            .await;
        assert_eq!(raised.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn a_refused_change_of_roles_says_why_and_nothing_happens() {
    for (_test, world) in worlds().await {
        let wijchen = world.organisation("Wijchen").await;
        let (anna, wim) = (world.person("anna").await, world.person("wim").await);
        let at = |person: PersonId, act: &str| format!("/organisations/{wijchen}/people/{person}/{act}");
        let own = world.post("anna", &at(anna, "roles"), "role=editor").await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
        let both = world.post("anna", &at(wim, "roles"), "role=privacy-officer&role=administrator").await;
        assert!(both.text.contains("wie bekeken wordt, kijkt niet zelf mee"), "{}", both.text);
        let last = world.post("marloes", &at(anna, "end"), "").await;
        assert_eq!(last.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(last.text.contains("laatste beheerder"));
        let elsewhere = world.post("bram", &at(wim, "roles"), "role=editor").await;
        assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
        assert_eq!(world.count("account.role-taken").await, 0);
        let done = world.post("anna", &at(wim, "roles"), "role=privacy-officer&role=reader").await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    }
}

#[tokio::test]
async fn an_offer_is_accepted_by_the_person_only() {
    for (_test, world) in worlds().await {
        let wijchen = world.organisation("Wijchen").await;
        let page = world.get("yusuf", "/account/offers").await;
        assert!(page.text.contains("Wijchen"));
        let other =
            world.post("linda", "/account/offers", &format!("organisation={wijchen}&answer=yes")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
        let done =
            world.post("yusuf", "/account/offers", &format!("organisation={wijchen}&answer=yes")).await;
        assert_eq!(done.location, "/start?done=offer-accepted");
        let list = world.get("anna", &format!("/organisations/{wijchen}/people")).await;
        assert!(list.text.contains("Yusuf Kaya"), "now the organisation sees the name");
    }
}

#[tokio::test]
async fn an_edit_over_somebody_elses_shows_both() {
    for (_test, world) in worlds().await {
        let school = world.organisation("Basisschool De Waaijer").await;
        let path = format!("/organisations/{school}/change");
        let first = world
            .post("marloes", &path, "changed=0&name=De+Zon&region=gelderland-zuid&from=2024-01-01")
            .await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text);
        let late = world
            .post("marloes", &path, "changed=0&name=De+Maan&region=gelderland-zuid&from=2024-01-01")
            .await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text.contains("De Zon") && late.text.contains("De Maan"));
        assert!(late.text.contains("name=\"changed\" value=\"1\""), "the next time it is saved knowingly");
        let local = world.post("anna", &path, "changed=1&name=X&from=2024-01-01").await;
        assert_eq!(local.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_merger_is_looked_at_and_then_confirmed() {
    for (_test, world) in worlds().await {
        let (wijchen, druten) = (world.organisation("Wijchen").await, world.organisation("Druten").await);
        let query = format!("ending={druten}&into={wijchen}&date=2027-01-01");
        let look = world.get("marloes", &format!("/organisations/merge?{query}")).await;
        assert_eq!(look.status, StatusCode::OK, "{}", look.text);
        for shown in ["Bram Hendriks", "gaat mee", "kent van Druten geen herindeling", "1 januari 2027"] {
            assert!(look.text.contains(shown), "{shown}: {}", look.text);
        }
        let done = world.post("marloes", "/organisations/merge", &query).await;
        assert_eq!(
            done.location,
            format!("/organisations/{wijchen}?done=organisations-merged"),
            "{}",
            done.text
        );
        let ending = world.get("marloes", &format!("/organisations/{druten}")).await;
        assert!(ending.text.contains("eindigt op 1 januari 2027"), "{}", ending.text);
        let undone = world.post("marloes", &format!("/organisations/{druten}/reopen"), "changed=1").await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text);
    }
}

#[tokio::test]
async fn the_trail_is_seen_by_its_privacy_officer_and_looking_is_in_it() {
    for (_test, world) in worlds().await {
        let wim = world.get("wim", "/audit").await;
        assert_eq!(wim.status, StatusCode::OK, "{}", wim.text);
        assert!(wim.text.contains("Anna Verhoeven") && !wim.text.contains("Linda Smit"));
        assert!(wim.text.contains("Uitgenodigd"));
        let utrecht = world.organisation("Utrecht").await;
        let other = world.get("wim", &format!("/audit?organisation={utrecht}")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
        let sanne = world.get("sanne", &format!("/audit?organisation={utrecht}")).await;
        assert!(sanne.text.contains("Linda Smit"));
        assert_eq!(
            world.get("marloes", "/audit").await.status,
            StatusCode::FORBIDDEN,
            "administrators do not watch"
        );
        assert_eq!(world.count("audit.seen").await, 2);
        let found = world.post("wim", "/audit/person", "email=anna%40example.org&as=actor").await;
        assert_eq!(found.location, format!("/audit?actor={}", world.person("anna").await));
        let unknown = world.post("wim", "/audit/person", "email=linda%40example.org&as=actor").await;
        assert_eq!(unknown.location, "/audit?done=audit-person-unknown");
        let wrong = world.get("wim", "/audit?from=gisteren").await;
        assert!(wrong.text.contains("geen datum"));
    }
}

#[tokio::test]
async fn the_trail_is_exported_whole_and_within_the_row_rule() {
    for (_test, world) in worlds().await {
        let file = world.get("sanne", "/en/audit/export.csv").await;
        assert_eq!(file.status, StatusCode::OK);
        let lines = file.text.lines().count() as u64;
        let filter = Filter { organisations: Scope::All, ..Filter::default() };
        let mut db = world.site.database().read().await.expect("a connection");
        assert_eq!(lines, audit::count(&mut db, &filter).await.expect("a number") + 1);
        assert_eq!(world.count("audit.exported").await, 1);
        let own = world.get("wim", "/audit/export.csv").await;
        assert!(own.text.contains("Anna Verhoeven") && !own.text.contains("Linda Smit"));
        assert_eq!(world.get("esra", "/audit/export.csv").await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn who_was_invited_and_switched_off_is_shown_as_off() {
    for (_test, world) in worlds().await {
        let wijchen = world.organisation("Wijchen").await;
        let path = format!("/organisations/{wijchen}/people");
        let typed = "name=Nieuw+Iemand&email=nieuw%40example.org&lang=nl&role=editor";
        world.post("anna", &format!("{path}/invite"), typed).await;
        let person = format!("{path}/{}", world.person("nieuw").await);
        let off = world.post("anna", &format!("{person}/off"), "").await;
        assert_eq!(off.status, StatusCode::SEE_OTHER, "{}", off.text);
        let page = world.get("anna", &person).await;
        assert!(page.text.contains("<dd>uitgezet</dd>"), "{}", page.text);
        assert!(page.text.contains("/on\"") && !page.text.contains("/again\""), "{}", page.text);
        let on = world.post("anna", &format!("{person}/on"), "").await;
        assert_eq!(on.status, StatusCode::SEE_OTHER, "{}", on.text);
        assert!(world.get("anna", &person).await.text.contains("<dd>uitgenodigd</dd>"));
    }
}

#[tokio::test]
async fn mail_that_is_held_shows_its_link_to_the_national_administrator() {
    for (_test, world) in worlds().await {
        let mut db = world.site.database().write().await.expect("a transaction");
        let mails = platform::jobs::page(&mut db, None, None, 10).await.expect("jobs");
        sqlx::query("update jobs set state = 'held', reason = 'mail-without-server'")
            .execute(&mut *db)
            .await
            .expect("held");
        db.commit().await.expect("kept");
        let list = world.get("marloes", "/operations").await;
        assert!(list.text.contains("geen mailserver"), "{}", list.text);
        let mut found = None;
        for mail in &mails {
            let job = format!("/operations/jobs/{}", mail.id);
            let page = world.get("marloes", &job).await;
            // The other one is an offer to somebody with an account: no link that opens it.
            found = found.or(page.text.contains("https://zicht.example/invitation/").then_some(job));
        }
        let job = found.expect("the invitation");
        assert_eq!(world.count("mail.seen").await, 2);
        let retried = world.post("marloes", &format!("{job}/retry"), "").await;
        assert_eq!(retried.location, "/operations?done=job-retried");
        assert_eq!(world.count("job.retried").await, 1);
        assert_eq!(world.get("anna", &job).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn mail_from_before_there_was_a_mail_server_goes_with_one_button() {
    for test in testkit::databases().await {
        let settings = Settings { has_mail: true, ..Settings::at(HOME) };
        let world = World::with(test.open().await, settings).await;
        let mut db = world.site.database().write().await.expect("a transaction");
        sqlx::query("update jobs set state = 'held', reason = 'mail-without-server'")
            .execute(&mut *db)
            .await
            .expect("held");
        db.commit().await.expect("kept");
        let list = world.get("marloes", "/operations").await;
        assert!(list.text.contains("/operations/held-mail\""), "{}", list.text);
        assert!(!list.text.contains("Er staat geen mailserver"), "a reason that is no longer true");
        assert_eq!(world.post("anna", "/operations/held-mail", "").await.status, StatusCode::FORBIDDEN);
        let sent = world.post("marloes", "/operations/held-mail", "").await;
        assert_eq!(sent.location, "/operations?done=mail-released", "{}", sent.text);
        assert_eq!(world.count("mail.released").await, 1);
        let after = world.get("marloes", "/operations").await;
        assert!(!after.text.contains("/operations/held-mail\""), "{}", after.text);
        let again = world.post("marloes", "/operations/held-mail", "").await;
        assert_eq!(again.location, "/operations?done=job-not-waiting");
    }
}

#[tokio::test]
async fn a_trail_that_is_not_whole_is_told_where_the_administrator_looks() {
    for (_test, world) in worlds().await {
        for (problems, told) in [(0, false), (2, true)] {
            let mut db = world.site.database().write().await.expect("a transaction");
            let detail = serde_json::json!({ "problems": problems });
            let event = audit::Event::new("audit.verified", world.site.now(), audit::Who::Nobody);
            audit::record(&mut db, &event.detail(detail)).await.expect("an event");
            db.commit().await.expect("kept");
            let page = world.get("marloes", "/operations").await;
            assert_eq!(page.text.contains("zicht audit verify"), told, "{}", page.text);
            assert_eq!(page.text.contains("er zijn afwijkingen"), told);
        }
    }
}

#[tokio::test]
async fn nothing_that_is_recorded_holds_a_name_or_an_address() {
    for (_test, world) in worlds().await {
        let wijchen = world.organisation("Wijchen").await;
        let path = format!("/organisations/{wijchen}/people/invite");
        world.post("anna", &path, "name=Geheim+Persoon&email=geheim%40example.nl&lang=nl&role=editor").await;
        world.get("wim", "/audit?kind=Geheim").await;
        let mut db = world.site.database().read().await.expect("a connection");
        let filter = Filter { organisations: Scope::All, ..Filter::default() };
        for row in audit::page(&mut db, &filter, None, 500).await.expect("events") {
            let text = format!("{row:?}").to_lowercase();
            for personal in ["geheim", "@example", "anna", "verhoeven"] {
                assert!(!text.contains(personal), "{text}");
            }
        }
    }
}
