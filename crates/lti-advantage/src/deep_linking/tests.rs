//! Answers to launches that choose content.

use aws_lc_rs::{encoding::AsDer, rsa::KeySize, signature::RsaKeyPair};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use super::*;
use crate::service::tests::{NOW, registration};

fn key() -> ToolKey {
    let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
    let der: aws_lc_rs::encoding::Pkcs8V1Der<'_> = pair.as_der().unwrap();
    ToolKey::from_pkcs8(der.as_ref()).unwrap()
}

fn settings() -> DeepLinkingSettings {
    DeepLinkingSettings {
        deep_link_return_url: "https://moodle.example/mod/lti/contentitem_return.php?course=2&id=1"
            .to_owned(),
        accept_types: vec!["ltiResourceLink".to_owned()],
        accept_presentation_document_targets: Vec::new(),
        accept_multiple: Some(true),
        data: None,
    }
}

fn item() -> ContentItem {
    ContentItem {
        url: "https://badges.example/lti/launch".to_owned(),
        title: "Laser cutter".to_owned(),
        custom: vec![("placement".to_owned(), "p1.signed".to_owned())],
        ..ContentItem::default()
    }
}

fn answer(
    settings: &DeepLinkingSettings,
    items: &[ContentItem],
    message: Option<&str>,
) -> Result<(String, Value), DeepLinkingError> {
    let key = key();
    let signing = Signing {
        key: &key,
        nonce: "n1",
        now: NOW,
    };
    let response = response(&registration(), "1", settings, items, message, &signing)?;
    let claims = URL_SAFE_NO_PAD
        .decode(response.jwt.split('.').nth(1).unwrap())
        .unwrap();
    Ok((response.return_url, serde_json::from_slice(&claims).unwrap()))
}

#[test]
fn an_answer_is_from_the_client_to_the_issuer_and_holds_the_items() {
    let (return_url, claims) = answer(&settings(), &[item()], Some("Say who, below.")).unwrap();
    assert_eq!(return_url, settings().deep_link_return_url);
    assert_eq!(
        claims,
        json!({
            "iss": "client-1", "aud": "https://moodle.example", "nonce": "n1",
            "iat": NOW.unix_timestamp() - 30, "exp": NOW.unix_timestamp() + 300,
            (claim::MESSAGE_TYPE): "LtiDeepLinkingResponse", (claim::VERSION): "1.3.0",
            (claim::DEPLOYMENT_ID): "1", (claim::DEEP_LINKING_MESSAGE): "Say who, below.",
            (claim::CONTENT_ITEMS): [{
                "type": "ltiResourceLink", "url": "https://badges.example/lti/launch", "title": "Laser cutter",
                "custom": { "placement": "p1.signed" },
            }],
        })
    );
}

#[test]
fn the_platforms_value_goes_back_as_it_came() {
    let settings = DeepLinkingSettings {
        data: Some("a+b/c=".to_owned()),
        ..settings()
    };
    let (_, claims) = answer(&settings, &[], None).unwrap();
    assert_eq!(claims[claim::DEEP_LINKING_DATA], "a+b/c=");
    assert_eq!(claims[claim::CONTENT_ITEMS], json!([]));
}

#[test]
fn a_column_comes_with_an_item_that_asks_for_one() {
    let with_column = ContentItem {
        line_item: Some(ContentItemLineItem {
            label: "Laser cutter".to_owned(),
            score_maximum: 1.0,
            resource_id: "p1".to_owned(),
        }),
        ..item()
    };
    let (_, claims) = answer(&settings(), &[with_column], None).unwrap();
    assert_eq!(
        claims[claim::CONTENT_ITEMS][0]["lineItem"],
        json!({ "label": "Laser cutter", "scoreMaximum": 1.0, "resourceId": "p1" })
    );
}

#[test]
fn what_the_platform_does_not_take_is_not_sent() {
    let refused =
        |settings: DeepLinkingSettings, items: &[ContentItem]| answer(&settings, items, None).unwrap_err();
    let files_only = DeepLinkingSettings {
        accept_types: vec!["file".to_owned()],
        ..settings()
    };
    assert_eq!(refused(files_only, &[item()]), DeepLinkingError::LinksNotTaken);
    let one_only = DeepLinkingSettings {
        accept_multiple: Some(false),
        ..settings()
    };
    assert_eq!(
        refused(one_only, &[item(), item()]),
        DeepLinkingError::OneItemOnly
    );
    let elsewhere = DeepLinkingSettings {
        deep_link_return_url: "https://evil.example/return".to_owned(),
        ..settings()
    };
    assert_eq!(refused(elsewhere, &[item()]).code(), "return-address-foreign");
}
