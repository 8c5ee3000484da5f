// The languages of the elements: those that come with the code, those that are read when a page needs them, one that
// nobody speaks, and a page that runs from right to left.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { outside, watchRequests } from "./support/requests.mjs";
import { shoot } from "./support/screenshots.mjs";
import { PAGES, WIDGET, openSite, pageWith } from "./support/site.mjs";

withChromium();

const FOLDERS = { "/widget/": WIDGET, "/pages/": PAGES };
const BADGES =
  '<open-badge-list><open-badge heading-level="2" details="open" src="/pages/badges/laser-1.svg"></open-badge>' +
  '<open-badge heading-level="2" src="/pages/badges/first-aid.svg"></open-badge></open-badge-list>';

/** Every word that a reader meets first: the two headlines and the line above them. */
const WORDS = {
  en: ["Genuine and still good", "Genuine, but read this first", "2 badges. One is genuine and still good."],
  fr: ["Authentique et en cours de validité", "Authentique, mais lisez ceci", "2 badges. Un badge est authentique"],
  de: ["Echt und weiterhin gültig", "Echt, aber lesen Sie zuerst dies", "2 Badges. Eines ist echt und weiterhin gültig."],
  es: ["Auténtica y todavía válida", "Auténtica, pero lea esto primero", "2 insignias. Una es auténtica y todavía válida."],
  it: ["Autentico e ancora valido", "Autentico, ma legga prima questo", "2 badge. Uno è autentico e ancora valido."],
  pt: ["Autêntico e ainda válido", "Autêntico, mas leia isto primeiro", "2 crachás. Um é autêntico e ainda válido."],
};

async function open(t, lang, { html = (page) => page, site = {} } = {}) {
  const { url, asked } = await openSite(t, { folders: FOLDERS, texts: { "/page": html(pageWith(BADGES, { lang })) }, ...site });
  const context = await newVisitor(t);
  const requests = watchRequests(context);
  const page = await context.newPage();
  await page.goto(`${url}/page`);
  await page.waitForFunction(() => [...document.querySelectorAll("open-badge")].map(({ state }) => state).join() === "genuine,caution");
  return { page, url, asked, requests };
}

const shown = (text) => text.replace(/[\u2068\u2069]/g, "").replace(/\s+/g, " ").trim();

for (const [lang, [genuine, caution, line]] of Object.entries(WORDS)) {
  test(`on a page in ${lang}, the elements speak it, fit a narrow screen and are accessible`, async (t) => {
    const { page, url, asked, requests } = await open(t, lang);
    const headlines = await page.locator("open-badge #status").allInnerTexts();
    assert.deepEqual(headlines.map(shown), [genuine, caution]);
    const said = await page.locator("open-badge-list").evaluate(({ shadowRoot }) => shadowRoot.querySelector("[part=status]").textContent);
    assert.ok(shown(said).startsWith(line), shown(said));
    await assertAccessible(page, lang);
    await assertFitsNarrowScreens(page, lang);
    await shoot(page, `element-language-${lang}`);
    const read = asked.filter((path) => path.includes("words-"));
    assert.equal(read.length, lang === "en" || lang === "fr" ? 0 : 1, "the words of one language are read, once");
    assert.deepEqual(outside(requests(), url), []);
  });
}

test("where the words of a language cannot be read, English answers", async (t) => {
  const { url } = await openSite(t, { folders: FOLDERS, texts: { "/page": pageWith(BADGES, { lang: "de" }) } });
  const page = await (await newVisitor(t)).newPage();
  await page.route("**/words-de-*", (route) => route.abort());
  await page.goto(`${url}/page`);
  await page.locator('open-badge[state="genuine"]').waitFor();
  assert.equal(await page.locator("open-badge #status").first().innerText(), WORDS.en[0]);
});

test("dates are written as the language does", async (t) => {
  const dates = { de: "15. Januar 2026", es: "15 de enero de 2026", it: "15 gennaio 2026", pt: "15 de janeiro de 2026" };
  for (const [lang, date] of Object.entries(dates)) {
    const { page } = await open(t, lang);
    assert.ok(shown(await page.locator("open-badge").first().locator("[part=issuer]").innerText()).includes(date), lang);
  }
});

test("with every sentence longer and in brackets, nothing overflows and no word is left outside the catalogues", async (t) => {
  const { page } = await open(t, "en");
  await page.evaluate(async (messages) => {
    for (const element of document.querySelectorAll("open-badge, open-badge-list")) element.messages = messages;
    await Promise.all([...document.querySelectorAll("open-badge, open-badge-list")].map((element) => element.updateComplete));
  }, await pseudo());
  const unmarked = await page.evaluate(() => {
    const badge = JSON.stringify([...document.querySelectorAll("open-badge")].map(({ badge, report }) => badge));
    return [...document.querySelectorAll("open-badge, open-badge-list")].flatMap(({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll("p, summary, dt, button, a, span[part]")]
        .filter((element) => element.children.length === 0 && /\p{L}/u.test(element.textContent))
        .map((element) => element.textContent.trim())
        .filter((text) => !/^⟦.*⟧$/su.test(text.replace(/[\u2068\u2069]/g, "")) && !badge.includes(JSON.stringify(text).slice(1, -1))),
    );
  });
  assert.deepEqual(unmarked, []);
  await assertFitsNarrowScreens(page, "pseudo");
  await shoot(page, "element-language-pseudo");
});

test("on a page that runs from right to left, the card turns, and English in it does not", async (t) => {
  const { page } = await open(t, "ar", { html: (page) => page.replace('<html lang="ar"', '<html lang="ar" dir="rtl"') });
  const card = () => page.locator("open-badge").first().locator("[part=card]");
  assert.equal(await card().getAttribute("dir"), "ltr", "no Arabic words came with the element: English runs as English does");
  await page.evaluate(async () => {
    const element = document.querySelector("open-badge");
    element.messages = { "state-genuine": "أصلية ولا تزال صالحة", "check-yourself": "تحقق بنفسك" };
    await element.updateComplete;
  });
  assert.equal(await card().getAttribute("dir"), null);
  const turned = await card().evaluate((card) => {
    const { borderRightWidth, borderLeftWidth, direction } = getComputedStyle(card);
    const box = (selector) => card.querySelector(selector).getBoundingClientRect();
    return { direction, thick: parseFloat(borderRightWidth) > parseFloat(borderLeftWidth), icon: box("[part=status-icon]").left > box("[part=status-text]").left };
  });
  assert.deepEqual(turned, { direction: "rtl", thick: true, icon: true });
  await assertAccessible(page, "right to left");
  await assertFitsNarrowScreens(page, "right to left");
  await shoot(page, "element-right-to-left");
});

/** The English catalogues with each text in brackets and half as long again. */
async function pseudo() {
  const messages = {};
  for (const name of ["checks", "widget"]) {
    const source = await readFile(new URL(`../../locales/en/${name}.ftl`, import.meta.url), "utf8");
    for (const [, id, text] of source.matchAll(/^([a-z][a-z0-9-]*) = ((?:.*)(?:\n {1,}.*|\n\})*)/gm)) {
      messages[id] = text.includes("->") ? text.replace(/^(\s*\*?\[[a-z-]+\] )(?!\{ \$\w+ ->)(.+)$/gm, "$1⟦$2 ~~~~ ~~~~⟧") : `⟦${text} ~~~~ ~~~~⟧`;
    }
  }
  return messages;
}
