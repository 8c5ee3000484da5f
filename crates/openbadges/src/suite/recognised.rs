//! Names of proof formats: right ones, old and mistaken ones, and those that are known and not read.

use super::Cryptosuite;
use crate::vocab::{DATA_INTEGRITY_PROOF, ED25519_SIGNATURE_2020};

/// What a proof's `type` and `cryptosuite` say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognised {
    /// Read here.
    Supported(Cryptosuite),
    /// Read here, under an old or mistaken name.
    Alias(Cryptosuite),
    /// A format that is known, and not read here.
    Unsupported,
    /// A format that is not known.
    Unknown,
}

/// Values of `cryptosuite` that drafts, early programs and a slip in the Open Badges specification have used.
const ALIASES: [(&str, Cryptosuite); 6] = [
    ("eddsa-2022", Cryptosuite::EddsaRdfc2022),
    ("eddsa-rdf-2022", Cryptosuite::EddsaRdfc2022),
    ("json-eddsa-2022", Cryptosuite::EddsaJcs2022),
    ("jcs-eddsa-2022", Cryptosuite::EddsaJcs2022),
    ("ecdsa-2019", Cryptosuite::EcdsaRdfc2019),
    ("jcs-ecdsa-2019", Cryptosuite::EcdsaJcs2019),
];

/// Known values of `cryptosuite` that are not read here.
const UNSUPPORTED_CRYPTOSUITES: [&str; 1] = ["bbs-2023"];

/// Known values of `type` that are not read here.
const UNSUPPORTED_TYPES: [&str; 7] = [
    "Ed25519Signature2018",
    "EcdsaSecp256k1Signature2019",
    "EcdsaSecp256r1Signature2019",
    "JsonWebSignature2020",
    "RsaSignature2018",
    "BbsBlsSignature2020",
    "MerkleProof2019",
];

impl Cryptosuite {
    /// The suite of a proof with this `type` and this `cryptosuite`.
    #[must_use]
    pub fn recognise(proof_type: &str, cryptosuite: Option<&str>) -> Recognised {
        match (proof_type, cryptosuite) {
            (DATA_INTEGRITY_PROOF, Some(name)) => Self::by_name(name),
            (ED25519_SIGNATURE_2020, None) => Recognised::Supported(Self::Ed25519Signature2020),
            (name, _) if UNSUPPORTED_TYPES.contains(&name) => Recognised::Unsupported,
            _ => Recognised::Unknown,
        }
    }

    fn by_name(name: &str) -> Recognised {
        let alias = ALIASES.iter().find(|(alias, _)| *alias == name);
        match (name, alias) {
            ("eddsa-rdfc-2022", _) => Recognised::Supported(Self::EddsaRdfc2022),
            ("eddsa-jcs-2022", _) => Recognised::Supported(Self::EddsaJcs2022),
            ("ecdsa-rdfc-2019", _) => Recognised::Supported(Self::EcdsaRdfc2019),
            ("ecdsa-jcs-2019", _) => Recognised::Supported(Self::EcdsaJcs2019),
            ("ecdsa-sd-2023", _) => Recognised::Supported(Self::EcdsaSd2023),
            (_, Some((_, suite))) => Recognised::Alias(*suite),
            (name, None) if UNSUPPORTED_CRYPTOSUITES.contains(&name) => Recognised::Unsupported,
            _ => Recognised::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suite_is_recognised_by_the_name_that_it_writes() {
        for suite in Cryptosuite::ALL {
            assert_eq!(
                Cryptosuite::recognise(suite.proof_type(), suite.cryptosuite()),
                Recognised::Supported(suite)
            );
        }
    }

    #[test]
    fn known_suites_are_told_from_unknown_ones() {
        let recognise = |name| Cryptosuite::recognise(DATA_INTEGRITY_PROOF, Some(name));
        assert_eq!(
            recognise("eddsa-rdf-2022"),
            Recognised::Alias(Cryptosuite::EddsaRdfc2022)
        );
        assert_eq!(recognise("bbs-2023"), Recognised::Unsupported);
        assert_eq!(recognise("eddsa-rdfc-2023"), Recognised::Unknown);
        assert_eq!(
            Cryptosuite::recognise("Ed25519Signature2018", None),
            Recognised::Unsupported
        );
    }

    #[test]
    fn a_type_is_no_cryptosuite_and_a_cryptosuite_no_type() {
        for (proof_type, cryptosuite) in [
            ("SomeProofType", Some("eddsa-rdfc-2022")),
            ("eddsa-rdfc-2022", None),
            (DATA_INTEGRITY_PROOF, None),
            (DATA_INTEGRITY_PROOF, Some("Ed25519Signature2020")),
            ("Ed25519Signature2020", Some("eddsa-rdfc-2022")),
        ] {
            assert_eq!(
                Cryptosuite::recognise(proof_type, cryptosuite),
                Recognised::Unknown
            );
        }
    }
}
