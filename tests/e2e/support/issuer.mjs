// An issuer of signed Open Badges 3.0, with everything that it publishes. Nothing of it is ever on a network: the
// browser's requests to its host are answered from here.

import { createHash, createPrivateKey, sign } from "node:crypto";
import { gzipSync } from "node:zlib";

const CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

/** What the sample badge says; `change` in `Issuer.credential` replaces members. */
const ACHIEVEMENT = {
  id: "https://badges.example/laser-1",
  type: ["Achievement"],
  name: "Laser cutter, level 1",
  description: "Can set up the laser cutter and work with it alone.",
  criteria: { narrative: "Passed the safety test and cut three pieces without help." },
};

/** A key that is the same in every run, so that what the tests keep stays the same. */
function keyOf(seed) {
  const secret = createHash("sha256").update(seed).digest();
  // The fixed head of an Ed25519 key in PKCS #8 (RFC 8410).
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), secret]);
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

const base64url = (data) => Buffer.from(data).toString("base64url");

export class Issuer {
  constructor(host = "badges.example", name = "Open Workshop") {
    this.host = host;
    this.name = name;
    this.id = `did:web:${host}`;
    this.key = keyOf(host);
    this.keyUrl = `https://${host}/.well-known/did.json`;
    this.listUrl = `https://${host}/status/1`;
    this.revocationsUrl = `https://${host}/revocations`;
  }

  get publicKey() {
    const { kty, crv, x } = this.key.export({ format: "jwk" });
    return { kty, crv, x };
  }

  /** What the issuer says about its key; `listed: false` leaves the key out. */
  didDocument({ listed = true } = {}) {
    const method = { id: `${this.id}#key-1`, type: "JsonWebKey", controller: this.id, publicKeyJwk: this.publicKey };
    return {
      "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
      id: this.id,
      verificationMethod: listed ? [method] : [],
      assertionMethod: listed ? [method.id] : [],
    };
  }


  /** A credential, with `change` over the members of its top. */
  credential(change = {}) {
    const { subject = {}, achievement = {}, ...members } = change;
    const credential = {
      "@context": CONTEXTS,
      id: "urn:uuid:5b1f2f0e-3c58-4c0a-9a34-0a8f3a4d2b11",
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      issuer: { id: this.id, type: ["Profile"], name: this.name },
      validFrom: "2026-06-03T10:00:00Z",
      name: "Laser cutter, level 1",
      credentialSubject: {
        id: "did:example:learner",
        type: ["AchievementSubject"],
        achievement: { ...ACHIEVEMENT, ...achievement },
        ...subject,
      },
      ...members,
    };
    return JSON.parse(JSON.stringify(credential));
  }

  /** The credential as a signed token, as its issuer hands it out. */
  sign(credential, { by = this, header = {} } = {}) {
    const claims = {
      iss: credential.issuer.id ?? credential.issuer,
      jti: credential.id,
      sub: credential.credentialSubject.id,
      nbf: seconds(credential.validFrom ?? credential.issuanceDate),
      exp: seconds(credential.validUntil),
    };
    const head = base64url(JSON.stringify({ alg: "EdDSA", typ: "JWT", kid: `${this.id}#key-1`, ...header }));
    const body = base64url(JSON.stringify({ ...credential, ...claims }));
    return `${head}.${body}.${base64url(sign(null, Buffer.from(`${head}.${body}`), by.key))}`;
  }

  /** A badge of this issuer, ready to be given to the page. */
  badge(change, options) {
    return this.sign(this.credential(change), options);
  }

  /** The entry of a badge in the issuer's bitstring list. */
  statusEntry({ purpose = "revocation", index = 7, type = "BitstringStatusListEntry" } = {}) {
    return {
      id: `${this.listUrl}#${index}`,
      type,
      statusPurpose: purpose,
      statusListIndex: String(index),
      statusListCredential: this.listUrl,
    };
  }

  /** The signed bitstring list in which the badges at `set` are marked. */
  statusList({ purpose = "revocation", set = [], kind = "BitstringStatusList", ...change } = {}) {
    const bits = Buffer.alloc(16_384);
    for (const index of set) {
      bits[index >> 3] |= 0x80 >> (index & 7);
    }
    const encoded = base64url(gzipSync(bits));
    const isOld = kind === "StatusList2021";
    const credential = {
      "@context": isOld ? ["https://www.w3.org/2018/credentials/v1", "https://w3id.org/vc/status-list/2021/v1"] : CONTEXTS.slice(0, 1),
      id: this.listUrl,
      type: ["VerifiableCredential", `${kind}Credential`],
      issuer: this.id,
      [isOld ? "issuanceDate" : "validFrom"]: "2026-01-01T00:00:00Z",
      credentialSubject: { id: `${this.listUrl}#list`, type: kind, statusPurpose: purpose, encodedList: isOld ? encoded : `u${encoded}` },
      ...change,
    };
    return this.sign(credential);
  }

  /** The list of withdrawn badges that nobody signs. */
  revocations(entries = []) {
    return { id: this.revocationsUrl, issuer: this.id, revokedCredential: entries };
  }
}

function seconds(date) {
  return date === undefined ? undefined : Math.floor(Date.parse(date) / 1_000);
}

/** `sha256-…` of bytes, as `digestSRI` writes it. */
export function digestSri(bytes) {
  return `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
}

/** What web servers answer, by address; the browser of `context` then reaches no other host than the tests' own. */
export class Web {
  #answers = new Map();
  /** Every address that was asked for, in order. */
  asked = [];

  /** Answers the requests of a Chromium's `context`. */
  async attach(context) {
    await context.route(/^https:\/\//, (route) => {
      const { fault, ...answer } = this.#answer(route.request().url());
      if (fault === "silent") return undefined;
      return fault === "unreachable" ? route.abort("connectionrefused") : route.fulfill(answer);
    });
    return this;
  }

  /** Answers the requests of a Firefox's page. */
  async attachToFirefox(page) {
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      if (!request.url().startsWith("https://")) return request.continue();
      const { fault, ...answer } = this.#answer(request.url());
      if (fault === "silent") return undefined;
      return fault === "unreachable" ? request.abort() : request.respond(answer);
    });
    return this;
  }

  /** Publishes `body` (text, bytes, or an object as JSON) at `url`. */
  publish(url, body, { type, status = 200 } = {}) {
    const isText = typeof body === "string" || Buffer.isBuffer(body);
    const contentType = type ?? (typeof body === "string" ? "application/vc+jwt" : "application/json");
    this.#answers.set(url, { status, contentType, body: isText ? body : JSON.stringify(body) });
    return this;
  }

  /** What `url` does instead: `refuses` web pages, is `silent` for ever, or is `unreachable`. */
  fault(url, fault) {
    this.#answers.set(url, { fault });
    return this;
  }

  #answer(url) {
    this.asked.push(url);
    const { fault, status = 404, contentType = "text/plain", body = "not here" } = this.#answers.get(url) ?? {};
    // Without any such header the browser's driver would add one that lets every page read.
    const headers = { "access-control-allow-origin": fault === "refuses" ? "https://nobody.example" : "*" };
    return { fault, status: fault === "refuses" ? 200 : status, contentType, headers, body };
  }
}
