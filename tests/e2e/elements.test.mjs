// The elements on somebody else's page: what they show, what they ask for, and what they leave alone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { assertAccessible, assertFitsNarrowScreens } from "./support/accessibility.mjs";
import { newVisitor, withChromium } from "./support/browser.mjs";
import { openFirefox } from "./support/firefox.mjs";
import { outside, watchRequests } from "./support/requests.mjs";
import { PAGES, WIDGET, openSite, pageWith } from "./support/site.mjs";

withChromium();

const FOLDERS = { "/widget/": WIDGET, "/pages/": PAGES };
const GOOD = "/pages/badges/laser-1.svg";
const BADGE = await readFile(join(PAGES, "badges/laser-1.svg"), "utf8");

/** Opens a page with this content on a site of its own; the page, the element, and the site. */
async function open(t, content, { site = {}, page = {}, before = () => {} } = {}) {
  const texts = { "/page": pageWith(content, page), ...site.texts };
  const opened = await openSite(t, { folders: FOLDERS, ...site, texts });
  const context = await newVisitor(t, page.lang);
  const requests = watchRequests(context);
  const tab = await context.newPage();
  const problems = [];
  tab.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  tab.on("pageerror", (error) => problems.push(error.message));
  await before(tab);
  await tab.goto(`${opened.url}/page`);
  return { page: tab, site: opened, requests, problems, badge: tab.locator("open-badge").first() };
}

const reaches = (page, state) => page.locator(`open-badge[state="${state}"]`).first().waitFor();

const STATES = {
  genuine: { file: "laser-1.svg", en: "Genuine and still good", fr: "Authentique et en cours de validité" },
  caution: { file: "first-aid.svg", en: "Genuine, but read this first", fr: "Authentique, mais lisez ceci" },
  invalid: { file: "changed.svg", en: "Not valid", fr: "Non valable" },
  none: { file: "no-badge.svg", en: "There is no badge in this file", fr: "Ce fichier ne contient pas de badge" },
};

for (const [state, { file, ...headlines }] of Object.entries(STATES)) {
  for (const [lang, headline] of Object.entries(headlines)) {
    test(`a badge that is ${state} says so in words, and is accessible (${lang})`, async (t) => {
      const { page, badge, problems } = await open(t, `<open-badge heading-level="2" src="/pages/badges/${file}"></open-badge>`, { page: { lang } });
      await reaches(page, state);
      assert.equal(await badge.locator("#status").innerText(), headline);
      assert.equal(await badge.evaluate((element, state) => element.matches(`:state(${state})`), state), true);
      await assertAccessible(page, state);
      await assertFitsNarrowScreens(page, state);
      assert.deepEqual(problems, [], "the page's policy permits all of it");
    });
  }
}

test("a page asks nobody before a badge is on it, and its own server alone for one that carries its key", async (t) => {
  const { page, site, requests } = await open(t, `<open-badge></open-badge><open-badge-verifier></open-badge-verifier>`);
  await page.locator("open-badge-verifier #choose").waitFor();
  assert.deepEqual(outside(requests(), site.url), []);
  assert.equal(site.asked.some((path) => path.endsWith(".wasm")), false, "not even the verifier, which nobody needs yet");
  await page.locator("open-badge").evaluate((element, src) => (element.src = src), GOOD);
  await reaches(page, "genuine");
  assert.deepEqual(outside(requests(), site.url), []);
});

test("what a page puts inside stays, before, after and without script", async (t) => {
  const inside = `<open-badge src="${GOOD}"><a href="${GOOD}"><img src="${GOOD}" alt="Badge: Laser cutter"></a></open-badge>`;
  const { page } = await open(t, inside);
  await reaches(page, "genuine");
  assert.equal(await page.getByAltText("Badge: Laser cutter").isVisible(), true);
  assert.equal(await page.getByAltText("Picture of the badge").isVisible(), false, "the page's own picture is the only one");
  const { page: bare } = await open(t, inside, { before: (tab) => tab.route("**/define.js", (route) => route.abort()) });
  assert.equal(await bare.getByAltText("Badge: Laser cutter").isVisible(), true);
});

