//! What a signed-in page, a sign-in and an audit event cost in processor time of this program:
//! `cargo bench -p zicht --bench cpu`. Nothing here fails on a slow machine; docs/performance.md keeps the figures.
#![allow(clippy::panic, clippy::unwrap_used, clippy::pedantic)] // what a test or a measurement stands on may stop it
#![expect(clippy::unwrap_used, reason = "a measurement that can't go on stops")]
#![allow(missing_docs, dead_code)]

#[path = "../../tests/it/asking.rs"]
mod asking;
mod audit;
#[path = "../../tests/it/authenticator.rs"]
mod authenticator;
mod clock;
#[path = "../../tests/it/house.rs"]
mod house;
mod page;
#[path = "../../tests/it/process.rs"]
mod process;
mod sign_in;
#[path = "../../tests/it/society.rs"]
mod society;

fn main() {
    // `cargo bench` passes words of its own, which mean nothing here.
    println!("{:<56} {:>12} {:>12}", "", "CPU", "of which system");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        audit::measure().await;
        page::measure().await;
        sign_in::measure().await;
    });
}
