//! Addresses of the web, as far as a verifier looks into them.
//!
//! Documents are asked for by the text of their address, so each address is written in one way only. Names beyond
//! ASCII are not turned into punycode, whose tables alone would be a third of what a web page loads: they are
//! percent-encoded ([RFC 3986, section 3.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2)), which fetchers
//! understand. A host that is written in both ways counts as two, so that nothing is trusted by mistake.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use iri_string::components::AuthorityComponents;
use iri_string::format::ToDedicatedString as _;
use iri_string::types::{IriStr, UriReferenceStr, UriString};

/// An absolute `http` or `https` address, in its one way of writing.
///
/// Scheme and host are in lower case, the scheme's own port and the segments `.` and `..` are left out, the path is
/// at least `/`, and what is not ASCII is percent-encoded.
///
/// ```
/// use openbadges::address::{NotAWebAddress, WebAddress};
///
/// let address = WebAddress::parse("HTTPS://Badges.Example:443/a/../b")?;
/// assert_eq!(address.as_str(), "https://badges.example/b");
/// assert!(address.is_same_origin(&WebAddress::parse("https://badges.example/issuers/1")?));
/// assert_eq!(WebAddress::parse("https://user@badges.example"), Err(NotAWebAddress));
/// # Ok::<(), NotAWebAddress>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WebAddress(UriString);

/// A text that is no address of the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an http or https address with a host and without a user name")]
pub struct NotAWebAddress;

impl WebAddress {
    /// The address that `text` is.
    ///
    /// # Errors
    /// [`NotAWebAddress`] for what [RFC 3987](https://www.rfc-editor.org/rfc/rfc3987) does not allow, for other
    /// schemes than `http` and `https`, and for an address without a host, with a user name or with an impossible
    /// port.
    pub fn parse(text: &str) -> Result<Self, NotAWebAddress> {
        let iri = IriStr::new(text).map_err(|_malformed| NotAWebAddress)?;
        let uri = iri.encode_to_uri().to_dedicated_string();
        // Resolved against itself, an address stays as it is but for the segments `.` and `..`.
        let reference: &UriReferenceStr = uri.as_ref();
        let uri = reference.resolve_against(uri.to_absolute()).to_dedicated_string();

        let scheme = uri.scheme_str().to_ascii_lowercase();
        let authority = uri.authority_components().ok_or(NotAWebAddress)?;
        let host = authority.host().to_ascii_lowercase();
        let own_port = own_port(&scheme).ok_or(NotAWebAddress)?;
        if host.is_empty() || authority.userinfo().is_some() {
            return Err(NotAWebAddress);
        }
        let port = match authority.port().filter(|digits| !digits.is_empty()) {
            Some(digits) => digits.parse().map_err(|_too_large| NotAWebAddress)?,
            None => own_port,
        };
        let port = if port == own_port {
            String::new()
        } else {
            format!(":{port}")
        };
        let path = if uri.path_str().is_empty() {
            "/"
        } else {
            uri.path_str()
        };
        let query = uri
            .query_str()
            .map(|query| format!("?{query}"))
            .unwrap_or_default();
        let fragment = uri
            .fragment_str()
            .map(|fragment| format!("#{fragment}"))
            .unwrap_or_default();
        UriString::try_from(format!("{scheme}://{host}{port}{path}{query}{fragment}"))
            .map(Self)
            .map_err(|_malformed| NotAWebAddress)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// `http` or `https`.
    #[must_use]
    pub fn scheme(&self) -> &str {
        self.0.scheme_str()
    }

    /// The host's name or number; an IPv6 address in its brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        self.authority().as_ref().map_or("", AuthorityComponents::host)
    }

    /// The port, unless it is the scheme's own.
    #[must_use]
    pub fn port(&self) -> Option<u16> {
        self.authority()
            .and_then(|authority| authority.port()?.parse().ok())
    }

