//! The site as people meet it who sign in, fill in forms and ask too much.

mod anything;
mod cookies;
mod csrf;
mod figures;
mod forms;
mod kept;
mod limits;
mod rights;
mod world;
