//! Mail through the queue to a mail server that takes it, refuses it, or is not there.

mod server;

use std::sync::Arc;

use kernel::{Clock as _, JobId, Lang};
use platform::config::{Secret, Security, Smtp};
use platform::jobs::{self, BACK_OFF, Row, State, Worker};
use platform::mail::{self, Mail, Mailer};
use platform::{Database, Keys};
use server::{Answer, Server};
use testkit::{HandClock, SeededEntropy, TestDatabase};

struct Bench {
    _test: TestDatabase,
    database: Database,
    clock: HandClock,
    entropy: Arc<SeededEntropy>,
    keys: Keys,
}

impl Bench {
    async fn new() -> Self {
        let test = testkit::sqlite();
        let entropy = Arc::new(SeededEntropy::new(7));
        Self {
            database: test.open().await,
            _test: test,
            clock: HandClock::at("2026-11-22T12:00:00Z"),
            keys: Keys::generate(&*entropy),
            entropy,
        }
    }

    async fn put(&self, mail: &Mail) -> JobId {
        let mut writer = self.database.write().await.expect("a writer");
        let now = self.clock.now();
        let key = Some("invitation:1".to_owned());
        let id = mail::send_later(&mut writer, &self.keys, mail, key, now, &*self.entropy).await;
        writer.commit().await.expect("a commit");
        id.expect("an insert").expect("a new mail")
    }

    fn worker(&self, mailer: Mailer) -> Worker {
        let (clock, entropy) = (Arc::new(self.clock.clone()), Arc::clone(&self.entropy));
        Worker::new(self.database.clone(), clock, entropy, self.keys.clone())
            .handle_external(mail::KIND, mailer.handler())
    }

    async fn row(&self, id: JobId) -> Row {
        let mut reader = self.database.read().await.expect("a reader");
        jobs::find(&mut reader, id).await.expect("a query").expect("the job is there")
    }

    /// Sends one mail once, and gives how its job stands.
    async fn sent(&self, mailer: Mailer) -> Row {
        let id = self.put(&invitation()).await;
        self.worker(mailer).run_due().await.expect("a database");
        self.row(id).await
    }
}

fn invitation() -> Mail {
    Mail {
        to: "ada@gemeente.example".to_owned(),
        subject: "Uitnodiging voor Zicht: coördinator".to_owned(),
        text: "Hallo Ada,\n\nOpen https://zicht.example.nl/invitation/abc\n".to_owned(),
        html: "<p>Hallo Ada, <a href=\"https://zicht.example.nl/invitation/abc\">open</a></p>".to_owned(),
        lang: Lang::Nl,
    }
}

fn settings(port: u16, security: Security) -> Smtp {
    Smtp {
        host: "127.0.0.1".to_owned(),
        port,
        security,
        sign_in: None,
        from: "Zicht <zicht@zicht.example.nl>".to_owned(),
    }
}

fn mailer(server: &Server) -> Mailer {
    Mailer::smtp(&settings(server.port, Security::None)).expect("a mailer")
}

/// State and reason of a mail to a server that answers in this way.
async fn outcome(answer: Answer) -> (State, String) {
    let (bench, server) = (Bench::new().await, Server::start(answer).await);
    let row = bench.sent(mailer(&server)).await;
    let reason = row.reason.map(|reason| reason.to_string()).unwrap_or_default();
    assert!(!reason.contains("ada"), "a reason names no address: {reason}");
    (row.state, reason)
}

#[tokio::test]
async fn a_mail_arrives_as_text_and_html_with_the_id_of_its_job() {
    let (bench, server) = (Bench::new().await, Server::start(|_, _| None).await);
    let row = bench.sent(mailer(&server)).await;
    assert_eq!(row.state, State::Done);
    let heard = server.heard();
    for part in [
        "MAIL FROM:<zicht@zicht.example.nl>",
        "RCPT TO:<ada@gemeente.example>",
        "From: Zicht <zicht@zicht.example.nl>",
        "Subject: Uitnodiging voor Zicht: =?utf-8?b?",
        "Date: Sun, 22 Nov 2026 12:00:00 +0000",
        "Auto-Submitted: auto-generated",
        "Content-Language: nl",
        "Content-Type: multipart/alternative",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Type: text/html; charset=utf-8",
        "Open https://zicht.example.nl/invitation/abc",
    ] {
        assert!(heard.contains(part), "{part} is not in\n{heard}");
    }
    assert!(heard.contains(&format!("Message-ID: <{}@zicht.example.nl>", row.id)), "{heard}");
}

#[tokio::test]
async fn a_server_that_greylists_gets_the_same_mail_again_later() {
    let bench = Bench::new().await;
    let server = Server::start(|connection, command| {
        (connection == 0 && command.starts_with("RCPT"))
            .then_some("451 4.7.1 greylisted, ada@gemeente.example")
    });
    let server = server.await;
    let id = bench.put(&invitation()).await;
    // Another mailer each time is another connection each time.
    bench.worker(mailer(&server)).run_due().await.expect("a database");
    let row = bench.row(id).await;
    assert_eq!((row.state, row.attempts), (State::Waiting, 1));
    assert_eq!(row.reason.expect("a reason").to_string(), "mail-later 451");
    bench.clock.advance(BACK_OFF[0]);
    bench.worker(mailer(&server)).run_due().await.expect("a database");
    assert_eq!(bench.row(id).await.state, State::Done);
    assert!(server.heard().contains(&format!("Message-ID: <{id}@")));
}

