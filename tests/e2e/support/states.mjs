// Every kind of answer that the page gives, and a badge that leads to it. What the page says is in
// `expected/states.json`, under the same names.

import { digestSri, Issuer } from "./issuer.mjs";
import { bake, plainPng, readChunks, writeChunks } from "./png.mjs";

const issuer = new Issuer();
const other = new Issuer("elsewhere.example", "Elsewhere");

/** The one who signs an endorsement of the badge. */
const endorser = new Issuer("endorser.example", "Guild of Makers");

/** The contexts of a badge that uses words beyond those of every badge. */
const withContext = (url) => [...issuer.credential()["@context"], url];

const listed = { credentialStatus: issuer.statusEntry() };
const onRevocations = {
  "@context": withContext("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"),
  credentialStatus: { id: issuer.revocationsUrl, type: "1EdTechRevocationList" },
};
const old = {
  "@context": withContext("https://w3id.org/vc/status-list/2021/v1"),
  credentialStatus: issuer.statusEntry({ type: "StatusList2021Entry" }),
};

/** Publishes what a sound issuer publishes. */
function sound(web) {
  web.publish(issuer.keyUrl, issuer.didDocument(), { type: "application/did+json" });
  web.publish(issuer.listUrl, issuer.statusList());
  web.publish(issuer.revocationsUrl, issuer.revocations());
}

const PICTURE = plainPng();
const ADDRESS = "https://badges.example/laser-1.png";

/** A badge that signs the picture it comes in. */
const withPicture = {
  achievement: { image: { id: ADDRESS, type: "Image" } },
  relatedResource: [{ id: ADDRESS, digestSRI: digestSri(PICTURE), mediaType: "image/png" }],
};

/** An endorsement of the badge's achievement; `change` spoils its text after it was signed. */
function endorsed(change = (token) => token) {
  const credential = endorser.credential({
    id: "urn:uuid:3c58-endorsement",
    type: ["VerifiableCredential", "EndorsementCredential"],
    name: "Endorsement",
    credentialSubject: {
      id: "https://badges.example/laser-1",
      type: ["EndorsementSubject"],
      endorsementComment: "We hire people with this badge.",
    },
  });
  return { achievement: { endorsementJwt: [change(endorser.sign(credential))] } };
}

/** Another letter in what was signed. */
function changed(token) {
  const [head, body, signature] = token.split(".");
  const text = Buffer.from(body, "base64url").toString().replace("Laser cutter", "Laser master").replace("We hire", "We fire");
  return [head, Buffer.from(text).toString("base64url"), signature].join(".");
}

const svg = (token) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" viewBox="0 0 9 9">` +
  `<openbadges:credential verify="${token}"></openbadges:credential><rect width="9" height="9" fill="#1a5560"/></svg>`;

/** A badge of version 2.0, as Moodle bakes it: proved by the site that publishes it. */
const HOSTED = "https://badges.example/assertion/1";
const hosted = JSON.stringify({
  "@context": "https://w3id.org/openbadges/v2",
  id: HOSTED,
  type: "Assertion",
  badge: "https://badges.example/class/1",
  recipient: { type: "email", hashed: false, identity: "learner@example.org" },
  issuedOn: "2026-06-03T10:00:00Z",
  verification: { type: "hosted" },
});
const olderPng = (text) => {
  const [head, ...others] = readChunks(PICTURE);
  return writeChunks([head, { type: "iTXt", data: Buffer.from(`openbadges\0\0\0\0\0${text}`, "utf8") }, ...others]);
};

/** Faults of an address, one for each way in which a document stays unread. */
const FAULTS = {
  "answers 404": (web, url) => web.publish(url, "gone", { status: 404 }),
  "does not let web pages read it": (web, url) => web.fault(url, "refuses"),
  "does not answer at all": (web, url) => web.fault(url, "unreachable"),
  "is slower than ten seconds": (web, url) => web.fault(url, "silent"),
};

/**
 * One row: `state`, the file or text, and what the web does. `isOffline` takes the network away, `recipient` is typed
 * after the first answer, `waits` names an address that never answers.
 */
function row(state, file, { web = () => {}, ...more } = {}) {
  return { state, file, prepare: (answers) => (sound(answers), web(answers)), ...more };
}

const text = (token) => Buffer.from(token);
const png = (token) => bake(PICTURE, token);

