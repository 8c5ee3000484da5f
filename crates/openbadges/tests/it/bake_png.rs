//! Badges in PNG pictures.

use std::io::Write as _;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use openbadges::bake::{Generation, Remark, UnbakeError, bake, unbake, unbaked_picture};
use openbadges::error::BakeError;
use openbadges::limits::Limits;

const JSON: &str = r#"{"name":"Découpeuse laser"}"#;

/// A small picture without a badge.
pub(crate) fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 3, 2);
    encoder.set_color(png::ColorType::Rgb);
    encoder
        .add_text_chunk("Software".to_owned(), "drawing".to_owned())
        .unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&[10, 20, 30, 40, 50, 60, 70, 80, 90, 9, 8, 7, 6, 5, 4, 3, 2, 1])
        .unwrap();
    writer.finish().unwrap();
    bytes
}

/// The picture with these chunks before its end.
pub(crate) fn with_chunks(chunks: &[Vec<u8>]) -> Vec<u8> {
    let mut picture = picture();
    let end = picture.split_off(picture.len() - 12);
    [picture, chunks.concat(), end].concat()
}

pub(crate) fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [kind.as_slice(), data].concat();
    let mut crc = Crc::new();
    crc.update(&body);
    [
        u32::try_from(data.len()).unwrap().to_be_bytes().as_slice(),
        &body,
        &crc.sum().to_be_bytes(),
    ]
    .concat()
}

pub(crate) fn itxt(keyword: &str, text: &[u8]) -> Vec<u8> {
    chunk(b"iTXt", &[keyword.as_bytes(), &[0, 0, 0, 0, 0], text].concat())
}

pub(crate) fn deflated(text: &str) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn read(input: &[u8]) -> Result<(String, Vec<Remark>), UnbakeError> {
    unbake(input, &Limits::default()).map(|unbaked| (unbaked.payload, unbaked.remarks))
}

fn pixels(input: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(input))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    pixels
}

#[test]
fn a_baked_badge_is_read_back_and_every_other_byte_stays() {
    let picture = picture();
    let baked = bake(&picture, JSON).unwrap();
    assert_eq!(read(&baked), Ok((JSON.to_owned(), vec![])));
    assert_eq!(pixels(&baked), pixels(&picture));
    // The signature and the header chunk are 33 bytes; the badge stands right after them.
    let added = baked.len() - picture.len();
    assert_eq!([&baked[..33], &baked[33 + added..]].concat(), picture);
}

#[test]
fn another_decoder_reads_the_baked_text() {
    let baked = bake(&picture(), JSON).unwrap();
    let reader = png::Decoder::new(std::io::Cursor::new(&baked))
        .read_info()
        .unwrap();
    let text = reader.info().utf8_text.first().unwrap();
    assert_eq!(
        (text.keyword.as_str(), text.compressed),
        ("openbadgecredential", false)
    );
    assert_eq!(text.get_text().unwrap(), JSON);
}

#[test]
fn baking_again_replaces_older_badges_of_either_version() {
    let old = with_chunks(&[itxt("openbadges", b"{}"), itxt("openbadgecredential", b"{}")]);
    let baked = bake(&old, JSON).unwrap();
    assert_eq!(read(&baked), Ok((JSON.to_owned(), vec![])));
    assert_eq!(baked, bake(&picture(), JSON).unwrap());
}

