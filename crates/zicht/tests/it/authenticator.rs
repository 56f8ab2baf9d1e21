//! An authenticator app: reads the secret off the page, and shows the code of a moment.

use accounts::domain::totp::Authenticator;
use jiff::Timestamp;

/// The secret as it stands on the page to be typed, without blanks.
pub fn secret_on(page: &str) -> String {
    let texts = page.split("<code").skip(1).filter_map(|rest| rest.split('>').nth(1)?.split('<').next());
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    let is_secret = |text: &String| {
        text.len() >= 26 && text.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7'))
    };
    texts.map(letters).find(is_secret).unwrap()
}

/// The code of a secret.
pub fn code(secret: &str, now: Timestamp) -> String {
    Authenticator::new(&base32(secret), "").unwrap().code(now)
}

/// The bytes of a text in base 32 (RFC 4648, without its padding).
fn base32(text: &str) -> Vec<u8> {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let five = |letter| alphabet.find(letter).unwrap();
    let bits: String = text.chars().map(|letter| format!("{:05b}", five(letter))).collect();
    bits.as_bytes()
        .chunks_exact(8)
        .map(|byte| byte.iter().fold(0, |sum, bit| sum * 2 + (bit - b'0')))
        .collect()
}
