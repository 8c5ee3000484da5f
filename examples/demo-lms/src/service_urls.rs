//! Addresses of the services, in the shape of Moodle's.

use url::Url;

use crate::{lms::Lms, quirks::Quirks, tool::Tool, vocab::CONTEXT_ID};

/// The roster of the course.
pub(crate) fn memberships(lms: &Lms, tool: &Tool) -> String {
    let (issuer, number) = (lms.issuer(), tool.number);
    format!("{issuer}/services/CourseSection/{CONTEXT_ID}/bindings/{number}/memberships")
}

/// The columns of the course.
pub(crate) fn line_items(lms: &Lms, tool: &Tool, quirks: &Quirks) -> String {
    let issuer = lms.issuer();
    with_type(format!("{issuer}/services/{CONTEXT_ID}/lineitems"), tool, quirks)
}

/// One column.
pub(crate) fn line_item(lms: &Lms, tool: &Tool, quirks: &Quirks, id: u32) -> String {
    let issuer = lms.issuer();
    let path = format!("{issuer}/services/{CONTEXT_ID}/lineitems/{id}/lineitem");
    with_type(path, tool, quirks)
}

/// What stands in a column.
pub(crate) fn results(lms: &Lms, tool: &Tool, quirks: &Quirks, id: u32) -> String {
    let issuer = lms.issuer();
    let path = format!("{issuer}/services/{CONTEXT_ID}/lineitems/{id}/lineitem/results");
    with_type(path, tool, quirks)
}

/// `address` with more questions behind those it has.
pub(crate) fn asking(address: &str, questions: &[(&str, &str)]) -> String {
    match Url::parse(address) {
        Ok(mut url) => {
            url.query_pairs_mut().extend_pairs(questions);
            url.to_string()
        }
        // The addresses are this LMS's own; one that is none would be of no use with more behind it either.
        Err(_not_an_address) => address.to_owned(),
    }
}

fn with_type(path: String, tool: &Tool, quirks: &Quirks) -> String {
    if quirks.type_id {
        format!("{path}?type_id={}", tool.number)
    } else {
        path
    }
}
