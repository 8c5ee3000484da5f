// One Chromium for a test file, and a fresh profile for each visitor.

import { after, before } from "node:test";

import { chromium } from "playwright-core";

/** Where Debian puts it, for when `BLASON_CHROMIUM` names no other. */
export const EXECUTABLE = process.env.BLASON_CHROMIUM ?? "/usr/bin/chromium";

export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long a page may take to show what is waited for; a slow machine needs more than Playwright's guess. */
const PATIENCE_MS = 20_000;

let browser;

/** Starts Chromium before the tests of this file, with `more` arguments, and closes it after them. */
export function withChromium(more = []) {
  before(async () => {
    browser = await chromium.launch({ executablePath: EXECUTABLE, args: [...ARGUMENTS, ...more] });
  });
  after(() => browser?.close());
}

/** A visitor with no cookies who reads `language`; the profile goes with the test `t`. `options` are the browser's. */
export async function newVisitor(t, language = "en", options = {}) {
  const context = await browser.newContext({
    locale: language === "fr" ? "fr-FR" : "en-GB",
    acceptDownloads: true,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  t.after(() => context.close());
  return context;
}
