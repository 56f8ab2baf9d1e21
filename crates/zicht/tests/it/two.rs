//! Two processes on one PostgreSQL: what one does, the other knows.

use kernel::Role;

use crate::installation::{self, Installation, two_ports};
use crate::mailbox::Mailbox;
use crate::process::Server;

/// Two servers of one installation.
async fn two(seed: u64, more: &str) -> (Installation, Server, Server) {
    let installation = Installation::settle(testkit::postgres().await, seed).await;
    let (one, two) = two_ports();
    let servers = (installation.serve(one, more), installation.serve(two, more));
    (installation, servers.0, servers.1)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_holds_at_both_and_signing_out_at_one_ends_it_at_both() {
    let (installation, a, b) = two(21, "").await;
    let member = installation.society.member(&installation.society.home, Role::Administrator).clone();
    let mut at_a = installation.browser(a.address, &member).await;
    let mut at_b = at_a.at(b.address);
    assert_eq!((at_a.get("/account").status, at_b.get("/account").status), (200, 200));
    // A form that A printed is taken by B.
    let token = at_a.get("/account").hidden("form_token");
    assert_eq!(at_b.post("/sign-out", &[("form_token", &token)]).status, 303);
    // The browser at A has not heard of it: its cookie is still there, and worth nothing.
    let mut with_old_cookie = at_a.at(b.address);
    for browser in [&mut at_a, &mut with_old_cookie] {
        let answer = browser.get("/account");
        assert!(answer.status == 303 && answer.location().starts_with("/sign-in"), "{}", answer.status);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_goes_out_once_whoever_sends_it() {
    let mailbox = Mailbox::open();
    let installation = Installation::settle(testkit::postgres().await, 22).await;
    let now = kernel::Clock::now(&zicht::SystemClock);
    let entropy = testkit::SeededEntropy::new(23);
    let mut db = installation.database.write().await.unwrap();
    for number in 0..20 {
        let mail = platform::mail::Mail {
            to: format!("to{number}@example.org"),
            subject: "Proef".to_owned(),
            text: "Tekst".to_owned(),
            html: "<p>Tekst</p>".to_owned(),
            lang: kernel::Lang::Nl,
        };
        let key = Some(format!("two-{number}"));
        platform::mail::send_later(&mut db, &installation.keys, &mail, key, now, &entropy).await.unwrap();
    }
    db.commit().await.unwrap();
    let (one, two) = two_ports();
    let servers = [one, two].map(|port| installation.serve(port, &mailbox.settings()));
    crate::wait_until("all mails are sent", || mailbox.ids().len() >= 20);
    for server in servers {
        server.stop();
    }
    let mut ids = mailbox.ids();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((ids.len(), mailbox.ids().len()), (20, 20));
}

#[tokio::test(flavor = "multi_thread")]
async fn failed_sign_ins_at_both_count_together() {
    let (installation, a, b) = two(24, "").await;
    let member = installation.society.member(&installation.society.home, Role::Editor).clone();
    let mut browser = crate::process::Browser::new(a.address);
    let mut said = Vec::new();
    for attempt in 0..8 {
        let mut here = browser.at(if attempt % 2 == 0 { a.address } else { b.address });
        let token = here.get("/sign-in").hidden("form_token");
        let fields =
            [("form_token", &*token), ("email", &*member.email), ("password", "verkeerd wachtwoord 12")];
        said.push(here.post("/sign-in", &fields).status);
        browser = here;
    }
    // Five in a minute, wherever they are tried; then somebody has to wait.
    assert_eq!(said, [422, 422, 422, 422, 422, 429, 429, 429]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_that_start_at_once_on_an_empty_database_make_its_tables_once() {
    let test = testkit::postgres().await;
    let (folder, address) = Installation::unsettled(&test);
    let (one, two) = two_ports();
    std::thread::scope(|scope| {
        let started = [one, two].map(|port| {
            let (folder, address) = (folder.path(), address.as_str());
            scope.spawn(move || installation::serve(folder, address, port, ""))
        });
        for server in started {
            let server = server.join().unwrap();
            assert_eq!(crate::process::Browser::new(server.address).get("/").status, 200);
        }
    });
    let database = test.open().await;
    assert_eq!(database.missing_steps().await.unwrap(), Vec::<&str>::new());
}
