// Measures the widget's headless verifier in Chromium on one sample of `issue-sample`, given on standard input:
// `browser.mjs FOLDER NAME` prints {"empty": ms, "first": ms, "warm": ms, "hundred": ms}, medians of several fresh
// profiles: an empty page loaded, a page loaded to its first verdict, a further verdict on that page, and the longest
// task of a page that verifies and draws a hundred badges, in the own time of the page's thread.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

import { chromium } from "playwright-core";

import { ARGUMENTS, EXECUTABLE } from "../e2e/support/browser.mjs";

const ROUNDS = 9;
const WARM = 200;
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html", ".json": "application/json" };

const [folder, name] = process.argv.slice(2);
const { credential } = JSON.parse(readFileSync(0, "utf8")).find((sample) => sample.name === name);

const PAGES = {
  "/empty.html": "<!doctype html><title>empty</title><script type=module>globalThis.done = performance.now();</script>",
  "/first.html": `<!doctype html><title>first</title><script type=module>
    import { verifyBadge } from "/verifier.js";
    const badge = new Uint8Array(await (await fetch("/badge.json")).arrayBuffer());
    const now = new Date("2026-11-01T00:00:00Z");
    const { report } = await verifyBadge(badge, { now });
    globalThis.done = performance.now();
    globalThis.verdict = report.verdict;
    globalThis.warm = async (times) => {
      const started = performance.now();
      for (let i = 0; i < times; i += 1) await verifyBadge(badge, { now });
      return (performance.now() - started) / times;
    };
  </script>`,
  "/hundred.html": `<!doctype html><title>hundred</title><script type=module src="/define.js"></script><script type=module>
    const badges = [...document.querySelectorAll("open-badge")];
    const look = () => (badges.every(({ state }) => state === "genuine") ? (globalThis.done = performance.now()) : setTimeout(look, 20));
    look();
  </script>${'<open-badge check="auto" src="/badge.json"></open-badge>'.repeat(100)}`,
  "/badge.json": credential,
};

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  try {
    const body = PAGES[pathname] ?? (await readFile(join(folder, normalize(pathname))));
    response.writeHead(200, { "content-type": TYPES[extname(pathname)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
try {
  const figures = { empty: [], first: [], warm: [], hundred: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    figures.empty.push((await loaded("/empty.html")).done);
    const { done, warm } = await loaded("/first.html", WARM);
    figures.first.push(done);
    figures.warm.push(warm);
    figures.hundred.push(await longestTask("/hundred.html"));
  }
  console.log(JSON.stringify(Object.fromEntries(Object.entries(figures).map(([key, values]) => [key, median(values)]))));
} finally {
  await browser.close();
  server.close();
}

/** Opens `path` in a fresh profile; the milliseconds until it was done, and per warm verdict. */
async function loaded(path, times = 0) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(origin + path);
    await page.waitForFunction(() => globalThis.done !== undefined);
    const { done, verdict } = await page.evaluate(() => ({ done: globalThis.done, verdict: globalThis.verdict }));
    assert.equal(verdict, times ? "verified" : undefined);
    return { done, warm: times && (await page.evaluate((n) => globalThis.warm(n), times)) };
  } finally {
    await context.close();
  }
}

/** The longest task that `path` gives the page's own thread, in milliseconds of that thread's time. */
async function longestTask(path) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await browser.startTracing(page, { categories: ["toplevel"] });
    await page.goto(origin + path);
    await page.waitForFunction(() => globalThis.done !== undefined);
    const { traceEvents } = JSON.parse(await browser.stopTracing());
    const threads = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
    const isOurs = ({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
    return Math.max(...traceEvents.filter((event) => event.tdur !== undefined && isOurs(event)).map(({ tdur }) => tdur / 1_000));
  } finally {
    await context.close();
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
