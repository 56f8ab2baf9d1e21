//! What a page tells about the signatures under the audit trail.

use platform::Connection;

/// The number of the last signed event and the moment of signing.
pub async fn last(db: &mut Connection) -> sqlx::Result<Option<(i64, String)>> {
    sqlx::query_as("select seq, at from audit_checkpoints order by seq desc limit 1").fetch_optional(db).await
}
