//! The examples do what they say.

#[path = "../../examples/issue_and_verify.rs"]
mod issue_and_verify;

#[test]
fn a_badge_is_issued_and_verified() {
    issue_and_verify::main().unwrap();
}
