//! `zicht rights`: which role may do what, as docs/generated/rights.md keeps it.

use std::fmt::Write as _;
use std::process::ExitCode;

use kernel::{Audience, OrganisationKind, Permission, Role};

/// Prints the table.
pub fn print() -> ExitCode {
    print!("{}", table());
    ExitCode::SUCCESS
}

/// A table in Markdown: permissions down, roles across, and the kinds of organisation that can give each role.
fn table() -> String {
    let mut text = String::from("| permission | everybody | signed in |");
    for role in Role::ALL {
        // Writing to a String can't fail.
        let _ = write!(text, " {} |", role.name());
    }
    text.push_str("\n|---|---|---|");
    text.push_str(&"---|".repeat(Role::ALL.len()));
    text.push('\n');
    for permission in Permission::ALL {
        let anyone = permission.audience() == Audience::Anyone;
        let signed_in = anyone || permission.audience() == Audience::SignedIn;
        let _ = write!(text, "| {} | {} | {} |", permission.name(), mark(anyone), mark(signed_in));
        for role in Role::ALL {
            let _ = write!(text, " {} |", mark(signed_in || role.permissions().contains(&permission)));
        }
        text.push('\n');
    }
    text.push_str("| *given by* | | |");
    for role in Role::ALL {
        let kinds = OrganisationKind::ALL.into_iter().filter(|kind| role.fits(*kind));
        let names = kinds.map(OrganisationKind::name).collect::<Vec<_>>();
        let all = names.len() == OrganisationKind::ALL.len();
        let _ = write!(text, " {} |", if all { "any".to_owned() } else { names.join(", ") });
    }
    text.push('\n');
    text
}

const fn mark(has: bool) -> &'static str {
    if has { "yes" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_privacy_officer_sees_who_did_what_and_nothing_else() {
        let text = table();
        let column = 3 + Role::ALL.iter().position(|role| *role == Role::PrivacyOfficer).unwrap_or_default();
        let has = |line: &&str| line.split('|').nth(column + 1).is_some_and(|cell| cell.trim() == "yes");
        let rows: Vec<_> = text.lines().filter(has).collect();
        assert_eq!(rows.len(), 7, "{text}");
        assert!(rows[6].starts_with("| see-audit |"), "{text}");
    }
}
