// Every example page, opened as a visitor opens it: what its badges say, whom it asks, axe, a narrow screen, a picture.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { outside, watchRequests } from "./support/requests.mjs";
import { shoot } from "./support/screenshots.mjs";
import { PAGES, openExamples } from "./support/site.mjs";

withChromium();

/** Each page, and the states of its badges from the first to the last, once a visitor has seen them all. */
const EXAMPLES = {
  index: { path: "/", states: [] },
  "cv-en": { path: "/cv/", states: ["genuine", "genuine", "caution"] },
  "cv-fr": { path: "/cv/fr.html", states: ["genuine", "genuine", "caution"] },
  profile: { path: "/profile/", states: ["idle", "idle", "idle", "idle"] },
  "course-fr": { path: "/course/", states: ["genuine", "genuine", "genuine", "genuine", "genuine", "caution"] },
  employer: { path: "/employer/", states: [] },
  static: { path: "/static/", states: ["genuine"] },
  react: { path: "/frameworks/react/", states: ["genuine", "genuine", "caution"] },
  "vue-fr": { path: "/frameworks/vue/", states: ["genuine", "genuine", "genuine"] },
};

async function open(t, path) {
  const site = await openExamples(t);
  const context = await newVisitor(t, path.includes("fr") ? "fr" : "en");
  const requests = watchRequests(context);
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(site.url + path);
  return { page, site, requests, problems };
}

/** Shows every badge of the page once, and gives the states back when none is under way. */
async function settled(page, states) {
  await page.waitForFunction((count) => document.querySelectorAll("open-badge").length === count, states.length);
  for (let number = 0; number < states.length; number += 1) {
    await page.locator("open-badge").nth(number).scrollIntoViewIfNeeded();
    await page.locator(`open-badge >> nth=${number}`).and(page.locator(`[state="${states[number]}"]`)).waitFor();
  }
  return page.evaluate(() => [...document.querySelectorAll("open-badge")].map(({ state }) => state));
}

for (const [name, { path, states }] of Object.entries(EXAMPLES)) {
  test(`the example "${name}" shows its badges, asks nobody else, is accessible and fits a narrow screen`, async (t) => {
    const { page, site, requests, problems } = await open(t, path);
    assert.deepEqual(await settled(page, states), states);
    await assertAccessible(page, name);
    await assertFitsNarrowScreens(page, name);
    await page.evaluate(() => window.scrollTo(0, 0));
    await shoot(page, `example-${name}`);
    assert.deepEqual(outside(requests(), site.url), []);
    assert.deepEqual(problems, [], "its policy permits all that it does");
  });
}

test("the index links every example", async (t) => {
  const { page, site } = await open(t, "/");
  const links = await page.getByRole("link").evaluateAll((links) => links.map(({ href }) => new URL(href).pathname));
  const paths = Object.values(EXAMPLES).map(({ path }) => path);
  assert.deepEqual(links.sort(), paths.filter((path) => path !== "/").sort());
  for (const link of links) assert.equal((await fetch(site.url + link)).status, 200, link);
});

test("on the profile, one button checks all, and a changed badge is told from the others", async (t) => {
  const { page, requests } = await open(t, "/profile/");
  assert.equal(requests().some((url) => url.endsWith(".svg")), false, "no badge is read before somebody asks");
  await page.getByRole("button", { name: "Check these badges" }).click();
  await settled(page, ["genuine", "genuine", "genuine", "invalid"]);
  await page.getByText("Checked at").waitFor();
  await shoot(page, "example-profile-checked");
});

test("on the employer's desk, several files become a table", async (t) => {
  const { page } = await open(t, "/employer/");
  const names = ["laser-1.svg", "first-aid.svg", "changed.svg", "no-badge.svg"];
  const files = await Promise.all(names.map(async (name) => ({ name, mimeType: "image/svg+xml", buffer: await readFile(join(PAGES, "badges", name)) })));
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("open-badge-verifier #choose").click()]);
  await chooser.setFiles(files);
  await page.getByRole("row").nth(names.length).waitFor();
  await page.getByRole("cell", { name: "Not valid" }).waitFor();
  const words = ["Genuine and still good", "Genuine, but read this first", "Not valid"];
  for (const word of words) assert.equal(await page.getByRole("cell", { name: word }).count(), 1, word);
  await shoot(page, "example-employer-checked");
});

test("the course says which of its issuers are vouched for, and nothing against the others", async (t) => {
  const { page } = await open(t, "/course/");
  const states = EXAMPLES["course-fr"].states;
  await settled(page, states);
  const trust = await page.evaluate(() =>
    [...document.querySelectorAll("open-badge")].map(({ result }) => result.checks.find(({ id }) => id === "trust").code),
  );
  const [listed, unknown] = ["issuer-listed", "issuer-unknown"];
  assert.deepEqual(trust, [listed, listed, listed, listed, unknown, unknown]);
});

for (const framework of ["react", "vue"]) {
  test(`in ${framework}, the element's events reach the page`, async (t) => {
    const { page } = await open(t, `/frameworks/${framework}/`);
    await settled(page, EXAMPLES[framework === "vue" ? "vue-fr" : framework].states);
    const good = EXAMPLES[framework === "vue" ? "vue-fr" : framework].states.filter((state) => state === "genuine").length;
    await page.locator("#count").getByText(String(good)).first().waitFor();
  });
}