#[tokio::test]
async fn a_mail_that_is_refused_is_stuck_at_once_with_the_code_and_without_the_address() {
    let answer: Answer =
        |_, command| command.starts_with("RCPT").then_some("550 5.1.1 <ada@gemeente.example>: user unknown");
    assert_eq!(outcome(answer).await, (State::Stuck, "mail-refused 550".to_owned()));
    let answer: Answer = |_, command| (command == "END").then_some("554 5.7.1 spam");
    assert_eq!(outcome(answer).await, (State::Stuck, "mail-refused 554".to_owned()));
}

#[tokio::test]
async fn a_server_in_trouble_is_tried_again() {
    let answer: Answer = |_, command| (command == "GREETING").then_some("421 too busy");
    assert_eq!(outcome(answer).await, (State::Waiting, "mail-later 421".to_owned()));
    let answer: Answer = |_, command| (command == "GREETING").then_some("what do you want?");
    assert_eq!(outcome(answer).await, (State::Waiting, "mail-connection".to_owned()));
}

#[tokio::test]
async fn a_wrong_password_is_for_the_administrator_and_the_mail_waits() {
    let bench = Bench::new().await;
    let server = Server::start(|_, command| command.starts_with("AUTH").then_some("535 5.7.8 no"));
    let server = server.await;
    let mut settings = settings(server.port, Security::None);
    settings.sign_in = Some(("zicht".to_owned(), Secret::new("geheim")));
    let row = bench.sent(Mailer::smtp(&settings).expect("a mailer")).await;
    assert_eq!(row.state, State::Waiting);
    assert_eq!(row.reason.expect("a reason").to_string(), "mail-sign-in 535");
    assert!(!format!("{settings:?}").contains("geheim"));
}

#[tokio::test]
async fn without_tls_nothing_is_said_to_a_server_that_should_have_it() {
    for security in [Security::StartTls, Security::Tls] {
        let (bench, server) = (Bench::new().await, Server::start(|_, _| None).await);
        let settings = Smtp {
            sign_in: Some(("zicht".to_owned(), Secret::new("geheim"))),
            ..settings(server.port, security)
        };
        let row = bench.sent(Mailer::smtp(&settings).expect("a mailer")).await;
        assert_eq!(row.state, State::Waiting);
        assert_eq!(row.reason.expect("a reason").to_string(), "mail-tls", "{security:?}");
        let heard = server.heard();
        assert!(!heard.contains("AUTH") && !heard.contains("MAIL"), "{heard}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_tried_again() {
    let bench = Bench::new().await;
    // A port that was given out and given back is free for a while.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let free = listener.local_addr().expect("an address").port();
    drop(listener);
    let row = bench.sent(Mailer::smtp(&settings(free, Security::None)).expect("a mailer")).await;
    assert_eq!(row.state, State::Waiting);
    assert_eq!(row.reason.expect("a reason").to_string(), "mail-connection");
}

#[tokio::test]
async fn without_a_mail_server_a_mail_is_held_and_can_be_read_and_sent_later() {
    let bench = Bench::new().await;
    let row = bench.sent(Mailer::none()).await;
    assert_eq!(row.state, State::Held);
    assert_eq!(row.reason.expect("a reason").to_string(), "mail-without-server");
    let read = async || {
        let mut reader = bench.database.read().await.expect("a reader");
        mail::read(&mut reader, &bench.keys, row.id).await.expect("a query")
    };
    assert_eq!(read().await, Some(invitation()));

    let server = Server::start(|_, _| None).await;
    let mut writer = bench.database.write().await.expect("a writer");
    assert!(jobs::retry(&mut writer, row.id, bench.clock.now()).await.expect("an update"));
    writer.commit().await.expect("a commit");
    bench.worker(mailer(&server)).run_due().await.expect("a database");
    assert_eq!(bench.row(row.id).await.state, State::Done);
    assert_eq!(read().await, None, "what is sent is no longer kept");
}

#[tokio::test]
async fn an_address_that_is_none_is_stuck_at_once() {
    let (bench, server) = (Bench::new().await, Server::start(|_, _| None).await);
    let id = bench.put(&Mail { to: "ada".to_owned(), ..invitation() }).await;
    bench.worker(mailer(&server)).run_due().await.expect("a database");
    let row = bench.row(id).await;
    assert_eq!(
        (row.state, row.reason.expect("a reason").to_string()),
        (State::Stuck, "mail-address".to_owned())
    );
}

#[test]
fn a_preview_is_what_would_be_sent_and_a_subject_adds_no_headers() {
    let now = "2026-11-22T12:00:00Z".parse().expect("a moment");
    let mail = Mail { subject: "Hallo\r\nBcc: eve@example.org".to_owned(), ..invitation() };
    let text = mail::preview(&mail, "zicht@example.nl", now).expect("a mail");
    assert!(text.contains("To: ada@gemeente.example\r\n"), "{text}");
    assert!(!text.lines().any(|line| line.starts_with("Bcc:")), "{text}");
    assert_eq!(mail::preview(&invitation(), "nobody", now), None);
    assert_eq!(format!("{mail:?}"), "Mail(..)");
}
