//! Connections to the PostgreSQL server that can be written to, wherever that is now.
//!
//! Several servers in an address are one primary and its standbys. While all is well only the primary is asked
//! for anything. Who has to wait for it looks round whether another one has taken its place, and goes there.

use std::io;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyPool, Connection as _};
use tokio::sync::Mutex;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};

use crate::servers::Servers;
use crate::session::{self, Use};
use crate::{Backend, Connection, is_away};

/// How long to wait for a connection before looking round, and how long what was seen then holds.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long a server may take to tell what it is.
const ANSWER: Duration = Duration::from_secs(2);

/// The connections, which move along when a standby takes over.
pub struct Primary {
    round: Arc<Round>,
    connections: u32,
    /// Which server is asked, and its connections.
    now: RwLock<(usize, AnyPool)>,
}

impl Primary {
    /// So many connections to the server at `place` in the list, made when somebody asks for them. `None` if
    /// there is no such place.
    pub fn new(round: &Arc<Round>, place: usize, connections: u32) -> Option<Self> {
        let first = pool(round, place, connections)?;
        Some(Self { round: Arc::clone(round), connections, now: RwLock::new((place, first)) })
    }

    /// Asks the primary; if it stays away and another took its place, the other.
    pub async fn ask<T, F>(&self, ask: impl Fn(AnyPool) -> F) -> Result<T, sqlx::Error>
    where
        F: Future<Output = Result<T, sqlx::Error>>,
    {
        loop {
            let (place, pool) = self.now();
            let moved = async {
                loop {
                    tokio::time::sleep(PATIENCE).await;
                    if self.has_moved(place).await {
                        return;
                    }
                }
            };
            // Both go on at once: who asks may have to look round too, and must not stand still while it has its turn.
            let answer = tokio::select! {
                answer = ask(pool) => Some(answer),
                () = moved => None,
            };
            match answer {
                None => {}
                Some(Err(error)) if is_away(&error) && self.has_moved(place).await => {}
                Some(answer) => return answer,
            }
        }
    }

    /// Waits for what is going on and closes every connection.
    pub async fn close(&self) {
        self.now().1.close().await;
    }

    fn now(&self) -> (usize, AnyPool) {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether another server than the one at `from` is the primary now; then the next question goes there.
    async fn has_moved(&self, from: usize) -> bool {
        let Some(found) = self.round.other_than(from).await else { return self.now().0 != from };
        let Some(pool) = pool(&self.round, found, self.connections) else { return false };
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        if now.0 != from {
            return true;
        }
        if now.1.is_closed() {
            return false;
        }
        tracing::warn!(server = self.round.name(found), "another server is the primary now");
        let (_, old) = std::mem::replace(&mut *now, (found, pool));
        // What still runs on the old connections fails by itself, and is not waited for here.
        tokio::spawn(async move { old.close().await });
        true
    }
}

/// Connections to one server, refused as long as it is not the primary.
fn pool(round: &Arc<Round>, place: usize, connections: u32) -> Option<AnyPool> {
    let options = round.servers.all().get(place)?.clone();
    let round = Arc::clone(round);
    let pool = AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(session::SERVER_WAIT)
        .after_connect(move |connection, _| {
            let round = Arc::clone(&round);
            Box::pin(async move {
                session::prepare(connection, Backend::PostgreSql, Use::Write).await?;
                // It may have come back after another one took its place, and not know that.
                if round.other_than(place).await.is_some() || round.is_past(connection).await? {
                    return Err(io::Error::from(io::ErrorKind::ConnectionRefused).into());
                }
                Ok(())
            })
        });
    Some(pool.connect_lazy_with(options))
}

/// Looking round among the servers; one for the whole program, so that all of it knows what was seen.
pub struct Round {
    servers: Servers,
    /// One looks, others wait for what it sees.
    seen: Mutex<Seen>,
}

/// What was seen.
#[derive(Default)]
struct Seen {
    /// When was last looked, and which was the primary.
    last: Option<(Instant, Option<usize>)>,
    /// The newest timeline of any primary so far. What still writes on an older one knows nothing of a takeover,
    /// also while the one that took over does not answer: what is saved there would be lost.
    newest: String,
    /// The server that is not used for that reason, which has been told.
    past: Option<usize>,
}

impl Round {
    /// Nothing seen yet.
    pub fn new(servers: Servers) -> Self {
        Self { servers, seen: Mutex::default() }
    }

    /// The place of the server that can be written to; `None` if nobody is seen who may be.
    pub async fn primary(&self) -> Option<usize> {
        let mut seen = self.seen.lock().await;
        if let Some((at, found)) = seen.last
            && at.elapsed() < PATIENCE
        {
            return found;
        }
        let found = newest(&self.servers).await;
        let past = found.as_ref().filter(|(timeline, _)| *timeline < seen.newest).map(|(_, place)| *place);
        if past.is_some() && past != seen.past {
            let server = past.map(|place| self.name(place)).unwrap_or_default();
            tracing::warn!(
                server,
                "an older primary is not used; to go back to it, start this program again"
            );
        }
        seen.past = past;
        let found = found.filter(|_| past.is_none()).map(|(timeline, place)| {
            seen.newest = timeline;
            place
        });
        seen.last = Some((Instant::now(), found));
        found
    }

    /// Whether this server writes on an older timeline than one that was seen.
    async fn is_past(&self, connection: &mut Connection) -> Result<bool, sqlx::Error> {
        let [_, _, ..] = self.servers.all() else { return Ok(false) };
        let timeline = timeline(connection).await?.unwrap_or_default();
        Ok(timeline < self.seen.lock().await.newest)
    }

    /// The place of the primary, if it is known to be another than this one.
    async fn other_than(&self, place: usize) -> Option<usize> {
        let [_, _, ..] = self.servers.all() else { return None };
        self.primary().await.filter(|found| *found != place)
    }

    /// For the log.
    fn name(&self, place: usize) -> String {
        self.servers.all().get(place).map_or_else(String::new, crate::servers::host)
    }
}

/// The newest timeline that is written on, and the place of the server that does. If more than one can be
/// written to, it is the one that became primary last: the other is an old one that came back before it was made
/// a standby.
async fn newest(servers: &Servers) -> Option<(String, usize)> {
    let mut asked = JoinSet::new();
    for (place, server) in servers.all().iter().cloned().enumerate() {
        asked.spawn(async move {
            let timeline = timeout(ANSWER, timeline_of(&server)).await.ok()?.ok()??;
            Some((timeline, place))
        });
    }
    let mut answers = Vec::new();
    while let Some(answer) = asked.join_next().await {
        answers.extend(answer.ok().flatten());
    }
    answers.into_iter().max()
}

/// On which timeline a server writes, asked on a connection of its own.
async fn timeline_of(server: &AnyConnectOptions) -> Result<Option<String>, sqlx::Error> {
    let mut db = Connection::connect_with(server).await?;
    let timeline = timeline(&mut db).await?;
    db.close().await?;
    Ok(timeline)
}

/// On which timeline the server writes: each promotion begins a new one, and the name of a file of its log
/// begins with the number. `None` for a standby.
async fn timeline(db: &mut Connection) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar(
        "select case when not pg_is_in_recovery()
                     then substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end",
    )
    .fetch_one(db)
    .await
}
