//! Cookies of sign-in: a sign-in under way, and a device that signed in before. The session's own cookie is
//! made by `web`.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::site::Settings;

/// Which cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// A sign-in under way: after the password, or at a provider. For as long as the ceremony.
    Step,
    /// A device on which an account signed in before. It holds no name: see [`super::known_device`].
    Device,
}

impl Cookie {
    const fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Step, true) => "__Host-zicht-step",
            (Self::Step, false) => "zicht-step",
            (Self::Device, true) => "__Host-zicht-device",
            (Self::Device, false) => "zicht-device",
        }
    }

    const fn seconds(self) -> u32 {
        match self {
            Self::Step => 15 * 60,
            // A year, so that somebody who signs in once a wave is known.
            Self::Device => 365 * 24 * 3600,
        }
    }

    /// The value that the browser sent.
    pub fn read<'a>(self, headers: &'a HeaderMap, settings: &Settings) -> Option<&'a str> {
        let name = self.name(settings.secure());
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    /// The header that sets it. `value` is made of hexadecimal digits and dots.
    pub fn set(self, value: &str, settings: &Settings) -> Option<HeaderValue> {
        self.header(value, self.seconds(), settings)
    }

    /// The header that removes it.
    pub fn clear(self, settings: &Settings) -> Option<HeaderValue> {
        self.header("", 0, settings)
    }

    fn header(self, value: &str, seconds: u32, settings: &Settings) -> Option<HeaderValue> {
        let name = self.name(settings.secure());
        let secure = if settings.secure() { "; Secure" } else { "" };
        // Lax, because the way back from a provider is a link on another site.
        let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
        HeaderValue::from_str(&text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_for_this_server_only() {
        let settings = Settings::at("https://zicht.example.nl");
        let set = Cookie::Step.set("ab", &settings).expect("a header");
        assert_eq!(set, "__Host-zicht-step=ab; Path=/; Max-Age=900; HttpOnly; SameSite=Lax; Secure");
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let settings = Settings::at("http://localhost:8080");
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=b; zicht-step=12; c"));
        assert_eq!(Cookie::Step.read(&headers, &settings), Some("12"));
        assert_eq!(Cookie::Device.read(&headers, &settings), None);
    }
}