test("a badge may stand in the page, come as a file, or as a data URL, without a request for it", async (t) => {
  const json = await jsonOf(t);
  const { page, site } = await open(t, `<open-badge><script type="application/vc">${json}</script></open-badge>`);
  await reaches(page, "genuine");
  const before = site.asked.length;
  const states = await page.evaluate(async (text) => {
    const answers = [];
    for (const given of [{ file: new Blob([text]) }, { src: `data:application/json;base64,${btoa(unescape(encodeURIComponent(text)))}` }]) {
      const element = Object.assign(document.createElement("open-badge"), { check: "none" }, given);
      document.body.append(element);
      await element.verify();
      answers.push(element.state);
    }
    return answers;
  }, json);
  assert.deepEqual(states, ["genuine", "genuine"]);
  assert.equal(site.asked.length, before);
});

test("`check` says when a badge is verified", async (t) => {
  const far = `<open-badge id="far" src="${GOOD}"></open-badge>`;
  const { page } = await open(
    t,
    `<open-badge id="none" check="none" src="${GOOD}"></open-badge><open-badge id="click" check="click" src="${GOOD}"></open-badge>` +
      `<open-badge id="auto" check="auto" src="${GOOD}"></open-badge><div class="tall"></div>${far}`,
    { page: { head: '<link rel="stylesheet" href="/tall.css">' }, site: { texts: { "/tall.css": ".tall{height:5000px}" } } },
  );
  await page.locator('#auto[state="genuine"]').waitFor();
  assert.equal(await page.locator("#none #status").innerText(), "Not checked here");
  assert.equal(await page.locator("#far").getAttribute("state"), "idle", "it is not on screen");
  await page.locator("#far").scrollIntoViewIfNeeded();
  await page.locator('#far[state="genuine"]').waitFor();
  assert.equal(await page.locator("#click").getAttribute("state"), "idle");
  await page.locator("#click").getByRole("button", { name: "Check this badge" }).click();
  await page.locator('#click[state="genuine"]').waitFor();
  const focused = await page.evaluate(() => document.activeElement.shadowRoot.activeElement.id);
  assert.equal(focused, "status", "whoever asked is taken to the answer");
});

test("a page of badges announces nothing by itself, and says the state before the picture", async (t) => {
  const { page } = await open(t, `<open-badge-list>${`<open-badge src="${GOOD}"></open-badge>`.repeat(20)}</open-badge-list>`);
  await page.waitForFunction(() => [...document.querySelectorAll("open-badge")].some(({ state }) => state === "genuine"));
  const found = await page.evaluate(() => {
    const trees = [document, ...[...document.querySelectorAll("open-badge, open-badge-list")].map(({ shadowRoot }) => shadowRoot)];
    const loud = trees.flatMap((tree) => [...tree.querySelectorAll('[role="status"], [role="alert"], [aria-live]')]);
    const { shadowRoot } = document.querySelector('open-badge[state="genuine"]');
    const before = shadowRoot.querySelector("#status").compareDocumentPosition(shadowRoot.querySelector("img"));
    return { loud: loud.length, focus: document.activeElement.localName, before: before & Node.DOCUMENT_POSITION_FOLLOWING };
  });
  assert.deepEqual(found, { loud: 0, focus: "body", before: 4 });
});

test("a list says how its badges stand in one line, and keeps the page's order", async (t) => {
  const files = ["laser-1", "changed", "first-aid", "peer-tutor"];
  const badges = files.map((file) => `<open-badge check="click" variant="chip" src="/pages/badges/${file}.svg"></open-badge>`);
  const { page } = await open(t, `<open-badge-list>${badges.join("")}</open-badge-list>`);
  const shown = () => page.locator("open-badge-list").evaluate(({ shadowRoot }) => shadowRoot.querySelector("[part=status]")?.innerText ?? "");
  // Fluent sets values apart with marks that nobody sees.
  const words = async () => (await shown()).replace(/[\u2068\u2069]/g, "").replace(/\s+/g, " ").trim();
  await page.getByRole("button", { name: "Check these badges" }).waitFor();
  assert.equal(await words(), "4 badges. 4 are not checked yet.");
  await page.getByRole("button", { name: "Check these badges" }).click();
  await page.waitForFunction(() => [...document.querySelectorAll("open-badge")].every(({ state }) => !["idle", "loading"].includes(state)));
  await page.waitForFunction(() => document.querySelector("open-badge-list").shadowRoot.textContent.includes("not valid"));
  assert.equal(await words(), "4 badges. 2 are genuine and still good. One is genuine, but read what it says first. One is not valid.");
  const order = await page.evaluate(() => [...document.querySelectorAll("open-badge")].map(({ src }) => src.split("/").at(-1)));
  assert.deepEqual(order, files.map((file) => `${file}.svg`));
});

