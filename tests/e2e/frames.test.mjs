// The tool inside another site's page, where browsers keep ordinary cookies back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newVisitor, withChromium } from "./support/browser.mjs";
import { claim, claimed, download } from "./support/claim.mjs";
import { openBadgeInFirefox, openFirefox, press, readable } from "./support/firefox.mjs";
import { launchAsLearner } from "./support/lms.mjs";
import { assertVerdict } from "./support/verify.mjs";
import { openWorld } from "./support/world.mjs";

withChromium();

test("a launch works in the frame of another site, with cookies that belong to that frame alone", async (t) => {
  // The LMS is on 127.0.0.1: for a browser, localhost is another site.
  const world = await openWorld(t, { toolHost: "localhost" });
  const context = await newVisitor(t);
  const { page, tool } = await launchAsLearner(context, world);
  await claim(tool);
  const cookies = (await context.cookies()).filter(({ domain }) => domain === "localhost");
  assert.ok(cookies.length > 0, "the tool keeps its session in a cookie");
  for (const { name, secure, httpOnly, sameSite, partitionKey } of cookies) {
    assert.deepEqual({ name, secure, httpOnly, sameSite }, { name, secure: true, httpOnly: true, sameSite: "None" });
    assert.equal(partitionKey, "http://127.0.0.1", `${name} belongs to the frame in this LMS`);
  }
  const file = await download(page, tool, "png");
  await assertVerdict(await newVisitor(t), world, file, "genuine");

  const [window] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "Open in a new window" }).click(),
  ]);
  await claimed(window);
});

test("Firefox, which keeps other sites' cookies apart, opens the launch in the frame", async (t) => {
  const world = await openWorld(t, { toolHost: "localhost" });
  const page = await openFirefox(t);
  const tool = await openBadgeInFirefox(page, world);
  await press(tool, "Get my badge");
  await readable(tool, "This badge is yours");
});
