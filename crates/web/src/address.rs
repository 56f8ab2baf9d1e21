//! Whose request it is: the address behind the proxies that are trusted, and the number of the request.

use std::net::{IpAddr, Ipv4Addr};

use axum::http::{HeaderMap, HeaderName};
use ipnet::IpNet;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Where a request that came without a connection is said to come from: in tests.
pub(crate) const UNKNOWN: IpAddr = IpAddr::V4(Ipv4Addr::UNSPECIFIED);

/// The address of the visitor.
///
/// Each proxy adds, on the right of `X-Forwarded-For`, who it spoke with. From the right, an entry counts
/// as long as the one who wrote it is trusted: what a visitor writes there never does.
pub(crate) fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let mut address = peer.to_canonical();
    for entry in hops(headers) {
        if !is_trusted(address, trusted) {
            break;
        }
        match entry {
            Some(next) => address = next,
            // A proxy of ours wrote something that is no address: who came before it is not known.
            None => break,
        }
    }
    address
}

/// The entries of `X-Forwarded-For` from right to left.
fn hops(headers: &HeaderMap) -> impl Iterator<Item = Option<IpAddr>> {
    let lines: Vec<&str> =
        headers.get_all(FORWARDED_FOR).iter().map(|line| line.to_str().unwrap_or("?")).collect();
    lines
        .into_iter()
        .rev()
        .flat_map(|line| line.rsplit(','))
        .map(|entry| entry.trim().parse().ok().map(|address: IpAddr| address.to_canonical()))
}

fn is_trusted(address: IpAddr, trusted: &[IpNet]) -> bool {
    trusted.iter().any(|network| network.contains(&address))
}

/// The number that a trusted proxy gave the request, if it is one that can be printed anywhere.
pub(crate) fn given_request_id<'a>(
    peer: IpAddr,
    headers: &'a HeaderMap,
    trusted: &[IpNet],
) -> Option<&'a str> {
    let id = headers.get(REQUEST_ID)?.to_str().ok()?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let good = (1..=64).contains(&id.len()) && id.bytes().all(plain);
    (good && is_trusted(peer.to_canonical(), trusted)).then_some(id)
}

/// What the limit per address counts: an address, or the whole network of one house for IPv6.
pub(crate) fn limit_key(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) & (u128::MAX << 64)).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
