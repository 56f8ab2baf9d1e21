//! Database, migrations and transactions on SQLite and PostgreSQL.
