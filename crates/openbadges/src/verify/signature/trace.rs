//! The intermediate values of each proof.

use serde_json::{Map, Value};

use super::Examination;
use crate::key::PublicKey;
use crate::suite::{Cryptosuite, DerivedProof, Proof};
use crate::verify::Check;
use crate::verify::case::{Case, Wants};
use crate::verify::key::NamedKey;
use crate::verify::rdf::Rdf;
use crate::verify::trace::{KeyTrace, SignatureTrace, Signed};

/// How each proof of the credential was checked, up to the number that is.
pub(in crate::verify) fn trace(case: &Case<'_>, rdf: &Rdf<'_>) -> Vec<SignatureTrace> {
    let proofs = case.proofs().iter().take(case.policy.limits.max_proofs);
    let empty = Map::new();
    proofs
        .enumerate()
        .map(|(index, proof)| {
            let members = proof.as_object().unwrap_or(&empty);
            Examination {
                case,
                rdf,
                index,
                members,
            }
            .trace()
        })
        .collect()
}

impl Examination<'_, '_> {
    fn trace(&self) -> SignatureTrace {
        let text = |name| self.members.get(name).and_then(Value::as_str);
        let mut trace = SignatureTrace {
            pointer: self.place(),
            suite: text("cryptosuite").or_else(|| text("type")).map(str::to_owned),
            key: Err(self.malformed("verificationMethod")),
            signed: Err(self.malformed("type")),
            matches: None,
        };
        let proof = match Proof::read(self.members) {
            Ok(proof) => proof,
            Err(error) => {
                let check = self.of_proof_error(error);
                trace.key = Err(check.clone());
                trace.signed = Err(check);
                return trace;
            }
        };
        let named = NamedKey::find(self.case, proof.verification_method, &mut Wants::new());
        trace.key = KeyTrace::of(&named);
        let suite_and_key = match (&trace.key, self.suite()) {
            (Ok(found), Ok((suite, _))) => Ok((suite, found.key.clone())),
            // Without a key, which hash function the suite uses is not known.
            (Err(check), _) => Err(check.clone()),
            (_, Err(check)) => Err(check),
        };
        match suite_and_key.and_then(|(suite, key)| self.steps(suite, &proof, &key)) {
            Ok(steps) => {
                trace.signed = Ok(steps.signed);
                trace.matches = steps.matches;
            }
            Err(check) => trace.signed = Err(check),
        }
        trace
    }

    /// What the proof signs under the contexts by which it matches, or else under the newest.
    fn steps(&self, suite: Cryptosuite, proof: &Proof<'_>, key: &PublicKey) -> Result<Steps, Check> {
        let newest = self.steps_under(self.rdf, suite, proof, key)?;
        let mut older = self.rdf.older();
        while let Some(rdf) = older.filter(|_| newest.matches == Some(false)) {
            match self.steps_under(rdf, suite, proof, key) {
                Ok(steps) if steps.matches == Some(true) => return Ok(steps),
                Ok(_) | Err(_) => older = rdf.older(),
            }
        }
        Ok(newest)
    }

    fn steps_under(
        &self,
        rdf: &Rdf<'_>,
        suite: Cryptosuite,
        proof: &Proof<'_>,
        key: &PublicKey,
    ) -> Result<Steps, Check> {
        let input = self.hash_input(rdf, suite, key)?;
        let limits = &self.case.policy.limits;
        let matches = suite.verify(&input, key, proof.proof_value, limits).ok();
        let derived = match suite {
            Cryptosuite::EcdsaSd2023 => DerivedProof::decode(proof.proof_value).ok(),
            _ => None,
        };
        let disclosed = derived.and_then(|derived| {
            let disclosure = derived.disclosure(&input).ok()?;
            Some((derived.base_bytes(&disclosure), disclosure))
        });
        let (bytes, disclosure) = match disclosed {
            Some((bytes, disclosure)) => (bytes, Some(disclosure)),
            None => (input.to_bytes(), None),
        };
        let revisions = rdf.document.notes().revisions.iter();
        let signed = Signed::DataIntegrity {
            canonicalization: suite.canonicalization(),
            input,
            disclosure,
            bytes,
            revisions: revisions.map(|used| (used.url, used.sha256)).collect(),
        };
        Ok(Steps { signed, matches })
    }
}

/// What was signed, and whether it was signed by the key.
struct Steps {
    signed: Signed,
    matches: Option<bool>,
}
