// The five steps of a course designer, from "add an activity" to "badge issued", without leaving the LMS.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { claim, claimed, download } from "./support/claim.mjs";
import { Stopwatch, addBadge } from "./support/designer.mjs";
import { enterAs, enterByNumber, finishCourse, setProgress } from "./support/lms.mjs";
import { assertVerdict } from "./support/verify.mjs";
import { openWorld } from "./support/world.mjs";

withChromium();

/** The issue's own limits for a new badge. */
const MAX_CLICKS = 12;
const MAX_SECONDS = 120;

/** How long the background work may take on a busy machine. */
const ISSUED_WITHIN_MS = 60_000;

/** A course of 12 learners, whose assistant is no learner to anybody: numbers that can be read at a glance. */
const COURSE = ["--control", "--learners", "12", "--quirk", "assistant-as-learner=off"];

for (const language of ["en", "fr"]) {
  test(`a designer makes a badge, looks before, turns it on, and a learner claims it (${language})`, async (t) => {
    const world = await openWorld(t, { lms: COURSE });
    await setProgress(world, ["learner-3", "learner-4", "learner-5"], ["quiz"]);
    const page = await (await newVisitor(t, language)).newPage();
    await enterAs(page, world, "Course Teacher");

    const watch = new Stopwatch(page, `designer-${language}`, { documented: true });
    const tool = await addBadge(page, watch, language);
    await assertCount(tool, 3, 12);
    await assertAccessible(page, "look before");
    await assertFitsNarrowScreens(page, "look before");
    await watch.screen("look-before");
    const [file] = await Promise.all([page.waitForEvent("download"), watch.click(tool.locator("#try"))]);
    await watch.click(tool.locator("#continue"));
    await tool.locator("#turn-on").waitFor();
    await assertCount(tool, 3, 12);
    await watch.screen("turn-on");
    await watch.click(tool.locator("#turn-on"));
    await tool.locator("#turn-off").waitFor();
    await watch.screen("on");
    assertQuick(t, watch, language);

    const tried = { name: file.suggestedFilename(), buffer: await readFile(await file.path()) };
    await assertVerdict(await newVisitor(t, language), world, tried, "invalid", language);

    const learner = await (await newVisitor(t, language)).newPage();
    await enterAs(learner, world, "Learner One");
    const closed = await learner.goto(`${world.lms}/badge/badge-2`);
    assert.equal(closed.status(), 403, "closed before the quiz is passed");
    await learner.goto(`${world.lms}/course`);
    await finishCourse(learner, world, language);
    await learner.goto(`${world.lms}/badge/badge-2`);
    const theirs = learner.frameLocator("#contentframe");
    await claim(theirs, language);
    const badge = await download(learner, theirs, "png");
    await assertVerdict(await newVisitor(t, language), world, badge, "genuine", language);
  });

  test(`a badge is issued by itself to those who meet the condition, before they open anything (${language})`, async (t) => {
    const world = await openWorld(t, { lms: COURSE, server: ["--background-seconds", "1"] });
    await setProgress(world, ["learner-3", "learner-4", "learner-5"], ["quiz"]);
    const page = await (await newVisitor(t, language)).newPage();
    await enterAs(page, world, "Course Teacher");

    const watch = new Stopwatch(page, `designer-automatic-${language}`);
    const tool = await addBadge(page, watch, language);
    await assertCount(tool, 3, 12);
    await watch.click(tool.locator("#mode-automatic"));
    await watch.click(tool.locator("#continue"));
    await tool.locator("#turn-on").waitFor();
    await assertCount(tool, 3, 12);
    await watch.screen("turn-on");
    await watch.click(tool.locator("#turn-on"));
    await tool.locator("#turn-off").waitFor();
    assertQuick(t, watch, language);
    assert.deepEqual(await followUp(page, tool, 3), { qualified: 3, given: 3 });
    await watch.screen("issued");

    const learner = await (await newVisitor(t, language)).newPage();
    await enterByNumber(learner, world, 3);
    await learner.goto(`${world.lms}/badge/badge-2`);
    const theirs = learner.frameLocator("#contentframe");
    await claimed(theirs, language);
    const badge = await download(learner, theirs, "json");
    assert.ok(!badge.buffer.toString("utf8").includes("Learner 3"), "nobody asked whether their name may go in");
    await assertVerdict(await newVisitor(t, language), world, badge, "genuine", language);
  });
}

/**
 * How many qualified and how many were given the badge, as the follow-up says it. The server issues badges in the
 * background: the page is loaded again until it says that as many were given one as `expected`, within a bound.
 */
async function followUp(page, tool, expected) {
  const deadline = Date.now() + ISSUED_WITHIN_MS;
  for (;;) {
    await page.reload();
    await tool.locator("#turn-off").waitFor();
    const [qualified, given] = (await tool.locator("dl.counts dd").allInnerTexts()).map(Number);
    if (given >= expected || Date.now() > deadline) {
      return { qualified, given };
    }
  }
}

/** Asserts that a designer needs no more clicks and no more time than a new badge may take. */
function assertQuick(t, watch, language) {
  t.diagnostic(`${language}: ${watch}`);
  assert.ok(watch.clicks <= MAX_CLICKS && watch.seconds <= MAX_SECONDS, `${watch}`);
}

/** Asserts how many learners meet the condition, of how many: the two numbers of the sentence. */
async function assertCount(tool, met, learners) {
  const sentence = await tool.locator("#count").innerText();
  assert.deepEqual(sentence.match(/\d+/g)?.map(Number), [met, learners], sentence);
}
