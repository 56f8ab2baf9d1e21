#![doc = include_str!("../README.md")]

mod actor;
mod clock;
mod directory;
mod dutch_time;
mod entropy;
mod exact;
mod finding;
mod id;
mod lang;
mod norms;
mod permission;
mod role;
mod waits;

pub use actor::{Actor, Membership};
pub use clock::Clock;
pub use directory::{Answer, Contact, Directory, Municipalities};
pub use dutch_time::{dutch_day, dutch_time, start_of_dutch_day};
pub use entropy::Entropy;
pub use exact::{Exact, ExactError, Points};
pub use finding::{Finding, Place, Severity};
pub use id::{AttachmentId, ExampleId, JobId, NotAnId, OrganisationId, PersonId, SessionId};
pub use lang::{Lang, Text};
pub use norms::{Norm, Norms};
pub use permission::{Audience, Permission};
pub use role::{OrganisationKind, Role};
pub use waits::{Waiting, Waits};
