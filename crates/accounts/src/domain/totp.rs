//! Codes of an authenticator app: six digits that change every thirty seconds (RFC 6238, SHA-1).

use std::fmt;

use jiff::Timestamp;
use kernel::Entropy;
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

/// How long a code is shown, in seconds.
const STEP: u64 = 30;
/// How many steps a clock of a telephone may differ.
const SKEW: u16 = 1;
/// 160 bits, as RFC 4226 recommends.
const SECRET: usize = 20;

/// The secret that Zicht and an authenticator app share.
pub struct Authenticator(Totp);

/// Prints nothing of it.
impl fmt::Debug for Authenticator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Authenticator(..)")
    }
}

impl Authenticator {
    /// A new secret, in the form in which it is kept (sealed) and shown once.
    #[must_use]
    pub fn new_secret(entropy: &dyn Entropy) -> Zeroizing<Vec<u8>> {
        let mut secret = Zeroizing::new(vec![0; SECRET]);
        entropy.fill(&mut secret);
        secret
    }

    /// The authenticator of a secret; `None` if it was damaged. `account` is what the app shows.
    #[must_use]
    pub fn new(secret: &[u8], account: &str) -> Option<Self> {
        // A colon separates issuer and account in the address that the app reads.
        let account = account.replace(':', " ");
        Builder::new()
            .with_digits(6)
            .with_step_duration(STEP)
            .with_skew(SKEW)
            .with_secret(Secret::new(secret.to_vec().into_boxed_slice()))
            .with_account_name(account)
            .with_issuer(Some("Zicht"))
            .build()
            .ok()
            .map(Self)
    }

    /// The step of a code that is right now, or one step early or late, and was not used before.
    ///
    /// `last_step` is the step of the last code that was taken. One that is further ahead than any code of
    /// now can be was taken under a clock that was wrong; it must not shut the person out until that time
    /// comes, so only that very step stays refused.
    #[must_use]
    pub fn check(&self, typed: &str, last_step: i64, now: Timestamp) -> Option<i64> {
        let code: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
        let right_form = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
        let seconds = u64::try_from(now.as_second()).ok().filter(|seconds| right_form && *seconds > STEP)?;
        let step = i64::try_from(self.0.check(&code, seconds)?).ok()?;
        let newest = i64::try_from(seconds / STEP).ok()? + i64::from(SKEW);
        let used = step == last_step || (step < last_step && last_step <= newest);
        (!used).then_some(step)
    }

    /// The code of a moment: for tests and for the demonstration.
    #[must_use]
    pub fn code(&self, now: Timestamp) -> String {
        self.0.generate(u64::try_from(now.as_second()).unwrap_or(0)).to_string()
    }

    /// The secret as a person types it: base 32 in groups of four.
    #[must_use]
    pub fn text(secret: &[u8]) -> String {
        let text = Secret::new(secret.to_vec().into_boxed_slice()).to_base32();
        let letters: Vec<char> = text.chars().filter(|letter| *letter != '=').collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// The address in the picture that an app reads: `otpauth://totp/...`.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        self.0.to_url().ok()
    }
}

#[cfg(test)]
#[path = "totp_tests.rs"]
mod tests;
