//! [`did:web`](https://w3c-ccg.github.io/did-method-web/): a document on the host that the identifier names.

use crate::address::WebAddress;
use crate::error::KeyError;

/// The address of the document of `did:web:{id}`:
/// `https://{host}/.well-known/did.json`, or `https://{host}/{path}/did.json`.
pub(super) fn document_url(id: &str, allow_loopback_http: bool) -> Result<WebAddress, KeyError> {
    let malformed = || KeyError::MalformedDid;
    let mut parts = id.split(':');
    // Only the port's colon may be escaped in the host: anything more could name another host than it shows.
    let host = parts
        .next()
        .unwrap_or_default()
        .replace("%3A", ":")
        .replace("%3a", ":");
    let is_plain = |part: &str, also: &[u8]| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte) || also.contains(&byte))
    };
    let path: Vec<&str> = parts.collect();
    let is_segment = |part: &&str| is_plain(part, b"%~+") && !matches!(*part, "." | "..");
    if !is_plain(&host, b":") || !path.iter().all(is_segment) {
        return Err(malformed());
    }
    let path = if path.is_empty() {
        ".well-known".to_owned()
    } else {
        path.join("/")
    };
    let mut url =
        WebAddress::parse(&format!("https://{host}/{path}/did.json")).map_err(|_no_address| malformed())?;
    if allow_loopback_http && url.is_loopback() {
        url = WebAddress::parse(&format!("http://{host}/{path}/did.json"))
            .map_err(|_no_address| malformed())?;
    }
    Ok(url)
}

/// The identifier whose document stands under `base`.
pub(super) fn did(base: &WebAddress) -> Result<String, KeyError> {
    let host = base.host();
    if host.contains('%') {
        return Err(KeyError::MalformedDid);
    }
    let mut did = format!("did:web:{host}");
    if let Some(port) = base.port() {
        did.push_str(&format!("%3A{port}"));
    }
    for segment in base.path().split('/').filter(|segment| !segment.is_empty()) {
        did.push(':');
        did.push_str(segment);
    }
    Ok(did)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(id: &str) -> Option<String> {
        document_url(id, false).ok().map(|url| url.as_str().to_owned())
    }

    #[test]
    fn the_document_is_well_known_without_a_path_and_under_the_path_with_one() {
        assert_eq!(
            address("badges.example").as_deref(),
            Some("https://badges.example/.well-known/did.json")
        );
        assert_eq!(
            address("badges.example:o:1").as_deref(),
            Some("https://badges.example/o/1/did.json")
        );
        assert_eq!(
            address("badges.example%3A8443:o").as_deref(),
            Some("https://badges.example:8443/o/did.json")
        );
    }

    #[test]
    fn an_identifier_that_could_name_another_host_is_refused() {
        for id in [
            "",
            "a@b.example",
            "b.example%2Fx",
            "b.example/x",
            "b.example?x",
            "b.example::x",
            "b.example:..",
        ] {
            assert_eq!(document_url(id, true), Err(KeyError::MalformedDid), "{id}");
        }
    }

    #[test]
    fn a_loopback_host_is_read_over_http_only_under_the_flag() {
        assert_eq!(
            address("127.0.0.1%3A8080").as_deref(),
            Some("https://127.0.0.1:8080/.well-known/did.json")
        );
        let under_flag = document_url("127.0.0.1%3A8080", true).map(|url| url.as_str().to_owned());
        assert_eq!(
            under_flag.as_deref(),
            Ok("http://127.0.0.1:8080/.well-known/did.json")
        );
        let elsewhere = document_url("badges.example", true).map(|url| url.as_str().to_owned());
        assert_eq!(
            elsewhere.as_deref(),
            Ok("https://badges.example/.well-known/did.json")
        );
    }

    #[test]
    fn an_address_and_its_identifier_lead_to_each_other() {
        for base in ["https://badges.example:8443/o/1", "https://badges.example"] {
            let did = did(&WebAddress::parse(base).unwrap()).unwrap();
            let url = address(did.strip_prefix("did:web:").unwrap()).unwrap();
            assert!(url.starts_with(base), "{url}");
        }
    }
}
