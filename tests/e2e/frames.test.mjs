// The tool inside another site's page, where browsers keep ordinary cookies back. A launch knows its browser by a cookie
// that belongs to the frame, by what the LMS keeps in its place, or in a window of its own; each way is forced once, in
// each browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { claim, claimed, download } from "./support/claim.mjs";
import { openBadgeInFirefox, openFirefox, press, readable, windowOpened } from "./support/firefox.mjs";
import { enterAs, finishCourse, launchAsLearner, openBadge } from "./support/lms.mjs";
import { watchRequests } from "./support/requests.mjs";
import { shoot } from "./support/screenshots.mjs";
import { assertVerdict } from "./support/verify.mjs";
import { openWorld } from "./support/world.mjs";

withChromium();

/** The LMS is on 127.0.0.1: for a browser, localhost is another site. */
const ELSEWHERE = { toolHost: "localhost" };

/** A proxy before the tool takes its cookies away in frames, so that only the other two ways are left. */
const WITHOUT_COOKIES = { ...ELSEWHERE, cookiesInFrames: false };

test("a launch works in the frame of another site, with cookies that belong to that frame alone", async (t) => {
  const world = await openWorld(t, ELSEWHERE);
  const context = await newVisitor(t);
  const { page, tool } = await launchAsLearner(context, world);
  await claim(tool);
  await assertCookiesAreBlocked(page.frame({ url: /\/claim\// }));
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
  const world = await openWorld(t, ELSEWHERE);
  const page = await openFirefox(t);
  const tool = await openBadgeInFirefox(page, world);
  await press(tool, "Get my badge");
  await readable(tool, "This badge is yours");
});

for (const storage of ["parent", "frame"]) {
  test(`a launch works in a frame without any cookie, by what the LMS's ${storage} page keeps`, async (t) => {
    const world = await openWorld(t, WITHOUT_COOKIES);
    const context = await newVisitor(t);
    const requests = watchRequests(context);
    const { page, tool } = await openAsLearner(context, world, `?storage=${storage}`);
    const session = page.waitForResponse(`${world.tool}/lti/launch/stored`).then((response) => response.json());
    await claim(tool);
    const { buffer } = await download(page, tool, "json");
    assert.match(buffer.toString("utf8"), /"type":\s*\["VerifiableCredential"/);
    assert.deepEqual((await context.cookies()).filter(({ domain }) => domain === "localhost"), []);
    const { session: secret } = await session;
    assert.match(secret, /^[\w-]{43}$/);
    assert.deepEqual(requests().filter((url) => url.includes(secret)), [], "the session is in no address");
    await tool.locator('button[name="share"][value="yes"]').click();
    await tool.locator('#sharing a[href*="/b/"]').waitFor();
    await assertAccessible(page, "a page fetched into the frame");
  });
}

test("Firefox opens a launch without any cookie, by what the LMS's page keeps", async (t) => {
  const world = await openWorld(t, WITHOUT_COOKIES);
  const page = await openFirefox(t);
  const tool = await openBadgeInFirefox(page, world, "?storage=parent");
  await press(tool, "Get my badge");
  await readable(tool, "This badge is yours");
});

for (const [name, query] of [["offers no storage", ""], ["does not answer", "?storage=silent"]]) {
  test(`an LMS that ${name} is asked nothing before a window of its own keeps the cookie`, async (t) => {
    for (const language of ["en", "fr"]) {
      const world = await openWorld(t, WITHOUT_COOKIES);
      const context = await newVisitor(t, language);
      const { page, tool } = await openAsLearner(context, world, query, language);
      const link = tool.getByRole("link", { name: /Open in a new window|Ouvrir dans une nouvelle fenêtre/ });
      await link.waitFor();
      await assertAccessible(page, `window ${language}`);
      await assertFitsNarrowScreens(page, `window ${language}`);
      await shoot(page, `window-${language}`);
      // The LMS's hint is good for one use, and the window has it still.
      const [window] = await Promise.all([page.waitForEvent("popup"), link.click()]);
      await claim(window, language);
    }
  });
}

test("Firefox opens a launch without any cookie in a window of its own", async (t) => {
  const world = await openWorld(t, WITHOUT_COOKIES);
  const page = await openFirefox(t);
  const tool = await openBadgeInFirefox(page, world);
  const window = await windowOpened(page, () => press(tool, "Open in a new window"));
  await press(window, "Get my badge");
  await readable(window, "This badge is yours");
});

/** The badge activity as `query` asks the LMS for it, opened by a learner who did the course. */
async function openAsLearner(context, world, query, language = "en") {
  const page = await context.newPage();
  await enterAs(page, world, "Learner One");
  await finishCourse(page, world, language);
  return { page, tool: await openBadge(page, world, query) };
}

/** Asserts that an ordinary cookie of another site is not kept in this frame. */
async function assertCookiesAreBlocked(frame) {
  const kept = await frame.evaluate(() => {
    document.cookie = "ordinary=1; SameSite=None; Secure";
    return document.cookie;
  });
  assert.equal(kept, "", "this browser blocks third-party cookies");
}
