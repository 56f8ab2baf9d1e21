//! What is kept: counts, and nothing else.
