//! An OpenID provider that tells where it is and exchanges no code. Real ones are in `e2e` and in the tests of
//! `accounts`.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use serde_json::json;

/// The provider, and what it was sent.
#[derive(Debug)]
pub struct Provider {
    pub issuer: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Provider {
    /// Listens on a free port of this machine, until the test ends.
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let provider = Self { issuer: issuer.clone(), asked: Arc::default() };
        let asked = Arc::clone(&provider.asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                // Whoever hangs up in the middle is answered nothing.
                let _ = answer(&stream, &issuer, &asked);
            }
        });
        provider
    }

    /// The body of every request so far.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn answer(stream: &TcpStream, issuer: &str, asked: &Mutex<Vec<String>>) -> Option<()> {
    let mut input = BufReader::new(stream);
    let mut first = String::new();
    input.read_line(&mut first).ok()?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        input.read_line(&mut line).ok()?;
        let line = line.trim().to_lowercase();
        if line.is_empty() {
            break;
        }
        length = line.strip_prefix("content-length:").map_or(length, |text| text.trim().parse().unwrap());
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body).ok()?;
    let body = String::from_utf8_lossy(&body).into_owned();
    let (status, said) = match first.split(' ').nth(1)? {
        "/.well-known/openid-configuration" => (
            "200 OK",
            json!({
                "issuer": issuer,
                "authorization_endpoint": format!("{issuer}/authorize"),
                "token_endpoint": format!("{issuer}/token"),
                "jwks_uri": format!("{issuer}/keys"),
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["EdDSA"],
            }),
        ),
        "/keys" => ("200 OK", json!({ "keys": [] })),
        // It repeats what it was sent, as careless ones do.
        _ => ("400 Bad Request", json!({ "error": "invalid_grant", "error_description": body })),
    };
    asked.lock().unwrap().push(body);
    let said = said.to_string();
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        said.len()
    );
    let mut out = stream;
    out.write_all(head.as_bytes()).and_then(|()| out.write_all(said.as_bytes())).ok()
}