export const ROWS = {
  "signed, with no list and no end": row("genuine", text(issuer.badge())),
  "not on the signed list": row("genuine", png(issuer.badge(listed))),
  "not on the list that nobody signs": row("genuine", png(issuer.badge(onRevocations))),
  "not on a list of 2021": row("genuine", png(issuer.badge(old)), {
    web: (web) => web.publish(issuer.listUrl, issuer.statusList({ kind: "StatusList2021" })),
  }),
  "good until a day to come": row("genuine", png(issuer.badge({ validUntil: "2027-06-03T10:00:00Z" }))),
  "braces in the criteria": row("genuine", png(issuer.badge({ achievement: { criteria: { narrative: "Wrote {} and {a: 1}." } } }))),
  "in a drawing": row("genuine", text(svg(issuer.badge()))),
  "in the picture that was signed": row("genuine", png(issuer.badge(withPicture))),
  "endorsed": row("genuine", png(issuer.badge(endorsed())), {
    web: (web) => web.publish(endorser.keyUrl, endorser.didDocument()),
  }),
  "endorsed, and the endorsement was changed": row("genuine", png(issuer.badge(endorsed(changed))), {
    web: (web) => web.publish(endorser.keyUrl, endorser.didDocument()),
  }),
  "given to the person who was typed": row("genuine", png(issuer.badge(to("Learner@Example.org"))), { recipient: "Learner@Example.org" }),
  "given to the person who was typed, in small letters": row("genuine", png(issuer.badge(to("learner@example.org"))), {
    recipient: "Learner@Example.org",
  }),

  "expired": row("caution", png(issuer.badge({ validUntil: "2026-11-01T10:00:00Z" }))),
  "not valid yet": row("caution", png(issuer.badge({ validFrom: "2027-01-01T10:00:00Z" }))),
  "suspended": row("caution", png(issuer.badge({ credentialStatus: issuer.statusEntry({ purpose: "suspension" }) })), {
    web: (web) => web.publish(issuer.listUrl, issuer.statusList({ purpose: "suspension", set: [7] })),
  }),
  "in another picture than the signed one": row("caution", bake(plainPng([160, 30, 30]), issuer.badge(withPicture))),
  "given to somebody else than was typed": row("caution", png(issuer.badge(to("learner@example.org"))), { recipient: "other@example.org" }),

  "changed after it was signed": row("invalid", png(changed(issuer.badge()))),
  "signed by a key that the issuer does not list": row("invalid", png(issuer.badge()), {
    web: (web) => web.publish(issuer.keyUrl, issuer.didDocument({ listed: false })),
  }),
  "signed by somebody else": row("invalid", png(issuer.badge({}, { by: other }))),
  "signed by a key that came along": row("invalid", png(issuer.badge({}, { by: other, header: { kid: undefined, jwk: other.publicKey } }))),
  "withdrawn on the signed list": row("invalid", png(issuer.badge(listed)), {
    web: (web) => web.publish(issuer.listUrl, issuer.statusList({ set: [7] })),
  }),
  "withdrawn on a list of 2021": row("invalid", png(issuer.badge(old)), {
    web: (web) => web.publish(issuer.listUrl, issuer.statusList({ kind: "StatusList2021", set: [7] })),
  }),
  "withdrawn, with the reason": row("invalid", png(issuer.badge(onRevocations)), {
    web: (web) =>
      web.publish(
        issuer.revocationsUrl,
        issuer.revocations([{ id: issuer.credential().id, revoked: true, revocationReason: "Given by mistake" }]),
      ),
  }),
  "the list is damaged": row("invalid", png(issuer.badge(listed)), {
    web: (web) => web.publish(issuer.listUrl, issuer.statusList({ credentialSubject: { type: "BitstringStatusList", statusPurpose: "revocation", encodedList: "uAAAA" } })),
  }),
  "the list is out of date": row("invalid", png(issuer.badge(listed)), {
    web: (web) => web.publish(issuer.listUrl, issuer.statusList({ validUntil: "2026-02-01T00:00:00Z" })),
  }),
  "a web page stands where the list should be": row("invalid", png(issuer.badge(listed)), {
    web: (web) => web.publish(issuer.listUrl, "<!doctype html>", { type: "text/html" }),
  }),
  "without what was achieved": row("invalid", png(issuer.badge({ subject: { achievement: undefined } }))),
  "two badges in one picture": row("invalid", bake(PICTURE, issuer.badge(), issuer.badge({ id: "urn:uuid:another" }))),
  "ends before it begins": row("invalid", png(issuer.badge({ validUntil: "2026-01-01T00:00:00Z" }))),
  "the same thing said twice": row("invalid", text('{"type":["VerifiableCredential"],"type":["OpenBadgeCredential"]}')),
  "a token that is not signed": row("invalid", text(issuer.badge({}, { header: { alg: "none" } }))),

  "the network is off": row("unchecked", png(issuer.badge(listed)), { isOffline: true }),
  ...Object.fromEntries(
    Object.entries(FAULTS).flatMap(([fault, spoil]) => [
      [
        `the key's address ${fault}`,
        row("unchecked", png(issuer.badge()), { web: (web) => spoil(web, issuer.keyUrl), waits: fault.includes("slower") && issuer.keyUrl }),
      ],
      [
        `the list's address ${fault}`,
        row("unchecked", png(issuer.badge(listed)), { web: (web) => spoil(web, issuer.listUrl), waits: fault.includes("slower") && issuer.listUrl }),
      ],
    ]),
  ),
  "a list of a kind that nobody knows": row(
    "unchecked",
    png(issuer.badge({ credentialStatus: { id: issuer.listUrl, type: "https://badges.example/ListOfTomorrow" } })),
  ),
  "a signature of a kind that is not read": row("unchecked", png(issuer.badge({}, { header: { alg: "ES512" } }))),
  "words from an unknown context": row(
    "unchecked",
    png(issuer.badge({ "@context": withContext("https://badges.example/context") })),
  ),
  "an issuer of an unknown kind": row(
    "unchecked",
    png(issuer.badge({ issuer: { id: "did:tomorrow:1", type: ["Profile"], name: "Tomorrow" } }, { header: { kid: "did:tomorrow:1#key" } })),
  ),
  "of the older kind, whose site does not let web pages read": row("unchecked", olderPng(hosted), {
    web: (web) => web.fault(HOSTED, "refuses"),
  }),

  "a screenshot": row("none", plainPng([250, 250, 250])),
  "a text that is no badge": row("none", text("Dear Sir or Madam")),
  "an empty file": row("none", text("")),
};

/** A badge that names its learner by an e-mail address. */
function to(address) {
  return { subject: { identifier: [{ type: "IdentityObject", identityHash: address, identityType: "emailAddress", hashed: false, salt: undefined }] } };
}
