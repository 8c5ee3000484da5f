// A day without network: the page opens, checks what can be checked, and claims no more.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { newVisitor, withChromium } from "./support/browser.mjs";
import { answerOf, assertNeverPlain, give, openChecker, openPageSite } from "./support/checker.mjs";
import { Issuer } from "./support/issuer.mjs";
import { bake, plainPng } from "./support/png.mjs";
import { shoot } from "./support/screenshots.mjs";
import { WIDGET } from "./support/site.mjs";
import { ROWS } from "./support/states.mjs";
import { HEADLINES } from "./support/verify.mjs";
import { openTool } from "./support/world.mjs";

withChromium();

const issuer = new Issuer();
const SENTENCES = {
  en: [
    "By the key that this page read on 22 November 2026, the signature is right. Whether that key still counts was not checked.",
    "We could not read what badges.example publishes: this device is offline.",
  ],
  fr: [
    "D’après la clé que cette page a lue le 22 novembre 2026, la signature est bonne. Il n’a pas été vérifié si cette clé compte encore.",
    "Nous n’avons pas pu lire ce que publie badges.example : cet appareil est hors ligne.",
  ],
};
const CHANGED = "By the key that this page read on 22 November 2026, the content was changed after it was signed. Whether that key still counts was not checked.";

for (const language of ["en", "fr"]) {
  test(`after one visit the page checks without a network, and says what it could not check (${language})`, async (t) => {
    const site = await openPageSite(t);
    const { context, page, web } = await openChecker(t, site, language, { serviceWorkers: "allow" });
    await activated(page);
    ROWS["not on the signed list"].prepare(web);
    await give(page, issuer.badge());
    assert.equal((await answerOf(page)).state, "genuine");

    await site.stop();
    await context.setOffline(true);
    await page.reload({ waitUntil: "load" });
    await page.getByRole("heading", { level: 1 }).waitFor();

    // Another badge of the same issuer: its key was read on the visit.
    await give(page, bake(plainPng(), issuer.badge({ id: "urn:uuid:another" })));
    assert.deepEqual(await answerOf(page), { state: "unchecked", headline: HEADLINES[language].unchecked, sentences: SENTENCES[language] });
    await assertNeverPlain(page, HEADLINES[language].genuine);
    await shoot(page, `verify-offline-${language}`, ["desktop"]);

    // One whose issuer was never met.
    await give(page, new Issuer("elsewhere.example").badge());
    const { state, sentences } = await answerOf(page);
    assert.deepEqual([state, sentences.length], ["unchecked", 1]);
    if (language === "en") {
      await give(page, ROWS["changed after it was signed"].file);
      assert.equal((await answerOf(page)).sentences[0], CHANGED);
    }
    // A file without any badge needs no network.
    await give(page, ROWS["a screenshot"].file);
    assert.equal((await answerOf(page)).state, "none");
  });
}

test("the page of a Blason server opens while the server is away", async (t) => {
  const world = await openTool(t);
  const page = await (await newVisitor(t)).newPage();
  await page.goto(`${world.tool}/verify`, { waitUntil: "networkidle" });
  await activated(page);
  const scopes = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
  assert.deepEqual(scopes, [`${world.tool}/verify`]);
  await world.stopTool();
  await page.reload();
  await give(page, ROWS["a screenshot"].file);
  assert.equal((await answerOf(page)).state, "none");
});

test("a newer release takes the place of the kept one, and none of the older files stays", async (t) => {
  const worker = await readFile(join(WIDGET, "offline.js"), "utf8");
  const [version] = worker.match(/(?<=")[0-9a-f]{12}(?=")/);
  let served = worker;
  const site = await openPageSite(t, { "/offline.js": () => served });
  const { context, page } = await openChecker(t, site, "en", { serviceWorkers: "allow" });
  await activated(page);
  assert.deepEqual(await stores(page), [`blason-page-${version}`]);

  served = worker.replaceAll(version, "000000000001");
  await page.reload({ waitUntil: "networkidle" });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  // The page that is open keeps the files it began with; the next visit has the new ones.
  await until(page, async () => (await navigator.serviceWorker.getRegistration()).waiting !== null);
  await page.goto("about:blank");
  const next = await context.newPage();
  await page.close();
  await next.goto(`${site.url}/verify.html`);
  await until(next, async () => (await caches.keys()).filter((name) => name.startsWith("blason-page-")).length === 1);
  assert.deepEqual(await stores(next), ["blason-page-000000000001"]);
});

test("the page's worker answers for the page alone", async (t) => {
  const site = await openPageSite(t, { "/other.html": "<!doctype html><title>Another page</title>" });
  const { context, page } = await openChecker(t, site, "en", { serviceWorkers: "allow" });
  await activated(page);
  const scopes = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
  assert.deepEqual(scopes, [`${site.url}/verify.html`]);
  const other = await context.newPage();
  await other.goto(`${site.url}/other.html`);
  assert.equal(await other.evaluate(() => navigator.serviceWorker.controller), null);
});

/** Waits until the worker has every file of the page. */
function activated(page) {
  return page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** Waits until the condition, which may take its time itself, holds in the page. */
function until(page, condition) {
  return page.evaluate(`(async () => {
    while (!(await (${condition})())) await new Promise((resolve) => setTimeout(resolve, 50));
  })()`);
}

async function stores(page) {
  const names = await page.evaluate(() => caches.keys());
  return names.filter((name) => name.startsWith("blason-page-"));
}
