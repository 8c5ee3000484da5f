// Whom the badge element asks, when, and what it tells the page around it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { Issuer, Web } from "./support/issuer.mjs";
import { openSite, pageWith } from "./support/site.mjs";

withChromium();

const issuer = new Issuer();
const BADGE = issuer.badge();
const LISTED = issuer.badge({ credentialStatus: issuer.statusEntry() });

/** A page with this content, in a web where the issuer publishes its key and its list. */
async function open(t, content, { web = (web) => web, texts = {}, head = "" } = {}) {
  const site = await openSite(t, {
    texts: { "/page": pageWith(content, { head }), "/badge.jwt": BADGE, "/listed.jwt": LISTED, ...texts },
  });
  const context = await newVisitor(t);
  const network = await new Web().attach(context);
  network.publish(issuer.keyUrl, issuer.didDocument()).publish(issuer.listUrl, issuer.statusList());
  web(network);
  const page = await context.newPage();
  await page.goto(`${site.url}/page`);
  return { page, site, web: network, badge: page.locator("open-badge").first() };
}

const stateIs = (page, state) => page.locator(`open-badge[state="${state}"]`).first().waitFor();
const shown = async (badge) =>
  (await badge.evaluate(({ shadowRoot }) => shadowRoot.textContent)).replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ");

test("the issuer's list is left alone until the visitor asks, and the key is not read twice", async (t) => {
  const { page, web, badge } = await open(t, '<open-badge src="/listed.jwt"></open-badge>');
  await stateIs(page, "unchecked");
  assert.deepEqual(web.asked, [issuer.keyUrl]);
  assert.doesNotMatch(await shown(badge), /Genuine/);
  const ask = page.getByRole("button", { name: /whether it was withdrawn/ });
  assert.match(await ask.evaluate((button) => button.textContent.replace(/[\u2066-\u2069]/g, "").trim()), /^Ask badges\.example whether/);
  await ask.click();
  await stateIs(page, "genuine");
  assert.deepEqual(web.asked, [issuer.keyUrl, issuer.listUrl]);
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement?.id), "status");
  const listed = await page.evaluate(() => JSON.parse(document.querySelector("open-badge").report("json")).contacts.map(({ url }) => new URL(url).pathname));
  assert.deepEqual(listed, ["/listed.jwt", "/.well-known/did.json", "/status/1"], "each address is listed");
});

test("`status-check` may ask by itself, or never", async (t) => {
  const { page, web } = await open(t, '<open-badge status-check="auto" src="/listed.jwt"></open-badge>');
  await stateIs(page, "genuine");
  assert.deepEqual(web.asked, [issuer.keyUrl, issuer.listUrl]);
  const never = await open(t, '<open-badge status-check="off" src="/listed.jwt"></open-badge>');
  await stateIs(never.page, "unchecked");
  assert.deepEqual(never.web.asked, [issuer.keyUrl]);
  assert.equal(await never.page.getByRole("button").count(), 0);
});

test("a host page that cancels `open-badge-fetch` keeps every address from being asked", async (t) => {
  const script = "document.addEventListener('open-badge-fetch', (event) => { (globalThis.wishes ??= []).push(event.detail); event.detail.kind === 'badge' || event.preventDefault(); });";
  const { page, web } = await open(t, '<open-badge status-check="auto" src="/badge.jwt"></open-badge>', {
    texts: { "/refuse.js": script },
    head: '<script src="/refuse.js"></script>',
  });
  await stateIs(page, "unchecked");
  assert.deepEqual(web.asked, []);
  const [badge, key] = await page.evaluate(() => globalThis.wishes);
  assert.deepEqual([badge.kind, key], ["badge", { url: issuer.keyUrl, kind: "key" }]);
});

test("the relay is asked by a click only, is told an address and what it is for, and is named in what was checked", async (t) => {
  const body = Buffer.from(JSON.stringify(issuer.didDocument())).toString("base64");
  const { page, site, badge, web } = await open(t, '<open-badge relay="/relay" src="/badge.jwt"></open-badge>', {
    web: (web) => web.fault(issuer.keyUrl, "refuses"),
    texts: { "/relay": () => JSON.stringify({ status: 200, contentType: "application/did+json", body }) },
  });
  await stateIs(page, "unchecked");
  const relayed = () => site.asked.filter((path) => path.startsWith("/relay"));
  assert.deepEqual(relayed(), []);
  const before = web.asked.length;
  await page.getByRole("button", { name: /^Ask again through/ }).click();
  await stateIs(page, "genuine");
  assert.deepEqual(relayed(), [`/relay?kind=key&url=${encodeURIComponent(issuer.keyUrl)}`]);
  assert.equal(web.asked.length, before, "the address itself is not asked again");
  assert.match(await shown(badge), /read by this page’s relay/);
});

test("a relay that answers nonsense makes no badge genuine", async (t) => {
  const { page } = await open(t, '<open-badge relay="/relay" src="/badge.jwt"></open-badge>', {
    web: (web) => web.fault(issuer.keyUrl, "refuses"),
    texts: { "/relay": () => '{"status": 200, "body": "%%%"}' },
  });
  await stateIs(page, "unchecked");
  await page.getByRole("button", { name: /^Ask again through/ }).click();
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await stateIs(page, "unchecked");
});

