//! `blason bake`, `blason unbake` and `blason inspect`: a badge into a picture, out of it, and looked at.

use super::support::{Badge, Folder, NOW, blason};

/// One transparent pixel.
fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[0; 4]).unwrap();
    writer.finish().unwrap();
    bytes
}

#[test]
fn a_baked_badge_verifies_and_comes_out_as_it_went_in() {
    let folder = Folder::new();
    let badge = Badge::default().by_did_key();
    let credential = folder.file("badge.json", &badge);
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>"#;
    for picture in [folder.file("plain.png", picture()), folder.file("plain.svg", svg)] {
        let baked = format!("{picture}.baked");
        assert_eq!(
            blason(&["bake", &picture, &credential, "-o", &baked]).status,
            Some(0)
        );
        assert_eq!(
            blason(&["verify", "--offline", "--now", NOW, &baked]).status,
            Some(0),
            "{picture}"
        );
        assert_eq!(blason(&["unbake", &baked]).stdout, badge, "{picture}");
    }
}

#[test]
fn a_file_is_replaced_only_when_asked() {
    let folder = Folder::new();
    let credential = folder.file("badge.json", Badge::default().by_did_key());
    let picture = folder.file("plain.png", picture());
    let out = folder.file("out.png", "precious");
    let answer = blason(&["bake", &picture, &credential, "-o", &out]);
    assert_eq!(answer.status, Some(64));
    assert!(
        answer.stderr.contains("out.png is there already"),
        "{}",
        answer.stderr
    );
    assert_eq!(std::fs::read(&out).unwrap(), b"precious");
    assert_eq!(
        blason(&["bake", "--force", &picture, &credential, "-o", &out]).status,
        Some(0)
    );
    assert_ne!(std::fs::read(&out).unwrap(), b"precious");
}

#[test]
fn what_cannot_be_baked_is_said() {
    let folder = Folder::new();
    let credential = folder.file("badge.json", Badge::default().by_did_key());
    let text = folder.file("notes.txt", "neither picture nor badge");
    let out = folder.path("out.png");
    let out = out.to_str().unwrap();
    let answer = blason(&["bake", &text, &credential, "-o", out]);
    assert_eq!(answer.status, Some(1));
    assert!(
        answer.stderr.contains("notes.txt cannot be baked"),
        "{}",
        answer.stderr
    );
    let answer = blason(&["bake", &folder.file("plain.png", picture()), &text, "-o", out]);
    assert_eq!(answer.status, Some(1));
    assert!(
        answer.stderr.contains("notes.txt holds no credential"),
        "{}",
        answer.stderr
    );
    assert!(!folder.path("out.png").exists());
}

#[test]
fn inspect_lists_the_chunks_and_lays_out_the_badge_without_a_verdict() {
    let folder = Folder::new();
    let credential = folder.file(
        "badge.json",
        Badge::default().by_did_key().replace("quiz", "quit"),
    );
    let picture = folder.file("plain.png", picture());
    let baked = folder.path("baked.png");
    let baked = baked.to_str().unwrap();
    assert_eq!(
        blason(&["bake", &picture, &credential, "-o", baked]).status,
        Some(0)
    );
    let answer = blason(&["inspect", baked]);
    assert_eq!(answer.status, Some(0), "{}", answer.stderr);
    for part in [
        "PNG, ",
        "Open Badges 3.0",
        "IHDR        13 bytes",
        "openbadgecredential",
        "\"name\": \"Laser cutter",
    ] {
        assert!(answer.stdout.contains(part), "{part} in {}", answer.stdout);
    }
    for verdict in ["Genuine", "Not valid", "verified", "signature is right"] {
        assert!(!answer.stdout.contains(verdict), "{verdict} in {}", answer.stdout);
    }
}

#[test]
fn inspect_says_what_keeps_a_badge_from_being_read() {
    let folder = Folder::new();
    let answer = blason(&["inspect", &folder.file("plain.png", picture())]);
    assert_eq!(answer.status, Some(1));
    assert!(answer.stdout.contains("IEND"), "{}", answer.stdout);
    let answer = blason(&["inspect", &folder.file("token.jwt", "eyJhbGciOiJub25lIn0.e30.")]);
    assert!(answer.stdout.contains("\"alg\": \"none\""), "{}", answer.stdout);
}
