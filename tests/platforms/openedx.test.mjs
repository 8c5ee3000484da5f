// The same path with Open edX's own LTI code as the platform.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import {
  createBadge,
  createPlacement,
  createRegistration,
  openAdministration,
  pasteRegistration,
} from "../e2e/support/admin.mjs";
import { newVisitor, withChromium } from "../e2e/support/browser.mjs";
import { assertAccessible, assertFitsNarrowScreens } from "../e2e/support/accessibility.mjs";
import { claim, claimButton, download } from "../e2e/support/claim.mjs";
import { Program, freePort } from "../e2e/support/programs.mjs";
import { shoot } from "../e2e/support/screenshots.mjs";
import { assertVerdict } from "../e2e/support/verify.mjs";
import { openTool } from "../e2e/support/world.mjs";

const PYTHON = process.env.BLASON_OPENEDX_PYTHON;
const SERVE = fileURLToPath(new URL("openedx/serve.py", import.meta.url));
const BADGE = { name: "Demo badge", criteria: "Finished the demo course.", description: "For the demo course." };

withChromium();

const skip = PYTHON ? false : "BLASON_OPENEDX_PYTHON is not set";

test("a learner of Open edX takes a badge home, and a stranger reads that it is genuine", { skip }, async (t) => {
  const world = await openTool(t);
  const platform = await startOpenEdx(t, world);
  const { resource_link_id: resourceLink, deployment_id: deployment } = await (
    await fetch(`${platform}/registration`)
  ).json();
  const studio = await (await newVisitor(t)).newPage();
  await studio.goto(`${platform}/studio`);
  const admin = await openAdministration(t, world);
  await createBadge(admin, world, BADGE);
  await pasteRegistration(admin, world, { platform: "openedx", block: await studio.locator("body").innerText() });
  await createPlacement(admin, world, { badge: BADGE.name, registration: "Open edX", deployment, resourceLink });

  const page = await (await newVisitor(t)).newPage();
  await page.goto(`${platform}/course?user=learner-one`);
  const tool = page.frameLocator("iframe");
  await claim(tool);
  const badge = await download(page, tool, "png");
  await assertVerdict(await newVisitor(t), world, badge, "genuine");

  await page.goto(`${platform}/course?user=teacher`);
  await tool.getByText("you earn nothing by looking").waitFor();
  assert.equal(await claimButton(tool).count(), 0);
});

for (const language of ["en", "fr"]) {
  test(`an author of Open edX makes a badge without leaving it, and a learner takes it home (${language})`, { skip }, async (t) => {
    const world = await openTool(t);
    const platform = await startOpenEdx(t, world);
    const { resource_link_id: _block, deployment_id: deployments, ...endpoints } = await (
      await fetch(`${platform}/registration`)
    ).json();
    const admin = await openAdministration(t, world);
    await createRegistration(admin, world, { name: "Open edX", ...endpoints, deployments, teachersMay: "make" });

    const author = await (await newVisitor(t, language)).newPage();
    await author.goto(`${platform}/choose-content?user=teacher`);
    await author.waitForURL(`${world.tool}/choose/*`);
    // The platform says no language, so the browser's counts.
    assert.equal(await author.locator("html").getAttribute("lang"), language);
    await assertPicker(author, `choose-none-${language}`);
    await author.locator('a[href$="/new"]').click();
    await author.locator("#name").fill(BADGE.name);
    await author.locator("#criteria").fill(BADGE.criteria);
    await author.locator("#description").fill(BADGE.description);
    await author.locator('button[value="preview"]').click();
    await author.locator("#seen").waitFor();
    await assertPicker(author, `choose-new-${language}`);
    await author.locator('button[value="save"]').click();
    await author.waitForURL(`${platform}/**`);
    const { items } = await (await fetch(`${platform}/content-items`)).json();
    assert.deepEqual(items.map(({ url, title }) => [url, title]), [[`${world.tool}/lti/launch`, BADGE.name]]);

    // Nothing is given before somebody has looked who would get it.
    const teacher = await (await newVisitor(t, language)).newPage();
    await teacher.goto(`${platform}/course?user=teacher`);
    const managed = teacher.frameLocator("iframe");
    await managed.locator("#continue").waitFor();
    await assertPicker(teacher, `manage-off-${language}`);
    await managed.locator("#continue").click();
    await managed.locator("#turn-on").waitFor();
    await assertPicker(teacher, `manage-confirm-${language}`);
    await managed.locator("#turn-on").click();
    await managed.locator("#turn-off").waitFor();

    const learner = await (await newVisitor(t, language)).newPage();
    await learner.goto(`${platform}/course?user=learner-one`);
    const tool = learner.frameLocator("iframe");
    await claim(tool, language);
    const badge = await download(learner, tool, "png");
    await assertVerdict(await newVisitor(t, language), world, badge, "genuine", language);

    // The next author finds the badge; a newer choice takes the place of the first.
    await author.goto(`${platform}/choose-content?user=teacher`);
    await author.getByRole("heading", { level: 3, name: BADGE.name }).waitFor();
    await assertPicker(author, `choose-${language}`);
    await author.locator("form button.primary").click();
    await author.waitForURL(`${platform}/**`);
  });
}

