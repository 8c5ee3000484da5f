// The server as the place that other sites take the elements from.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newVisitor, withChromium } from "./support/browser.mjs";
import { PAGES, openSite, pageWith } from "./support/site.mjs";
import { openTool } from "./support/world.mjs";

withChromium();

const BADGE = '<open-badge src="/pages/badges/laser-1.svg"></open-badge>';

/** A page of another site with this head, under a policy that names the server. */
async function open(t, tool, { lang = "en", head }) {
  const policy =
    `default-src 'none'; script-src ${tool} 'wasm-unsafe-eval'; img-src 'self' blob: data:; connect-src 'self' ${tool}; worker-src blob:`;
  const texts = { "/page": pageWith(BADGE, { lang, script: "data:text/javascript,", head }) };
  const site = await openSite(t, { folders: { "/pages/": PAGES }, texts, policy });
  const page = await (await newVisitor(t)).newPage();
  const workers = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await page.goto(`${site.url}/page`);
  await page.locator('open-badge[state="genuine"]').waitFor();
  return { page, workers };
}

test("another site takes the elements from the server, by digest, and a visitor finds the way to the server's page", async (t) => {
  const { tool } = await openTool(t);
  const digest = (await (await fetch(`${tool}/integrity.json`)).json())["open-badge.js"];
  const head = `<script type="module" src="${tool}/open-badge.js" integrity="${digest}" crossorigin></script>`;
  const { page, workers } = await open(t, tool, { lang: "de", head });
  assert.equal(await page.locator("open-badge #status").innerText(), "Echt und weiterhin gültig");
  assert.match(workers.join(), /^blob:/);
  const href = new URL(await page.getByRole("link", { name: "Prüfen Sie es selbst" }).getAttribute("href"));
  assert.equal(href.origin + href.pathname, `${tool}/verify`);
  assert.equal(new URLSearchParams(href.hash.slice(1)).get("badge"), new URL("/pages/badges/laser-1.svg", page.url()).href);
});

test("the modules that the server gives to other sites work one by one", async (t) => {
  const { tool } = await openTool(t);
  await open(t, tool, { head: `<script type="module" src="${tool}/define.js" crossorigin></script>` });
  for (const path of ["/index.js", "/verifier.js", "/locales/fr.js", "/locales/pt.js"]) {
    const answer = await fetch(tool + path, { headers: { origin: "https://cv.example.org" } });
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get("access-control-allow-origin"), "*", path);
    assert.match(answer.headers.get("content-type"), /^text\/javascript/, path);
  }
  assert.equal((await fetch(`${tool}/locales/none.js`)).status, 404);
});

test("on the server's own page a worker verifies", async (t) => {
  const { tool } = await openTool(t);
  const page = await (await newVisitor(t)).newPage();
  const [worker] = await Promise.all([page.waitForEvent("worker"), page.goto(`${tool}/verify`)]);
  assert.match(worker.url(), /\/assets\/engine-worker-/);
  const instances = await page.evaluate(async () => {
    let instances = 0;
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = (...args) => ((instances += 1), instantiate(...args));
    const text = await (await fetch("/assets/none")).text().catch(() => "");
    await document.querySelector("open-badge-verifier").verify(new File([text], "none.json"));
    return instances;
  });
  assert.equal(instances, 0, "its policy permits the worker all that it needs");
});
