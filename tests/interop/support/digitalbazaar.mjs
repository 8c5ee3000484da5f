// Digital Bazaar's implementation, with everything it would fetch given beforehand.
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as vc from "@digitalbazaar/vc";

import { context } from "./contexts.mjs";

const MULTIKEY = "https://w3id.org/security/multikey/v1";

/** A controller document that lists one key for assertions; for a `did:key`, the key itself. */
export function controllerDocument(controller, publicKeyMultibase, keyId = `${controller}#${publicKeyMultibase}`) {
  return {
    "@context": ["https://www.w3.org/ns/did/v1", MULTIKEY],
    id: controller,
    verificationMethod: [{ id: keyId, type: "Multikey", controller, publicKeyMultibase }],
    assertionMethod: [keyId],
  };
}

/** A loader that knows the contexts, every `did:key`, and the DID documents given; never the network. */
function offlineLoader(didDocuments) {
  return async (url) => {
    const [identity, fragment] = url.split("#");
    let document = context(url);
    if (!document) {
      const didDocument = identity.startsWith("did:key:")
        ? controllerDocument(identity, identity.slice("did:key:".length))
        : didDocuments.find(({ id }) => id === identity);
      const key = didDocument?.verificationMethod.find(({ id }) => id === url);
      document = fragment ? key && { "@context": MULTIKEY, ...key } : didDocument;
    }
    if (!document) {
      throw new Error(`nothing is known of ${url}`);
    }
    return { contextUrl: null, documentUrl: url, document };
  };
}

/** Whether it accepts `credential`, and what it says if not. */
export async function verify(credential, didDocuments = []) {
  const result = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: offlineLoader(didDocuments),
    now: new Date("2026-11-01T00:00:00Z"),
  });
  const errors = result.verified ? [] : reasons(result.error);
  return { verified: result.verified, errors };
}

/** Every message of an error and of those inside it. */
function reasons(error) {
  return [error.message, ...(error.errors ?? []).flatMap(reasons), ...(error.cause ? reasons(error.cause) : [])];
}

/** `credential` signed with a key that comes from `seed`; `name` gives the issuer and the key's own name. */
export async function issue(credential, seed, name) {
  const keyPair = await Ed25519Multikey.generate({ seed: new Uint8Array(32).fill(seed) });
  const { issuer, keyId } = name(keyPair.publicKeyMultibase);
  keyPair.id = keyId;
  keyPair.controller = issuer;
  const signed = await vc.issue({
    credential: { ...credential, issuer: { ...credential.issuer, id: issuer } },
    suite: new DataIntegrityProof({ cryptosuite, signer: keyPair.signer(), date: "2026-06-03T12:00:00Z" }),
    documentLoader: offlineLoader([]),
    now: new Date("2026-11-01T00:00:00Z"),
  });
  return { signed, didDocument: controllerDocument(issuer, keyPair.publicKeyMultibase, keyId) };
}