test("a host page may hand over what it has, and then nobody is asked", async (t) => {
  const { page, web, badge } = await open(t, '<open-badge check="none" src="/badge.jwt"></open-badge>');
  await page.evaluate(async (key) => {
    const element = document.querySelector("open-badge");
    element.fetcher = (url, kind) => (kind === "key" ? new TextEncoder().encode(JSON.stringify(key)) : undefined);
    await element.verify();
  }, issuer.didDocument());
  await stateIs(page, "genuine");
  assert.deepEqual(web.asked, []);
  assert.match(await shown(badge), /given by this page/);
});

test("the page around it is told codes, and the badge's own words where it asks for them", async (t) => {
  const { page } = await open(t, '<open-badge check="none" src="/badge.jwt"></open-badge>');
  const told = await page.evaluate(async () => {
    const events = [];
    for (const type of ["load", "fetch", "check", "result", "error"]) {
      document.addEventListener(`open-badge-${type}`, ({ detail }) => events.push([type, detail]));
    }
    const element = document.querySelector("open-badge");
    element.now = new Date("2026-06-04T00:00:00Z");
    await element.verify();
    return { events, badge: element.badge, json: JSON.parse(element.report("json")), text: element.report("text"), report: element.result.verdict };
  });
  const types = told.events.map(([type]) => type);
  assert.deepEqual([...new Set(types)], ["fetch", "load", "check", "result"]);
  assert.equal(types.filter((type) => type === "check").length, 11);
  const [, load] = told.events.find(([type]) => type === "load");
  assert.deepEqual(load, { format: "jwt", version: "3.0", name: "Laser cutter, level 1", issuerId: issuer.id });
  const [, result] = told.events.at(-1);
  assert.equal(result.state, "genuine");
  assert.equal(result.checkedAt, "2026-06-04T00:00:00.000Z");
  assert.match(result.fileHash, /^[0-9a-f]{64}$/);
  assert.equal(told.badge.issuerDomain, "badges.example");
  assert.ok(Object.values(told.badge).every((value) => typeof value === "string"));
  assert.equal(told.report, "verified");
  assert.equal(told.json.fileHash, result.fileHash);
  assert.match(told.text, /Genuine and still good/);
});

test("a badge that cannot be read is said to be unread, by a code that holds no text of it", async (t) => {
  const { page, badge } = await open(t, '<open-badge check="none" src="/absent.jwt"></open-badge><open-badge check="none" max-bytes="10" src="/badge.jwt"></open-badge>');
  const errors = await page.evaluate(async () => {
    const errors = [];
    document.addEventListener("open-badge-error", ({ detail }) => errors.push(detail));
    for (const element of document.querySelectorAll("open-badge")) await element.verify();
    return errors;
  });
  assert.deepEqual(errors, [
    { code: "badge-answered-with-error", where: "badge" },
    { code: "badge-too-large", where: "badge" },
  ]);
  assert.match(await shown(badge), /We could not finish checking .*answered with error 404 in place of the badge\./);
});

test("a check can be stopped, and leaves nothing half said", async (t) => {
  const { page } = await open(t, '<open-badge check="none" src="/badge.jwt"></open-badge>', {
    web: (web) => web.fault(issuer.keyUrl, "silent"),
  });
  const states = await page.evaluate(async (keyUrl) => {
    const element = document.querySelector("open-badge");
    const stopper = new AbortController();
    const asked = new Promise((resolve) => document.addEventListener("open-badge-fetch", ({ detail }) => detail.url === keyUrl && resolve()));
    const checking = element.verify({ signal: stopper.signal });
    await asked;
    const during = element.state;
    stopper.abort();
    await checking;
    return [during, element.state, element.result];
  }, issuer.keyUrl);
  assert.deepEqual(states, ["loading", "idle", undefined]);
});

test("whatever a badge says is text: nothing of it runs, loads, turns the words around it or breaks the page", async (t) => {
  const markup = '<img src="https://tracker.example/x.png" onerror="globalThis.ran = true"><script>globalThis.ran = true</script>';
  const hostile = issuer.badge({
    achievement: {
      name: `${markup}\u202Egnp.exe ${"W".repeat(3_000)}`,
      description: `${markup} <style>body { display: none }</style>`,
      criteria: { id: "javascript:globalThis.ran=true", narrative: `${markup}\n\n[press](javascript:globalThis.ran=true) ![](https://tracker.example/y.png)` },
      image: { id: "https://tracker.example/z.png", type: "Image", caption: markup },
    },
    evidence: [{ type: ["Evidence"], id: "data:text/html,1", name: markup, narrative: "\u2066".repeat(500) }],
  });
  const { page, web, badge } = await open(t, '<open-badge heading-level="2" details="open" src="/hostile.jwt"></open-badge>', {
    texts: { "/hostile.jwt": hostile },
  });
  await stateIs(page, "genuine");
  const found = await badge.evaluate(({ shadowRoot }) => ({
    ran: globalThis.ran ?? false,
    elements: shadowRoot.querySelectorAll("img, script, style, iframe, object").length,
    links: [...shadowRoot.querySelectorAll("a")].filter(({ protocol }) => !/^https?:$/.test(protocol)).length,
    turned: /[\u202A-\u202E]/.test(shadowRoot.textContent),
    name: shadowRoot.querySelector("[part=title]").textContent.trim().length,
  }));
  assert.deepEqual({ ...found, name: found.name <= 400 }, { ran: false, elements: 0, links: 0, turned: false, name: true });
  assert.deepEqual(web.asked, [issuer.keyUrl], "and nobody is asked but the host of the key");
  await assertFitsNarrowScreens(page, "hostile");
});
