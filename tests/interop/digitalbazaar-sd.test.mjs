// Selective disclosure: badges that Digital Bazaar's library issues and derives, read by us.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import { BADGE } from "./support/badge.mjs";
import * as blason from "./support/blason.mjs";
import * as digitalbazaar from "./support/digitalbazaar.mjs";
import { recorder, version } from "./support/results.mjs";

const passes = recorder(version("@digitalbazaar/ecdsa-sd-2023-cryptosuite"));
const result = { form: "ecdsa-sd-2023 P-256, derived", direction: "theirs" };

describe("ecdsa-sd-2023", () => {
  let base;
  before(async () => {
    ({ signed: base } = await digitalbazaar.issue(BADGE, { suite: "ecdsa-sd-2023", curve: "P-256" }));
  });

  for (const [name, pointers, shown] of [
    ["the least that its issuer allows", ["/id"], []],
    ["one member more", ["/credentialSubject/achievement/tag"], ["tag"]],
    ["everything", [""], ["tag", "creditsAvailable"]],
  ]) {
    passes({ ...result, result: "accepted" }, `${name} is accepted by both`, async () => {
      const derived = await digitalbazaar.derive(base, pointers);
      for (const member of ["tag", "creditsAvailable"]) {
        assert.equal(member in derived.credentialSubject.achievement, shown.includes(member), member);
      }
      assert.deepEqual(await digitalbazaar.verify(derived), { verified: true, errors: [] });
      const { verdict, state, checks, notes } = blason.verify(derived);
      assert.equal(checks.signature, "warning signature-good");
      assert.deepEqual(notes, ["signature selective-disclosure"]);
      assert.equal(checks["issuer-binding"], "passed key-bound");
      assert.deepEqual({ verdict, state }, { verdict: "verified", state: "genuine" });
    });
  }

  test("the proof that only the holder should have is refused by both", async () => {
    const { verified, errors } = await digitalbazaar.verify(base);
    assert.equal(verified, false);
    assert.ok(errors.includes('"proof.proofValue" must be a derived proof.'), errors.join(" | "));
    const { verdict, checks } = blason.verify(base);
    assert.equal(checks.signature, "failed base-proof");
    assert.equal(verdict, "not-verified");
  });

  for (const [name, change, outcome] of [
    [
      "a mandatory member that was changed",
      ({ achievement }) => (achievement.name += "!"),
      "failed changed-after-signing",
    ],
    [
      "a chosen member that was changed",
      ({ achievement }) => (achievement.tag[0] += "!"),
      "failed changed-after-signing",
    ],
    [
      "a chosen member that was dropped afterwards",
      ({ achievement }) => delete achievement.tag,
      "failed proof-index-out-of-range",
    ],
  ]) {
    passes({ ...result, result: "refused once changed" }, `${name} is refused by both`, async () => {
      const derived = await digitalbazaar.derive(base, ["/credentialSubject/achievement/tag"]);
      change(derived.credentialSubject);
      const { verified, errors } = await digitalbazaar.verify(derived);
      assert.equal(verified, false);
      assert.ok(errors.includes("Invalid signature."), errors.join(" | "));
      const { verdict, checks } = blason.verify(derived);
      assert.equal(checks.signature, outcome);
      assert.equal(verdict, "not-verified");
    });
  }
});
