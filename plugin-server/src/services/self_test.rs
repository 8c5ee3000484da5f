//! What an administrator can find out about a connection: what was seen of it, and what answers now.

mod lines;
mod run;

pub use lines::{Known, Line, Outcome, Subject, known};
pub use run::run;
