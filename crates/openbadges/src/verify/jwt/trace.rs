//! The intermediate values of a token.

use serde_json::{Map, Value};

use super::token::Token;
use super::{key, of_header_error};
use crate::verify::case::Case;
use crate::verify::trace::{ClaimTrace, SignatureTrace, Signed};

/// Each claim that stands for a member of the credential, with the places of that member: of two, the second is the
/// one of data model 1.1.
const COMPARED: [(&str, &[&str]); 5] = [
    ("iss", &["/issuer/id", "/issuer"]),
    ("sub", &["/credentialSubject/id"]),
    ("jti", &["/id"]),
    ("nbf", &["/validFrom", "/issuanceDate"]),
    ("exp", &["/validUntil", "/expirationDate"]),
];

/// How the signature of the token was checked.
pub(in crate::verify) fn trace(case: &Case<'_>, token: &Token) -> SignatureTrace {
    let algorithm = token.jws.algorithm();
    let key = match &algorithm {
        Ok(algorithm) => key::trace(case, token, *algorithm),
        Err(error) => Err(of_header_error(error)),
    };
    let matches = match (&algorithm, &key) {
        (Ok(algorithm), Ok(found)) => Some(token.jws.is_signed_by(*algorithm, &found.key)),
        _ => None,
    };
    let signed = Signed::Token {
        signing_input: token.jws.signing_input().to_owned(),
        header: token.jws.header.clone(),
        claims: claims(&token.jws.payload, case.members),
    };
    SignatureTrace {
        pointer: String::new(),
        suite: token.header("alg").map(str::to_owned),
        key,
        signed: Ok(signed),
        matches,
    }
}

fn claims(payload: &Map<String, Value>, credential: &Map<String, Value>) -> Vec<ClaimTrace> {
    let credential = Value::Object(credential.clone());
    COMPARED
        .into_iter()
        .filter_map(|(claim, pointers)| {
            let found = pointers
                .iter()
                .find_map(|pointer| Some((*pointer, credential.pointer(pointer)?)));
            let (pointer, member) = match found {
                Some((pointer, member)) => (pointer, Some(member.clone())),
                None => (*pointers.first()?, None),
            };
            let value = payload.get(claim).cloned();
            (value.is_some() || member.is_some()).then_some(ClaimTrace {
                claim,
                value,
                pointer,
                member,
            })
        })
        .collect()
}
