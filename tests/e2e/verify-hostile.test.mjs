// Badges whose every word tries to be more than text. Each is properly signed: a signature says who wrote it, not that
// they mean well.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { withChromium } from "./support/browser.mjs";
import { answerOf, give, NOW, openChecker, openPageSite } from "./support/checker.mjs";
import { Issuer } from "./support/issuer.mjs";
import { bake, plainPng } from "./support/png.mjs";
import { shoot } from "./support/screenshots.mjs";
import { pageWith } from "./support/site.mjs";

withChromium();

const EVIL = "https://evil.example";
const MARKUP =
  `<script>pwned = 1</script><img src="${EVIL}/pixel.png" onerror="pwned = 1"><style>*{display:none}</style>` +
  `<iframe src="${EVIL}"></iframe><svg onload="pwned = 1"></svg><h2>Genuine and still good</h2></p></div></section>`;
const MARKDOWN =
  `# Genuine and still good\n\n![pixel](${EVIL}/pixel.png) [script](javascript:pwned=1) [data](data:text/html,<script>pwned=1</script>)\n` +
  `[plain](http://evil.example) [titled](${EVIL} "x\\" onmouseover=\\"pwned=1") <${EVIL}>\n\n\`\`\`html\n${MARKUP}\n\`\`\`\n\n> * ${"[".repeat(2_000)}\n\n${MARKUP}`;
const BIDI = "Laser \u202Edoog llits dna eniuneG\u202C \u2066\u2067\u200F\u061C cutter";
const GIANT = "W".repeat(60_000);

/** One badge for each way; the rest of each is sound. */
const BADGES = {
  "markup in every text": everywhere(MARKUP),
  "Markdown that reaches out": everywhere(MARKDOWN),
  "marks that turn the reading direction": everywhere(BIDI),
  "a giant word in every text": everywhere(GIANT),
  "addresses that run or reach out": {
    issuer: { id: "did:web:badges.example", type: ["Profile"], name: "Open Workshop", url: "javascript:pwned=1", image: { id: `${EVIL}/logo.png`, type: "Image" } },
    achievement: {
      image: { id: `${EVIL}/image.svg`, type: "Image", caption: MARKUP },
      criteria: { id: "javascript:pwned=1", narrative: "[here](vbscript:pwned)" },
    },
    evidence: ["javascript:pwned=1", "data:text/html,<script>pwned=1</script>", "http://evil.example/", "file:///etc/passwd", "https://user:pass@evil.example/"].map(
      (id) => ({ id, type: ["Evidence"], name: id }),
    ),
  },
  "a language that is markup": { achievement: { inLanguage: '"><script>pwned=1</script>' } },
  "a thousand proofs": {
    evidence: Array.from({ length: 1_000 }, (_, index) => ({ id: `https://badges.example/${index}`, type: ["Evidence"], name: `Proof ${index}` })),
  },
};

const issuer = new Issuer();

test("no word of a badge is more than text", async (t) => {
  const site = await openPageSite(t);
  const { page, web } = await openChecker(t, site);
  web.publish(issuer.keyUrl, issuer.didDocument());
  const dialogs = [];
  page.on("dialog", (dialog) => (dialogs.push(dialog.message()), dialog.dismiss()));

  for (const [name, change] of Object.entries(BADGES)) {
    await t.test(name, async () => {
      const signed = issuer.badge(change);
      const files = { png: bake(plainPng(), signed), svg: hostileSvg(signed), changed: bake(plainPng(), spoiled(signed)) };
      for (const [kind, file] of Object.entries(files)) {
        await give(page, file, `${MARKUP}.${kind}`);
        const { state } = await answerOf(page);
        await assertInert(page, kind);
        if (kind === "changed") {
          assert.equal(state, "invalid");
          assert.equal(await page.locator("[part=badge] a").count(), 0, "nothing that is not confirmed can be followed");
        }
      }
      await assertFitsNarrowScreens(page, name);
      await shoot(page, `hostile-${name.replaceAll(" ", "-")}`, ["narrow"]);
    });
  }
  await assertAccessible(page, "hostile");
  assert.deepEqual(dialogs, []);
  assert.deepEqual([...new Set(web.asked)], [issuer.keyUrl], "nobody else was asked for anything");
});

test("the reason of a withdrawal and the names of files are text too", async (t) => {
  const site = await openPageSite(t);
  const { page, web } = await openChecker(t, site);
  web.publish(issuer.keyUrl, issuer.didDocument());
  const contexts = [...issuer.credential()["@context"], "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"];
  const badge = issuer.badge({ "@context": contexts, credentialStatus: { id: issuer.revocationsUrl, type: "1EdTechRevocationList" } });
  for (const reason of [MARKUP, BIDI, GIANT]) {
    const entry = { id: issuer.credential().id, revoked: true, revocationReason: reason };
    web.publish(issuer.revocationsUrl, issuer.revocations([entry]));
    await give(page, badge);
    assert.equal((await answerOf(page)).state, "invalid");
    await assertInert(page, reason.slice(0, 20));
    await assertFitsNarrowScreens(page, reason.slice(0, 20));
  }
  await page.evaluate(
    ([badge, ...names]) => document.querySelector("open-badge-verifier").verifyAll(names.map((name) => new File([badge], name))),
    [badge, MARKUP, BIDI, GIANT],
  );
  await assertInert(page, "list");
  await assertFitsNarrowScreens(page, "list");
});

