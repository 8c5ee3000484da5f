// Digital Bazaar's implementation, with everything it would fetch given beforehand.
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as ecdsaJcs2019 from "@digitalbazaar/ecdsa-jcs-2019-cryptosuite";
import * as EcdsaMultikey from "@digitalbazaar/ecdsa-multikey";
import { cryptosuite as ecdsaRdfc2019 } from "@digitalbazaar/ecdsa-rdfc-2019-cryptosuite";
import * as ecdsaSd2023 from "@digitalbazaar/ecdsa-sd-2023-cryptosuite";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import { Ed25519Signature2020 } from "@digitalbazaar/ed25519-signature-2020";
import * as eddsaJcs2022 from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import { cryptosuite as eddsaRdfc2022 } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as vc from "@digitalbazaar/vc";

import { context } from "./contexts.mjs";

const MULTIKEY = "https://w3id.org/security/multikey/v1";

/** When its badges are signed. */
const CREATED = "2026-06-03T12:00:00Z";

/** When it judges ours. */
const NOW = new Date("2026-11-01T00:00:00Z");

/** What an issuer that signs by `ecdsa-sd-2023` lets nobody leave out. */
const MANDATORY = [
  "/type",
  "/issuer",
  "/validFrom",
  "/credentialSubject/identifier",
  "/credentialSubject/achievement/name",
  "/credentialSubject/achievement/description",
  "/credentialSubject/achievement/criteria",
];

/** How it signs and verifies by each suite. */
const SUITES = {
  "eddsa-rdfc-2022": dataIntegrity(eddsaRdfc2022, eddsaRdfc2022),
  "eddsa-jcs-2022": dataIntegrity(eddsaJcs2022.createSignCryptosuite(), eddsaJcs2022.createVerifyCryptosuite()),
  "ecdsa-rdfc-2019": dataIntegrity(ecdsaRdfc2019, ecdsaRdfc2019),
  "ecdsa-sd-2023": dataIntegrity(
    ecdsaSd2023.createSignCryptosuite({ mandatoryPointers: MANDATORY }),
    ecdsaSd2023.createVerifyCryptosuite(),
  ),
  "ecdsa-jcs-2019": dataIntegrity(ecdsaJcs2019.createSignCryptosuite(), ecdsaJcs2019.createVerifyCryptosuite()),
  Ed25519Signature2020: {
    signing: (signer) => new Ed25519Signature2020({ signer, date: CREATED }),
    verifying: () => new Ed25519Signature2020(),
  },
};

function dataIntegrity(toSign, toVerify) {
  return {
    signing: (signer) => new DataIntegrityProof({ cryptosuite: toSign, signer, date: CREATED }),
    verifying: () => new DataIntegrityProof({ cryptosuite: toVerify }),
  };
}

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
    suite: Object.values(SUITES).map(({ verifying }) => verifying()),
    documentLoader: offlineLoader(didDocuments),
    now: NOW,
  });
  const errors = result.verified ? [] : reasons(result.error);
  return { verified: result.verified, errors };
}

/** Every message of an error and of those inside it. */
function reasons(error) {
  return [error.message, ...(error.errors ?? []).flatMap(reasons), ...(error.cause ? reasons(error.cause) : [])];
}

/** A key on `curve`: from `seed` for Ed25519, a new one for the others, which its library makes from no seed. */
export function generateKey(curve, seed) {
  return curve === "Ed25519"
    ? Ed25519Multikey.generate({ seed: new Uint8Array(32).fill(seed) })
    : EcdsaMultikey.generate({ curve });
}

/** The name of an issuer that is its own key. */
export const asDidKey = (key) => ({ issuer: `did:key:${key}`, keyId: `did:key:${key}#${key}` });

/** `credential` signed by `suite` with a key on `curve`; `name` gives the issuer and the key's own name. */
export async function issue(credential, { suite = "eddsa-rdfc-2022", curve = "Ed25519", seed = 11, name = asDidKey } = {}) {
  const keyPair = await generateKey(curve, seed);
  const { issuer, keyId } = name(keyPair.publicKeyMultibase);
  keyPair.id = keyId;
  keyPair.controller = issuer;
  const signed = await vc.issue({
    credential: { ...credential, issuer: { ...credential.issuer, id: issuer } },
    suite: SUITES[suite].signing(keyPair.signer()),
    documentLoader: offlineLoader([]),
    now: NOW,
  });
  return { signed, didDocument: controllerDocument(issuer, keyPair.publicKeyMultibase, keyId) };
}

/** What a holder shows of a badge signed by `ecdsa-sd-2023`: what is mandatory, and what `pointers` name. */
export function derive(credential, pointers) {
  return vc.derive({
    verifiableCredential: credential,
    suite: new DataIntegrityProof({
      cryptosuite: ecdsaSd2023.createDiscloseCryptosuite({ selectivePointers: pointers }),
    }),
    documentLoader: offlineLoader([]),
  });
}
