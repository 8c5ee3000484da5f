// Who earns the badge, how often, and for how long it is kept.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openAdministration } from "./support/admin.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { claim, claimButton, claimed, credentialId, download } from "./support/claim.mjs";
import { enterAs, launchAsLearner, openBadge } from "./support/lms.mjs";
import { assertVerdict } from "./support/verify.mjs";
import { openWorld } from "./support/world.mjs";

withChromium();

test("asked twice, from two browsers, a learner has one credential, and it outlives a restart", async (t) => {
  const world = await openWorld(t);
  const { page, tool } = await launchAsLearner(await newVisitor(t), world);
  await claim(tool);
  const id = await credentialId(page, tool);
  const png = await download(page, tool, "png");

  const again = await openBadge(page, world);
  await claimed(again);
  assert.equal(await claimButton(again).count(), 0, "there is nothing to take a second time");
  assert.equal(await credentialId(page, again), id);

  const elsewhere = await (await newVisitor(t)).newPage();
  await enterAs(elsewhere, world, "Learner One");
  const second = await openBadge(elsewhere, world);
  await claimed(second);
  assert.equal(await credentialId(elsewhere, second), id);

  const other = await launchAsLearner(await newVisitor(t), world, { name: "Learner Two" });
  await claim(other.tool);
  assert.notEqual(await credentialId(other.page, other.tool), id, "another learner has another credential");

  await world.stopTool();
  await world.startTool();
  const kept = await openBadge(page, world);
  await claimed(kept);
  assert.equal(await credentialId(page, kept), id);
  await assertVerdict(await newVisitor(t), world, png, "genuine");
  assert.match(await (await openAdministration(t, world)).locator("main").innerText(), /2 badges have been given/);
});

test("a teacher who opens the badge activity sees it and earns nothing", async (t) => {
  const world = await openWorld(t);
  const page = await (await newVisitor(t)).newPage();
  await enterAs(page, world, "Course Teacher");
  const tool = await openBadge(page, world);
  await tool.locator("#preview").click();
  await tool.getByText("you earn nothing by looking").waitFor();
  assert.equal(await claimButton(tool).count(), 0);
  assert.equal(await tool.locator('a[href*="/badge."]').count(), 0);
  assert.match(await (await openAdministration(t, world)).locator("main").innerText(), /No badge has been given yet/);
});
