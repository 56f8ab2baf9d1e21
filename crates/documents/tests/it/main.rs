//! Files in and files out, as their users meet them.

mod laws;
mod made;
mod pdf;
mod read;
mod written;
