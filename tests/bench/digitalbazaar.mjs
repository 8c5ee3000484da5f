// Measures Digital Bazaar's libraries, @digitalbazaar/vc and a suite each: `digitalbazaar.mjs SECONDS FILE`.
import * as digitalbazaar from "../interop/support/digitalbazaar.mjs";
import { measured, perSecond, verifications } from "./measure.mjs";

const TOKENS = measured.filter(({ name }) => name.startsWith("VC-JWT"));
const READS = measured.filter((group) => !TOKENS.includes(group)).map(({ name }) => name);

const verify = await verifications(READS, () => async (text) => {
  const { verified } = await digitalbazaar.verify(JSON.parse(text));
  return verified;
});
const SIGNED = "eddsa-rdfc-2022";
const unsigned = measured
  .find(({ name }) => name === SIGNED)
  .credentials.map((text) => {
    const { proof: _, ...credential } = JSON.parse(text);
    return credential;
  });
const sign = { [SIGNED]: await perSecond(unsigned, (credential) => digitalbazaar.issue(credential, { suite: SIGNED })) };
console.log(JSON.stringify({ verify, sign }));
