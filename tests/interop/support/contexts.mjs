// The JSON-LD contexts that the core carries, read from the same files.
import { readFileSync } from "node:fs";

const FILES = {
  "https://www.w3.org/ns/credentials/v2": "credentials-v2.json",
  "https://www.w3.org/ns/did/v1": "did-v1.json",
  "https://w3id.org/security/data-integrity/v2": "data-integrity-v2.json",
  "https://w3id.org/security/multikey/v1": "multikey-v1.json",
  "https://w3id.org/security/suites/ed25519-2020/v1": "ed25519-2020-v1.json",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "open-badges-3.0.3-second.json",
};

const folder = new URL("../../../crates/openbadges/contexts/", import.meta.url);

const read = new Map();

/** The context published at `url`, or `undefined` when it is not one of those that badges need. */
export function context(url) {
  const file = FILES[url];
  if (file && !read.has(url)) {
    read.set(url, JSON.parse(readFileSync(new URL(file, folder), "utf8")));
  }
  return read.get(url);
}
