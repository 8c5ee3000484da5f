// Badges in the form of a token: ours read by jose, and jose's by us.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import { BADGE } from "./support/badge.mjs";
import * as blason from "./support/blason.mjs";
import * as jose from "./support/jose.mjs";
import { recorder, version } from "./support/results.mjs";

const passes = recorder(version("jose"));

const ISSUER = "https://other.example/issuers/1";
const KEY_SET = "https://other.example/.well-known/jwks.json";
const LEARNER = "did:example:learner-one";

/** The badge by an issuer with an https address, and the claims that repeat it. */
const badge = {
  ...BADGE,
  issuer: { ...BADGE.issuer, id: ISSUER },
  validUntil: "2031-01-01T00:00:00Z",
  credentialSubject: { ...BADGE.credentialSubject, id: LEARNER },
};
const claims = {
  iss: ISSUER,
  sub: LEARNER,
  jti: badge.id,
  nbf: Date.parse(badge.validFrom) / 1000,
  exp: Date.parse(badge.validUntil) / 1000,
};

/** The same badge in the data model 1.1. */
const { validFrom, validUntil, ...undated } = badge;
const older = {
  ...undated,
  "@context": ["https://www.w3.org/2018/credentials/v1", BADGE["@context"][1]],
  issuanceDate: validFrom,
  expirationDate: validUntil,
};

/** The payloads that are in use, by name. */
const SHAPES = {
  "whole payload": { ...badge, ...claims },
  "vc claim": { ...claims, vc: badge },
  "vc claim, data model 1.1": { ...claims, vc: older },
};

/** `token` with one letter of its payload changed. */
function changed(token) {
  const [header, payload, signature] = token.split(".");
  const text = Buffer.from(payload, "base64url").toString();
  const other = text.replace("cre", "crE").replace("Sait souder", "Sait sonder").replace("Fraiser", "Friaser");
  assert.notEqual(other, text);
  return [header, Buffer.from(other).toString("base64url"), signature].join(".");
}

