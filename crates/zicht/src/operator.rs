//! Who types a command.

use platform::audit::Who;

/// The login name of whoever runs this command, as it stands in the audit trail. Behind sudo it is the person's
/// own name. It is what the system says: whoever rules the machine can make it say anything.
pub fn operator() -> Who {
    let name = ["SUDO_USER", "USER", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| "unknown".to_owned());
    Who::Operator(name.chars().take(64).collect())
}
