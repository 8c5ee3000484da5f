//! Badges as text and from addresses, in the ways that they are met.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use openbadges::did::{key_did, key_verification_method};
use openbadges::key::{Ed25519Signer, Signer as _};
use openbadges::limits::Limits;
use openbadges::sign::{JwtOptions, sign_jwt};
use serde_json::{Value, json};
use time::macros::datetime;

use super::support::{Answer, Badge, Folder, NOW, blason, blason_reading, check};

const URL: &str = "https://badges.example.org/b/5f0c";

fn verify_text(text: &str) -> Answer {
    blason_reading(
        text.as_bytes(),
        &["verify", "--json", "--offline", "--now", NOW, "-"],
    )
}

/// The badge as a token.
fn token() -> String {
    let signer = Ed25519Signer::from_seed(&[7; 32]);
    let mut credential: Value = serde_json::from_str(&Badge::default().by_did_key()).unwrap();
    credential.as_object_mut().unwrap().remove("proof");
    credential["issuer"]["id"] = json!(key_did(&signer.public_key()));
    let name = key_verification_method(&signer.public_key());
    let options = JwtOptions::new(name, datetime!(2026-06-03 12:00 UTC));
    sign_jwt(&credential, &signer, &options, &Limits::default()).unwrap()
}

/// The badge in an SVG picture.
fn svg() -> String {
    let picture = r#"<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>"#;
    let baked = openbadges::bake::bake(picture.as_bytes(), &Badge::default().by_did_key()).unwrap();
    String::from_utf8(baked).unwrap()
}

#[test]
fn text_of_a_code_may_be_json_or_a_token_with_space_around_it() {
    let badge = Badge::default().by_did_key();
    for text in [
        badge.clone(),
        format!("\u{feff}{badge}\r\n"),
        format!("  \n{badge}\n\n"),
        token(),
        format!("\t{}\r\n", token()),
    ] {
        let answer = verify_text(&text);
        assert_eq!(answer.status, Some(0), "{text:?}: {}", answer.stdout);
    }
}

#[test]
fn text_of_a_code_may_be_the_address_of_a_badge() {
    let folder = Folder::new();
    let map = json!({ URL: { "status": 200, "body": Badge::default().by_did_key() } });
    let map = folder.resources(&map);
    let arguments = ["verify", "--json", "--now", NOW, "--resources", &map];
    let by_file = folder.file("code.txt", format!("{URL}\n"));
    for answer in [
        blason(&[&arguments[..], &[&by_file]].concat()),
        blason_reading(format!(" {URL} ").as_bytes(), &[&arguments[..], &["-"]].concat()),
    ] {
        assert_eq!(answer.status, Some(0), "{}", answer.stdout);
        assert_eq!(answer.json()["fetched"], json!([{ "url": URL, "status": 200 }]));
    }
}

#[test]
fn an_address_behind_an_address_is_not_followed() {
    let folder = Folder::new();
    let other = "https://badges.example.org/other";
    let map = json!({
        URL: { "status": 200, "body": other },
        other: { "status": 200, "body": Badge::default().by_did_key() },
    });
    let map = folder.resources(&map);
    let answer = blason(&["verify", "--json", "--now", NOW, "--resources", &map, URL]);
    assert_eq!(answer.json()["fetched"], json!([{ "url": URL, "status": 200 }]));
    assert_ne!(answer.status, Some(0));
}

#[test]
fn what_an_address_serves_is_known_by_its_bytes_under_any_media_type() {
    let folder = Folder::new();
    let json = Badge::default().by_did_key();
    let png = {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
        encoder.set_color(png::ColorType::Rgba);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&[0; 4]).unwrap();
        writer.finish().unwrap();
        openbadges::bake::bake(&bytes, &json).unwrap()
    };
    let forms: [(Vec<u8>, &[&str]); 4] = [
        (
            json.into_bytes(),
            &[
                "application/vc",
                "application/vc+ld+json",
                "application/ld+json; profile=\"http://www.w3.org/ns/json-ld#compacted\"",
                "application/json",
                "application/json;charset=UTF-8",
                "text/json",
                "text/plain",
                "application/octet-stream",
            ],
        ),
        (
            token().into_bytes(),
            &[
                "application/vc+jwt",
                "application/jwt",
                "application/jose",
                "text/plain",
                "application/octet-stream",
            ],
        ),
        (
            png,
            &[
                "image/png",
                "application/octet-stream",
                "binary/octet-stream",
                "text/html",
            ],
        ),
        (
            svg().into_bytes(),
            &[
                "image/svg+xml",
                "image/svg+xml;charset=utf-8",
                "text/xml",
                "text/plain",
            ],
        ),
    ];
    for (body, types) in forms {
        for media_type in types.iter().copied().map(Some).chain([None]) {
            let entry =
                json!({ "status": 200, "content_type": media_type, "body_base64": STANDARD.encode(&body) });
            let map = folder.resources(&json!({ URL: entry }));
            let answer = blason(&["verify", "--json", "--now", NOW, "--resources", &map, URL]);
            assert_eq!(answer.status, Some(0), "{media_type:?}: {}", answer.stdout);
            assert!(
                check(&answer.json(), "format").ends_with("badge-found"),
                "{media_type:?}"
            );
        }
    }
}
