//! The audit trail: who did what, on whose behalf, about whom, and why.
//!
//! An event is written in the transaction of the change, or of the read, that it tells about. Each event is
//! chained to the one before it by SHA-256, triggers refuse to change or remove one, and once a day the end
//! of the chain is signed. What that does and does not prove: `docs/decisions/0007-audit-trail.md`.

mod chain;
mod checkpoint;
mod event;
mod page;
mod problem;
mod record;
mod retention;
mod triggers;
mod verified;
mod verify;
mod walk;

pub use checkpoint::{Checkpoint, Signed, checkpoint};
pub use event::{About, Event, Who};
pub use page::{Export, Filter, Row, Scope, count, page};
pub use problem::Problem;
pub use record::{record, record_all};
pub use retention::{Pruned, prune, set_retention};
pub use verified::{Verified, last_verified, record_verified};
pub use verify::verify;
pub use walk::Report;
