//! Which addresses may be fetched: https, on the public internet.
//!
//! A badge, a launch or a form can name any address. Without this rule the server would read its
//! neighbours, its own loopback services or the machine's cloud metadata for whoever asks.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use super::FetchError;

/// IPv4 blocks that are not the public internet: the
/// [IANA special-purpose registry](https://www.iana.org/assignments/iana-ipv4-special-registry/), multicast,
/// and one cloud's metadata service, which answers on a public address.
const REFUSED_V4: [(Ipv4Addr, u32); 17] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(168, 63, 129, 16), 32),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 31, 196, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// The only IPv6 block with public unicast addresses.
const PUBLIC_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// IPv6 blocks inside [`PUBLIC_V6`] that are not the public internet: protocol assignments (Teredo among
/// them), documentation, and 6to4, which hides an IPv4 address.
const REFUSED_V6: [(Ipv6Addr, u32); 4] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// Where a network without IPv4 finds the IPv4 internet, the last 32 bits being the IPv4 address
/// ([RFC 6052](https://www.rfc-editor.org/rfc/rfc6052#section-2.1)).
const NAT64: (Ipv6Addr, u32) = (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96);

/// The rule for outbound addresses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Guard {
    allow_loopback: bool,
}

impl Guard {
    /// Https on the public internet, and nothing else.
    #[must_use]
    pub const fn public_only() -> Self {
        Self {
            allow_loopback: false,
        }
    }

    /// The same, and this machine's own services by http or https. For development and tests only.
    #[must_use]
    pub const fn with_loopback() -> Self {
        Self { allow_loopback: true }
    }

    /// Whether this machine's own services may be read.
    #[must_use]
    pub const fn allows_loopback(self) -> bool {
        self.allow_loopback
    }

    /// Checks what can be seen in the address before any name is resolved.
    ///
    /// # Errors
    /// `not-https`, `blocked-address` for a literal address that is refused, `invalid-url` for an address
    /// without a host or with a user name or a password.
    pub fn check_url(self, url: &Url) -> Result<(), FetchError> {
        let invalid = || FetchError::InvalidUrl { url: url.to_string() };
        let host = url.host().ok_or_else(invalid)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(invalid());
        }
        let is_own = self.allow_loopback && names_loopback(&host);
        match url.scheme() {
            "https" => {}
            "http" if is_own => {}
            _ => return Err(FetchError::NotHttps { url: url.to_string() }),
        }
        let address = match host {
            Host::Domain(_) => return Ok(()),
            Host::Ipv4(address) => IpAddr::V4(address),
            Host::Ipv6(address) => IpAddr::V6(address),
        };
        if is_own || is_public(address) {
            Ok(())
        } else {
            Err(FetchError::BlockedAddress {
                host: address.to_string(),
            })
        }
    }

    /// Whether a connection to `address`, which `name` resolved to, may be opened.
    ///
    /// A loopback address is permitted only for a name that says so, even while developing: any other name
    /// that leads there was made to.
    #[must_use]
    pub fn permits(self, name: &str, address: IpAddr) -> bool {
        is_public(address) || (self.allow_loopback && is_loopback_name(name) && address.is_loopback())
    }
}

/// Whether `address` is a unicast address of the public internet.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !REFUSED_V4.iter().any(|&block| is_in_v4(address, block)),
        IpAddr::V6(address) if is_in_v6(address, NAT64) => {
            let [.., a, b, c, d] = address.octets();
            is_public(IpAddr::V4(Ipv4Addr::new(a, b, c, d)))
        }
        IpAddr::V6(address) => {
            is_in_v6(address, PUBLIC_V6) && !REFUSED_V6.iter().any(|&block| is_in_v6(address, block))
        }
    }
}

fn names_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => is_loopback_name(name),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

/// `localhost` and everything below it, which are set aside for this machine
/// ([RFC 6761](https://www.rfc-editor.org/rfc/rfc6761#section-6.3)).
fn is_loopback_name(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

fn is_in_v4(address: Ipv4Addr, (block, prefix): (Ipv4Addr, u32)) -> bool {
    (address.to_bits() ^ block.to_bits()).leading_zeros() >= prefix
}

fn is_in_v6(address: Ipv6Addr, (block, prefix): (Ipv6Addr, u32)) -> bool {
    (address.to_bits() ^ block.to_bits()).leading_zeros() >= prefix
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_outside_the_public_internet_are_refused() {
        for address in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.100.100.200",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "168.63.129.16",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "64:ff9b::a00:1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn addresses_of_the_public_internet_are_permitted() {
        for address in [
            "1.1.1.1",
            "8.8.8.8",
            "100.63.255.255",
            "100.128.0.0",
            "168.63.129.17",
            "169.253.255.255",
            "172.15.0.1",
            "172.32.0.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2001:200::1",
            "2606:4700::1111",
            "2a00:1450:4007:80e::200e",
            "64:ff9b::808:808",
        ] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    fn refusal(guard: Guard, url: &str) -> Option<&'static str> {
        guard
            .check_url(&Url::parse(url).unwrap())
            .err()
            .map(|error| error.code())
    }

    #[test]
    fn an_address_is_judged_before_any_name_is_resolved() {
        for (url, code) in [
            ("https://example.org/did.json", None),
            ("http://example.org/", Some("not-https")),
            ("ftp://example.org/", Some("not-https")),
            ("file:///etc/passwd", Some("invalid-url")),
            ("data:text/plain,x", Some("invalid-url")),
            ("https://learner:secret@example.org/", Some("invalid-url")),
            ("https://127.0.0.1/", Some("blocked-address")),
            // Every spelling that a browser reads as an IPv4 address is one here too.
            ("https://2130706433/", Some("blocked-address")),
            ("https://0x7f.1/", Some("blocked-address")),
            ("https://017700000001/", Some("blocked-address")),
            ("https://[::1]/", Some("blocked-address")),
            ("https://[::ffff:169.254.169.254]/", Some("blocked-address")),
            (
                "https://169.254.169.254/latest/meta-data/",
                Some("blocked-address"),
            ),
            ("http://localhost:8080/", Some("not-https")),
            ("http://127.0.0.1:8080/", Some("not-https")),
        ] {
            assert_eq!(refusal(Guard::public_only(), url), code, "{url}");
        }
    }

    #[test]
    fn development_opens_this_machine_and_nothing_else() {
        for (url, code) in [
            ("http://localhost:8080/", None),
            ("http://course.localhost:8080/", None),
            ("http://127.0.0.1:8080/", None),
            ("https://[::1]:8443/", None),
            ("http://example.org/", Some("not-https")),
            ("http://localhost.example.org/", Some("not-https")),
            ("http://10.0.0.1/", Some("not-https")),
            ("https://10.0.0.1/", Some("blocked-address")),
            ("http://0.0.0.0/", Some("not-https")),
        ] {
            assert_eq!(refusal(Guard::with_loopback(), url), code, "{url}");
        }
    }

    #[test]
    fn a_public_name_that_leads_to_this_machine_is_refused_even_in_development() {
        let loopback = "127.0.0.1".parse().unwrap();
        assert!(Guard::with_loopback().permits("localhost", loopback));
        assert!(!Guard::with_loopback().permits("example.org", loopback));
        assert!(!Guard::public_only().permits("localhost", loopback));
    }
}
