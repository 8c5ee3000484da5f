// A badge to sign: numbers, letters beyond ASCII and lists, which canonical forms are easily wrong about.

/** Open Badges 3.0 in the data model 2.0; the issuer's `id` is the signer's to add. */
export const BADGE = {
  "@context": [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  ],
  id: "https://other.example/credentials/1",
  type: ["VerifiableCredential", "OpenBadgeCredential"],
  name: "Soudure à l’arc 🔥",
  issuer: { type: ["Profile"], name: "Ailleurs — 他の学校" },
  validFrom: "2026-01-01T00:00:00Z",
  credentialSubject: {
    type: ["AchievementSubject"],
    identifier: [
      {
        type: "IdentityObject",
        hashed: true,
        identityHash: "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942",
        identityType: "emailAddress",
        salt: "deadsea",
      },
    ],
    achievement: {
      id: "https://other.example/achievements/1",
      type: ["Achievement"],
      name: "Soudure à l’arc 🔥",
      description: "Sait souder à l’arc.",
      criteria: { narrative: "Souder deux pièces." },
      creditsAvailable: 3.5,
      tag: ["métal", "atelier"],
    },
  },
};
