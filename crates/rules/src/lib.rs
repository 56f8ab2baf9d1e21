#![doc = include_str!("../README.md")]

mod case;
mod cells;
mod change;
mod check;
mod decide;
mod full;
mod read;
mod region;
mod scenario;
mod set;
mod source;
mod table;
mod trace;

pub use case::{Case, Facts};
pub use cells::Cell;
pub use change::{Change, ChangedScenario, Parts, change};
pub use check::check;
pub use decide::{Decision, Missing};
pub use read::parse;
pub use region::{Region, TooMany};
pub use scenario::{Outcome, Scenario};
pub use set::{Bundle, Files, Rules};
pub use source::{BOUND, Certainty, Source};
pub use table::{Hit, Input, Kind, Labelled, Output, Row, Table};
pub use trace::{Receipt, Verdict};
