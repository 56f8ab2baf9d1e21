//! How Zicht talks to a provider: no redirects, little time, little to read, and TLS.

use std::pin::Pin;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http, reqwest};
use thiserror::Error;

/// For a whole exchange.
const TIME: Duration = Duration::from_secs(10);
/// For a connection.
const CONNECT_TIME: Duration = Duration::from_secs(5);
/// The largest answer: a discovery document is a few kB, a key set a few tens.
const MOST: usize = 512 * 1024;

/// Why an exchange with a provider failed. No message holds what was sent.
#[derive(Debug, Error)]
pub enum HttpError {
    /// No answer, or not in time.
    #[error("the provider does not answer: {0}")]
    Exchange(#[from] reqwest::Error),
    /// The answer is larger than any that is right.
    #[error("the answer of the provider is too large")]
    TooLarge,
    /// An address without TLS on another machine.
    #[error("the provider has an address without TLS")]
    NotSecure,
    /// Not an answer by HTTP.
    #[error("the answer of the provider is not HTTP")]
    Form(#[from] http::Error),
}

/// The client. Cloning it shares its connections.
#[derive(Debug, Clone)]
pub struct Http(reqwest::Client);

impl Http {
    /// A client without redirects: a provider that sends us elsewhere could send us inside.
    pub fn new() -> Result<Self, reqwest::Error> {
        let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        let builder = builder.timeout(TIME).connect_timeout(CONNECT_TIME).user_agent("Zicht");
        builder.build().map(Self)
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let request = reqwest::Request::try_from(request)?;
        if !may_reach(request.url()) {
            return Err(HttpError::NotSecure);
        }
        // The address is left out of an error: that of a token request could hold more than a host.
        let mut response = self.0.execute(request).await.map_err(reqwest::Error::without_url)?;
        let mut answer = http::Response::builder().status(response.status());
        for (name, value) in response.headers() {
            answer = answer.header(name, value);
        }
        let mut body = Vec::new();
        while let Some(part) = response.chunk().await.map_err(reqwest::Error::without_url)? {
            if body.len() + part.len() > MOST {
                return Err(HttpError::TooLarge);
            }
            body.extend_from_slice(&part);
        }
        Ok(answer.body(body)?)
    }
}

/// TLS, or this very machine.
fn may_reach(url: &reqwest::Url) -> bool {
    let loopback = match url.host_str().unwrap_or_default() {
        "localhost" => true,
        host => {
            let bare = host.trim_start_matches('[').trim_end_matches(']');
            bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
        }
    };
    url.scheme() == "https" || (url.scheme() == "http" && loopback)
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.exchange(request))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_reached_without_tls() {
        let may = |url: &str| may_reach(&url.parse().expect("an address"));
        assert!(may("https://login.example.nl/token"));
        assert!(may("http://127.0.0.1:9000/token") && may("http://[::1]:9000/") && may("http://localhost/"));
        assert!(!may("http://login.example.nl/token"));
        assert!(!may("http://10.0.0.1/") && !may("file:///etc/passwd"));
    }
}
