//! A mail server of a few lines on this machine, that takes or refuses as the test likes.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What the server answers to a command; `None`: what a server that takes everything answers.
pub type Answer = fn(connection: usize, command: &str) -> Option<&'static str>;

pub struct Server {
    pub port: u16,
    heard: Arc<Mutex<Vec<String>>>,
    task: tokio::task::JoinHandle<()>,
}

impl Server {
    pub async fn start(answer: Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let all = Arc::clone(&heard);
        let task = tokio::spawn(async move {
            for connection in 0.. {
                let (stream, _) = listener.accept().await.expect("a connection");
                tokio::spawn(talk(stream, connection, answer, Arc::clone(&all)));
            }
        });
        Self { port, heard, task }
    }

    /// Every line that was said to it.
    pub fn heard(&self) -> String {
        self.heard.lock().expect("the list").join("\n")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn talk(stream: TcpStream, connection: usize, answer: Answer, heard: Arc<Mutex<Vec<String>>>) {
    let (input, mut output) = stream.into_split();
    let mut lines = BufReader::new(input).lines();
    let mut command = "GREETING".to_owned();
    loop {
        let usual = match command.split(' ').next().unwrap_or_default() {
            "GREETING" => "220 mail.example.nl",
            "EHLO" => "250-mail.example.nl\r\n250-AUTH PLAIN\r\n250 8BITMIME",
            "AUTH" => "235 welcome",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 fine",
        };
        let in_message = command == "DATA";
        let said = answer(connection, &command).unwrap_or(usual);
        if output.write_all(format!("{said}\r\n").as_bytes()).await.is_err() {
            return;
        }
        loop {
            // What is no text, such as the beginning of TLS, ends the conversation.
            let Ok(Some(line)) = lines.next_line().await else { return };
            heard.lock().expect("the list").push(line.clone());
            if !in_message {
                command = line;
                break;
            }
            if line == "." {
                "END".clone_into(&mut command);
                break;
            }
        }
    }
}
