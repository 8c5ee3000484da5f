//! The grade book: the tool's own columns, the results in them, and scores for them.
//!
//! A tool sees its own columns only: those of its links and those that it made.
//! [Assignment and Grade Services 2.0](https://www.imsglobal.org/spec/lti-ags/v2p0/).

mod line_item;
mod result;
mod score;

pub use line_item::{LineItem, LineItemFilter, NewLineItem, create_line_item, line_item, line_items};
pub use result::{GradeResult, results};
pub use score::{ActivityProgress, GradingProgress, Score, Sent, send_score};

#[cfg(test)]
mod tests;
