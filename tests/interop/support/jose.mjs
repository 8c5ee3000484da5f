// panva's jose: tokens signed and verified, with keys that no network brings.
import * as jose from "jose";

/** When its tokens are signed, and when it judges ours. */
const NOW = new Date("2026-11-01T00:00:00Z");

/** A new key for `alg`: `{ privateKey, publicKey, jwk }`, the last one the public half as its issuer publishes it. */
export async function generateKey(alg, kid) {
  const { privateKey, publicKey } = await jose.generateKeyPair(alg);
  return { privateKey, publicKey, jwk: { ...(await jose.exportJWK(publicKey)), kid, alg, use: "sig" } };
}

/** `claims` as a token, whatever is right or wrong about them. */
export function sign(claims, header, privateKey) {
  return new jose.SignJWT(claims).setProtectedHeader(header).setIssuedAt(NOW).sign(privateKey);
}

/** `claims` as a token that nobody signed. */
export function unsigned(claims) {
  return new jose.UnsecuredJWT(claims).setIssuedAt(NOW).encode();
}

/** The public half of a key as text, which some verifier may be led to take for a shared secret. */
export async function asSharedSecret({ publicKey }) {
  return new TextEncoder().encode(await jose.exportSPKI(publicKey));
}

/** The claims of `token`, signed with `alg` by a key in `jwks`; its own error code where it refuses. */
export async function verify(token, jwks, alg) {
  const options = { algorithms: [alg], currentDate: NOW, requiredClaims: ["iss", "sub", "jti", "nbf", "exp"] };
  try {
    const { payload } = await jose.jwtVerify(token, jose.createLocalJWKSet(jwks), options);
    return { payload };
  } catch (error) {
    return { refused: error.code };
  }
}
