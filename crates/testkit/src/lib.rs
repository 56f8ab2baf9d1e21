//! Builders and databases for tests; never a normal dependency.
