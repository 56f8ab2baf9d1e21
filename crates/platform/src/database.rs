//! Opening a database, reading from it and writing to it.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyPool, Connection as _, Transaction};

use crate::address::{self, Address};
use crate::primary::{Primary, Round};
use crate::session::{self, Use};
use crate::{Connection, DatabaseError, migrations};

/// A connection for reading, back to the pool when dropped. Each statement sees its own moment; begin a
/// transaction on it where several must agree.
pub type Reader = PoolConnection<Any>;

/// An open write transaction: undone when dropped, kept by `commit().await`.
pub type Writer = Transaction<'static, Any>;

/// How long a server may take to answer at the opening.
const CONNECT_WAIT: Duration = Duration::from_secs(10);
/// How many pages may read at once; more wait their turn.
const READERS: u32 = 8;

/// Which kind of database is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Backend {
    /// SQLite, in a file.
    Sqlite,
    /// PostgreSQL, on a server.
    PostgreSql,
}

/// What opening may do to the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Do the steps that are missing.
    Migrate,
    /// Refuse a database with missing steps, naming them, and a file that is not there.
    UpToDate,
    /// Leave everything as it is, also when steps are missing.
    AsItIs,
    /// Do the steps up to and with this one: for reading in a copy of an older database.
    UpTo(i64),
}

/// An open database, up to date with this program. Cloning it shares its connections.
#[derive(Clone)]
pub struct Database {
    address: Address,
    pools: Pools,
    row: Row,
}

/// Which connections are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// Those of the pages.
    First,
    /// Those of what pages ask while they hold one.
    Beside,
}

/// Where connections come from.
#[derive(Clone)]
enum Pools {
    /// SQLite: readers and the one writer apart.
    File { readers: [AnyPool; 2], writer: AnyPool },
    /// PostgreSQL: all the same.
    Server([Arc<Primary>; 2]),
}

impl Database {
    /// Opens a file path, `sqlite://FILE` or `postgres://USER:PASSWORD@HOST,HOST/DATABASE`, and brings its tables
    /// up to date. A missing SQLite file is made; a missing PostgreSQL database is not. Of several servers the
    /// one that can be written to is used, also when that becomes another one.
    ///
    /// # Errors
    /// A sentence for whoever started the program: see [`DatabaseError`].
    pub async fn open(address: &str) -> Result<Self, DatabaseError> {
        Self::open_as(address, Opening::Migrate).await
    }

    /// Opens as [`Database::open`], with a say in what happens to the tables.
    ///
    /// # Errors
    /// A sentence for whoever started the program: see [`DatabaseError`].
    pub async fn open_as(address: &str, opening: Opening) -> Result<Self, DatabaseError> {
        sqlx::any::install_default_drivers();
        let address = Address::parse(address)?;
        if opening == Opening::UpToDate
            && let Address::File(path) = &address
            && !path.exists()
        {
            // Connecting would make an empty one.
            let reason = "it is not there".to_owned();
            return Err(DatabaseError::File { file: path.display().to_string(), reason });
        }
        if let Address::File(path) = &address {
            make_private(path);
        }
        let backend = address.backend();
        let (options, pools) = connections(&address).await?;
        // The pool would go on trying for half a minute; a connection of its own says at once what is wrong.
        let connecting = tokio::time::timeout(CONNECT_WAIT, Connection::connect_with(&options));
        let mut first = connecting
            .await
            .unwrap_or(Err(sqlx::Error::PoolTimedOut))
            .map_err(|error| DatabaseError::opening(&address, error))?;
        prepare_tables(&mut first, backend, opening).await.map_err(|error| match error {
            DatabaseError::Statement(error) => DatabaseError::opening(&address, error),
            other => other,
        })?;
        first.close().await?;
        tracing::info!(%address, "database open");
        Ok(Self { address, pools, row: Row::First })
    }

    /// The same database over connections of its own: for what is asked while whoever asks holds a connection. If
    /// both came from one row, enough of them at once would wait for each other. What is asked here asks nothing
    /// further.
    #[must_use]
    pub fn beside(&self) -> Self {
        Self { row: Row::Beside, ..self.clone() }
    }

