//! Delay on failures, made so that nobody can use it to shut somebody else out.
//!
//! What is counted:
//!
//! 1. **Per account and network** (an IPv4 address, an IPv6 /64). A guesser is slowed down on the account that
//!    is guessed, from where it is guessed. There is no counter of an account alone: with one, anybody who
//!    knows an address could keep its owner out by guessing wrong for ever.
//! 2. **Per network**, over all accounts: against one password tried on many accounts. Only failures count, and
//!    many are allowed, because a whole town hall may share one address.
//! 3. **Per account and known device**, instead of both: a browser that signed in to this account before holds
//!    a device cookie. Failures of strangers, also on the same network, do not delay it. This is the device
//!    cookie of OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
//! 4. **Second step**: six digits are guessable where a good password is not, so wrong codes are counted
//!    tighter, and also per account. That last counter is reached only with the right password, so a stranger
//!    cannot fill it; who can, already knows the password, and its owner gets a mail that says so. Known
//!    devices and recovery codes are outside it, and a reset ends it.
//!
//! An address without an account is counted as one with: the delay tells nothing.
//!
//! **The bound.** As long as nobody else knows the password, the right password and code from a new device
//! work at once, unless this very network failed too often; then within [`LONGEST_WAIT`]. What a guesser
//! gets is at most 15 passwords in 15 minutes per network and account, 1,440 a day, against passwords that
//! withstand 10^8 guesses (zxcvbn 3); and with the password known, 60 codes a day of 10^6, three of which are
//! right at any time: a chance of 1 in 5,500 a day, under the eyes of a warned owner.

use std::net::IpAddr;

use jiff::SignedDuration;

/// The longest that the right password and code wait, if nobody else knows the password.
pub const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(15);

/// At most so many failures in so long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tier {
    /// The part of the key.
    pub name: &'static str,
    /// How many.
    pub most: u32,
    /// In how long; also the longest wait.
    pub window: SignedDuration,
}

const fn tier(name: &'static str, most: u32, minutes: i64) -> Tier {
    Tier { name, most, window: SignedDuration::from_mins(minutes) }
}

/// Passwords on one account from one network or device: five in a minute, then fifteen in a quarter.
pub const PASSWORD: [Tier; 2] = [tier("1", 5, 1), tier("15", 15, 15)];
/// Failures from one network over all accounts.
pub const NETWORK: [Tier; 2] = [tier("1", 20, 1), tier("15", 100, 15)];
/// Codes on one account from one network or device.
pub const CODE: [Tier; 2] = [tier("1", 5, 1), tier("15", 10, 15)];
/// Codes on one account from everywhere but known devices.
pub const CODE_ANYWHERE: [Tier; 1] = [tier("day", 60, 24 * 60)];

/// The network of an address: what one subscriber has. IPv6 gives each at least a /64; an IPv4 address that
/// is written as IPv6 is that IPv4 address.
#[must_use]
pub fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_can_wait_longest_without_the_password_known_waits_a_quarter() {
        let tiers = PASSWORD.iter().chain(&NETWORK).chain(&CODE);
        assert_eq!(tiers.map(|tier| tier.window).max(), Some(LONGEST_WAIT));
    }

    #[test]
    fn one_subscriber_is_one_network() {
        let of = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }

    proptest! {
        #[test]
        fn every_address_has_one_network(bits in any::<u128>()) {
            let address = IpAddr::V6(bits.into());
            prop_assert_eq!(network(address), network(address));
        }
    }
}