test("an author of Open edX sees the whole roster, page after page, and a badge becomes a score in the grade book", { skip }, async (t) => {
  const world = await openTool(t);
  const platform = await startOpenEdx(t, world, ["--members-per-page", "2"]);
  const { resource_link_id: resourceLink, deployment_id: deployment, ...endpoints } = await (
    await fetch(`${platform}/registration`)
  ).json();
  const admin = await openAdministration(t, world);
  await createBadge(admin, world, BADGE);
  await createRegistration(admin, world, { name: "Open edX", ...endpoints, deployments: deployment, teachersMay: "choose" });
  await createPlacement(admin, world, { badge: BADGE.name, registration: "Open edX", deployment, resourceLink });

  const teacher = await (await newVisitor(t)).newPage();
  await teacher.goto(`${platform}/course?user=teacher`);
  const managed = teacher.frameLocator("iframe");
  await managed.locator("#rule-opening").uncheck();
  await managed.locator("#rule-gated-roster").check();
  await managed.locator("#send_score").check();
  await managed.locator("#save").click();
  // Open edX knows no roster of those who may open a link, so all learners are on it: both, of two pages.
  await managed.getByText("Everyone in the course (2) would get it").waitFor();
  await managed.locator("#continue").click();
  await managed.locator("#turn-on").click();
  await managed.locator("#turn-off").waitFor();

  const learner = await (await newVisitor(t)).newPage();
  await learner.goto(`${platform}/course?user=learner-one`);
  await claim(learner.frameLocator("iframe"));
  const grades = await eventually(async () => {
    const { grades } = await (await fetch(`${platform}/gradebook`)).json();
    return grades.length > 0 ? grades : undefined;
  });
  assert.deepEqual(
    grades.map(({ user, score, max }) => ({ user, score, max })),
    [{ user: "learner-one", score: 1, max: 1 }],
  );
});

/** What `read` answers once it answers something: the server sends scores in rounds, some seconds apart. */
async function eventually(read, { tries = 120 } = {}) {
  for (let n = 0; n < tries; n += 1) {
    const found = await read();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  assert.fail("it did not happen within a minute");
}

/** What has to hold for every page on which content is chosen. */
async function assertPicker(page, name) {
  await assertAccessible(page, name);
  await assertFitsNarrowScreens(page, name);
  await shoot(page, name);
}

/** Open edX's LTI code as a platform of its own; its address. */
async function startOpenEdx(t, world, more = []) {
  const listen = `127.0.0.1:${await freePort()}`;
  const program = new Program(PYTHON, ["-B", SERVE, "--listen", listen, "--tool", world.tool, ...more]);
  t.after(async () => {
    await program.stop();
    if (!t.passed) {
      t.diagnostic(`openedx: ${program.log}`);
    }
  });
  await program.ready(`http://${listen}/healthz`);
  return `http://${listen}`;
}
