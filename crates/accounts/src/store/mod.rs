//! SQL in plain functions over one connection; the caller owns the transaction.
