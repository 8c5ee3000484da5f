// From an empty server to a badge in a learner's hands, by the forms of the administration page alone.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { createBadge, createPlacement, createRegistration, demoRegistration, openAdministration } from "./support/admin.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { claim, download } from "./support/claim.mjs";
import { launchAsLearner } from "./support/lms.mjs";
import { shoot } from "./support/screenshots.mjs";
import { assertVerdict } from "./support/verify.mjs";
import { openWorld } from "./support/world.mjs";

withChromium();

const BADGES = {
  en: {
    name: "Careful with fire & <light>",
    criteria: "- keeps unknown materials out of the machine\n- stays until the cut is **finished**",
    description: "For people who have cut their first sheet.",
  },
  fr: {
    name: "Prudence avec le feu & la <lumière>",
    criteria: "- ne met pas de matière inconnue dans la machine\n- reste jusqu’à la **fin** de la découpe",
    description: "Pour qui a découpé sa première plaque.",
  },
};

for (const language of ["en", "fr"]) {
  test(`an administrator makes a badge by the forms, and a learner earns it (${language})`, async (t) => {
    const world = await openWorld(t, { connected: false });
    const badge = BADGES[language];
    const link = world.adminLink();
    const page = await openAdministration(t, world, language);
    const look = async (name) => {
      await assertAccessible(page, name);
      await assertFitsNarrowScreens(page, name);
      await shoot(page, `admin-${name}-${language}`);
    };
    await look("overview");
    for (const name of ["organisation", "organisations", "audit", "registrations", "registrations/new", "badges", "badges/new", "placements", "outbox"]) {
      await page.goto(`${world.tool}/admin/${name}`);
      await look(`${name.replace("/", "-")}-empty`);
    }

    await createBadge(page, world, badge);
    await look("badge");
    await createRegistration(page, world, demoRegistration(world, "Demo LMS"));
    await createPlacement(page, world, {
      badge: badge.name,
      registration: "Demo LMS",
      deployment: "1",
      resourceLink: "badge-1",
    });
    await look("placements");
    await page.goto(`${world.tool}/admin/registrations`);
    await page.locator("ul.links a").first().click();
    await page.locator('a[href$="/completion"]').click();
    await look("completion");
    await page.locator('button[value="renew"]').click();
    await page.locator("code.copy").waitFor();
    await look("completion-secret");
    await page.goto(`${world.tool}/admin/organisation`);
    await page.locator("#holder").fill("Learner One");
    await page.locator('form[action$="/link"] button').click();
    await page.locator("code.copy").waitFor();
    await look("link");
    await page.goto(`${world.tool}/admin/audit`);
    assert.ok((await page.locator("tbody tr").count()) >= 4, "what was done stands in the trail");
    await look("audit");

    const learner = await launchAsLearner(await newVisitor(t, language), world, { language });
    await learner.tool.getByRole("heading", { level: 1, name: badge.name }).waitFor();
    await claim(learner.tool, language);
    const file = await download(learner.page, learner.tool, "png");
    const verifier = await assertVerdict(await newVisitor(t, language), world, file, "genuine", language);
    await verifier.locator("open-badge-verifier").getByText(badge.name).first().waitFor();

    const late = await (await newVisitor(t, language)).newPage();
    await late.goto(link);
    await late.locator('form[action="/admin/enter"] button').click();
    await late.getByText("blason keys admin-link").waitFor();
    await late.goto(`${world.tool}/admin`);
    assert.equal(await late.locator('a[href="/admin/badges"]').count(), 0, "a used link opens nothing");
  });
}
