//! The bodies of the fuzz targets, each a plain function over any bytes, and the seeds that they start from.
//!
//! `fuzz/` runs them under libFuzzer for as long as one likes; `tests/short_run.rs` runs them for some seconds with
//! the stable toolchain. docs/fuzzing.md tells how.

mod badges;
pub mod json_ld;
pub mod jwt;
pub mod rdfc;
mod seeds;
pub mod status_list;
pub mod unbake_png;
pub mod unbake_svg;
pub mod verify;

pub use seeds::Sources;

/// One way into the core.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// The name, as `cargo xtask fuzz` takes it.
    pub name: &'static str,
    /// Tries one input. It panics where the core does, and where a promise of the core is broken.
    pub run: fn(&[u8]),
    /// Inputs to start from.
    pub seeds: fn(&Sources) -> Vec<Vec<u8>>,
    /// Words that mean something there.
    pub words: &'static [&'static str],
}

/// Every target, in the order in which a badge is read.
pub const TARGETS: [Target; 7] = [
    Target {
        name: "unbake_png",
        run: unbake_png::run,
        seeds: unbake_png::seeds,
        words: &[
            "IHDR",
            "IDAT",
            "IEND",
            "iTXt",
            "tEXt",
            "zTXt",
            "openbadgecredential",
            "openbadges",
        ],
    },
    Target {
        name: "unbake_svg",
        run: unbake_svg::run,
        seeds: unbake_svg::seeds,
        words: &[
            "<svg",
            "</svg>",
            "xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"",
            "xmlns:openbadges=\"http://openbadges.org\"",
            "<openbadges:credential verify=\"",
            "</openbadges:credential>",
            "<openbadges:assertion",
            "<![CDATA[",
            "]]>",
            "<!DOCTYPE svg [",
            "<!ENTITY",
            "<!--",
            "-->",
            "<?xml",
            "?>",
            "&#x7b;",
            "&quot;",
        ],
    },
    Target {
        name: "json_ld",
        run: json_ld::run,
        seeds: json_ld::seeds,
        words: json_ld::WORDS,
    },
    Target {
        name: "rdfc",
        run: rdfc::run,
        seeds: rdfc::seeds,
        words: &[],
    },
    Target {
        name: "jwt",
        run: jwt::run,
        seeds: jwt::seeds,
        words: &[
            "\"alg\"",
            "\"EdDSA\"",
            "\"ES256\"",
            "\"RS256\"",
            "\"none\"",
            "\"kid\"",
            "\"jwk\"",
            "\"kty\"",
            "\"OKP\"",
            "\"RSA\"",
            "\"crit\"",
            "\"vc\"",
            "\"iss\"",
            "\"sub\"",
            "\"jti\"",
            "\"nbf\"",
            "\"exp\"",
            "did:key:",
            "did:jwk:",
            "did:web:",
            "https://",
        ],
    },
    Target {
        name: "status_list",
        run: status_list::run,
        seeds: status_list::seeds,
        words: &[
            "\"encodedList\"",
            "\"statusPurpose\"",
            "\"statusSize\"",
            "\"statusMessage\"",
            "\"revocation\"",
            "\"suspension\"",
            "\"message\"",
            "\"ttl\"",
            "\"revokedCredential\"",
            "\"revoked\"",
            "BitstringStatusListCredential",
            "StatusList2021Credential",
        ],
    },
    Target {
        name: "verify",
        run: verify::run,
        seeds: verify::seeds,
        words: json_ld::WORDS,
    },
];
