// The table of states: what the page says of each kind of badge, word for word, and never more than was checked; in
// Chromium and in Firefox.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { assertAccessible } from "./support/accessibility.mjs";
import { withChromium } from "./support/browser.mjs";
import { answerOf, assertNeverPlain, give, NOW, openChecker, openPageSite } from "./support/checker.mjs";
import { assertExpected, WRITES } from "./support/expected.mjs";
import { openFirefox } from "./support/firefox.mjs";
import { Web } from "./support/issuer.mjs";
import { ROWS } from "./support/states.mjs";
import { HEADLINES } from "./support/verify.mjs";

const EXPECTED = new URL("./expected/states.json", import.meta.url);

/** One of each state, for axe to look at in Firefox; `verify-looks.test.mjs` does so in Chromium. */
const LOOKED_AT = ["endorsed", "expired", "withdrawn, with the reason", "words from an unknown context", "a screenshot"];

withChromium();

test("each kind of badge has its state and its words, in Chromium", async (t) => {
  const site = await openPageSite(t);
  const expected = WRITES ? {} : JSON.parse(await readFile(EXPECTED, "utf8"));

  for (const language of ["en", "fr"]) {
    const { context, page, web } = await openChecker(t, site, language);
    await page.evaluate(holdAlarms);
    for (const [name, row] of Object.entries(ROWS)) {
      await t.test(`${name} (${language})`, async () => {
        row.prepare(web);
        await forgetKeys(page);
        await context.setOffline(row.isOffline ?? false);
        await giveAndWait(page, row);
        await context.setOffline(false);
        if (row.recipient !== undefined) {
          await page.getByRole("textbox").fill(row.recipient);
          await page.getByRole("textbox").press("Enter");
          await page.locator("[role=status]").filter({ hasText: /\?/ }).waitFor();
        }
        if (WRITES) {
          (expected[name] ??= {})[language] = (await answerOf(page)).sentences;
        }
        await assertRow(page, row, expected[name], language);
      });
    }
  }
  assert.deepEqual(Object.keys(expected), Object.keys(ROWS), "the table of words has each row once, in order");
  await assertExpected("states.json", JSON.stringify(expected, undefined, 2));
});

test("each kind of badge has its state and its words, in Firefox", async (t) => {
  const site = await openPageSite(t);
  const expected = JSON.parse(await readFile(EXPECTED, "utf8"));

  for (const language of ["en", "fr"]) {
    const page = await openFirefox(t, { language });
    const web = await new Web().attachToFirefox(page);
    await page.evaluateOnNewDocument(stageTime, NOW.getTime());
    await page.evaluateOnNewDocument(holdAlarms);
    await page.goto(`${site.url}/verify.html`);
    await page.waitForFunction(() => document.querySelector("open-badge-verifier")?.shadowRoot);
    for (const [name, row] of Object.entries(ROWS)) {
      await t.test(`${name} (${language})`, async () => {
        row.prepare(web);
        await forgetKeys(page);
        await page.evaluate((isOffline) => (globalThis.isOffline = isOffline), row.isOffline ?? false);
        await giveAndWait(page, row);
        if (row.recipient !== undefined) {
          await page.locator(">>> #person").fill(row.recipient);
          await page.keyboard.press("Enter");
          await page.waitForFunction(() => document.querySelector("open-badge-verifier").shadowRoot.querySelector("[role=status]").textContent.includes("?"));
        }
        await assertRow(page, row, expected[name], language);
        if (LOOKED_AT.includes(name)) {
          await assertAccessible(page, name);
        }
      });
    }
  }
});

/** Gives the row's badge. Where an address never answers, its ten seconds are over once everything else is read. */
async function giveAndWait(page, row) {
  const asked = row.waits && page.waitForRequest(row.waits);
  const giving = give(page, row.file);
  if (row.waits) {
    await asked;
    await page.waitForFunction(() => globalThis.alarms.size === 1);
    await page.evaluate(() => [...globalThis.alarms.values()].forEach((ring) => ring()));
  }
  await giving;
}

/** Keeps what is to ring after ten seconds at hand. */
function holdAlarms() {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  globalThis.alarms = new Map();
  globalThis.setTimeout = (work, milliseconds, ...rest) => {
    const timer = set(work, milliseconds, ...rest);
    if (milliseconds === 10_000) globalThis.alarms.set(timer, work);
    return timer;
  };
  globalThis.clearTimeout = (timer) => (globalThis.alarms.delete(timer), clear(timer));
}

/** Puts the page at a fixed time, and makes its network a switch of the tests. */
function stageTime(now) {
  const started = Date.now();
  const { Date: RealDate } = globalThis;
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length === 0 ? [now + RealDate.now() - started] : parts));
    }
  };
  Object.defineProperty(navigator, "onLine", { get: () => !globalThis.isOffline });
}

async function assertRow(page, row, expected, language) {
  const headline = HEADLINES[language][row.state];
  assert.deepEqual(await answerOf(page), { state: row.state, headline, sentences: expected[language] });
  if (row.state !== "genuine") {
    await assertNeverPlain(page, HEADLINES[language].genuine);
  }
}

/** What the page kept of an earlier row is not to help the next. */
function forgetKeys(page) {
  return page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
}
