//! The `image` check: is the picture the one that was signed?
//!
//! A credential signs a picture by listing its address, with a digest, among its
//! [related resources](https://www.w3.org/TR/vc-data-model-2.0/#integrity-of-related-resources). The picture may be at
//! hand: the badge was baked into it, or carries it as a data URL. Otherwise it is fetched, and only when the caller
//! wants that: whoever serves a picture learns who looks at the badge.

mod digest;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use self::digest::{Comparison, compare};
use super::case::{Case, Wants, list};
use super::{Check, CheckId, Code, Container, WantedKind, document};
use crate::address::{WebAddress, percent_decoded};
use crate::bake;
use crate::vocab::ACCEPT_IMAGE;

/// The file that the badge was read from.
#[derive(Clone, Copy)]
pub(super) struct File<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) container: Option<Container>,
}

pub(super) fn check(case: &Case<'_>, file: File<'_>, wants: &mut Wants) -> Check {
    let pictures = SignedPicture::all_of(case);
    if pictures.is_empty() {
        return not_checked(Code::ImageNotSigned);
    }
    if let Some(check) = of_file(&pictures, file) {
        return check;
    }
    let checks = pictures.iter().map(|picture| match picture.inline() {
        Some(bytes) => answer(compare(picture.resource, &bytes), "badge"),
        None => of_address(case, picture, wants),
    });
    checks
        .min_by_key(|check| match check.code {
            Code::ImageDiffers => 0,
            Code::ImageMatches => 3,
            Code::ImageNotAsked => 2,
            _ => 1,
        })
        .unwrap_or_else(|| not_checked(Code::ImageNotSigned))
}

/// A picture of the badge whose digest is signed.
struct SignedPicture<'a> {
    address: &'a str,
    resource: &'a Map<String, Value>,
}

impl<'a> SignedPicture<'a> {
    /// The pictures of the credential and of its achievement, as far as related resources describe them.
    fn all_of(case: &Case<'a>) -> Vec<Self> {
        let achievement = case
            .members
            .get("credentialSubject")
            .and_then(|subject| subject.get("achievement"));
        let own = case.members.get("image");
        let images = [own, achievement.and_then(|achievement| achievement.get("image"))];
        let addresses: Vec<&str> = images
            .into_iter()
            .flatten()
            .filter_map(|image| match image {
                Value::Object(image) => image.get("id").and_then(Value::as_str),
                other => other.as_str(),
            })
            .collect();
        list(case.members.get("relatedResource"))
            .iter()
            .filter_map(|resource| {
                let resource = resource.as_object()?;
                let address = resource.get("id")?.as_str()?;
                addresses.contains(&address).then_some(Self { address, resource })
            })
            .collect()
    }

    /// Whether the resource says that it is of this kind.
    fn is_of(&self, media_type: &str) -> bool {
        let said = self.resource.get("mediaType").and_then(Value::as_str);
        let essence = said.and_then(|said| said.split(';').next());
        essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case(media_type))
    }

    /// The bytes of a [data URL](https://www.rfc-editor.org/rfc/rfc2397).
    fn inline(&self) -> Option<Vec<u8>> {
        let (head, data) = self.address.strip_prefix("data:")?.split_once(',')?;
        let bytes = percent_decoded(data);
        if head.ends_with(";base64") {
            STANDARD.decode(bytes).ok()
        } else {
            Some(bytes)
        }
    }
}

/// What the file itself shows, without the badge in it; `None` where that is not to be compared.
///
/// A match is one whatever the kind. A difference counts only when the signed picture is of the file's kind by its
/// own words: an issuer may publish a drawing and hand out pictures made from it.
fn of_file(pictures: &[SignedPicture<'_>], file: File<'_>) -> Option<Check> {
    let media_type = match file.container? {
        Container::Png => "image/png",
        Container::Svg => "image/svg+xml",
        Container::Json | Container::Jwt => return None,
    };
    let picture = bake::unbaked_picture(file.bytes).ok()?;
    let mut worst = None;
    for signed in pictures {
        match compare(signed.resource, &picture) {
            Comparison::Same => return Some(answer(Comparison::Same, "file")),
            other if signed.is_of(media_type) && worst != Some(Comparison::Unread) => worst = Some(other),
            _ => {}
        }
    }
    worst.map(|comparison| answer(comparison, "file"))
}

/// What the document at the picture's address shows.
fn of_address(case: &Case<'_>, picture: &SignedPicture<'_>, wants: &mut Wants) -> Check {
    let not_asked = not_checked(Code::ImageNotAsked).with("url", picture.address);
    if !case.policy.fetch_images {
        return not_asked;
    }
    let Some(url) = WebAddress::parse(picture.address)
        .ok()
        .filter(|url| url.scheme() == "https" || case.policy.allow_loopback_http && url.is_loopback())
    else {
        return not_asked;
    };
    match document::body(case, &url, WantedKind::Image, ACCEPT_IMAGE, wants) {
        Ok(bytes) => answer(compare(picture.resource, bytes), "address").with("url", url.as_str()),
        Err(reason) => {
            let code = Code::DocumentUnreachable;
            reason.explain(not_checked(code), &url, code)
        }
    }
}

/// The check that says what a comparison showed, of the picture in this place.
fn answer(comparison: Comparison, place: &str) -> Check {
    let check = match comparison {
        Comparison::Same => Check::passed(CheckId::Image, Code::ImageMatches),
        Comparison::Differs => Check::failed(CheckId::Image, Code::ImageDiffers),
        Comparison::Unread => not_checked(Code::UnsupportedDigest),
    };
    check.with("of", place)
}

fn not_checked(code: Code) -> Check {
    Check::not_checked(CheckId::Image, code)
}