#[test]
fn an_assertion_goes_under_the_keyword_of_its_own_generation() {
    let json = r#"{"badge":"https://a.example/b","recipient":{}}"#;
    // {"badge":"","recipient":""}
    let signed = "eyJhbGciOiJSUzI1NiJ9.eyJiYWRnZSI6IiIsInJlY2lwaWVudCI6IiJ9.AAAA";
    for (badge, generation) in [
        (json, Generation::V2),
        (signed, Generation::V2),
        (r#"{"badge":1}"#, Generation::V3),
        ("eyJhbGciOiJSUzI1NiJ9.e30.AAAA", Generation::V3),
    ] {
        let baked = bake(&picture(), badge).unwrap();
        let unbaked = unbake(&baked, &Limits::default()).unwrap();
        assert_eq!(
            (unbaked.payload.as_str(), unbaked.generation),
            (badge, Some(generation))
        );
        assert_eq!(unbaked_picture(&baked).unwrap(), picture());
    }
}

#[test]
fn other_kinds_of_text_chunk_are_read_with_a_remark() {
    let keyword = b"openbadgecredential\0";
    let compressed = chunk(
        b"iTXt",
        &[keyword, &[1, 0][..], b"fr\0mot-cl\xc3\xa9\0", &deflated(JSON)].concat(),
    );
    let plain = chunk(b"tEXt", &[&keyword[..], JSON.as_bytes()].concat());
    let latin1 = chunk(
        b"tEXt",
        &[&keyword[..], b"{\"name\":\"D\xe9coupeuse laser\"}"].concat(),
    );
    let zipped = chunk(b"zTXt", &[&keyword[..], &[0], &deflated(JSON)].concat());
    for (chunk, remarks) in [
        (compressed, vec![Remark::CompressedBadge]),
        (plain, vec![Remark::OtherChunkType("tEXt")]),
        (latin1, vec![Remark::OtherChunkType("tEXt")]),
        (
            zipped,
            vec![Remark::OtherChunkType("zTXt"), Remark::CompressedBadge],
        ),
    ] {
        assert_eq!(read(&with_chunks(&[chunk])), Ok((JSON.to_owned(), remarks)));
    }
}

#[test]
fn the_keyword_says_the_generation() {
    for (keyword, generation) in [
        ("openbadges", Generation::V2),
        ("openbadgecredential", Generation::V3),
    ] {
        let unbaked = unbake(&with_chunks(&[itxt(keyword, b"{}")]), &Limits::default()).unwrap();
        assert_eq!(unbaked.generation, Some(generation));
    }
}

#[test]
fn the_same_badge_twice_is_a_remark_and_two_different_ones_are_refused() {
    let one = || itxt("openbadgecredential", JSON.as_bytes());
    assert_eq!(
        read(&with_chunks(&[one(), one()])),
        Ok((JSON.to_owned(), vec![Remark::Repeated]))
    );
    let other = itxt("openbadges", b"{\"name\":\"Another\"}");
    assert_eq!(
        read(&with_chunks(&[one(), other])),
        Err(UnbakeError::ConflictingBadges)
    );
}

#[test]
fn a_damaged_badge_chunk_is_refused() {
    let mut baked = bake(&picture(), JSON).unwrap();
    baked[33 + 8 + 40] ^= 1;
    assert_eq!(read(&baked), Err(UnbakeError::DamagedChunk { offset: 33 }));
    let bad_stream = chunk(b"zTXt", b"openbadgecredential\0\0not zlib");
    let picture = with_chunks(&[bad_stream]);
    assert!(matches!(read(&picture), Err(UnbakeError::DamagedChunk { .. })));
    let not_utf8 = itxt("openbadgecredential", b"{\xff}");
    assert!(matches!(
        read(&with_chunks(&[not_utf8])),
        Err(UnbakeError::DamagedChunk { .. })
    ));
}

#[test]
fn a_length_past_the_end_is_refused() {
    let baked = bake(&picture(), JSON).unwrap();
    for length in [u32::MAX, 0x7fff_ffff, 4_000] {
        let mut long = baked.clone();
        long[33..37].copy_from_slice(&length.to_be_bytes());
        assert_eq!(read(&long), Err(UnbakeError::DamagedChunk { offset: 33 }));
    }
    for end in [9, 20, baked.len() - 12, baked.len() - 1] {
        let cut = read(&baked[..end]);
        assert!(
            matches!(
                cut,
                Err(UnbakeError::DamagedFile { .. } | UnbakeError::DamagedChunk { .. })
            ),
            "{cut:?}"
        );
    }
}

#[test]
fn what_all_chunks_together_become_is_bounded() {
    let badge = chunk(
        b"zTXt",
        &[&b"openbadges\0\0"[..], &deflated(&"{".repeat(1_500_000))].concat(),
    );
    assert!(read(&with_chunks(&vec![badge.clone(); 2])).is_ok());
    let refused = read(&with_chunks(&vec![badge; 3])).unwrap_err();
    let UnbakeError::TooLarge { limit, .. } = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(limit, "inflated-bytes");
}

#[test]
fn inflating_and_chunks_are_bounded() {
    let bomb = chunk(
        b"zTXt",
        &[&b"openbadgecredential\0\0"[..], &deflated(&" ".repeat(5_000_000))].concat(),
    );
    let refused = read(&with_chunks(&[bomb]));
    assert!(
        matches!(
            refused,
            Err(UnbakeError::TooLarge {
                limit: "inflated-bytes",
                ..
            })
        ),
        "{refused:?}"
    );
    let many = with_chunks(&vec![chunk(b"tIME", &[0; 7]); 10_001]);
    assert_eq!(
        read(&many),
        Err(UnbakeError::TooLarge {
            limit: "png-chunks",
            max: 10_000
        })
    );
}

#[test]
fn what_follows_the_end_is_kept_when_baking_and_noticed_when_reading() {
    for tail in [b"tail".to_vec(), chunk(b"tEXt", b"Comment\0after the end")] {
        let picture = [picture(), tail.clone()].concat();
        let baked = bake(&picture, JSON).unwrap();
        assert!(baked.ends_with(&tail));
        assert_eq!(read(&baked), Ok((JSON.to_owned(), vec![Remark::DataAfterEnd])));
    }
}

#[test]
fn a_picture_whose_structure_is_broken_is_not_baked() {
    let picture = picture();
    let cut = bake(&picture[..picture.len() - 1], JSON);
    assert!(matches!(cut, Err(BakeError::DamagedPicture { .. })), "{cut:?}");
    let headless = [&picture[..8], &picture[33..]].concat();
    assert_eq!(
        bake(&headless, JSON),
        Err(BakeError::DamagedPicture { offset: 8 })
    );
    assert_eq!(bake(b"GIF89a", JSON), Err(BakeError::NotAPicture));
}

#[test]
fn a_picture_is_what_it_was_once_its_badge_is_taken_away() {
    let followed = [picture(), b"more".to_vec()].concat();
    for picture in [picture(), followed] {
        let baked = bake(&picture, JSON).unwrap();
        assert_ne!(baked, picture);
        assert_eq!(unbaked_picture(&baked), Ok(picture.clone()));
        assert_eq!(unbaked_picture(&picture), Ok(picture));
    }
}

#[test]
fn badges_of_every_kind_are_taken_away_and_other_texts_stay() {
    let comment = chunk(b"tEXt", b"Comment\0a note");
    let badges = [
        itxt("openbadgecredential", JSON.as_bytes()),
        itxt("openbadges", JSON.as_bytes()),
        chunk(b"tEXt", b"openbadges\0https://badges.example/1"),
    ];
    let file = with_chunks(&[badges.concat(), comment.clone()]);
    assert_eq!(unbaked_picture(&file), Ok(with_chunks(&[comment])));
}

#[test]
fn a_damaged_picture_has_none_without_a_badge() {
    let picture = picture();
    let cut = &picture[..picture.len() - 6];
    assert_eq!(
        unbaked_picture(cut),
        Err(BakeError::DamagedPicture {
            offset: picture.len() - 12
        })
    );
}
