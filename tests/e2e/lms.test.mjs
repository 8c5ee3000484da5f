// The demo LMS on its own: every page in both languages.

import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { enterAs } from "./support/lms.mjs";
import { openLms } from "./support/world.mjs";
import { shoot } from "./support/screenshots.mjs";

withChromium();

for (const language of ["en", "fr"]) {
  test(`every page of the demo LMS is accessible and fits a narrow screen (${language})`, async (t) => {
    const lms = await openLms(t);
    const page = await (await newVisitor(t, language)).newPage();
    const look = async (name) => {
      await assertAccessible(page, name);
      await assertFitsNarrowScreens(page, name);
      await shoot(page, `lms-${name}-${language}`);
    };
    await page.goto(lms.lms);
    await look("choice");
    await page.locator("summary").click();
    await look("choice-others");
    await page.locator("summary").click();
    await enterAs(page, lms, "Learner One");
    await look("course");
    for (const activity of ["materials", "checklist", "quiz"]) {
      await page.goto(`${lms.lms}/activity/${activity}`);
      await look(activity);
    }
    await page.locator('input[value="plywood"]').check();
    await page.locator('main form button').click();
    await page.getByRole("alert").waitFor();
    await look("quiz-wrong");
    await page.goto(`${lms.lms}/badge`);
    await look("badge-closed");
    await page.goto(`${lms.lms}/auth`);
    await look("refused");
    await enterAs(page, lms, "Course Teacher");
    await look("course-teacher");
    for (const [name, path] of [["add", "add"], ["add-form", "add/1"], ["settings", "badge/badge-1/settings"], ["grades", "grades"]]) {
      await page.goto(`${lms.lms}/${path}`);
      await look(name);
    }
    await page.goto(lms.lms);
    await page.locator("summary").click();
    await page.getByRole("button", { name: "Site Administrator" }).click();
    await look("course-administrator");
    await page.goto(`${lms.lms}/admin/tools`);
    await look("tools");
    // The tool that is connected from the start has the same address, though nothing listens there.
    await page.locator("#url").fill(`${lms.tool}/lti/register`);
    await page.locator('form[action="/admin/tools"] button').click();
    await page.locator('button[value="new"]').waitFor();
    await look("same-tool");
  });
}
