//! Use cases: each module does one thing with the database, the keys and the two pure crates.

pub mod achievement;
pub mod admin_access;
pub mod audit;
pub mod awarding;
pub mod background;
pub mod badges;
pub mod choosing;
pub mod completion;
pub mod demo;
pub mod first_start;
pub mod issuer;
pub mod issuing;
pub mod launches;
pub mod links;
pub mod markdown;
pub mod organisations;
pub mod outbox;
pub mod pictures;
pub mod plain_text;
pub mod platform_services;
pub mod platforms;
pub mod sightings;
pub mod team;
pub mod test_badge;
