//! A mail server that keeps what it gets, with as much of SMTP (RFC 5321) as one polite client needs.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// The mails so far, each as it came over the line.
#[derive(Debug, Clone)]
pub struct Mailbox {
    pub address: SocketAddr,
    mails: Arc<Mutex<Vec<String>>>,
    told: Arc<Mutex<Vec<String>>>,
}

impl Mailbox {
    /// Listens on a free port of this machine, until the test ends.
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let mailbox = Self { address, mails: Arc::default(), told: Arc::default() };
        let kept = mailbox.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let kept = kept.clone();
                // Whoever hangs up in the middle has sent nothing.
                std::thread::spawn(move || converse(&stream, &kept));
            }
        });
        mailbox
    }

    /// Every mail so far.
    pub fn mails(&self) -> Vec<String> {
        self.mails.lock().unwrap().clone()
    }

    /// Every command so far.
    pub fn told(&self) -> Vec<String> {
        self.told.lock().unwrap().clone()
    }

    /// The `Message-ID` of every mail so far, in the order of arrival.
    pub fn ids(&self) -> Vec<String> {
        let id = |mail: &String| {
            let line = mail.lines().find(|line| line.to_lowercase().starts_with("message-id:"));
            line.map_or_else(String::new, |line| line["message-id:".len()..].trim().to_owned())
        };
        self.mails.lock().unwrap().iter().map(id).collect()
    }

    /// The lines of `zicht.toml` that send mail here.
    pub fn settings(&self) -> String {
        format!(
            "\n[smtp]\nhost = \"127.0.0.1\"\nport = {}\nsecurity = \"none\"\nfrom = \"Zicht <zicht@example.org>\"\n",
            self.address.port()
        )
    }
}

fn converse(stream: &TcpStream, mailbox: &Mailbox) -> Option<()> {
    let mut out = stream;
    let mut say = |text: &str| out.write_all(format!("{text}\r\n").as_bytes()).ok();
    say("220 mailbox")?;
    let mut mail: Option<String> = None;
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        if let Some(text) = &mut mail {
            if line == "." {
                mailbox.mails.lock().unwrap().push(std::mem::take(text));
                mail = None;
                say("250 kept")?;
            } else {
                text.push_str(line.strip_prefix('.').unwrap_or(&line));
                text.push('\n');
            }
            continue;
        }
        mailbox.told.lock().unwrap().push(line.clone());
        match line.get(..4).unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" => say("250-mailbox\r\n250-AUTH PLAIN\r\n250 8BITMIME")?,
            "AUTH" => say("235 come in")?,
            "DATA" => {
                mail = Some(String::new());
                say("354 go on, end with a dot")?
            }
            "QUIT" => return say("221 bye"),
            _ => say("250 ok")?,
        };
    }
    None
}
