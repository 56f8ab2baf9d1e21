//! The log tells how the site does, and nothing about who visits it.
//!
//! A binary of its own: while another test first meets a line of the log, a listener that comes at that moment
//! may never hear it.

use std::io;
use std::sync::{Arc, Mutex};

use tracing_subscriber::fmt::MakeWriter;

#[allow(dead_code)] // what the other tests need
#[path = "visitors/world.rs"]
mod world;

use world::{World, encoded};

/// Everything that was logged.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Lines {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("no panic")).into_owned()
    }
}

#[tokio::test]
async fn a_request_is_one_line_with_its_number_and_the_pattern_of_its_address() {
    let lines = Lines::default();
    let subscriber = tracing_subscriber::fmt().json().with_writer(lines.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let world = World::new();
    let answer = world.get("/en/people/geheim-1?token=geheim-2", &[("cookie", "__Host-zicht=geheim3")]).await;
    let id = answer.headers["x-request-id"].to_str().expect("text").to_owned();
    let text = lines.text();
    let requests: Vec<&str> = text.lines().filter(|line| line.contains("\"route\"")).collect();
    assert_eq!(requests.len(), 1, "{text}");
    for part in ["\"method\":\"GET\"", "\"route\":\"/people/{id}\"", "\"status\":303", "\"ms\":", &id] {
        assert!(requests[0].contains(part), "{part}: {}", requests[0]);
    }

    world.get("/nowhere/geheim-4", &[("user-agent", "geheim-5"), ("referer", "https://geheim-6/")]).await;
    let body = encoded(&[
        ("form_token", &world.token("reader").await),
        ("name", "geheim-7"),
        ("password", "geheim-8"),
    ]);
    world.post("/account", &[("cookie", "__Host-zicht=reader")], &body).await;
    world.get("/account", &[("cookie", "__Host-zicht=breaks")]).await;
    let text = lines.text();
    assert!(text.contains("a page failed"), "{text}");
    assert!(!text.contains("geheim"), "{text}");
    assert!(!text.contains("Anna"), "{text}");
}
