//! The database: SQLite in a file or PostgreSQL on a server, one SQL text for both.
//!
//! A store function takes `&mut Connection` and the caller owns the transaction:
//!
//! ```no_run
//! # async fn example() -> Result<(), platform::DatabaseError> {
//! let database = platform::Database::open("zicht.db").await?;
//! let mut transaction = database.write().await?;
//! sqlx::query("delete from boundaries").execute(&mut *transaction).await?;
//! transaction.commit().await?;
//! # Ok(()) }
//! ```
//!
//! Rules that keep one SQL text right on both: columns are text, integer/bigint, real/double precision or
//! blob/bytea; parameters are `$1`; `cast(sum(x) as bigint)` and `avg(cast(x as double precision))`; 0 or 1,
//! never a boolean; nullable columns are read as `Option`; `lower()` around what `like` compares; no SQL
//! `round`; `nulls first` or `nulls last` in every order of a nullable column.

mod address;
pub mod audit;
mod away;
pub mod config;
mod database;
pub mod decode;
mod error;
mod hex;
pub mod jobs;
pub mod keys;
pub mod limits;
pub mod mail;
mod migrations;
mod moment;
mod primary;
mod servers;
mod session;

pub use away::is_away;
pub use database::{Backend, Database, Opening, Reader, Writer};
pub use error::DatabaseError;
pub use keys::{Keys, KeysError};
pub use migrations::newest as newest_step;
pub use moment::{read_moment, write_moment};

/// A connection on either back end: what every store function takes.
pub type Connection = sqlx::AnyConnection;
