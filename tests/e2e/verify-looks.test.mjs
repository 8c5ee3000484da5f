// Each state of the verification page as people meet it: axe, a narrow screen, other ways to see, the tree that screen
// readers read, and pictures to look at.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { withChromium } from "./support/browser.mjs";
import { give, openChecker, openPageSite } from "./support/checker.mjs";
import { assertExpected } from "./support/expected.mjs";
import { shoot } from "./support/screenshots.mjs";
import { ROWS } from "./support/states.mjs";

/** One badge for each state. */
const STATES = {
  genuine: "endorsed",
  caution: "expired",
  invalid: "withdrawn, with the reason",
  unchecked: "the list's address does not let web pages read it",
  none: "a screenshot",
};

/** Badges whose states need no fault of the web, so that one list has them all. */
const LIST = {
  "genuine.png": "not on the signed list",
  "caution.png": "expired",
  "invalid.png": "changed after it was signed",
  "unchecked.png": "words from an unknown context",
  "none.png": "a screenshot",
};

withChromium();

for (const language of ["en", "fr"]) {
  test(`each state is accessible, fits every screen and reads in order (${language})`, async (t) => {
    const site = await openPageSite(t);
    const { page, web } = await openChecker(t, site, language);

    const look = async (name) => {
      await assertAccessible(page, name);
      await page.emulateMedia({ colorScheme: "dark" });
      await assertAccessible(page, `${name}, dark`);
      await shoot(page, `verify-${name}-${language}-dark`, ["desktop"]);
      await page.emulateMedia({ colorScheme: null });
      await assertFitsNarrowScreens(page, name);
      await assertTargets(page, name);
      await assertStill(page, name);
      await assertExpected(`tree-${name}-${language}.yml`, await page.locator("main").ariaSnapshot());
      await shoot(page, `verify-${name}-${language}`);
    };

    await t.test("the page before a badge is given", () => look("landing"));
    await t.test("the field for a link or a code", async () => {
      await page.locator("#paste").click();
      await page.locator("#pasted").fill("https://");
      await look("pasting");
    });
    for (const [state, row] of Object.entries(STATES)) {
      await t.test(state, async () => {
        ROWS[row].prepare(web);
        await give(page, ROWS[row].file);
        await look(state);
      });
    }
    await t.test("a person was compared", async () => {
      await give(page, ROWS["given to the person who was typed"].file);
      await page.getByRole("textbox").fill("Learner@Example.org");
      await page.keyboard.press("Enter");
      await page.getByRole("checkbox").check();
      await look("person");
    });
    await t.test("several files", async () => {
      await page.evaluate(
        (files) => {
          const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const given = files.map(([name, base64]) => new File([bytes(base64)], name));
          return document.querySelector("open-badge-verifier").verifyAll(given);
        },
        Object.entries(LIST).map(([name, row]) => [name, Buffer.from(ROWS[row].file).toString("base64")]),
      );
      await look("list");
    });
    await t.test("a link of somebody else", async () => {
      await page.evaluate(() => document.querySelector("open-badge-verifier").offer("https://badges.example/badge.png"));
      await look("offer");
    });
  });
}

test("a page read from right to left, and in the colours of the system", async (t) => {
  const site = await openPageSite(t);
  const { page, web } = await openChecker(t, site, "en");
  ROWS.expired.prepare(web);
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  for (const [state, row] of Object.entries(STATES)) {
    ROWS[row].prepare(web);
    await give(page, ROWS[row].file);
    await assertFitsNarrowScreens(page, state);
    // The coloured edge stands where a line begins.
    const edges = await page.locator("[part=card]").evaluate((card) => {
      const { borderRightWidth, borderLeftWidth } = getComputedStyle(card);
      return [parseFloat(borderRightWidth), parseFloat(borderLeftWidth)];
    });
    assert.ok(edges[0] > edges[1], `${state}: ${edges}`);
    await shoot(page, `verify-${state}-rtl`, ["desktop"]);

    await page.emulateMedia({ forcedColors: "active" });
    await assertAccessible(page, `${state}, forced colours`);
    // Without colours of our own each state still has its icon and its word.
    const [icon, word] = await page.locator("h2").evaluate((heading) => {
      const canvas = getComputedStyle(document.body).backgroundColor;
      const stroke = getComputedStyle(heading.querySelector("svg")).stroke;
      return [stroke !== canvas && stroke !== "none", heading.innerText.trim() !== ""];
    });
    assert.deepEqual([icon, word], [true, true], state);
    await shoot(page, `verify-${state}-forced`, ["desktop"]);
    await page.emulateMedia({ forcedColors: null });
  }
});

/** What can be pressed is large enough to be hit: 24 pixels, and 44 for what most people press. */
async function assertTargets(page, name) {
  const small = await page.evaluate(() => {
    const all = (root) => [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
    return all(document)
      .filter((element) => element.matches("button, input:not([type=checkbox]), textarea, summary, nav a, label.tick"))
      .filter((element) => element.checkVisibility() && !element.hidden)
      .map((element) => ({ what: element.outerHTML.slice(0, 90), height: element.getBoundingClientRect().height, least: element.matches("details details > summary") ? 24 : 44 }))
      .filter(({ height, least }) => height < least);
  });
  assert.deepEqual(small, [], name);
}

/** Nothing moves by itself. */
async function assertStill(page, name) {
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
  assert.equal(moving, 0, name);
}
