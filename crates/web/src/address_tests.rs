//! Nobody can choose their own address.

use proptest::prelude::*;

use super::*;

fn trusted() -> Vec<IpNet> {
    ["10.0.0.0/8", "fd00::/8"].iter().map(|text| text.parse().expect("a network")).collect()
}

fn headers(lines: &[&str]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in lines {
        headers.append(FORWARDED_FOR, line.parse().expect("a header"));
    }
    headers
}

fn seen(peer: &str, lines: &[&str]) -> String {
    client(peer.parse().expect("an address"), &headers(lines), &trusted()).to_string()
}

#[test]
fn without_a_trusted_proxy_the_header_says_nothing() {
    assert_eq!(seen("192.0.2.7", &["203.0.113.9"]), "192.0.2.7");
    assert_eq!(seen("10.0.0.1", &[]), "10.0.0.1");
}

#[test]
fn entries_count_from_the_right_as_long_as_their_writer_is_trusted() {
    assert_eq!(seen("10.0.0.1", &["203.0.113.9"]), "203.0.113.9");
    assert_eq!(seen("10.0.0.1", &["203.0.113.9, 10.0.0.2"]), "203.0.113.9");
    assert_eq!(seen("10.0.0.1", &["1.1.1.1, 203.0.113.9 , 10.0.0.2"]), "203.0.113.9");
    assert_eq!(seen("10.0.0.1", &["1.1.1.1", "203.0.113.9"]), "203.0.113.9");
    assert_eq!(seen("::ffff:10.0.0.1", &["::ffff:203.0.113.9"]), "203.0.113.9");
    assert_eq!(seen("fd00::1", &["2001:db8::1"]), "2001:db8::1");
}

#[test]
fn an_entry_that_is_no_address_ends_the_search() {
    assert_eq!(seen("10.0.0.1", &["203.0.113.9, unknown"]), "10.0.0.1");
    assert_eq!(seen("10.0.0.1", &[""]), "10.0.0.1");
}

#[test]
fn one_house_is_one_address() {
    let key = |text: &str| limit_key(text.parse().expect("an address"));
    assert_eq!(key("2001:db8:1:2::3"), key("2001:db8:1:2:ffff::1"));
    assert_ne!(key("2001:db8:1:2::3"), key("2001:db8:1:3::3"));
    assert_ne!(key("192.0.2.1"), key("192.0.2.2"));
}

#[test]
fn a_number_is_taken_from_a_trusted_proxy_only_and_only_if_it_is_plain() {
    let given = |peer: &str, id: &str| {
        let headers = HeaderMap::from_iter([(REQUEST_ID, id.parse().expect("a header"))]);
        given_request_id(peer.parse().expect("an address"), &headers, &trusted()).map(str::to_owned)
    };
    assert_eq!(given("10.0.0.1", "abc-1").as_deref(), Some("abc-1"));
    assert_eq!(given("192.0.2.7", "abc-1"), None);
    assert_eq!(given("10.0.0.1", "a b"), None);
    assert_eq!(given("10.0.0.1", &"a".repeat(65)), None);
}

proptest! {
    #[test]
    fn whatever_a_visitor_writes_the_proxy_sees_who_it_is(
        written in proptest::collection::vec("[ -~]{0,40}", 0..4),
        visitor in any::<[u8; 4]>(),
    ) {
        let visitor = IpAddr::from(visitor);
        prop_assume!(!is_trusted(visitor, &trusted()));
        let mut lines: Vec<&str> = written.iter().map(String::as_str).collect();
        let last = visitor.to_string();
        lines.push(&last);
        prop_assert_eq!(client("10.0.0.1".parse().expect("an address"), &headers(&lines), &trusted()), visitor);
        // And without a proxy it is the other end of the connection.
        prop_assert_eq!(client(visitor, &headers(&lines), &trusted()), visitor);
    }
}
