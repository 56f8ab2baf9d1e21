//! Whether the keys of this place are those of the database.

use platform::Database;
use platform::config::{Config, KeysPlace};
use platform::keys::{Keys, key_id};

use crate::Failure;

/// Refuses keys that did not sign the end of the audit trail: what is sealed with them would be mixed with
/// what they can't open. A database whose trail was never signed is not refused.
///
/// # Errors
/// A sentence that says where the right keys belong.
pub async fn check(database: &Database, keys: &Keys, config: &Config) -> Result<(), Failure> {
    let mut db = database.read().await?;
    let signed: Option<String> =
        sqlx::query_scalar("select key_id from audit_checkpoints order by seq desc limit 1")
            .fetch_optional(&mut *db)
            .await?;
    let Some(signed) = signed else { return Ok(()) };
    if keys.all_verifying().iter().any(|key| key_id(key) == signed) {
        return Ok(());
    }
    let place = match &config.keys {
        KeysPlace::File(file) => file.display().to_string(),
        KeysPlace::Text(_) => "the environment".to_owned(),
    };
    Err(format!(
        "The keys in {place} are not those of this database: they did not sign its audit trail, the key {signed} \
         did. Nothing is lost: put back the keys that belong to it."
    )
    .into())
}

#[cfg(test)]
mod tests {
    use kernel::Clock as _;
    use platform::audit::{self, Event, Who};
    use testkit::{FixedClock, SeededEntropy};

    use super::*;
    use crate::settings;

    #[tokio::test]
    async fn keys_that_did_not_sign_the_trail_are_refused() {
        let (ours, others) = (Keys::generate(&SeededEntropy::new(1)), Keys::generate(&SeededEntropy::new(2)));
        let config = settings::on_this_machine(&([127, 0, 0, 1], 8080).into()).expect("settings");
        let now = FixedClock::at("2026-11-22T12:00:00Z").now();
        for test in testkit::databases().await {
            let database = test.open().await;
            check(&database, &others, &config).await.expect("nothing was signed yet");
            let mut db = database.write().await.expect("a transaction");
            audit::record(&mut db, &Event::new("account.signed-in", now, Who::Job("test")))
                .await
                .expect("an event");
            audit::checkpoint(&mut db, &ours, now, Who::Job("test")).await.expect("a signature");
            db.commit().await.expect("a commit");
            check(&database, &ours, &config).await.expect("our keys");
            let error = check(&database, &others, &config).await.expect_err("other keys").to_string();
            assert!(error.contains("keys.toml are not those of this database"), "{error}");
        }
    }
}
