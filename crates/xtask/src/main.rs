//! The `zicht` command line.
fn main() {}
