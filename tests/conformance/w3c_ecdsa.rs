//! The W3C vectors of [`ecdsa-rdfc-2019` and `ecdsa-jcs-2019`](https://www.w3.org/TR/vc-di-ecdsa/#test-vectors) on
//! both curves, and of `ecdsa-sd-2023`: every intermediate value, byte for byte.

use std::process::ExitCode;

use blason_tests::data_integrity::{self, Vectors};
use blason_tests::{selective_disclosure, suite};
use openbadges::suite::Cryptosuite;

const DOCUMENT: Option<&str> = Some("unsigned.json");

const FOLDERS: [Vectors; 4] = [
    Vectors {
        suite: Cryptosuite::EcdsaRdfc2019,
        folder: "ecdsa-rdfc-2019-p256",
        suffix: "ECDSAP256",
        keys: "p256KeyPair.json",
        document: DOCUMENT,
    },
    Vectors {
        suite: Cryptosuite::EcdsaRdfc2019,
        folder: "ecdsa-rdfc-2019-p384",
        suffix: "ECDSAP384",
        keys: "p384KeyPair.json",
        document: DOCUMENT,
    },
    Vectors {
        suite: Cryptosuite::EcdsaJcs2019,
        folder: "ecdsa-jcs-2019-p256",
        suffix: "JCSECDSAP256",
        keys: "p256KeyPair.json",
        document: DOCUMENT,
    },
    Vectors {
        suite: Cryptosuite::EcdsaJcs2019,
        folder: "ecdsa-jcs-2019-p384",
        suffix: "JCSECDSAP384",
        keys: "p384KeyPair.json",
        document: DOCUMENT,
    },
];

fn main() -> ExitCode {
    let root = blason_tests::vectors("w3c-vc-di-ecdsa");
    let mut vectors = data_integrity::vectors(root.as_deref(), &FOLDERS);
    vectors.extend(selective_disclosure::vectors(root.as_deref()));
    suite::run(vectors)
}