for (const alg of ["EdDSA", "ES256", "RS256"]) {
  describe(`${alg}, issued by us`, () => {
    const form = `VC-JWT ${alg}, whole payload`;
    const { credential, documents } = blason.samples("tokens").find(({ name }) => name === alg);
    const [document] = Object.values(documents);
    const keys = document.keys ?? document.verificationMethod.map(({ publicKeyJwk }) => publicKeyJwk);

    /** The keys, named as the token names them. */
    const jwks = () => {
      const { kid } = JSON.parse(Buffer.from(credential.split(".")[0], "base64url"));
      return { keys: keys.map((key) => ({ kid, ...key })) };
    };

    passes({ form, direction: "ours", result: "accepted" }, "is accepted by jose, with every claim", async () => {
      const { payload } = await jose.verify(credential, jwks(), alg);
      assert.equal(payload.iss, payload.issuer.id);
      assert.equal(payload.sub, payload.credentialSubject.id);
      assert.equal(payload.jti, payload.id);
      assert.equal(payload.nbf, Date.parse(payload.validFrom) / 1000);
      assert.equal(payload.exp, Date.parse(payload.validUntil) / 1000);
      assert.equal(payload.name, "Fraiseuse à commande numérique 🛠️");
    });

    passes({ form, direction: "ours", result: "refused once changed" }, "is refused by jose once changed", async () => {
      const { refused } = await jose.verify(changed(credential), jwks(), alg);
      assert.equal(refused, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
    });
  });

  describe(`${alg}, issued by jose`, () => {
    let key;
    let documents;
    before(async () => {
      key = await jose.generateKey(alg, `${KEY_SET}#1`);
      documents = { [KEY_SET]: { keys: [key.jwk, (await jose.generateKey(alg, `${KEY_SET}#2`)).jwk] } };
    });

    for (const [shape, payload] of Object.entries(SHAPES)) {
      const form = `VC-JWT ${alg}, ${shape}`;
      const token = () => jose.sign(payload, { alg, typ: "JWT", kid: key.jwk.kid }, key.privateKey);

      passes({ form, direction: "theirs", result: "accepted" }, `${shape}: is accepted by us`, async () => {
        const { status, verdict, state, checks, credential } = blason.verify(await token(), documents);
        assert.equal(checks.signature, "passed signature-good");
        assert.equal(checks["issuer-binding"], "passed key-bound");
        assert.equal(checks.validity, "passed within-validity");
        assert.deepEqual({ status, verdict, state }, { status: 0, verdict: "verified", state: "genuine" });
        assert.equal(credential.name, BADGE.name);
      });

      passes(
        { form, direction: "theirs", result: "refused once changed" },
        `${shape}: is refused by us once changed`,
        async () => {
          const { status, verdict, checks } = blason.verify(changed(await token()), documents);
          assert.equal(checks.signature, "failed changed-after-signing");
          assert.deepEqual({ status, verdict }, { status: 1, verdict: "not-verified" });
        },
      );
    }

    test("by a key that the issuer's set does not list, is refused by both", async () => {
      const other = await jose.generateKey(alg, `${KEY_SET}#3`);
      const header = { alg, kid: "3", jwk: other.jwk };
      const token = await jose.sign(SHAPES["whole payload"], header, other.privateKey);
      assert.equal((await jose.verify(token, documents[KEY_SET], alg)).refused, "ERR_JWKS_NO_MATCHING_KEY");
      const { verdict, checks } = blason.verify(token, documents);
      assert.equal(checks.signature, "passed signature-good");
      assert.equal(checks["issuer-binding"], "failed key-not-listed");
      assert.equal(verdict, "not-verified");
    });

    test("under the name of another key, is refused by both", async () => {
      const token = await jose.sign(SHAPES["whole payload"], { alg, kid: `${KEY_SET}#2` }, key.privateKey);
      const { refused } = await jose.verify(token, documents[KEY_SET], alg);
      assert.equal(refused, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
      const { verdict, checks } = blason.verify(token, documents);
      assert.equal(checks.signature, "failed changed-after-signing");
      assert.equal(verdict, "not-verified");
    });

    test("with the public key taken for a shared secret, is refused by both", async () => {
      const header = { alg: "HS256", kid: key.jwk.kid };
      const token = await jose.sign(SHAPES["whole payload"], header, await jose.asSharedSecret(key));
      assert.equal((await jose.verify(token, documents[KEY_SET], alg)).refused, "ERR_JOSE_ALG_NOT_ALLOWED");
      const { verdict, checks } = blason.verify(token, documents);
      assert.equal(checks.signature, "failed refused-algorithm");
      assert.equal(verdict, "not-verified");
    });
  });
}

describe("a token that claims what its badge does not say", () => {
  for (const [name, claim, check, outcome] of [
    ["another issuer", { iss: "https://elsewhere.example" }, "signature", "failed claimed-issuer-differs"],
    ["another learner", { sub: "did:example:learner-two" }, "signature", "failed claimed-subject-differs"],
    ["another identifier", { jti: "urn:uuid:1" }, "signature", "failed claimed-id-differs"],
    ["a later start", { nbf: claims.nbf + 1 }, "validity", "failed claimed-start-differs"],
    ["an earlier end", { exp: claims.exp - 1 }, "validity", "failed claimed-end-differs"],
  ]) {
    test(`${name}: is accepted by jose, which reads no badges, and refused by us`, async () => {
      const key = await jose.generateKey("ES256", "a");
      const documents = { [KEY_SET]: { keys: [key.jwk] } };
      const payload = { ...SHAPES["whole payload"], ...claim };
      const token = await jose.sign(payload, { alg: "ES256", kid: "a" }, key.privateKey);
      assert.equal((await jose.verify(token, documents[KEY_SET], "ES256")).refused, undefined);
      const { verdict, checks } = blason.verify(token, documents);
      assert.equal(checks[check], outcome);
      assert.equal(verdict, "not-verified");
    });
  }

  test("an end that has passed: is refused by both", async () => {
    const key = await jose.generateKey("ES256", "a");
    const documents = { [KEY_SET]: { keys: [key.jwk] } };
    const payload = { ...SHAPES["whole payload"], exp: claims.nbf + 60, validUntil: "2026-01-01T00:01:00Z" };
    const token = await jose.sign(payload, { alg: "ES256", kid: "a" }, key.privateKey);
    assert.equal((await jose.verify(token, documents[KEY_SET], "ES256")).refused, "ERR_JWT_EXPIRED");
    const { verdict, checks } = blason.verify(token, documents);
    assert.equal(checks.signature, "passed signature-good");
    assert.equal(checks.validity, "failed expired");
    assert.equal(verdict, "not-verified");
  });
});

describe("a token that nobody signed", () => {
  test("is refused by both", async () => {
    const token = jose.unsigned(SHAPES["whole payload"]);
    const key = await jose.generateKey("ES256", "a");
    assert.equal((await jose.verify(token, { keys: [key.jwk] }, "ES256")).refused, "ERR_JOSE_ALG_NOT_ALLOWED");
    const { verdict, checks } = blason.verify(token);
    assert.equal(checks.signature, "failed refused-algorithm");
    assert.equal(verdict, "not-verified");
  });
});
