//! The ways in which a person can sign in. The last one can't be taken away.

/// What a person has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ways {
    /// A password.
    pub password: bool,
    /// An authenticator app.
    pub app: bool,
    /// So many passkeys.
    pub passkeys: usize,
    /// So many identities at providers.
    pub identities: usize,
}

impl Ways {
    /// Whether any of it signs in: a password alone does not.
    #[must_use]
    pub const fn any(self) -> bool {
        (self.password && self.app) || self.passkeys > 0 || self.identities > 0
    }

    /// With a passkey less.
    #[must_use]
    pub const fn without_passkey(self) -> Self {
        Self { passkeys: self.passkeys.saturating_sub(1), ..self }
    }

    /// With an identity less.
    #[must_use]
    pub const fn without_identity(self) -> Self {
        Self { identities: self.identities.saturating_sub(1), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_without_an_app_is_no_way_in() {
        assert!(!Ways { password: true, ..Ways::default() }.any());
        assert!(!Ways { app: true, ..Ways::default() }.any());
        assert!(Ways { password: true, app: true, ..Ways::default() }.any());
    }

    #[test]
    fn the_last_passkey_is_the_last_way_in() {
        let one = Ways { passkeys: 1, ..Ways::default() };
        assert!(one.any() && !one.without_passkey().any());
        assert!(Ways { identities: 1, ..one }.without_passkey().any());
        assert!(one.without_identity().any());
    }
}
