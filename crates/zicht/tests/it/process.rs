//! The real program as a process, and a browser of few words to talk with it.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A running `zicht`, killed when dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// What it has written on its standard error: the log.
    pub log: Arc<Mutex<String>>,
}

impl Server {
    /// Starts it with these words and waits until it prints where it listens.
    pub fn start(folder: &Path, words: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_zicht"))
            .args(words)
            .envs(environment.iter().copied())
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        keep(child.stderr.take().unwrap(), Arc::clone(&log));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.by_ref().map_while(Result::ok).find_map(|line| address_in(&line));
        let Some(address) = address else {
            let status = child.wait().unwrap();
            panic!("zicht {words:?} prints no address ({status}):\n{}", log.lock().unwrap());
        };
        // What it prints later must not fill the pipe.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Self { child, address, log }
    }

    /// Stops it at once, as a power cut would: SIGKILL.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Sends it a signal, such as `HUP`.
    pub fn signal(&self, name: &str) {
        let words = ["-s", name, &self.child.id().to_string()];
        assert!(Command::new("kill").args(words).status().unwrap().success());
    }

    /// Waits until it has ended, and gives its exit code.
    pub fn ended(&mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }

    /// Whether these words come by in the log; waits for them.
    pub fn logs(&self, words: &str) -> bool {
        (0..600).any(|_| {
            let there = self.log.lock().unwrap().contains(words);
            if !there {
                std::thread::sleep(Duration::from_millis(50));
            }
            there
        })
    }

    /// Asks it to stop (SIGTERM), waits, and gives what it logged.
    pub fn stop(mut self) -> String {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success());
        let status = self.child.wait().unwrap();
        assert!(status.success(), "{status}: {}", self.log.lock().unwrap());
        self.log.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port of this machine that nobody uses now.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn keep(mut stream: impl std::io::Read + Send + 'static, log: Arc<Mutex<String>>) {
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(length @ 1..) = stream.read(&mut bytes) {
            log.lock().unwrap().push_str(&String::from_utf8_lossy(&bytes[..length]));
        }
    });
}

fn address_in(line: &str) -> Option<SocketAddr> {
    let rest = line.split("://127.0.0.1:").nth(1)?;
    let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some(SocketAddr::from(([127, 0, 0, 1], port.parse().ok()?)))
}

/// An answer of the program.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Reply {
    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.headers.iter().find(|(name, _)| name == "location").map_or("", |(_, value)| value)
    }

    /// What a hidden field of the page holds.
    pub fn hidden(&self, name: &str) -> String {
        hidden(&self.body, name).unwrap_or_else(|| panic!("no field {name} in:\n{}", self.body))
    }
}

/// What the hidden field holds, wherever its attributes stand, as a browser sends it.
pub fn hidden(page: &str, name: &str) -> Option<String> {
    let field = page
        .split("<input")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .find(|field| field.contains("type=\"hidden\"") && field.contains(&format!("name=\"{name}\"")))?;
    let value = field.split("value=\"").nth(1)?.split('"').next()?;
    let signs = [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
    Some(signs.iter().fold(value.to_owned(), |value, (sign, letter)| value.replace(sign, letter)))
}

/// What the body of a form is.
const FORM: &str = "application/x-www-form-urlencoded";

/// A browser that keeps cookies and shows nothing.
#[derive(Debug, Clone)]
pub struct Browser {
    address: SocketAddr,
    pub cookies: HashMap<String, String>,
}

impl Browser {
    /// A browser without cookies.
    pub fn new(address: SocketAddr) -> Self {
        Self { address, cookies: HashMap::new() }
    }

    /// Keeps a cookie, as `name=value`.
    pub fn take_cookie(&mut self, cookie: &str) {
        let (name, value) = cookie.split_once('=').unwrap();
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// The same browser at another instance, as behind a proxy that sends each request where it likes.
    pub fn at(&self, address: SocketAddr) -> Self {
        Self { address, cookies: self.cookies.clone() }
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str) -> Reply {
        self.ask("GET", path, None).unwrap()
    }

    /// Asks for a page; an error if the connection ends before the whole answer came.
    pub fn try_get(&mut self, path: &str) -> std::io::Result<Reply> {
        self.ask("GET", path, None)
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.try_post(path, fields).unwrap()
    }

    /// Sends a form; an error if the connection ends before the whole answer came.
    pub fn try_post(&mut self, path: &str, fields: &[(&str, &str)]) -> std::io::Result<Reply> {
        let body = fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        self.ask("POST", path, Some((FORM, body.collect::<Vec<_>>().join("&"))))
    }

    /// Sends a form with a file in the field `file`.
    pub fn post_file(&mut self, path: &str, token: &str, content: &str) -> Reply {
        let part = |name: &str, value: &str| {
            format!("--x\r\ncontent-disposition: form-data; name={name}\r\n\r\n{value}\r\n")
        };
        let file = part("file; filename=file.txt", content);
        let body = format!("{}{file}--x--\r\n", part("form_token", token));
        self.ask("POST", path, Some(("multipart/form-data; boundary=x", body))).unwrap()
    }

    fn ask(&mut self, method: &str, path: &str, form: Option<(&str, String)>) -> std::io::Result<Reply> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (address, (kind, body)) = (self.address, form.unwrap_or((FORM, String::new())));
        // HTTP/1.0, so that the answer comes in one piece and the connection ends with it.
        write!(
            stream,
            "{method} {path} HTTP/1.0\r\nHost: {address}\r\nOrigin: http://{address}\r\nSec-Fetch-Site: same-origin\r\n\
             Cookie: {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
            cookies.join("; "),
            body.len(),
        )?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        let reply = parse(&text).ok_or(std::io::ErrorKind::UnexpectedEof)?;
        for (_, cookie) in reply.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, value) =
                cookie.split(';').next().unwrap_or_default().split_once('=').unwrap_or_default();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        Ok(reply)
    }
}

fn parse(text: &str) -> Option<Reply> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    // Half an answer is no answer.
    let length =
        headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    (length.is_none_or(|length: usize| body.len() >= length)).then(|| Reply {
        status,
        headers,
        body: body.to_owned(),
    })
}

/// A text as it stands in an address or a form.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
