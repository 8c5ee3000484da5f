// The whole path: a learner finishes a course, takes a badge home, and a stranger checks it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newVisitor, withChromium } from "./support/browser.mjs";
import { claim, download } from "./support/claim.mjs";
import { enterAs, finishCourse, openBadge } from "./support/lms.mjs";
import { bakedText } from "./support/png.mjs";
import { outside, watchRequests } from "./support/requests.mjs";
import { assertState, assertVerdict, drop, openVerifier } from "./support/verify.mjs";
import { openWorld } from "./support/world.mjs";

withChromium();

for (const language of ["en", "fr"]) {
  test(`a learner finishes, takes a badge, and a stranger reads that it is genuine (${language})`, async (t) => {
    const world = await openWorld(t);
    const learner = await newVisitor(t, language);
    const page = await learner.newPage();

    await enterAs(page, world, "Learner One");
    const closed = await page.goto(`${world.lms}/badge`);
    assert.equal(closed.status(), 403, "the badge is closed before the course is done");
    assert.equal(await page.locator("iframe").count(), 0);
    await page.goto(`${world.lms}/launch`);
    assert.equal(page.url(), `${world.lms}/badge`, "and no launch starts");

    await page.goto(`${world.lms}/course`);
    await finishCourse(page, world, language);
    const tool = await openBadge(page, world);
    await claim(tool, language);
    const png = await download(page, tool, "png");
    const svg = await download(page, tool, "svg");
    const json = await download(page, tool, "json");
    assert.deepEqual(JSON.parse(bakedText(png.buffer)), JSON.parse(json.buffer.toString("utf8")));

    const stranger = await newVisitor(t, language);
    const requests = watchRequests(stranger);
    const verifier = await openVerifier(stranger, world);
    assert.ok(requests().length > 0);
    assert.deepEqual(outside(requests(), world.tool), [], "the page speaks to no other host before a file is dropped");
    const before = requests().length;
    await drop(verifier, png);
    await assertState(verifier, "genuine", language);
    const asked = requests().slice(before).map((url) => new URL(url).pathname);
    assert.ok(asked.length > 0 && asked.every((path) => path.endsWith("/did.json")), `only the issuer's key is asked for: ${asked}`);

    for (const file of [png, svg, json]) {
      await assertVerdict(stranger, world, file, "genuine", language);
    }
  });
}

test("a learner may take the badge without a name and without an address", async (t) => {
  const world = await openWorld(t);
  const learner = await newVisitor(t);
  const page = await learner.newPage();
  await enterAs(page, world, "Learner One");
  await finishCourse(page, world);
  const tool = await openBadge(page, world);
  await tool.locator('input[name="name"][value="none"]').check();
  await tool.locator('input[name="proof"][value="none"]').check();
  await claim(tool);
  const { name, buffer } = await download(page, tool, "json");
  const text = buffer.toString("utf8");
  assert.ok(!text.includes("Learner One"), "the name is not in the file");
  assert.equal(JSON.parse(text).credentialSubject.identifier, undefined, "nothing ties the file to an address");
  await assertVerdict(await newVisitor(t), world, { name, buffer }, "genuine");
});

test("a learner of whom the LMS tells neither name nor address takes a badge that is genuine", async (t) => {
  const world = await openWorld(t);
  const page = await (await newVisitor(t)).newPage();
  await enterAs(page, world, "Learner One");
  await finishCourse(page, world);
  const tool = await openBadge(page, world, "?privacy=minimal");
  await tool.getByText("This badge will name nobody").waitFor();
  await claim(tool);
  await assertVerdict(await newVisitor(t), world, await download(page, tool, "png"), "genuine");
});
