//! Which parts of free text look like a name or a number of a person.
