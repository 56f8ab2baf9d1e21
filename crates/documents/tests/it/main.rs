//! Files in and files out, as their users meet them.

mod laws;
mod made;
mod read;
mod written;
