//! A database that does not answer for now, as against one that refuses what it is asked.

use std::error::Error;
use std::io;

/// Whether the error, or what lies under it, says that the database can't do its work now and may do so again
/// later: it restarts, another server takes its place, every connection is in use, its disk is full.
#[must_use]
pub fn is_away(error: &(dyn Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        let told = error.downcast_ref().is_some_and(database_is_away);
        if told || error.is::<io::Error>() || is_told_by_words(error) {
            return true;
        }
        next = error.source();
    }
    false
}

/// By its words, because an error that only hands on another one hides what it is.
fn is_told_by_words(error: &(dyn Error + 'static)) -> bool {
    let words = error.to_string();
    let known = [sqlx::Error::PoolTimedOut, sqlx::Error::PoolClosed].map(|known| known.to_string());
    known.iter().any(|known| words.contains(known)) || words.contains(HUNG_UP)
}

/// What sqlx makes of a server that goes down between a connection and its first answer.
const HUNG_UP: &str = "unexpected response from SSLRequest";

/// What the database itself says by its code.
///
/// PostgreSQL (<https://www.postgresql.org/docs/current/errcodes-appendix.html>): connections (08), too little
/// room or too many connections (53), the server stops or starts (57P), it became a standby (25006). SQLite
/// (<https://www.sqlite.org/rescode.html#full>): the disk is full (13).
#[expect(clippy::borrowed_box, reason = "the type that stands in the chain of causes")]
fn database_is_away(error: &Box<dyn sqlx::error::DatabaseError>) -> bool {
    let code = error.code().unwrap_or_default();
    let of_server = ["08", "53", "57P", "25006"].iter().any(|known| code.starts_with(known));
    code == "13" || (code.len() == 5 && of_server)
}

#[cfg(test)]
mod tests {
    use sqlx::Connection as _;
    use tokio::io::AsyncReadExt as _;

    use super::*;
    use crate::DatabaseError;

    #[tokio::test]
    async fn a_server_that_hangs_up_on_the_first_word_may_be_back() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("postgres://zicht@{}/zicht", listener.local_addr().unwrap());
        let hang_up = async {
            let (mut stream, _) = listener.accept().await.unwrap();
            // Whether it may be encrypted: eight bytes. Read, so that the end comes as an end and not as an error.
            stream.read_exact(&mut [0; 8]).await.unwrap();
        };
        sqlx::any::install_default_drivers();
        let (connected, ()) = tokio::join!(crate::Connection::connect(&address), hang_up);
        let error = connected.err().unwrap();
        assert!(is_away(&error), "{error:?}");
    }

    #[test]
    fn what_may_be_back_is_told_from_what_is_wrong() {
        let lost = || sqlx::Error::Io(io::Error::from(io::ErrorKind::ConnectionReset));
        assert!(is_away(&lost()) && is_away(&DatabaseError::from(lost())));
        assert!(is_away(&DatabaseError::from(sqlx::Error::PoolTimedOut)));
        assert!(!is_away(&sqlx::Error::RowNotFound) && !is_away(&DatabaseError::Busy));
    }
}
