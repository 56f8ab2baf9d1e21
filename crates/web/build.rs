//! Rebuilds this crate when a locale file appears or disappears; changed ones cargo sees by itself.

fn main() {
    println!("cargo::rerun-if-changed=../../locales");
}
