// @digitalbazaar/vc on a page: one suite, and the contexts of one badge.
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as vc from "@digitalbazaar/vc";
import contexts from "contexts";

const MULTIKEY = "https://w3id.org/security/multikey/v1";

function documentLoader(url) {
  const [identity, fragment] = url.split("#");
  const key = {
    id: `${identity}#${identity.slice("did:key:".length)}`,
    type: "Multikey",
    controller: identity,
    publicKeyMultibase: identity.slice("did:key:".length),
  };
  const controller = {
    "@context": ["https://www.w3.org/ns/did/v1", MULTIKEY],
    id: identity,
    verificationMethod: [key],
    assertionMethod: [key.id],
  };
  const document = contexts[url] ?? (fragment ? { "@context": MULTIKEY, ...key } : controller);
  return { contextUrl: null, documentUrl: url, document };
}

globalThis.accepts = async (text, now) => {
  const suite = new DataIntegrityProof({ cryptosuite });
  const { verified } = await vc.verifyCredential({ credential: JSON.parse(text), suite, documentLoader, now });
  return verified;
};