test("a page of a hundred badges has one verifier, in a worker, and asks for each thing once", async (t) => {
  const wall = Array.from({ length: 100 }, (_, number) => `<open-badge check="auto" variant="image" src="${GOOD}?${number}"></open-badge>`);
  const workers = [];
  const { page, site, problems } = await open(t, `<open-badge-list>${wall.join("")}</open-badge-list>`, {
    before: async (tab) => {
      tab.on("worker", (worker) => workers.push(worker.url()));
      await tab.addInitScript(() => {
        globalThis.instances = 0;
        for (const name of ["Instance"]) {
          const Original = WebAssembly[name];
          WebAssembly[name] = new Proxy(Original, { construct: (target, args) => (globalThis.instances++, new target(...args)) });
        }
        const instantiate = WebAssembly.instantiate;
        WebAssembly.instantiate = (...args) => (globalThis.instances++, instantiate(...args));
      });
    },
  });
  await page.waitForFunction(() => [...document.querySelectorAll("open-badge")].every(({ state }) => state === "genuine"));
  assert.equal(workers.length, 1);
  assert.equal(await page.evaluate(() => globalThis.instances), 0, "the page's own thread verifies nothing");
  assert.equal(site.asked.filter((path) => path.endsWith(".wasm")).length, 1);
  assert.deepEqual(problems, []);
});

test("where the policy permits no worker, the page's own thread verifies", async (t) => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; worker-src 'none'";
  const workers = [];
  const { page } = await open(t, `<open-badge src="${GOOD}"></open-badge>`, {
    site: { policy },
    before: (tab) => tab.on("worker", (worker) => workers.push(worker)),
  });
  await reaches(page, "genuine");
  assert.deepEqual(workers, []);
});

test("without permission to compile, the element says that it could not check, and the inside stays", async (t) => {
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
  const { page, badge } = await open(t, `<open-badge src="${GOOD}"><a href="${GOOD}">The badge</a></open-badge>`, { site: { policy } });
  await reaches(page, "unchecked");
  assert.equal(await badge.locator("#status").innerText(), "We could not finish checking");
  assert.equal(await page.getByRole("link", { name: "The badge" }).isVisible(), true);
});

test("the elements work from another host, held to the digest on the tag and inside it", async (t) => {
  const host = await openSite(t, { folders: FOLDERS, headers: { "access-control-allow-origin": "*" } });
  const { "open-badge.js": digest } = JSON.parse(await readFile(join(WIDGET, "integrity.json"), "utf8"));
  const policy = `default-src 'none'; script-src ${host.url} 'wasm-unsafe-eval'; img-src 'self' blob: data:; connect-src 'self' ${host.url}; worker-src blob:`;
  const content = `<open-badge src="${GOOD}" verify-href="${host.url}/verify"></open-badge>`;
  const head = `<script type="module" src="${host.url}/widget/open-badge.js" integrity="${digest}" crossorigin></script>`;
  const workers = [];
  const { page, problems } = await open(t, content, {
    site: { policy },
    page: { script: "/absent.js", head },
    before: (tab) => tab.on("worker", (worker) => workers.push(worker.url())),
  });
  await reaches(page, "genuine");
  assert.equal(workers.length, 1);
  assert.match(workers[0], /^blob:/);
  assert.deepEqual(problems.filter((problem) => !/404|absent/.test(problem)), []);
});

