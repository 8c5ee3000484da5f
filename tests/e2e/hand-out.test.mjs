// A teacher hands out a badge: to people they choose, and by a code, in the LMS and without it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { claim, claimButton, download } from "./support/claim.mjs";
import { enterAs, openBadge } from "./support/lms.mjs";
import { shoot } from "./support/screenshots.mjs";
import { assertVerdict } from "./support/verify.mjs";
import { openWorld } from "./support/world.mjs";

withChromium();

for (const language of ["en", "fr"]) {
  test(`a code gives a badge to somebody without an account (${language})`, async (t) => {
    const world = await openWorld(t);
    const page = await (await newVisitor(t, language)).newPage();
    await enterAs(page, world, "Course Teacher");
    const teacher = { page, tool: await openBadge(page, world) };
    const look = async (page, name) => {
      await assertAccessible(page, name);
      await assertFitsNarrowScreens(page, name);
      await shoot(page, `${name}-${language}`);
    };
    await ask(teacher.tool, ["rule-choice", "rule-claim-code"]);
    await teacher.tool.locator("#choices").click();
    await teacher.tool.locator("h1").waitFor();
    await look(teacher.page, "choices");
    await teacher.tool.locator('a[href^="/manage/"]').first().click();

    await ask(teacher.tool, ["rule-claim-code"]);
    await teacher.tool.locator("#codes").click();
    await teacher.tool.locator("#cap").fill("2");
    await teacher.tool.locator("form.stack button.primary").click();
    const link = await teacher.tool.locator("code.copy").last().innerText();
    assert.match(link, /\/c\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await look(teacher.page, "codes");
    await teacher.tool.locator('a[href^="/manage/"]').first().click();
    await teacher.tool.locator("#continue").click();
    await teacher.tool.locator("#turn-on").click();
    await teacher.tool.locator("#turn-off").waitFor();

    const visitor = await (await newVisitor(t, language)).newPage();
    await visitor.goto(link);
    await look(visitor, "code-link");
    await visitor.locator("main button.primary").click();
    await claimButton(visitor, language).waitFor();
    await claim(visitor, language);
    const badge = await download(visitor, visitor, "png");
    await assertVerdict(await newVisitor(t, language), world, badge, "genuine", language);
  });
}

/** Asks for these rules and no others. */
async function ask(tool, rules) {
  await tool.locator("#save").waitFor();
  for (const box of await tool.locator('input[id^="rule-"]').all()) {
    await box.setChecked(rules.includes(await box.getAttribute("id")));
  }
  await tool.locator("#save").click();
  await tool.locator("#continue").waitFor();
}
