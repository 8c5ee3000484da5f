// The verification page of a static site, at a fixed time, with a web of the tests' own around it.

import assert from "node:assert/strict";

import { newVisitor } from "./browser.mjs";
import { Web } from "./issuer.mjs";
import { openSite, WIDGET } from "./site.mjs";

/** When every badge of these tests is checked. */
export const NOW = new Date("2026-11-22T10:00:00Z");

/** The page as a folder of files on a web server that knows nothing of badges; `texts` (path to body) are beside it. */
export function openPageSite(t, texts = {}) {
  return openSite(t, { folders: { "/": WIDGET }, texts });
}

/**
 * Opens the page at `site` for a visitor who reads `language`; `{ context, page, web }`. No service worker comes between
 * page and web unless `serviceWorkers` allows it.
 */
export async function openChecker(t, site, language = "en", { path = "/verify.html", ...options } = {}) {
  const context = await newVisitor(t, language, { serviceWorkers: "block", timezoneId: "UTC", ...options });
  const web = await new Web().attach(context);
  const page = await context.newPage();
  await page.clock.install({ time: NOW });
  await page.goto(site.url + path, { waitUntil: "networkidle" });
  await page.locator("open-badge-verifier").waitFor();
  return { context, page, web };
}

/** Gives the page a badge without the file chooser, which is slower; resolves when the answer is shown. */
export async function give(page, bytes, name = "badge.png") {
  const base64 = Buffer.from(bytes).toString("base64");
  await page.evaluate(
    ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      return document.querySelector("open-badge-verifier").verify(new File([bytes], name));
    },
    [name, base64],
  );
}

/** What the reader is told first: the state, the headline, and each sentence below it. */
export function answerOf(page) {
  return page.evaluate(() => {
    const element = document.querySelector("open-badge-verifier");
    const text = (node) => node.textContent.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, (space) => (space.includes("\u00a0") || space.includes("\u202f") ? space : " ")).trim();
    const { shadowRoot: root } = element;
    return {
      state: element.getAttribute("state"),
      headline: text(root.querySelector("h2")),
      sentences: [...root.querySelectorAll("[part=status-text] p")].map(text),
    };
  });
}

/** Asserts that nothing on the page says the plain word, as a whole or inside other words. */
export async function assertNeverPlain(page, words) {
  const all = await page.evaluate(() => {
    const texts = [];
    const { shadowRoot } = document.querySelector("open-badge-verifier");
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.data);
    return texts.join("\n");
  });
  assert.ok(!all.includes(words), `the page says “${words}”`);
}

/** Finds a whole sentence in which the marks that keep writing directions apart stand around each value. */
export function words(sentence) {
  const letters = [...sentence].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^[\\u2066-\\u2069\\s]*${letters.join("[\\u2066-\\u2069]*")}[\\u2066-\\u2069\\s]*$`, "u");
}
