// A QR code held before the camera of the verification page.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";

import { assertAccessible } from "./support/accessibility.mjs";
import { withChromium } from "./support/browser.mjs";
import { filmCode, withFilm } from "./support/camera.mjs";
import { openChecker, openPageSite, words } from "./support/checker.mjs";
import { Issuer } from "./support/issuer.mjs";
import { shoot } from "./support/screenshots.mjs";
import { ROWS } from "./support/states.mjs";

const issuer = new Issuer();
const LINK = `https://${issuer.host}/badge.jwt`;

const folder = await mkdtemp(join(tmpdir(), "blason-camera-"));
const film = join(folder, "code.y4m");
before(() => filmCode(film, LINK));
withChromium(withFilm(film));

test("a code is read on this device, and where it leads is for the reader to see first", async (t) => {
  t.after(() => rm(folder, { recursive: true, force: true }));
  const site = await openPageSite(t);
  const { context, page, web } = await openChecker(t, site);
  await context.grantPermissions(["camera"]);
  ROWS["not on the signed list"].prepare(web);
  web.publish(LINK, issuer.badge());
  const scripts = [];
  page.on("request", (request) => scripts.push(request.url()));
  assert.ok(!scripts.some((url) => url.includes("decode")), "what reads codes is loaded when it is needed");

  await page.getByRole("button", { name: "Scan a QR code" }).click();
  await page.getByRole("heading", { name: "A link wants to open a badge" }).waitFor();
  assert.ok(scripts.some((url) => url.includes("camera")));
  assert.deepEqual(web.asked, []);
  assert.equal(await page.getByRole("dialog").count(), 0);
  await page.getByRole("button", { name: words(`Ask ${issuer.host} and check`) }).click();
  await page.locator('open-badge-verifier[state="genuine"]').waitFor();
});

test("without a camera the dialog says what to do, Escape closes it, and the focus goes back", async (t) => {
  const site = await openPageSite(t);
  const { page } = await openChecker(t, site);
  // As a browser answers when somebody says no.
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await page.getByRole("button", { name: "Scan a QR code" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Hold the QR code before the camera" });
  await dialog.waitFor();
  await dialog.getByRole("alert").filter({ hasText: "There is no camera that this page may use." }).waitFor();
  await assertAccessible(page, "camera");
  await shoot(page, "verify-camera-en");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.id), "scan");
});
