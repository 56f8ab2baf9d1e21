//! Every way in which a person can sign in by something of the own: password, app, codes and passkeys.

use kernel::PersonId;
use platform::{Connection, DatabaseError};

use super::recovery;

/// Ends all of them but the passkey `kept`. What a provider says of the person stays: that is not the
/// person's to lose.
pub async fn end_all(db: &mut Connection, person: PersonId, kept: Option<&str>) -> Result<(), DatabaseError> {
    for statement in ["delete from passwords where person = $1", "delete from totp where person = $1"] {
        sqlx::query(statement).bind(person.to_string()).execute(&mut *db).await?;
    }
    recovery::replace(db, person, &[]).await?;
    sqlx::query("delete from passkeys where person = $1 and id <> $2")
        .bind(person.to_string())
        .bind(kept.unwrap_or_default())
        .execute(db)
        .await?;
    Ok(())
}
