//! The design of badges.

use axum::http::StatusCode;
use plugin_server::db::badges;

use crate::support::{Answer, Browser, House};

const DESIGN: [(&str, &str); 7] = [
    ("name", "Découpeuse laser, niveau 1"),
    ("description", "Premiers pas."),
    ("criteria", "- prépare un dessin\n- règle la machine"),
    ("language", "fr"),
    ("shape", "hexagon"),
    ("colour", "violet"),
    ("action", "save"),
];

fn with(field: &str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    DESIGN
        .iter()
        .map(|(name, kept)| (*name, if *name == field { value } else { *kept }))
        .collect()
}

async fn create(browser: &mut Browser, fields: &[(&str, &str)], picture: &[u8]) -> Answer {
    browser
        .submit_file(
            "/admin/badges/new",
            "/admin/badges/new",
            fields,
            ("picture", picture),
        )
        .await
}

#[tokio::test]
async fn a_badge_is_drawn_from_its_name_shape_and_colour() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    let answer = create(&mut browser, &DESIGN, b"").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let badge = house.badge().await;
    assert_eq!(badge.name, "Découpeuse laser, niveau 1");
    assert_eq!(
        (badge.shape.as_deref(), badge.colour.as_deref()),
        (Some("hexagon"), Some("violet"))
    );
    assert!(badge.picture_png.starts_with(b"\x89PNG"));
    assert!(badge.picture_svg.unwrap().starts_with(b"<svg"));
}

#[tokio::test]
async fn a_fault_is_said_beside_its_field_and_nothing_is_kept() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    for (field, value) in [
        ("name", " "),
        ("description", ""),
        ("criteria", ""),
        ("language", "tlh"),
        ("shape", "blob"),
        ("colour", "#fff"),
    ] {
        let answer = create(&mut browser, &with(field, value), b"").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(answer.text().contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert!(badges::list(&house.app.db).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_uploaded_svg_that_could_act_is_refused_and_named() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    for (inside, what) in [
        ("<script>alert(1)</script>", "&#60;script&#62;"),
        ("<foreignObject/>", "&#60;foreignObject&#62;"),
        ("<rect onload=\"alert(1)\"/>", "onload"),
        ("<image href=\"https://elsewhere.example/\"/>", "&#60;image&#62;"),
    ] {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inside}</svg>");
        let answer = create(&mut browser, &DESIGN, svg.as_bytes()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{inside}");
        assert!(answer.text().contains(what), "{inside}");
    }
    assert!(badges::list(&house.app.db).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_uploaded_picture_replaces_the_drawing_and_stays_through_edits() {
    let house = House::with_demo().await;
    let drawn = house.badge().await;
    let mut browser = house.administrator().await;
    let page = format!("/admin/badges/{}", drawn.id);
    let answer = browser
        .submit_file(&page, &page, &DESIGN, ("picture", &drawn.picture_png))
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let uploaded = house.badge().await;
    assert_eq!((uploaded.shape, uploaded.picture_svg), (None, None));
    let answer = browser
        .submit_file(&page, &page, &with("shape", "uploaded"), ("picture", b""))
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert_eq!(house.badge().await.picture_png, uploaded.picture_png);
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_refused() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    let answer = create(&mut browser, &DESIGN, &vec![0; 3_000_000]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text().contains("form-too-large"));
}

#[tokio::test]
async fn the_drawing_can_be_looked_at_before_the_badge_is_kept() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    let answer = create(&mut browser, &with("action", "preview"), b"").await;
    assert_eq!(answer.status, StatusCode::OK);
    let html = answer.text();
    let (_, rest) = html.split_once("src=\"/admin/preview.png?").unwrap();
    let query = rest.split('"').next().unwrap().replace("&#38;", "&");
    let picture = browser.get(&format!("/admin/preview.png?{query}")).await;
    assert!(picture.bytes.starts_with(b"\x89PNG"));
    assert!(badges::list(&house.app.db).await.unwrap().is_empty());
}

#[tokio::test]
async fn hostile_texts_are_escaped_and_markdown_is_cleaned() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    let fields = [
        ("name", "\"><img src=x onerror=alert(1)>"),
        ("description", "<script>alert(1)</script>"),
        (
            "criteria",
            "**good** <script>alert(1)</script> [x](javascript:alert(1))",
        ),
        ("language", "en"),
        ("shape", "circle"),
        ("colour", "blue"),
        ("action", "save"),
    ];
    assert_eq!(
        create(&mut browser, &fields, b"").await.status,
        StatusCode::SEE_OTHER
    );
    let badge = house.badge().await;
    for page in [
        "/admin/badges".to_owned(),
        format!("/admin/badges/{}", badge.id),
        format!("/badges/{}", badge.id),
    ] {
        let html = browser.get(&page).await.text();
        assert!(
            !html.contains("<script") && !html.contains("<img src=x"),
            "{page}"
        );
        assert!(!html.contains("href=\"javascript:"), "{page}");
    }
    assert!(
        browser
            .get(&format!("/badges/{}", badge.id))
            .await
            .text()
            .contains("<strong>good</strong>")
    );
}
