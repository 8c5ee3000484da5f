//! The steps of a verification, for issuers who compare each with their own.

use std::io::{self, Write};

use fluent_bundle::FluentArgs;
use openbadges::suite::{Disclosure, HashInput};
use openbadges::verify::Check;
use openbadges::verify::trace::{ClaimTrace, KeyTrace, SignatureTrace, Signed, Trace};
use serde_json::{Map, Value, json};

use crate::cli::sheet::{Row, write_rows};
use crate::cli::terminal::visible;
use crate::cli::texts::Texts;

/// Writes each step, the canonical forms line by line.
///
/// Characters that steer a terminal are written out, so that the lines are those bytes only where there are none; the
/// hashes are always of the bytes, and JSON has them as they are.
pub(in crate::cli) fn write(out: &mut dyn Write, texts: &Texts, trace: &Trace) -> io::Result<()> {
    writeln!(out, "\n  {}", texts.text("cli-steps"))?;
    if trace.signatures.is_empty() {
        return writeln!(out, "    {}", texts.text("cli-steps-none"));
    }
    trace
        .signatures
        .iter()
        .try_for_each(|signature| Steps { texts, signature }.write(out))
}

struct Steps<'a> {
    texts: &'a Texts,
    signature: &'a SignatureTrace,
}

impl Steps<'_> {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let suite = self.signature.suite.as_deref().unwrap_or_default();
        let place = &self.signature.pointer;
        writeln!(
            out,
            "    {}",
            [visible(suite), visible(place)].join(" ").trim_end()
        )?;
        match &self.signature.key {
            Ok(key) => write_rows(out, 6, &self.key(key))?,
            Err(check) => write_rows(out, 6, &[self.absent("cli-step-key", check)])?,
        }
        match &self.signature.signed {
            Ok(Signed::DataIntegrity {
                canonicalization,
                input,
                disclosure,
                bytes,
                revisions,
            }) => {
                self.canonical_forms(out, canonicalization, input)?;
                let rows: Vec<Row> = revisions
                    .iter()
                    .map(|(url, sha256)| self.row("cli-step-context", format!("{url} (SHA-256 {sha256})")))
                    .chain(
                        disclosure
                            .iter()
                            .flat_map(|disclosure| self.disclosed(disclosure)),
                    )
                    .chain([self.row("cli-step-bytes", hex::encode(bytes)), self.matches()])
                    .collect();
                write_rows(out, 6, &rows)
            }
            Ok(Signed::Token {
                signing_input,
                header,
                claims,
            }) => {
                let header = Value::Object(header.clone()).to_string();
                let mut rows = vec![self.row("cli-step-header", visible(&header).into_owned())];
                rows.extend(claims.iter().map(|claim| self.claim(claim)));
                rows.push(self.row("cli-step-bytes", signing_input.clone()));
                rows.push(self.matches());
                write_rows(out, 6, &rows)
            }
            Err(check) => write_rows(out, 6, &[self.absent("cli-step-bytes", check)]),
            Ok(_) => Ok(()),
        }
    }

    fn key(&self, key: &KeyTrace) -> Vec<Row> {
        let mut arguments = FluentArgs::new();
        arguments.set("origin", key.origin.as_str());
        arguments.set("url", visible(key.origin.url().unwrap_or("none")).into_owned());
        vec![
            self.row("cli-step-key", visible(&key.name).into_owned()),
            self.row(
                "cli-step-origin",
                self.texts.format("cli-step-origin-is", &arguments),
            ),
            self.row("cli-step-key-kind", key.key.kind().to_owned()),
            self.row("cli-step-multikey", key.key.to_multibase()),
            self.row("cli-step-jwk", key.key.to_jwk().to_string()),
        ]
    }

    fn canonical_forms(
        &self,
        out: &mut dyn Write,
        canonicalization: &str,
        input: &HashInput,
    ) -> io::Result<()> {
        for (label, text, hash) in [
            ("cli-step-document", &input.document, input.document_hash()),
            ("cli-step-options", &input.options, input.options_hash()),
        ] {
            let hash = hex::encode(hash);
            writeln!(
                out,
                "      {} ({canonicalization}), {} {hash}",
                self.texts.text(label),
                input.hash.name()
            )?;
            text.lines()
                .try_for_each(|line| writeln!(out, "        {}", visible(line)))?;
        }
        Ok(())
    }

    fn disclosed(&self, disclosure: &Disclosure) -> [Row; 2] {
        let counts = format!(
            "{} ({})",
            disclosure.statements.len(),
            disclosure.non_mandatory().count()
        );
        [
            self.row("cli-step-statements", counts),
            self.row(
                "cli-step-mandatory-hash",
                hex::encode(disclosure.mandatory_hash()),
            ),
        ]
    }

    fn claim(&self, claim: &ClaimTrace) -> Row {
        let shown = |value: &Option<Value>| {
            value.as_ref().map_or_else(
                || self.texts.text("cli-step-absent"),
                |value| visible(&value.to_string()).into_owned(),
            )
        };
        let text = format!(
            "{}  {} {}",
            shown(&claim.value),
            claim.pointer,
            shown(&claim.member)
        );
        (claim.claim.to_owned(), text)
    }

    fn matches(&self) -> Row {
        let mut arguments = FluentArgs::new();
        arguments.set(
            "matches",
            match self.signature.matches {
                Some(true) => "yes",
                Some(false) => "no",
                None => "none",
            },
        );
        let text = self.texts.format("cli-step-matches", &arguments);
        self.row("cli-step-signature", text)
    }

    fn absent(&self, label: &str, check: &Check) -> Row {
        let sentence = self.texts.sentence(check.code.as_str(), &check.data);
        self.row(label, format!("{sentence} ({})", check.code.as_str()))
    }

    fn row(&self, label: &str, text: String) -> Row {
        (self.texts.text(label), text)
    }
}

