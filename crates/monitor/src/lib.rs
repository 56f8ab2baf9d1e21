//! Capability: what municipalities do about ten goals, scored, compared and published.