    /// The path, which begins with `/`.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.path_str()
    }

    /// Whether scheme, host and port are the same ([RFC 6454](https://www.rfc-editor.org/rfc/rfc6454)).
    #[must_use]
    pub fn is_same_origin(&self, other: &Self) -> bool {
        self.scheme() == other.scheme() && self.0.authority_str() == other.0.authority_str()
    }

    /// Host and port as an address writes them, without the scheme's own port.
    #[must_use]
    pub fn host_and_port(&self) -> &str {
        self.0.authority_str().unwrap_or_default()
    }

    /// The same address read over TLS, for an `http` address without a port of its own.
    #[must_use]
    pub fn over_tls(&self) -> Option<Self> {
        let rest = self.as_str().strip_prefix("http://")?;
        self.port()
            .is_none()
            .then(|| Self::parse(&format!("https://{rest}")).ok())?
    }

    /// The address of the whole document, without a fragment.
    #[must_use]
    pub fn without_fragment(&self) -> Self {
        let whole = self.as_str().split('#').next().unwrap_or_default();
        Self::parse(whole).unwrap_or_else(|_same| self.clone())
    }

    /// Whether both lead to the same place, by `http` or by `https`.
    #[must_use]
    pub fn is_same_place(&self, other: &Self) -> bool {
        let place = |address: &Self| {
            address
                .as_str()
                .split_once("://")
                .map(|(_, place)| place.to_owned())
        };
        place(self) == place(other)
    }

    /// Whether the host is this machine itself.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        let host = self.host();
        if let Some(literal) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            literal
                .parse::<Ipv6Addr>()
                .is_ok_and(|address| address.is_loopback())
        } else if let Ok(address) = host.parse::<Ipv4Addr>() {
            address.is_loopback()
        } else {
            host == "localhost" || host.ends_with(".localhost")
        }
    }

    fn authority(&self) -> Option<AuthorityComponents<'_>> {
        self.0.authority_components()
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// Whether `text` is an absolute identifier, of the web or not: an [IRI](https://www.rfc-editor.org/rfc/rfc3987).
///
/// The grammar is held to up to the query only. Addresses that people use have brackets behind it, which say
/// nothing about where they lead.
pub(crate) fn is_iri(text: &str) -> bool {
    let is_forbidden = |character: char| {
        character.is_control() || character.is_whitespace() || r#"<>"{}|\^`"#.contains(character)
    };
    let place = text.split(['?', '#']).next().unwrap_or_default();
    !text.contains(is_forbidden)
        && IriStr::new(place).is_ok_and(|iri| {
            own_port(&iri.scheme_str().to_ascii_lowercase()).is_none()
                || iri
                    .authority_components()
                    .is_some_and(|authority| !authority.host().is_empty())
        })
}

/// The bytes that `text` stands for, [percent-encoded](https://www.rfc-editor.org/rfc/rfc3986#section-2.1) or not.
pub(crate) fn percent_decoded(text: &str) -> Vec<u8> {
    let mut pieces = text.as_bytes().split(|byte| *byte == b'%');
    let mut decoded = pieces.next().unwrap_or_default().to_vec();
    for piece in pieces {
        let byte = piece.get(..2).and_then(|digits| hex::decode(digits).ok());
        match byte.as_deref() {
            Some([byte]) => {
                decoded.push(*byte);
                decoded.extend_from_slice(piece.get(2..).unwrap_or_default());
            }
            _ => {
                decoded.push(b'%');
                decoded.extend_from_slice(piece);
            }
        }
    }
    decoded
}