test("a verifier that was exchanged on its host is not run", async (t) => {
  const { page } = await open(t, `<open-badge src="${GOOD}"></open-badge>`, {
    before: (tab) =>
      tab.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: Buffer.from("0061736d01000000", "hex") })),
  });
  await reaches(page, "unchecked");
});

test("no style sheet of the page can take away the state or \"Check it yourself\"", async (t) => {
  const css = `open-badge::part(status), open-badge::part(status-text), open-badge::part(actions), open-badge::part(card) {
    display: none !important; visibility: hidden !important; opacity: 0 !important; font-size: 0 !important;
    position: absolute !important; transform: scale(0) !important; height: 0 !important; overflow: hidden !important; }`;
  const { page, badge } = await open(t, `<open-badge src="${GOOD}"></open-badge>`, {
    page: { head: '<link rel="stylesheet" href="/hostile.css">' },
    site: { texts: { "/hostile.css": css } },
  });
  await reaches(page, "genuine");
  for (const part of [badge.locator("#status"), badge.getByRole("link", { name: "Check it yourself" })]) {
    const { width, height } = await part.boundingBox();
    assert.ok(width > 60 && height > 14, `${width} by ${height}`);
    assert.equal(await part.isVisible(), true);
  }
});

test("what the page's scripts write does not change the answer", async (t) => {
  const { page, badge } = await open(t, `<open-badge src="/pages/badges/changed.svg"></open-badge>`);
  await reaches(page, "invalid");
  await badge.evaluate((element) => {
    element.setAttribute("state", "genuine");
    element.messages = { "state-invalid": " ", "check-yourself": "", unknown: "x" };
    try {
      element.state = "genuine";
    } catch {
      // It has no setter.
    }
  });
  await badge.evaluate((element) => element.updateComplete);
  assert.equal(await badge.locator("#status").innerText(), "Not valid");
  assert.equal(await badge.evaluate(({ state }) => state), "invalid");
});

/** The credential of the sample as JSON text. */
async function jsonOf() {
  const [, json] = /<!\[CDATA\[(.*?)\]\]>/su.exec(BADGE) ?? /<[a-z]+:credential[^>]*>(.*?)<\/[a-z]+:credential>/su.exec(BADGE);
  return json.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&").trim();
}

test("in Firefox too, a page of a hundred badges has one verifier, in a worker, from its own host and from another", async (t) => {
  const wall = Array.from({ length: 100 }, (_, number) => `<open-badge check="auto" variant="image" src="${GOOD}?${number}"></open-badge>`).join("");
  const host = await openSite(t, { folders: FOLDERS, headers: { "access-control-allow-origin": "*" } });
  const policy = `default-src 'none'; script-src 'self' ${host.url} 'wasm-unsafe-eval'; img-src 'self' blob: data:; style-src 'self'; connect-src 'self' ${host.url}; worker-src 'self' blob:`;
  const { "open-badge.js": digest } = JSON.parse(await readFile(join(WIDGET, "integrity.json"), "utf8"));
  const tag = `<script type="module" src="${host.url}/widget/open-badge.js" integrity="${digest}" crossorigin></script>`;
  const texts = { "/own": pageWith(wall), "/other": pageWith(wall, { script: "data:text/javascript,", head: tag }) };
  const site = await openSite(t, { folders: FOLDERS, texts, policy });
  const page = await openFirefox(t);
  await page.evaluateOnNewDocument(() => {
    globalThis.workers = [];
    globalThis.Worker = new Proxy(Worker, { construct: (target, args) => (globalThis.workers.push(String(args[0])), new target(...args)) });
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = (...args) => ((globalThis.instances = (globalThis.instances ?? 0) + 1), instantiate(...args));
  });
  for (const [path, scheme] of [["/own", "http:"], ["/other", "blob:"]]) {
    await page.goto(site.url + path);
    await page.waitForFunction(() => [...document.querySelectorAll("open-badge")].every(({ state }) => state === "genuine"));
    const found = await page.evaluate(() => ({ workers: globalThis.workers, instances: globalThis.instances ?? 0 }));
    assert.deepEqual({ ...found, workers: found.workers.map((url) => new URL(url).protocol) }, { workers: [scheme], instances: 0 }, path);
  }
});