    /// A connection for reading. On SQLite a write on it is refused.
    pub async fn read(&self) -> Result<Reader, DatabaseError> {
        Ok(match &self.pools {
            Pools::File { readers, .. } => readers[self.row as usize].acquire().await?,
            Pools::Server(primaries) => {
                self.primary(primaries).ask(|pool| async move { pool.acquire().await }).await?
            }
        })
    }

    /// A write transaction. SQLite has one at a time: the next waits here, not at its first statement.
    pub async fn write(&self) -> Result<Writer, DatabaseError> {
        Ok(match &self.pools {
            Pools::File { writer, .. } => writer.begin_with("begin immediate").await?,
            Pools::Server(primaries) => {
                let begin = |pool: AnyPool| async move { pool.begin_with("begin").await };
                self.primary(primaries).ask(begin).await?
            }
        })
    }

    fn primary<'p>(&self, primaries: &'p [Arc<Primary>; 2]) -> &'p Primary {
        &primaries[self.row as usize]
    }

    /// Which kind of database this is.
    #[must_use]
    pub fn backend(&self) -> Backend {
        self.address.backend()
    }

    /// The names of the steps that are still to be done, in order.
    ///
    /// # Errors
    /// If the database was made by a newer program, or cannot be reached.
    pub async fn missing_steps(&self) -> Result<Vec<&'static str>, DatabaseError> {
        migrations::missing(&mut *self.read().await?, self.backend()).await
    }

    /// Waits for what is going on and closes every connection.
    pub async fn close(&self) {
        match &self.pools {
            Pools::File { readers, writer } => {
                for pool in readers.iter().chain([writer]) {
                    pool.close().await;
                }
            }
            Pools::Server(primaries) => {
                for primary in primaries {
                    primary.close().await;
                }
            }
        }
    }
}

/// Shows where the database is, without a password.
impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.address.fmt(f)
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Database({})", self.address)
    }
}

/// Makes a file that is not there yet so that only its owner can read it; SQLite gives what it puts beside it
/// the same rights. What goes wrong here goes wrong again at the opening, which has words for it.
fn make_private(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(path);
}

async fn prepare_tables(
    connection: &mut Connection,
    backend: Backend,
    opening: Opening,
) -> Result<(), DatabaseError> {
    session::prepare(connection, backend, Use::Write).await?;
    match opening {
        Opening::Migrate => migrations::apply(connection, backend).await,
        Opening::UpTo(version) => migrations::apply_to(connection, backend, version).await,
        Opening::AsItIs => Ok(()),
        Opening::UpToDate => {
            let missing = migrations::missing(connection, backend).await?;
            if missing.is_empty() { Ok(()) } else { Err(DatabaseError::StepsMissing(missing.join(", "))) }
        }
    }
}

/// What connects to the database now, and the pools that will.
async fn connections(address: &Address) -> Result<(AnyConnectOptions, Pools), DatabaseError> {
    match address {
        Address::File(path) => {
            let options = address::file_options(path)?;
            let readers = [(); 2].map(|()| file_pool(&options, Use::Read, READERS));
            let writer = file_pool(&options, Use::Write, 1);
            Ok((options, Pools::File { readers, writer }))
        }
        Address::Server(servers) => {
            let round = Arc::new(Round::new(servers.clone()));
            let place = match servers.all() {
                [_] => 0,
                // If none can be written to, the first one tells why.
                _ => round.primary().await.unwrap_or_default(),
            };
            let options = servers.all().get(place).cloned().ok_or(DatabaseError::UnreadableServer)?;
            let primary = || {
                let primary = Primary::new(&round, place, READERS);
                primary.map(Arc::new).ok_or(DatabaseError::UnreadableServer)
            };
            Ok((options, Pools::Server([primary()?, primary()?])))
        }
    }
}

fn file_pool(options: &AnyConnectOptions, purpose: Use, connections: u32) -> AnyPool {
    AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(session::WRITE_WAIT)
        // A file does not hang up: no age limits and no question whether it is still there.
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        // On a full disk SQLite undoes a transaction by itself. sqlx does not see that, and could never begin
        // another one on that connection: a new one takes its place.
        .before_acquire(|connection, _| {
            let usable = !connection.is_in_transaction();
            Box::pin(async move { Ok(usable) })
        })
        .after_connect(move |connection, _| {
            Box::pin(async move { session::prepare(connection, Backend::Sqlite, purpose).await })
        })
        .connect_lazy_with(options.clone())
}
