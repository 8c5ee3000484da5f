// Badges across implementations: ours read by Digital Bazaar's library, theirs read by ours.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import * as blason from "./support/blason.mjs";
import * as digitalbazaar from "./support/digitalbazaar.mjs";

const BADGE = {
  "@context": [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  ],
  id: "https://other.example/credentials/1",
  type: ["VerifiableCredential", "OpenBadgeCredential"],
  name: "Soudure à l’arc 🔥",
  issuer: { type: ["Profile"], name: "Ailleurs — 他の学校" },
  validFrom: "2026-01-01T00:00:00Z",
  credentialSubject: {
    type: ["AchievementSubject"],
    identifier: [
      {
        type: "IdentityObject",
        hashed: true,
        identityHash: "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942",
        identityType: "emailAddress",
        salt: "deadsea",
      },
    ],
    achievement: {
      id: "https://other.example/achievements/1",
      type: ["Achievement"],
      name: "Soudure à l’arc 🔥",
      description: "Sait souder à l’arc.",
      criteria: { narrative: "Souder deux pièces." },
      creditsAvailable: 3.5,
      tag: ["métal", "atelier"],
    },
  },
};

const asDidKey = (key) => ({ issuer: `did:key:${key}`, keyId: `did:key:${key}#${key}` });
const asDidWeb = () => ({ issuer: "did:web:other.example:school", keyId: "did:web:other.example:school#k1" });

describe("a badge signed by our core, read by Digital Bazaar's library", () => {
  for (const { name, credential, documents } of blason.samples()) {
    const didDocuments = Object.values(documents);

    test(`${name} verifies`, async () => {
      assert.deepEqual(await digitalbazaar.verify(JSON.parse(credential), didDocuments), {
        verified: true,
        errors: [],
      });
    });

    test(`${name} with one changed character does not`, async () => {
      const changed = JSON.parse(credential);
      const { achievement } = changed.credentialSubject;
      achievement.name = achievement.name.replace(/.$/u, "!");
      const { verified, errors } = await digitalbazaar.verify(changed, didDocuments);
      assert.equal(verified, false);
      assert.ok(errors.includes("Invalid signature."), errors.join(" | "));
    });
  }
});

describe("a badge signed by Digital Bazaar's library, read by blason verify", () => {
  test("verifies, issued by a did:key", async () => {
    const { signed } = await digitalbazaar.issue(BADGE, 11, asDidKey);
    const { status, verdict, state, checks, credential } = blason.verify(signed);
    assert.equal(checks.signature, "passed signature-good");
    assert.equal(checks["issuer-binding"], "passed key-bound");
    assert.deepEqual({ status, verdict, state }, { status: 0, verdict: "verified", state: "genuine" });
    assert.equal(credential.name, BADGE.name);
  });

  test("verifies, issued by a did:web whose document is at hand", async () => {
    const { signed, didDocument } = await digitalbazaar.issue(BADGE, 12, asDidWeb);
    const documents = { "https://other.example/school/did.json": didDocument };
    const { status, verdict, checks } = blason.verify(signed, documents);
    assert.equal(checks["issuer-binding"], "passed key-bound");
    assert.deepEqual({ status, verdict }, { status: 0, verdict: "verified" });
  });

  test("stays unconfirmed while the issuer's document cannot be read", async () => {
    const { signed } = await digitalbazaar.issue(BADGE, 12, asDidWeb);
    const { status, verdict, state, checks } = blason.verify(signed);
    assert.equal(checks["issuer-binding"], "not-checked document-unreachable");
    assert.deepEqual({ status, verdict, state }, { status: 2, verdict: "unconfirmed", state: "unchecked" });
  });

  test("does not verify once a character is changed", async () => {
    const { signed } = await digitalbazaar.issue(BADGE, 11, asDidKey);
    const changed = JSON.stringify(signed).replace("Sait souder", "Sait sonder");
    const { status, verdict, state, checks } = blason.verify(changed);
    assert.equal(checks.signature, "failed changed-after-signing");
    assert.deepEqual({ status, verdict, state }, { status: 1, verdict: "not-verified", state: "invalid" });
  });

  test("does not verify under a document that lists another key", async () => {
    const { signed } = await digitalbazaar.issue(BADGE, 12, asDidWeb);
    const { didDocument: other } = await digitalbazaar.issue(BADGE, 13, asDidWeb);
    const { status, verdict } = blason.verify(signed, { "https://other.example/school/did.json": other });
    assert.deepEqual({ status, verdict }, { status: 1, verdict: "not-verified" });
  });
});

describe("a word that no context defines", () => {
  test("is refused by both", async () => {
    const { signed } = await digitalbazaar.issue(BADGE, 11, asDidKey);
    signed.credentialSubject.gradeHonours = "summa cum laude";
    assert.equal((await digitalbazaar.verify(signed)).verified, false);
    const { verdict, checks } = blason.verify(signed);
    assert.equal(checks.context, "failed undefined-term");
    assert.equal(verdict, "not-verified");
  });
});
