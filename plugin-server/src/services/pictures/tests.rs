use super::*;

fn refused(svg: &str) -> String {
    match accept(svg.as_bytes(), &Limits::default()) {
        Err(PictureError::UnsafeSvg(what)) => what,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

fn svg(inside: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">{inside}</svg>"#
    )
}

#[test]
fn every_shape_in_every_colour_is_drawn() {
    for shape in Shape::ALL {
        for colour in Colour::ALL {
            let picture = draw("Découpeuse laser, niveau 1", shape, colour).unwrap();
            assert!(png_check::check(&picture.png, &Limits::default()).is_ok());
        }
    }
}

#[test]
fn a_name_cannot_break_out_of_the_drawing() {
    let picture = draw("</text><script>alert(1)</script>", Shape::Circle, Colour::Blue).unwrap();
    let svg = String::from_utf8(picture.svg.unwrap()).unwrap();
    assert!(!svg.contains("script"), "{svg}");
}

#[test]
fn a_name_that_cannot_be_drawn_leaves_an_emblem() {
    let long = "Anticonstitutionnellement".repeat(8);
    for name in ["証明書", "", long.as_str()] {
        assert!(draw(name, Shape::Shield, Colour::Red).is_ok(), "{name}");
    }
}

#[test]
fn a_drawing_is_an_acceptable_upload() {
    let drawn = draw("Laser", Shape::Hexagon, Colour::Teal).unwrap();
    let accepted = accept(&drawn.svg.unwrap(), &Limits::default()).unwrap();
    assert!(accepted.svg.is_some());
    assert!(accept(&drawn.png, &Limits::default()).unwrap().svg.is_none());
}

#[test]
fn a_mark_is_seen_on_a_picture_of_any_size() {
    let drawn = draw("Laser", Shape::Circle, Colour::Blue).unwrap().png;
    let narrow = raster::render(&svg("<rect width='1' height='10'/>").replace("0 0 10 10", "0 0 1 10"))
        .unwrap()
        .png;
    for png in [drawn, narrow] {
        let marked = marked(&png, "TEST").unwrap();
        assert_ne!(marked, png);
        assert!(png_check::check(&marked, &Limits::default()).is_ok());
    }
    assert_eq!(marked(b"no picture", "TEST"), Err(PictureError::Damaged));
}

#[test]
fn an_svg_that_could_act_is_refused_and_the_reason_named() {
    for (inside, what) in [
        ("<script>alert(1)</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<animate/>", "<animate>"),
        ("<style>@import url(x)</style>", "<style>"),
        ("<image href='https://elsewhere.example/p.png'/>", "<image>"),
        (
            "<html:iframe xmlns:html='http://www.w3.org/1999/xhtml'/>",
            "<html:iframe>",
        ),
        (
            "<rect onload='alert(1)' width='1' height='1'/>",
            "the attribute onload",
        ),
        ("<rect ONCLICK='alert(1)'/>", "the attribute ONCLICK"),
        (
            "<use href='https://elsewhere.example/#a'/>",
            "a reference out of the file (href)",
        ),
        (
            "<use xlink:href=' data:image/svg+xml,x'/>",
            "a reference out of the file (xlink:href)",
        ),
        (
            "<rect fill='url(https://elsewhere.example/)'/>",
            "a reference out of the file (fill)",
        ),
        (
            "<rect style='fill:u\\72l(//elsewhere.example)'/>",
            "a reference out of the file (style)",
        ),
        (
            "<rect fill='java&#x0A;script:alert(1)'/>",
            "a script in the attribute fill",
        ),
        ("<text>&secret;</text>", "an entity"),
    ] {
        assert_eq!(refused(&svg(inside)), what, "{inside}");
    }
}

#[test]
fn an_svg_with_a_document_type_is_refused() {
    let bomb = format!("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>{}", svg("<text>&a;</text>"));
    assert_eq!(refused(&bomb), "a document type");
    assert_eq!(
        refused(&format!("<?xml-stylesheet href='x'?>{}", svg(""))),
        "a processing instruction"
    );
}

#[test]
fn an_svg_that_multiplies_itself_is_refused() {
    assert_eq!(refused(&svg(&"<use href='#a'/>".repeat(40))), "too many elements");
    let deep = format!("{}{}", "<g>".repeat(100), "</g>".repeat(100));
    assert_eq!(refused(&svg(&deep)), "too deeply nested elements");
}

#[test]
fn a_picture_beyond_the_limits_is_refused() {
    let drawn = draw("Laser", Shape::Circle, Colour::Blue).unwrap();
    let limits = Limits {
        max_picture_bytes: 100,
        ..Limits::default()
    };
    assert_eq!(
        accept(&drawn.png, &limits),
        Err(PictureError::TooLarge { max_bytes: 100 })
    );
    let limits = Limits {
        max_picture_pixels: 100,
        ..Limits::default()
    };
    assert_eq!(
        accept(&drawn.png, &limits),
        Err(PictureError::TooManyPixels { max_pixels: 100 })
    );
}

#[test]
fn a_damaged_or_foreign_file_is_refused() {
    let drawn = draw("Laser", Shape::Circle, Colour::Blue).unwrap();
    let half = drawn.png.get(..drawn.png.len() / 2).unwrap();
    assert_eq!(accept(half, &Limits::default()), Err(PictureError::Damaged));
    assert_eq!(
        accept(b"GIF89a", &Limits::default()),
        Err(PictureError::UnknownKind)
    );
    assert_eq!(
        accept(b"<html/>", &Limits::default()),
        Err(PictureError::UnknownKind)
    );
    assert_eq!(
        accept(&[0xff, 0xd8, 0xff], &Limits::default()),
        Err(PictureError::UnknownKind)
    );
}
