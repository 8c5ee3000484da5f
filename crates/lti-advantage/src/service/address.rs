//! Addresses of services: where a token may be sent.

use url::{Host, Url};

use crate::{error::ServiceError, records::Registration};

/// The address of a service that a token may be sent to.
///
/// Addresses come from launches and from a platform's own answers. One on somebody else's host would carry the
/// token there, so it is refused: the host has to be of the same site as the registration's own addresses.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ServiceAddress(Url);

impl ServiceAddress {
    /// The address `text`, if `registration` may be asked there.
    ///
    /// # Errors
    /// [`ServiceError::AddressForeign`] when it is not an address, not https (http is taken where the
    /// registration itself uses it), or of another site than the registration's issuer, login and token
    /// addresses.
    pub fn of(text: &str, registration: &Registration) -> Result<Self, ServiceError> {
        let refused = || ServiceError::AddressForeign {
            address: text.to_owned(),
        };
        let url = Url::parse(text).map_err(|_not_an_address| refused())?;
        let issuer = Url::parse(&registration.issuer).ok();
        let own = [
            Some(&registration.token_url),
            Some(&registration.auth_url),
            issuer.as_ref(),
        ];
        let is_own = own
            .into_iter()
            .flatten()
            .any(|own| is_same_site(own, &url) && (url.scheme() == "https" || url.scheme() == own.scheme()));
        let has_user = !url.username().is_empty() || url.password().is_some();
        if is_own && !has_user {
            Ok(Self(url))
        } else {
            Err(refused())
        }
    }

    /// The address.
    #[must_use]
    pub const fn url(&self) -> &Url {
        &self.0
    }

    /// The same address with one more part of its path. The query stays behind the path: Moodle's identifiers of
    /// columns end in `?type_id=1`.
    #[must_use]
    pub fn below(&self, part: &str) -> Self {
        let mut url = self.0.clone();
        if let Ok(mut parts) = url.path_segments_mut() {
            parts.pop_if_empty().push(part);
        }
        Self(url)
    }

    /// The same address asking for `name` = `value`, whatever it asked for under that name before.
    #[must_use]
    pub fn asking(&self, name: &str, value: &str) -> Self {
        let kept: Vec<(String, String)> = self
            .0
            .query_pairs()
            .filter(|(key, _)| key != name)
            .map(|(key, value)| (key.into_owned(), value.into_owned()))
            .collect();
        let mut url = self.0.clone();
        url.query_pairs_mut()
            .clear()
            .extend_pairs(kept)
            .append_pair(name, value);
        Self(url)
    }

    /// The next page, if it is on the same host, reached the same way.
    ///
    /// # Errors
    /// [`ServiceError::AddressForeign`] when it is elsewhere.
    pub(super) fn next(&self, text: &str) -> Result<Self, ServiceError> {
        match self.0.join(text) {
            Ok(next) if next.origin() == self.0.origin() => Ok(Self(next)),
            Ok(_) | Err(_) => Err(ServiceError::AddressForeign {
                address: text.to_owned(),
            }),
        }
    }
}

/// Sites that one platform uses together: the courses of hosted Canvas are below the first, its logins, tokens and
/// keys below the second.
const ALLIED_SITES: [[&str; 2]; 1] = [["instructure.com", "canvaslms.com"]];

/// Whether two addresses are of one site: the same host, or two names below the same registrable domain
/// ([the Public Suffix List](https://publicsuffix.org/)).
pub(crate) fn is_same_site(one: &Url, other: &Url) -> bool {
    match (one.host(), other.host()) {
        (Some(Host::Domain(one)), Some(Host::Domain(other))) => {
            one == other
                || match (psl::domain_str(one), psl::domain_str(other)) {
                    (Some(one), Some(other)) => one == other || are_allied(one, other),
                    (None, _) | (_, None) => false,
                }
        }
        (one, other) => one.is_some() && one == other,
    }
}

fn are_allied(one: &str, other: &str) -> bool {
    ALLIED_SITES
        .iter()
        .any(|sites| sites.contains(&one) && sites.contains(&other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::tests::registration;

    fn code(address: &str) -> Option<&'static str> {
        ServiceAddress::of(address, &registration())
            .err()
            .map(|error| error.code())
    }

    #[test]
    fn an_address_of_the_platforms_site_is_called() {
        for address in [
            "https://moodle.example/mod/lti/services.php/2/lineitems?type_id=1",
            "https://moodle.example:8443/roster",
        ] {
            assert_eq!(code(address), None, "{address}");
        }
    }

    #[test]
    fn an_address_that_would_carry_the_token_elsewhere_is_refused() {
        for address in [
            "https://evil.example/roster",
            "https://moodle.example.evil.example/roster",
            "https://moodle.example@evil.example/roster",
            "https://someone@moodle.example/roster",
            "http://moodle.example/roster",
            "ftp://moodle.example/roster",
            "//moodle.example/roster",
            "roster",
            "",
        ] {
            assert_eq!(code(address), Some("service-address-foreign"), "{address}");
        }
    }

    #[test]
    fn two_names_of_one_site_are_one_platform_and_two_tenants_of_a_host_are_not() {
        let same =
            |one: &str, other: &str| is_same_site(&Url::parse(one).unwrap(), &Url::parse(other).unwrap());
        assert!(same(
            "https://canvas.instructure.com",
            "https://school.instructure.com/api"
        ));
        assert!(same(
            "https://canvas.instructure.com",
            "https://sso.canvaslms.com/api/lti/security/jwks"
        ));
        assert!(same("https://lms.univ.ac.uk", "https://api.univ.ac.uk"));
        assert!(!same("https://one.ac.uk", "https://other.ac.uk"));
        assert!(!same("https://one.github.io", "https://other.github.io"));
        assert!(same("http://127.0.0.1:8090", "http://127.0.0.1:8091/roster"));
        assert!(!same("http://127.0.0.1", "http://127.0.0.2"));
    }

    #[test]
    fn a_part_goes_before_the_query() {
        let column = ServiceAddress::of(
            "https://moodle.example/services.php/2/lineitems/3/lineitem?type_id=1",
            &registration(),
        );
        assert_eq!(
            column.unwrap().below("scores").url().as_str(),
            "https://moodle.example/services.php/2/lineitems/3/lineitem/scores?type_id=1"
        );
    }

    #[test]
    fn a_question_is_asked_once_and_the_others_stay() {
        let roster = ServiceAddress::of(
            "https://moodle.example/roster?type_id=1&rlid=old",
            &registration(),
        );
        assert_eq!(
            roster.unwrap().asking("rlid", "a b").url().as_str(),
            "https://moodle.example/roster?type_id=1&rlid=a+b"
        );
    }
}
