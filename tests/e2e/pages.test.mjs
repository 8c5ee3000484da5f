// Every page of the tool that people see: axe, a narrow screen, both languages, and a picture to look at.

import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { claim, claimButton, download } from "./support/claim.mjs";
import { enterAs, launchAsLearner, openBadge } from "./support/lms.mjs";
import { rebake } from "./support/png.mjs";
import { shoot } from "./support/screenshots.mjs";
import { assertVerdict, choose, assertState, openVerifier } from "./support/verify.mjs";
import { openWorld } from "./support/world.mjs";

withChromium();

for (const language of ["en", "fr"]) {
  test(`every page of the tool is accessible and fits a narrow screen (${language})`, async (t) => {
    const world = await openWorld(t);
    const look = async (page, name) => {
      await assertAccessible(page, name);
      await assertFitsNarrowScreens(page, name);
      await shoot(page, `${name}-${language}`);
    };

    const context = await newVisitor(t, language);
    const { page, tool } = await launchAsLearner(context, world, { language });
    await claimButton(tool, language).waitFor();
    await look(page, "claim");
    await claim(tool, language);
    await look(page, "claimed");
    const badge = await download(page, tool, "png");
    const json = JSON.parse((await download(page, tool, "json")).buffer.toString("utf8"));
    await tool.locator('button[name="share"][value="yes"]').click();
    const shared = tool.locator('#sharing a[href*="/b/"]');
    const sharedUrl = await shared.getAttribute("href");

    const teacher = await (await newVisitor(t, language)).newPage();
    await enterAs(teacher, world, "Course Teacher");
    const managed = await openBadge(teacher, world);
    await managed.locator("#status").waitFor();
    await look(teacher, "manage-on");
    await managed.locator("#preview").click();
    await managed.locator('[role="note"]').waitFor();
    await look(teacher, "preview");

    const stranger = await newVisitor(t, language);
    const visit = await stranger.newPage();
    const addresses = {
      landing: world.tool,
      missing: `${world.tool}/nowhere`,
      "badge-page": json.credentialSubject.achievement.id,
      shared: sharedUrl,
    };
    for (const [name, address] of Object.entries(addresses)) {
      await visit.goto(address);
      await look(visit, name);
    }
    await look(await openVerifier(stranger, world), "verify");
    const forged = { name: "forged.png", buffer: rebake(badge.buffer, (text) => text.replace(/"name":"./, '"name":"X')) };
    const screenshot = { name: "screenshot.png", buffer: await page.screenshot() };
    for (const [state, file] of Object.entries({ genuine: badge, invalid: forged, none: screenshot })) {
      await look(await assertVerdict(stranger, world, file, state, language), `verify-${state}`);
    }
    const offline = await openVerifier(stranger, world);
    await world.stopTool();
    await choose(offline, badge);
    await assertState(offline, "unchecked", language);
    await look(offline, "verify-unchecked");
  });
}
