//! The one place that asks the machine what time it is.

use jiff::Timestamp;
use kernel::Clock;

/// The clock of the machine.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "everything else takes the time as an argument")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
