//! How Zicht runs: work that waits or is stuck, mail without a mail server, the database. For a national
//! administrator (`Permission::SeeOperations`).

pub mod job;
pub mod list;

use platform::jobs::{Reason, Row};
use web::Tr;

/// Kinds of jobs that have words.
const KINDS: &[&str] =
    &["mail.send", "jobs.purge", "audit.checkpoint", "audit.verify", "organisations.merge"];

/// Reasons that have words, and whether these take the detail.
const REASONS: &[(&str, bool)] = &[
    ("database", false),
    ("keys", false),
    ("panicked", false),
    ("cut-off", false),
    ("unknown-kind", false),
    ("payload", false),
    ("mail-without-server", false),
    ("mail-address", false),
    ("mail-refused", true),
    ("mail-later", true),
    ("mail-sign-in", true),
    ("mail-sign-in-way", false),
    ("mail-tls", false),
    ("mail-time-out", false),
    ("mail-connection", false),
];

/// What a job does, in words; a kind without words shows its name.
fn kind(tr: Tr, row: &Row) -> String {
    if KINDS.contains(&row.kind.as_str()) {
        tr.t(&format!("job-kind-{}", row.kind.replace('.', "-")))
    } else {
        row.kind.clone()
    }
}

/// Why a job was not done, in words; a reason without words shows its code. That there was no mail server is no
/// reason any more once there is one.
fn reason(tr: Tr, reason: &Reason, has_mail: bool) -> String {
    if has_mail && reason.code == "mail-without-server" {
        return tr.t("job-reason-mail-before-server");
    }
    match REASONS.iter().find(|(code, _)| *code == reason.code) {
        Some((code, true)) => {
            let detail = reason.detail.as_deref().unwrap_or("?");
            tr.t1(&format!("job-reason-{code}"), "detail", detail)
        }
        Some((code, false)) => tr.t(&format!("job-reason-{code}")),
        None => reason.to_string(),
    }
}
