// A Firefox for a test, as Debian has it, spoken to by WebDriver BiDi (Puppeteer; Playwright wants a patched build).
//
// For any test: `const page = await openFirefox(t)` gives a page of a fresh profile, which ends with the test. A page
// and its frames have Puppeteer's methods: `goto`, `waitForSelector`, `$eval`, `locator("::-p-text(Get my badge)")`.
// Elements inside open shadow roots are found with `>>>`. `frameIn(page, selector)` gives the page inside a frame.

import puppeteer from "puppeteer-core";

/** Where Debian puts it, for when `BLASON_FIREFOX` names no other. */
export const EXECUTABLE = process.env.BLASON_FIREFOX ?? "/usr/bin/firefox-esr";

/** How long a page may take to show what is waited for. */
const PATIENCE_MS = 20_000;

/** Nothing that Firefox would ask for by itself; no request leaves the machine. */
const QUIET = {
  "app.normandy.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
};

/** A page of a visitor with no cookies who reads `language`; `preferences` are those of `about:config`. */
export async function openFirefox(t, { language = "en", preferences = {}, viewport = { width: 1280, height: 900 } } = {}) {
  const accepted = language === "fr" ? "fr-FR, fr" : "en-GB, en";
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: EXECUTABLE,
    headless: true,
    defaultViewport: viewport,
    extraPrefsFirefox: { ...QUIET, "intl.accept_languages": accepted, ...preferences },
  });
  t.after(() => browser.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

/** The page inside the frame that `selector` finds. */
export async function frameIn(page, selector) {
  const element = await page.waitForSelector(selector);
  const frame = await element.contentFrame();
  if (!frame) {
    throw new Error(`${selector} holds no frame`);
  }
  return frame;
}

/** The page of the window that `act` opens. */
export async function windowOpened(page, act) {
  const browser = page.browser();
  const before = new Set(browser.targets());
  const [target] = await Promise.all([browser.waitForTarget((target) => !before.has(target), { timeout: PATIENCE_MS }), act()]);
  const window = await target.page();
  window.setDefaultTimeout(PATIENCE_MS);
  return window;
}

/** Follows a link, or presses a button, found by its words. */
export async function press(page, words) {
  await page.locator(`::-p-aria([name="${words}"])`).click();
}

/** Waits until the words stand on the page. */
export async function readable(page, words) {
  await page.locator(`::-p-text(${words})`).setVisibility("visible").wait();
}

/** The badge activity of the demo LMS, opened in Firefox by Learner One with the course done; `query` asks for a variant. */
export async function openBadgeInFirefox(page, world, query = "") {
  await page.goto(world.lms);
  // What the forms of the LMS's pages send; Chromium's tests press the buttons.
  await page.evaluate(async () => {
    const send = (path, fields) => fetch(path, { method: "POST", body: new URLSearchParams(fields) });
    await send("/enter", { person: "learner-one" });
    await send("/activity/materials/done", {});
    await send("/activity/checklist/done", {});
    await send("/activity/quiz/answer", { answer: "pvc" });
  });
  await page.goto(`${world.lms}/badge${query}`);
  return frameIn(page, "#contentframe");
}
