#![doc = include_str!("../README.md")]

mod acts;
mod analysis;
mod api;
mod archive;
mod commands;
pub mod definitions;
mod demo;
mod desk;
pub mod domain;
mod import;
mod jobs;
mod pages;
mod report;
mod store;
mod versions;
mod waits;

pub use archive::WaveError;
pub use commands::{Command, Import};
pub use desk::Desk;
pub use jobs::{Reminding, job_handlers};
pub use pages::{Site, desk_routes, routes};
pub use waits::waits;

/// Puts the demonstration into a database; see `definitions/demo/README.md`.
pub async fn fill_demo(database: &platform::Database, clock: &dyn kernel::Clock) -> Result<(), WaveError> {
    match &*definitions::BUILT_IN {
        Ok(definitions) => demo::fill(database, definitions, clock).await,
        Err(_) => Err(WaveError::Definitions),
    }
}

/// Puts an open wave into the demonstration, with forms and a plan of the municipalities whose people are there, and
/// what their region does together.
pub async fn fill_demo_wave(
    database: &platform::Database,
    directory: &dyn kernel::Directory,
    clock: &dyn kernel::Clock,
    (keys, entropy): (&platform::keys::Keys, &dyn kernel::Entropy),
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    match &*definitions::BUILT_IN {
        Ok(definitions) => {
            demo::fill_trial(database, definitions, directory, clock, (keys, entropy)).await?;
            demo::fill_plans(database, directory, clock).await?;
            demo::fill_sight(database, definitions, directory, clock).await?;
            demo::fill_region(database, directory, clock, (keys, entropy)).await?;
            Ok(demo::fill_examples(database, directory, clock, (keys, entropy)).await?)
        }
        Err(_) => Err(WaveError::Definitions.into()),
    }
}

#[cfg(test)]
mod published_2017_tests;
#[cfg(test)]
mod sample;
