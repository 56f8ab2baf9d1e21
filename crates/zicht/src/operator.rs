//! Who types a command, and that it is in the audit trail.

use platform::audit::{self, Event, Who};
use platform::{Database, DatabaseError};

/// The login name of whoever runs this command, as it stands in the audit trail. Behind sudo it is the person's
/// own name. It is what the system says: whoever rules the machine can make it say anything.
pub fn operator() -> Who {
    let name = ["SUDO_USER", "USER", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| "unknown".to_owned());
    Who::Operator(name.chars().take(64).collect())
}

/// Records what was done when it can no longer be undone. If that fails it is told, and what was done stands.
pub async fn record(database: &Database, event: &Event) {
    if let Err(error) = try_record(database, event).await {
        eprintln!("It is done, but it could not be written in the audit trail: {error}");
    }
}

async fn try_record(database: &Database, event: &Event) -> Result<(), DatabaseError> {
    let mut db = database.write().await?;
    audit::record(&mut db, event).await?;
    db.commit().await?;
    Ok(())
}
