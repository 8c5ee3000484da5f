// Badges across implementations: ours read by Digital Bazaar's library, theirs read by ours.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { BADGE } from "./support/badge.mjs";
import * as blason from "./support/blason.mjs";
import * as digitalbazaar from "./support/digitalbazaar.mjs";
import { recorder, version } from "./support/results.mjs";

const passes = recorder(version("@digitalbazaar/vc"));

/** Every suite with each kind of key it takes, as `issue-sample proofs` names them. */
const FORMS = [
  ["eddsa-rdfc-2022", "Ed25519"],
  ["eddsa-jcs-2022", "Ed25519"],
  ["Ed25519Signature2020", "Ed25519"],
  ["ecdsa-rdfc-2019", "P-256"],
  ["ecdsa-jcs-2019", "P-256"],
  ["ecdsa-rdfc-2019", "P-384"],
  ["ecdsa-jcs-2019", "P-384"],
];

const asDidWeb = () => ({ issuer: "did:web:other.example:school", keyId: "did:web:other.example:school#k1" });

/** Its refusal of a badge whose signature is not that of its content. */
async function assertInvalidSignature(credential, didDocuments) {
  const { verified, errors } = await digitalbazaar.verify(credential, didDocuments);
  assert.equal(verified, false);
  assert.ok(errors.includes("Invalid signature."), errors.join(" | "));
}

describe("a test badge", () => {
  test("its key, which its issuer lists for no purpose, is refused by it", async () => {
    const { signed, didDocument } = await digitalbazaar.issue(BADGE, { name: asDidWeb });
    assert.deepEqual(await digitalbazaar.verify(signed, [didDocument]), { verified: true, errors: [] });
    const { assertionMethod: _taken, ...withoutPurpose } = didDocument;
    const { verified, errors } = await digitalbazaar.verify(signed, [withoutPurpose]);
    assert.equal(verified, false);
    assert.ok(errors.some((error) => error.includes("assertionMethod")), errors.join(" | "));
  });
});

for (const [suite, curve] of FORMS) {
  const form = `${suite} ${curve}`;

  describe(form, () => {
    const ours = { form, direction: "ours" };
    const theirs = { form, direction: "theirs" };
    const sample = () => JSON.parse(blason.samples("proofs").find(({ name }) => name === form).credential);

    passes({ ...ours, result: "accepted" }, "ours is accepted by it", async () => {
      assert.deepEqual(await digitalbazaar.verify(sample()), { verified: true, errors: [] });
    });

    passes({ ...ours, result: "refused once changed" }, "ours is refused by it once a letter is changed", async () => {
      const changed = sample();
      changed.credentialSubject.achievement.criteria.narrative += "!";
      await assertInvalidSignature(changed);
    });

    passes({ ...theirs, result: "accepted" }, "its own is accepted by us", async () => {
      const { signed } = await digitalbazaar.issue(BADGE, { suite, curve });
      const { status, verdict, state, checks, credential } = blason.verify(signed);
      assert.equal(checks.signature, "passed signature-good");
      assert.equal(checks["issuer-binding"], "passed key-bound");
      assert.deepEqual({ status, verdict, state }, { status: 0, verdict: "verified", state: "genuine" });
      assert.equal(credential.name, BADGE.name);
    });

    passes({ ...theirs, result: "refused once changed" }, "its own is refused by us once a letter is changed", async () => {
      const { signed } = await digitalbazaar.issue(BADGE, { suite, curve });
      const changed = JSON.stringify(signed).replace("Sait souder", "Sait sonder");
      const { status, verdict, state, checks } = blason.verify(changed);
      assert.equal(checks.signature, "failed changed-after-signing");
      assert.deepEqual({ status, verdict, state }, { status: 1, verdict: "not-verified", state: "invalid" });
    });

    test("its own under another key of the same kind is refused by both", async () => {
      const { signed } = await digitalbazaar.issue(BADGE, { suite, curve, name: asDidWeb });
      const { didDocument: other } = await digitalbazaar.issue(BADGE, { suite, curve, seed: 12, name: asDidWeb });
      await assertInvalidSignature(signed, [other]);
      const { verdict, checks } = blason.verify(signed, { "https://other.example/school/did.json": other });
      assert.equal(checks.signature, "failed changed-after-signing");
      assert.equal(verdict, "not-verified");
    });
  });
}

describe("every part that a badge of ours can have", () => {
  for (const { name, credential, documents } of blason.samples()) {
    const didDocuments = Object.values(documents);

    test(`${name} is accepted by it`, async () => {
      assert.deepEqual(await digitalbazaar.verify(JSON.parse(credential), didDocuments), {
        verified: true,
        errors: [],
      });
    });

    test(`${name} is refused by it once a letter is changed`, async () => {
      const changed = JSON.parse(credential);
      const { achievement } = changed.credentialSubject;
      achievement.name = achievement.name.replace(/.$/u, "!");
      await assertInvalidSignature(changed, didDocuments);
    });
  }
});

describe("its badge by a did:web", () => {
  test("is accepted by us when the document is at hand", async () => {
    const { signed, didDocument } = await digitalbazaar.issue(BADGE, { name: asDidWeb });
    const documents = { "https://other.example/school/did.json": didDocument };
    const { status, verdict, checks } = blason.verify(signed, documents);
    assert.equal(checks["issuer-binding"], "passed key-bound");
    assert.deepEqual({ status, verdict }, { status: 0, verdict: "verified" });
  });

  test("stays unconfirmed while the document cannot be read", async () => {
    const { signed } = await digitalbazaar.issue(BADGE, { name: asDidWeb });
    const { status, verdict, state, checks } = blason.verify(signed);
    assert.equal(checks["issuer-binding"], "not-checked document-unreachable");
    assert.deepEqual({ status, verdict, state }, { status: 2, verdict: "unconfirmed", state: "unchecked" });
  });
});

describe("a word that no context defines", () => {
  test("is refused by both where RDF is signed: no signature covers it", async () => {
    const { signed } = await digitalbazaar.issue(BADGE);
    signed.credentialSubject.gradeHonours = "summa cum laude";
    assert.equal((await digitalbazaar.verify(signed)).verified, false);
    const { verdict, checks } = blason.verify(signed);
    assert.equal(checks.context, "failed undefined-term");
    assert.equal(verdict, "not-verified");
  });

  test("is refused by us alone where JSON is signed: it is covered, and still means nothing", async () => {
    const { credentialSubject } = BADGE;
    const badge = { ...BADGE, credentialSubject: { ...credentialSubject, gradeHonours: "summa cum laude" } };
    const { signed } = await digitalbazaar.issue(badge, { suite: "eddsa-jcs-2022" });
    assert.equal((await digitalbazaar.verify(signed)).verified, true);
    const { verdict, checks } = blason.verify(signed);
    assert.equal(checks.context, "failed undefined-term");
    assert.equal(checks.signature, "not-checked not-reached");
    assert.equal(verdict, "not-verified");
  });
});