/// The port that a scheme of the web has when none is written; nothing for other schemes.
fn own_port(scheme: &str) -> Option<u16> {
    match scheme {
        "https" => Some(443),
        "http" => Some(80),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> WebAddress {
        WebAddress::parse(text).unwrap()
    }

    #[test]
    fn an_address_is_written_in_one_way() {
        for (text, written) in [
            ("https://badges.example", "https://badges.example/"),
            ("HTTPS://Badges.Example:443/A/b", "https://badges.example/A/b"),
            ("http://badges.example:080/", "http://badges.example/"),
            ("https://badges.example:/?q", "https://badges.example/?q"),
            ("https://badges.example:08443#f", "https://badges.example:8443/#f"),
            ("https://badges.example/a/./b/../c", "https://badges.example/a/c"),
            ("https://badges.example/../../a", "https://badges.example/a"),
            (
                "https://badges.example/%7Ea/%C3%A9?%7e",
                "https://badges.example/%7Ea/%C3%A9?%7e",
            ),
            (
                "https://badges.example/é?é",
                "https://badges.example/%C3%A9?%C3%A9",
            ),
            ("https://école.example/", "https://%c3%a9cole.example/"),
            ("http://[::1]:8080", "http://[::1]:8080/"),
        ] {
            assert_eq!(address(text).as_str(), written, "{text}");
            assert_eq!(address(written).as_str(), written, "{text}, written anew");
        }
    }

    #[test]
    fn what_leads_elsewhere_than_it_shows_or_nowhere_is_refused() {
        for text in [
            "",
            "badges.example",
            "//badges.example/",
            "https:badges.example",
            "https:///a",
            "https://:8443/",
            "https://learner@badges.example/",
            "https://badges.example:65536/",
            "https://badges.example:80a/",
            "https://badges.example\\@other.example/",
            "https://badges.example /",
            "https://badges.example/a b",
            "https://badges.example/%zz",
            "https://[::1/",
            "ftp://badges.example/",
            "did:web:badges.example",
        ] {
            assert_eq!(WebAddress::parse(text), Err(NotAWebAddress), "{text}");
        }
    }

    #[test]
    fn an_address_is_read_in_its_parts() {
        let full = address("https://Badges.Example:8443/o/1?q#f");
        assert_eq!(
            (full.scheme(), full.host(), full.port(), full.path()),
            ("https", "badges.example", Some(8443), "/o/1")
        );
        assert_eq!(address("https://badges.example:443").port(), None);
    }

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        let origin = address("https://badges.example/o/1");
        assert!(origin.is_same_origin(&address("https://BADGES.example:443/other")));
        for other in [
            "http://badges.example/o/1",
            "https://badges.example:8443/o/1",
            "https://www.badges.example/o/1",
            "https://badges.example./o/1",
        ] {
            assert!(!origin.is_same_origin(&address(other)), "{other}");
        }
        let punycode = address("https://xn--cole-9oa.example/");
        assert!(!punycode.is_same_origin(&address("https://école.example/")));
    }

    #[test]
    fn this_machine_is_known_by_name_and_number() {
        for text in [
            "http://localhost:1",
            "http://a.LOCALHOST",
            "http://127.8.8.8/",
            "http://[::1]/",
        ] {
            assert!(address(text).is_loopback(), "{text}");
        }
        for text in [
            "http://localhost.example",
            "http://notlocalhost",
            "http://127.0.0.1.example",
            "http://0x7f.1",
            "http://[::2]",
            "http://[v1.::1]",
        ] {
            assert!(!address(text).is_loopback(), "{text}");
        }
    }

    #[test]
    fn what_is_percent_encoded_is_read_and_a_sign_by_itself_stays() {
        for (text, bytes) in [
            ("", ""),
            ("plain", "plain"),
            ("%75%C3%A9%c3%a9", "uéé"),
            ("100%", "100%"),
            ("%4", "%4"),
            ("%zz%41", "%zzA"),
        ] {
            assert_eq!(percent_decoded(text), bytes.as_bytes(), "{text}");
        }
    }

    #[test]
    fn an_identifier_has_a_scheme_and_no_forbidden_letter() {
        for text in [
            "urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0001",
            "did:web:badges.example#key-1",
            "mailto:learner@badges.example",
            "data:image/png;base64,AAAA",
            "https://école.example/découpe",
            "https://badges.example/search?tags[]=1#[2]",
        ] {
            assert!(is_iri(text), "{text}");
        }
        for text in [
            "",
            "a",
            "/a",
            "1a:b",
            "https:a",
            "https://",
            "https://a b",
            "urn:a|b",
            "urn:a\u{85}",
        ] {
            assert!(!is_iri(text), "{text}");
        }
    }
}
