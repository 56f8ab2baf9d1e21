//! A client of few words that keeps its connections, so that what is measured is the program.

use std::io;
use std::net::SocketAddr;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::asking::session_cookie;

/// A connection that was silent for longer may be closed by the server at the moment that it is used.
const FRESH: Duration = Duration::from_secs(5);

/// Asks one server.
#[derive(Debug)]
pub struct Client {
    address: SocketAddr,
    idle: Mutex<Vec<(Instant, TcpStream)>>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What came over the wire: head and body, as compressed as they came.
    pub fn wire(&self) -> usize {
        self.head.len() + self.body.len()
    }
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        Self { address, idle: Mutex::default() }
    }

    /// Asks for a page, as whoever has this session; `more` are further headers, each with its line end.
    pub async fn get(&self, path: &str, session: &str, more: &str) -> io::Result<Answer> {
        self.ask(&format!("GET {path} HTTP/1.1\r\n{}{more}\r\n", self.headers(session))).await
    }

    /// Sends a form as the script of the page does.
    pub async fn save(&self, path: &str, session: &str, form: &str) -> io::Result<Answer> {
        let (headers, length) = (self.headers(session), form.len());
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\n{headers}Accept: application/json\r\nContent-Type: \
             application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
        ))
        .await
    }

    fn headers(&self, session: &str) -> String {
        let (address, cookie) = (self.address, session_cookie(session));
        format!(
            "Host: {address}\r\nOrigin: http://{address}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n"
        )
    }

    async fn ask(&self, request: &str) -> io::Result<Answer> {
        let idle = self.idle.lock().unwrap().pop().filter(|(since, _)| since.elapsed() < FRESH);
        let mut stream = match idle {
            Some((_, stream)) => stream,
            None => {
                let stream = TcpStream::connect(self.address).await?;
                stream.set_nodelay(true)?;
                stream
            }
        };
        stream.write_all(request.as_bytes()).await?;
        let answer = read(&mut stream).await?;
        self.idle.lock().unwrap().push((Instant::now(), stream));
        Ok(answer)
    }
}

async fn read(stream: &mut TcpStream) -> io::Result<Answer> {
    let mut bytes = Vec::with_capacity(16 * 1024);
    loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end + 4]).to_lowercase();
            let mut body = bytes.split_off(end + 4);
            let length = head.split("content-length:").nth(1).and_then(|rest| rest.lines().next());
            let length: Option<usize> = length.and_then(|length| length.trim().parse().ok());
            let whole = |body: &[u8]| match length {
                Some(length) => body.len() >= length,
                None => !head.contains("chunked") || body.ends_with(b"0\r\n\r\n"),
            };
            while !whole(&body) {
                more(stream, &mut body).await?;
            }
            let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
            return Ok(Answer { status: status.ok_or(io::ErrorKind::InvalidData)?, head, body });
        }
        more(stream, &mut bytes).await?;
    }
}

async fn more(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> io::Result<()> {
    match stream.read_buf(bytes).await? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(()),
    }
}
