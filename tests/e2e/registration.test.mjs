// A platform connected by pasting one address, seen from both sides, and then tested.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { openAdministration } from "./support/admin.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { enterAs } from "./support/lms.mjs";
import { shoot } from "./support/screenshots.mjs";
import { openWorld } from "./support/world.mjs";

withChromium();

const WORDS = {
  en: {
    add: "Add LTI Advantage",
    fresh: "Register as a new external tool",
    pending: "Pending",
    activate: "Activate",
    waiting: "Nothing has been opened from there yet",
  },
  fr: {
    add: "Ajouter LTI Advantage",
    fresh: "Inscrire comme nouvel outil externe",
    pending: "En attente",
    activate: "Activer",
    waiting: "Rien n’a encore été ouvert depuis cette plateforme",
  },
};

/** The address of a new invitation for the demo LMS, made by the form. */
async function invite(page, world, look) {
  await page.goto(`${world.tool}/admin/registrations/invite`);
  await look("invite");
  await page.locator("#platform").fill(world.lms);
  await page.locator('input[name="teachers_may"][value="make"]').check();
  await page.locator('input[name="person"][value="name"]').check();
  await page.locator('form[action="/admin/registrations/invite"] button').click();
  const address = await page.locator("pre.copy").innerText();
  await look("invited");
  return address.trim();
}

for (const language of ["en", "fr"]) {
  test(`a platform registers by one pasted address, and the test of it tells what works (${language})`, async (t) => {
    const words = WORDS[language];
    const world = await openWorld(t, { connected: false });
    const admin = await openAdministration(t, world, language);
    const look = async (name, page = admin) => {
      await assertAccessible(page, name);
      await assertFitsNarrowScreens(page, name);
      await shoot(page, `registration-${name}-${language}`);
    };
    const address = await invite(admin, world, look);

    const context = await newVisitor(t, language);
    const site = await context.newPage();
    await site.goto(world.lms);
    await site.locator("details.others summary").click();
    await site.getByRole("button", { name: "Site Administrator" }).click();
    await site.goto(`${world.lms}/admin/tools`);
    await site.locator("#url").fill(address);
    await site.getByRole("button", { name: words.add }).click();
    const fresh = site.getByRole("button", { name: words.fresh });
    if (await fresh.count()) {
      await fresh.click();
    }
    const frame = site.frameLocator("#contentframe");
    const agree = frame.locator("form button.primary");
    await agree.waitFor();
    await shoot(site, `registration-approval-${language}`);
    const alone = await context.newPage();
    await alone.goto(site.frames().find((shown) => shown.url().startsWith(address)).url());
    await look("approval-alone", alone);
    await alone.close();
    await agree.click();
    // The page says that it is done, and the platform's own script closes the frame.
    const pending = site.locator(".activities li").filter({ hasText: words.pending });
    await pending.getByRole("button", { name: words.activate }).click();
    await pending.waitFor({ state: "detached" });

    await admin.goto(`${world.tool}/admin/registrations`);
    await admin.getByText(words.waiting).first().waitFor();
    await look("list");
    await admin.locator('.links a[href^="/admin/registrations/"]').first().click();
    await look("waiting");

    // A teacher opens the tool from a course.
    const teacher = await (await newVisitor(t, language)).newPage();
    await enterAs(teacher, world, "Course Teacher");
    await teacher.goto(`${world.lms}/add`);
    await teacher.locator('.activities a[href^="/add/"]').last().click();
    await teacher.locator('button[name="then"][value="open"]').click();
    await teacher.frameLocator("#contentframe").getByRole("heading", { level: 1 }).waitFor();

    await admin.reload();
    assert.equal(await admin.getByText(words.waiting).count(), 0, "the registration is in use");
    await admin.locator('a[href$="/test"]').click();
    await look("test-before");
    await admin.locator('form[action$="/test"] button').click();
    await admin.waitForLoadState();
    await look("test");
    assert.equal(await admin.locator(".checks .state.works").count(), 7, await admin.locator(".checks").innerText());
    assert.match(await admin.locator("main").innerText(), language === "en" ? /This platform: on/ : /Cette plateforme/);

    for (const platform of ["moodle", "openedx", "canvas", "desire2learn", "blackboard", "sakai"]) {
      await admin.goto(`${world.tool}/admin/registrations/paste?platform=${platform}`);
      await look(`paste-${platform}`);
    }
  });
}
