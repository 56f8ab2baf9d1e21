//! The address of one PostgreSQL server, or of several of which one can be written to at a time.

use std::fmt;
use std::str::FromStr as _;

use sqlx::any::AnyConnectOptions;

use crate::DatabaseError;

/// A server with its standbys, in the order they were written. Its `Display` never shows a password.
#[derive(Clone)]
pub struct Servers(Vec<AnyConnectOptions>);

impl Servers {
    /// Reads `postgres://USER:PASSWORD@HOST:PORT,HOST:PORT/DATABASE?OPTION=VALUE`; user, database and options are
    /// the same for all.
    pub fn parse(text: &str) -> Result<Self, DatabaseError> {
        // Blanks at the end are none of the address; inside a list they would hide a hole.
        let (before, hosts, after) = parts(text.trim()).ok_or(DatabaseError::UnreadableServer)?;
        if hosts.contains(',') && hosts.split(',').any(|host| host.trim().is_empty()) {
            return Err(DatabaseError::UnreadableServer);
        }
        let one = |host| AnyConnectOptions::from_str(&format!("{before}{host}{after}"));
        let all: Result<Vec<_>, _> = hosts.split(',').map(one).collect();
        all.map(Self).map_err(|_| DatabaseError::UnreadableServer)
    }

    /// What connects to each.
    pub fn all(&self) -> &[AnyConnectOptions] {
        &self.0
    }

    /// Gives the password to each. Without a host there is nobody to give it to; the server will say that it
    /// needs one.
    pub fn set_password(&mut self, password: &str) {
        for server in &mut self.0 {
            let _ = server.database_url.set_password(Some(password));
        }
    }

    /// The address as [`Servers::parse`] takes it, password and all.
    pub fn reveal(&self) -> String {
        let written = |server: &AnyConnectOptions| server.database_url.to_string();
        let hosts = |text: String| parts(&text).map(|(_, hosts, _)| hosts.to_owned());
        let all: Vec<_> = self.0.iter().map(written).filter_map(hosts).collect();
        let first = self.0.first().map(written).unwrap_or_default();
        let (before, _, after) = parts(&first).unwrap_or_default();
        format!("{before}{}{after}", all.join(","))
    }
}

impl fmt::Display for Servers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "postgres://")?;
        for (place, server) in self.0.iter().enumerate() {
            let url = &server.database_url;
            if place > 0 {
                write!(f, ",")?;
            } else if !url.username().is_empty() {
                write!(f, "{}@", url.username())?;
            }
            f.write_str(&host(server))?;
        }
        // The query is left out: it may hold `password=` too.
        f.write_str(self.0.first().map_or("", |server| server.database_url.path()))
    }
}

/// Host and port of a server.
pub fn host(server: &AnyConnectOptions) -> String {
    let url = &server.database_url;
    let host = url.host_str().unwrap_or("localhost");
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// What stands before the hosts, the hosts, and what stands behind them.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find("://")? + "://".len();
    let length = text.get(start..)?.find(['/', '?', '#']);
    let end = length.map_or(text.len(), |length| start + length);
    let user = text.get(start..end)?.rfind('@').map_or(0, |at| at + 1);
    Some((text.get(..start + user)?, text.get(start + user..end)?, text.get(end..)?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn several_servers_have_one_user_one_database_and_one_password() {
        let mut servers =
            Servers::parse("postgres://ada@db1:5433,[::1],db3/zicht?sslmode=require").expect("servers");
        servers.set_password("g@h,m/");
        let urls: Vec<_> = servers.all().iter().map(|server| server.database_url.to_string()).collect();
        assert_eq!(
            urls,
            [
                "postgres://ada:g%40h,m%2F@db1:5433/zicht?sslmode=require",
                "postgres://ada:g%40h,m%2F@[::1]/zicht?sslmode=require",
                "postgres://ada:g%40h,m%2F@db3/zicht?sslmode=require",
            ]
        );
        assert_eq!(servers.to_string(), "postgres://ada@db1:5433,[::1],db3/zicht");
        let again = Servers::parse(&servers.reveal()).expect("what was written");
        assert_eq!(again.reveal(), servers.reveal());
        assert_eq!(again.all().len(), 3);
    }

    #[test]
    fn a_list_with_a_hole_in_it_is_refused() {
        for text in [
            "postgres://a,/zicht",
            "postgres://,a/zicht",
            "postgres://a:1,,b/zicht",
            "postgres://a, ",
            "postgres://a, /zicht",
            "postgres:a",
        ] {
            assert!(Servers::parse(text).is_err(), "{text}");
        }
        assert_eq!(Servers::parse("postgres:///zicht").expect("this machine").all().len(), 1);
    }

    proptest! {
        #[test]
        fn what_is_taken_is_written_so_that_it_is_taken_again(text in "postgres://[a-c:@,/?#=%\\[\\]é1 ]{0,20}") {
            if let Ok(servers) = Servers::parse(&text) {
                let again = Servers::parse(&servers.reveal()).map(|servers| servers.reveal());
                prop_assert_eq!(again.ok(), Some(servers.reveal()));
            }
        }
    }
}
