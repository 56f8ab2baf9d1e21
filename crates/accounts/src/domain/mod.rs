//! What holds about people and signing in, without a database: plain data in, plain data out.
