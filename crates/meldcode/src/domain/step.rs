//! The five steps: which fields stand on each.
