//! How claims are read.

use serde_json::json;

use super::*;
use crate::vocab::claim;

fn payload(value: Value) -> Payload {
    value.as_object().unwrap().clone()
}

#[test]
fn an_absent_claim_and_a_null_claim_are_the_same() {
    assert_eq!(optional::<Context>(&payload(json!({}))), Ok(None));
    assert_eq!(
        optional::<Context>(&payload(json!({ (claim::CONTEXT): null }))),
        Ok(None)
    );
    assert_eq!(
        required::<ResourceLink>(&payload(json!({ (claim::RESOURCE_LINK): null }))),
        Err(LaunchError::ClaimMissing {
            claim: claim::RESOURCE_LINK
        })
    );
}

#[test]
fn a_claim_of_the_wrong_shape_is_named() {
    let error = LaunchError::ClaimMalformed {
        claim: claim::CONTEXT,
    };
    assert_eq!(
        optional::<Context>(&payload(json!({ (claim::CONTEXT): "2" }))),
        Err(error.clone())
    );
    assert_eq!(
        optional::<Context>(&payload(json!({ (claim::CONTEXT): { "id": 2 } }))),
        Err(error)
    );
}

#[test]
fn a_custom_value_may_be_null() {
    let payload = payload(json!({ (claim::CUSTOM): { "link_title": null, "badge": "42", "odd": [1] } }));
    let custom = optional::<Custom>(&payload).unwrap().unwrap();
    assert_eq!(custom.text("badge"), Some("42"));
    assert_eq!(custom.text("link_title"), None);
    assert_eq!(custom.text("odd"), None);
    assert_eq!(custom.text("absent"), None);
}

#[test]
fn an_empty_name_is_no_name() {
    let person = Person::read(&payload(json!({ "name": " ", "email": "" }))).unwrap();
    assert_eq!(person, Person::default());
}