/// The same steps for programs.
pub(super) fn to_json(trace: &Trace) -> Value {
    let signatures: Vec<Value> = trace.signatures.iter().map(of_signature).collect();
    json!({ "signatures": signatures })
}

fn of_signature(signature: &SignatureTrace) -> Value {
    json!({
        "pointer": signature.pointer,
        "suite": signature.suite,
        "key": signature.key.as_ref().map_or_else(of_check, of_key),
        "signed": signature.signed.as_ref().map_or_else(of_check, of_signed),
        "matches": signature.matches,
    })
}

/// What stands in the place of a step that there is none of.
fn of_check(check: &Check) -> Value {
    json!({ "code": check.code, "data": check.data })
}

fn of_key(key: &KeyTrace) -> Value {
    json!({
        "name": key.name,
        "kind": key.key.kind(),
        "multikey": key.key.to_multibase(),
        "jwk": key.key.to_jwk(),
        "origin": key.origin.as_str(),
        "url": key.origin.url(),
    })
}

fn of_signed(signed: &Signed) -> Value {
    match signed {
        Signed::DataIntegrity {
            canonicalization,
            input,
            disclosure,
            bytes,
            revisions,
        } => {
            let contexts: Vec<Value> = revisions
                .iter()
                .map(|(url, sha256)| json!({ "url": url, "sha256": sha256 }))
                .collect();
            let mut steps = json!({
                "canonicalization": canonicalization,
                "contexts": contexts,
                "hash": input.hash.name(),
                "document": input.document,
                "document_hash": hex::encode(input.document_hash()),
                "options": input.options,
                "options_hash": hex::encode(input.options_hash()),
                "bytes": hex::encode(bytes),
            });
            if let Some(disclosure) = disclosure {
                steps["disclosure"] = of_disclosure(disclosure);
            }
            steps
        }
        Signed::Token {
            signing_input,
            header,
            claims,
        } => {
            let claims: Vec<Value> = claims
                .iter()
                .map(|claim| {
                    json!({
                        "claim": claim.claim,
                        "value": claim.value,
                        "pointer": claim.pointer,
                        "member": claim.member,
                    })
                })
                .collect();
            json!({ "signing_input": signing_input, "header": header, "claims": claims })
        }
        _ => Value::Object(Map::new()),
    }
}

fn of_disclosure(disclosure: &Disclosure) -> Value {
    let statements: Vec<Value> = disclosure
        .statements
        .iter()
        .map(|statement| json!({ "n_quad": statement.n_quad, "is_mandatory": statement.is_mandatory }))
        .collect();
    json!({ "mandatory_hash": hex::encode(disclosure.mandatory_hash()), "statements": statements })
}
