// The verification page without a pointer: from the first key to a printed result, and back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { asChosen } from "./support/claim.mjs";
import { withChromium } from "./support/browser.mjs";
import { answerOf, openChecker, openPageSite, words } from "./support/checker.mjs";
import { ROWS } from "./support/states.mjs";

withChromium();

test("somebody without a pointer gets from the first key to a printed result, and to the next badge", async (t) => {
  const site = await openPageSite(t);
  const { page, web } = await openChecker(t, site);
  await page.evaluate(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));

  assert.deepEqual(await tabThrough(page, 10), [
    "Français",
    "English",
    "Deutsch",
    "Español",
    "Italiano",
    "Português",
    "Choose a file",
    "Paste a link or code",
    "Scan a QR code",
    "Choose a whole folder",
  ]);

  // The driver takes a moment to stand in for the system's dialog, and the way back to the button gives it that.
  const choosing = page.waitForEvent("filechooser");
  await focus(page, "Choose a file", "Shift+Tab");
  const row = ROWS["given to the person who was typed, in small letters"];
  row.prepare(web);
  await page.keyboard.press("Enter");
  const chooser = await choosing;
  await chooser.setFiles(asChosen({ name: "badge.png", buffer: row.file }));
  await page.getByRole("heading", { level: 2 }).waitFor();
  assert.equal(await focused(page), "Genuine and still good", "reading begins at the answer");

  assert.deepEqual(await tabThrough(page, 5), ["Their e-mail address or name", "Compare", "What was checked", "Print this result", "Save as text"]);
  await focus(page, "Their e-mail address or name", "Shift+Tab");
  await page.keyboard.type("Learner@Example.org");
  await page.keyboard.press("Enter");
  const status = page.locator("[role=status]");
  await status.filter({ hasText: "It matches once the address is written in small letters." }).waitFor();
  assert.equal(await focused(page), "Their e-mail address or name", "the focus stays where one typed");

  await focus(page, "What was checked");
  // A remark opened it: the match was not of the address as it was typed.
  const checks = page.locator("[part=checks]");
  assert.equal(await checks.evaluate((details) => details.open), true);
  await page.keyboard.press("Enter");
  assert.equal(await checks.evaluate((details) => details.open), false);
  await page.keyboard.press("Space");
  assert.equal(await checks.evaluate((details) => details.open), true);

  await focus(page, "Print this result");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => window.printed), 1);

  await focus(page, "Check another");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Choose a file" }).waitFor();
  assert.equal(await focused(page), "Choose a file");
  assert.equal(await page.locator("open-badge-verifier").getAttribute("state"), "idle");
});

test("Escape stops a check, says so, and leads back to the beginning", async (t) => {
  const site = await openPageSite(t);
  const { page, web } = await openChecker(t, site);
  const row = ROWS["the list's address is slower than ten seconds"];
  row.prepare(web);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#choose").press("Enter")]);
  const asked = page.waitForRequest(row.waits);
  await chooser.setFiles(asChosen({ name: "badge.png", buffer: row.file }));
  await asked;
  // A screen reader hears of it once it lasts.
  assert.equal(await page.locator("[role=status]").innerText(), "");
  await page.clock.fastForward(1_000);
  await page.locator("[role=status]").filter({ hasText: "Checking…" }).waitFor();

  await page.keyboard.press("Escape");
  await page.getByRole("alert").filter({ hasText: "Stopped. Nothing was decided about this badge." }).waitFor();
  assert.equal(await focused(page), "Choose a file");
  assert.equal(await page.getByRole("heading", { level: 2 }).count(), 0);
});

test("what is wrong with a field is said at the field, and what was typed stays", async (t) => {
  const site = await openPageSite(t);
  const { page } = await openChecker(t, site);
  await page.locator("#paste").press("Enter");
  const field = page.getByRole("textbox", { name: "The link to a badge, or its text" });
  await page.getByRole("button", { name: "Check", exact: true }).press("Enter");
  const empty = "Paste the link or the text of a badge first.";
  await page.getByRole("alert").filter({ hasText: empty }).waitFor();
  assert.equal(await focused(page), "The link to a badge, or its text");
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.ok((await described(field)).includes(empty));

  await field.fill("https://badges.example/nothing-here");
  await page.getByRole("button", { name: "Check", exact: true }).press("Enter");
  await page.getByRole("alert").filter({ hasText: words("badges.example answered with error 404. Check the link, or ask the person for the file.") }).waitFor();
  assert.equal(await field.inputValue(), "https://badges.example/nothing-here");
  assert.equal(await field.getAttribute("aria-invalid"), "true");
});

test("a list of files is read and left with keys, and the focus comes back to its row", async (t) => {
  const site = await openPageSite(t);
  const { page, web } = await openChecker(t, site);
  ROWS.expired.prepare(web);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#choose").press("Enter")]);
  const names = { "one.png": "expired", "two.png": "changed after it was signed", "three.png": "a screenshot" };
  await chooser.setFiles(Object.entries(names).map(([name, row]) => asChosen({ name, buffer: ROWS[row].file })));
  await page.getByRole("heading", { level: 2, name: words("3 files checked") }).waitFor();
  assert.equal(await focused(page), "3 files checked");
  assert.deepEqual(await tabThrough(page, 3), ["Show one.png", "Show two.png", "Show three.png"]);

  await focus(page, "Show two.png", "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name: "Not valid" }).waitFor();
  assert.equal((await answerOf(page)).state, "invalid");
  await focus(page, "Back to the list");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name: words("3 files checked") }).waitFor();
  assert.equal(await focused(page), "Show two.png");
});

/** The name of what has the focus, wherever it is. */
function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const named = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
    return named.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
  });
}

/** The names of what the next presses of Tab lead to. */
async function tabThrough(page, count) {
  const names = [];
  for (let press = 0; press < count; press += 1) {
    await page.keyboard.press("Tab");
    names.push(await focused(page));
  }
  return names;
}

/** Goes on with Tab, or back with Shift+Tab, until `name` has the focus. */
async function focus(page, name, key = "Tab") {
  for (let press = 0; press < 25; press += 1) {
    if ((await focused(page)) === name) {
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to “${name}”; the focus is on “${await focused(page)}”`);
}

/** What a screen reader reads with the field. */
function described(field) {
  return field.evaluate((element) =>
    element.getAttribute("aria-describedby").split(" ").map((id) => element.getRootNode().getElementById(id).textContent).join(" "),
  );
}
