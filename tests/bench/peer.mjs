// Measures @digitalbazaar/vc on the samples of `issue-sample`, given on standard input:
// `peer.mjs SECONDS NAME` prints {"verify": R, "sign": R}, each R operations per second on one core.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import * as digitalbazaar from "../interop/support/digitalbazaar.mjs";

const [seconds, name] = process.argv.slice(2);
const sample = JSON.parse(readFileSync(0, "utf8")).find((sample) => sample.name === name);
const credential = JSON.parse(sample.credential);
const { proof: _, ...unsigned } = credential;
const asDidKey = (key) => ({ issuer: `did:key:${key}`, keyId: `did:key:${key}#${key}` });

assert.ok((await digitalbazaar.verify(credential)).verified, "the sample must be verified");
const changed = structuredClone(credential);
changed.credentialSubject.achievement.name += "!";
assert.ok(!(await digitalbazaar.verify(changed)).verified, "a changed sample must not be verified");

const figures = {
  verify: await perSecond(() => digitalbazaar.verify(credential)),
  sign: await perSecond(() => digitalbazaar.issue(unsigned, 2, asDidKey)),
};
console.log(JSON.stringify(figures));

async function perSecond(operation) {
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < Number(seconds) * 1000) {
    await operation();
    done += 1;
  }
  return (done * 1000) / (performance.now() - started);
}
