// @digitalcredentials/verifier-core on a page. The JSON Schema that it fetches is answered with one that allows
// everything, so that it has the least to do.
import { verifyCredential } from "@digitalcredentials/verifier-core";

const read = globalThis.fetch;
globalThis.fetch = async (address, options) =>
  new URL(address, location.href).origin === location.origin ? read(address, options) : Response.json({});

globalThis.accepts = async (text) => {
  const { log = [] } = await verifyCredential({ credential: JSON.parse(text), knownDIDRegistries: [] });
  return log.some(({ id, valid }) => id === "valid_signature" && valid);
};
