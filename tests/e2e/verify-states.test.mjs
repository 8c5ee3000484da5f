// The table of states: what the page says of each kind of badge, word for word, and never more than was checked.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { withChromium } from "./support/browser.mjs";
import { answerOf, assertNeverPlain, give, openChecker, openPageSite } from "./support/checker.mjs";
import { assertExpected, WRITES } from "./support/expected.mjs";
import { ROWS } from "./support/states.mjs";
import { HEADLINES } from "./support/verify.mjs";

const EXPECTED = new URL("./expected/states.json", import.meta.url);

withChromium();

test("each kind of badge has its state and its words", async (t) => {
  const site = await openPageSite(t);
  const expected = WRITES ? {} : JSON.parse(await readFile(EXPECTED, "utf8"));

  for (const language of ["en", "fr"]) {
    const { context, page, web } = await openChecker(t, site, language);
    for (const [name, row] of Object.entries(ROWS)) {
      await t.test(`${name} (${language})`, async () => {
        row.prepare(web);
        await forgetKeys(page);
        await context.setOffline(row.isOffline ?? false);
        const giving = give(page, row.file);
        if (row.waits) {
          await page.waitForRequest(row.waits);
          await page.clock.fastForward(10_000);
        }
        await giving;
        await context.setOffline(false);
        if (row.recipient !== undefined) {
          await page.getByRole("textbox").fill(row.recipient);
          await page.getByRole("textbox").press("Enter");
          await page.locator("[role=status]").filter({ hasText: /\?/ }).waitFor();
        }
        const answer = await answerOf(page);
        if (WRITES) {
          (expected[name] ??= {})[language] = answer.sentences;
        }
        const headline = HEADLINES[language][row.state];
        assert.deepEqual(answer, { state: row.state, headline, sentences: expected[name][language] });
        if (row.state !== "genuine") {
          await assertNeverPlain(page, HEADLINES[language].genuine);
        }
      });
    }
  }
  assert.deepEqual(Object.keys(expected), Object.keys(ROWS), "the table of words has each row once, in order");
  await assertExpected("states.json", JSON.stringify(expected, undefined, 2));
});

/** What the page kept of an earlier row is not to help the next. */
function forgetKeys(page) {
  return page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
}