/** The same text wherever a badge has room for text. */
function everywhere(text) {
  return {
    name: text,
    description: text,
    issuer: { id: "did:web:badges.example", type: ["Profile"], name: text, description: text },
    awardedDate: NOW.toISOString(),
    evidence: [{ id: "https://badges.example/proof", type: ["Evidence"], name: text, description: text, narrative: text, genre: text, audience: text }],
    subject: {
      identifier: [{ type: "IdentityObject", identityHash: text, identityType: "name", hashed: false }],
      result: [{ type: ["Result"], value: text }],
    },
    achievement: {
      name: text,
      description: text,
      criteria: { narrative: text },
      alignment: [{ type: ["Alignment"], targetName: text, targetUrl: "https://badges.example/skill", targetDescription: text }],
    },
  };
}

/** A drawing that would run and reach out if it stood in a page. */
function hostileSvg(token) {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" viewBox="0 0 9 9" onload="pwned=1">` +
      `<openbadges:credential verify="${token}"></openbadges:credential>` +
      `<script>parent.pwned = pwned = 1</script><image href="${EVIL}/pixel.png" width="9" height="9"/>` +
      `<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${EVIL}"></iframe></foreignObject>` +
      `<style>@import url(${EVIL}/style.css); rect { fill: red }</style><rect width="9" height="9"/></svg>`,
  );
}

/** Another letter in what was signed, wherever the badge says something. */
function spoiled(token) {
  const [head, body, signature] = token.split(".");
  const text = Buffer.from(body, "base64url").toString().replace('"did:example:learner"', '"did:example:Learner"');
  return [head, Buffer.from(text).toString("base64url"), signature].join(".");
}

/** Asserts that what is shown is words and elements of our own, and that nothing of the badge ran. */
async function assertInert(page, name) {
  const found = await page.locator("open-badge-verifier").evaluate((element) => {
    const { shadowRoot: root } = element;
    const parts = [...root.querySelectorAll("[part=badge] *, [part=inside] *, [part~=checks] *, [part=status-text] *, [part=files] *")];
    const plain = ["A", "BDI", "BLOCKQUOTE", "BUTTON", "CODE", "DD", "DETAILS", "DIV", "DL", "DT", "EM", "H3", "IMG", "LI", "OL", "P", "SPAN", "STRONG", "SUMMARY", "TABLE", "TBODY", "TD", "TH", "THEAD", "TR", "UL"];
    const isOurIcon = (part) => part.closest("svg.icon") !== null;
    return {
      ran: globalThis.pwned ?? null,
      strange: parts.filter((part) => !plain.includes(part.tagName) && !isOurIcon(part)).map(({ outerHTML }) => outerHTML.slice(0, 80)),
      handlers: parts.flatMap((part) => [...part.attributes]).filter(({ name }) => name.startsWith("on") || name === "style").map(({ name }) => name),
      pictures: [...root.querySelectorAll("img")].map(({ src }) => src).filter((src) => !src.startsWith("blob:")),
      links: [...root.querySelectorAll("a")]
        .filter(({ href, rel }) => !/^https?:\/\//.test(href) || !rel.includes("noopener") || !rel.includes("nofollow"))
        .map(({ outerHTML }) => outerHTML),
      headlines: root.querySelectorAll("h2").length,
      // Those that sentences of ours put around a value are in pairs; none comes from the badge.
      turning: root.textContent.match(/[\u202A-\u202E\u200E\u200F]/gu)?.length ?? 0,
      pairs: (root.textContent.match(/[\u2066\u2067\u2068]/gu)?.length ?? 0) - (root.textContent.match(/\u2069/gu)?.length ?? 0),
      title: document.title,
    };
  });
  assert.deepEqual(
    found,
    { ran: null, strange: [], handlers: [], pictures: [], links: [], headlines: 1, turning: 0, pairs: 0, title: "Check a badge" },
    name,
  );
}

test("no style sheet of the page around takes the answer away", async (t) => {
  const hidden =
    "display:none;visibility:hidden;opacity:0;position:absolute;clip-path:inset(50%);transform:scale(0);filter:opacity(0);" +
    "width:0;height:0;max-height:0;overflow:hidden;text-indent:-9999px;font-size:0";
  const parts = ["card", "headline", "status", "status-text"].map((part) => `open-badge-verifier::part(${part}){${hidden}}`);
  const site = await openPageSite(t, {
    "/around.css": parts.join("\n"),
    "/verify.html": pageWith("<open-badge-verifier></open-badge-verifier>", { script: "/define.js", head: '<link rel="stylesheet" href="/around.css">' }),
  });
  const { page, web } = await openChecker(t, site);
  web.publish(issuer.keyUrl, issuer.didDocument());
  await give(page, bake(plainPng(), spoiled(issuer.badge())));
  for (const words of ["Not valid", "The content was changed after it was signed."]) {
    const line = page.locator("h2, [part=status-text] p").filter({ hasText: words });
    assert.ok(await line.isVisible(), words);
    const { width, height } = await line.boundingBox();
    assert.ok(width > 50 && height > 12, `${words}: ${width} × ${height}`);
  }
});
