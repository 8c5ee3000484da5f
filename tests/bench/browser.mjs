// Measures the widget's headless verifier in Chromium on one sample of `issue-sample`, given on standard input:
// `browser.mjs FOLDER NAME` prints {"empty": ms, "first": ms, "warm": ms, "hundred": ms, "peers": {…}, "pile": {…}}.
// The first four are medians of several fresh profiles: an empty page loaded, a page loaded to its first verdict, a
// further verdict on that page, and the longest task of a page that verifies and draws a hundred badges, in the own time
// of the page's thread. Each peer has {"first": ms, "warm": ms, "bytes": n} of the same badge, in turn with ours. The pile
// is a thousand files given to the verification element at once: {"done": ms, "longest": ms, "memory": bytes}, the last
// being what the page's process holds more than before.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

import { chromium } from "playwright-core";

import { ARGUMENTS, EXECUTABLE } from "../e2e/support/browser.mjs";
import { bundled } from "./peers.mjs";

const ROUNDS = 9;
const WARM = 200;
const PEERS = ["digitalbazaar", "verifier-core"];
const PEER_WARM = 20;
const PILE = 1000;
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
  "/pile.html": `<!doctype html><title>pile</title><script type=module src="/define.js"></script><script type=module>
    await customElements.whenDefined("open-badge-verifier");
    const verifier = document.querySelector("open-badge-verifier");
    const badge = await (await fetch("/badge.json")).text();
    globalThis.give = async (times) => {
      const given = new DataTransfer();
      // White space after the badge makes each file another.
      for (let n = 0; n < times; n += 1) given.items.add(new File([badge + " ".repeat(n)], "badge-" + n + ".json"));
      const started = performance.now();
      void verifier.take(given);
      const rows = () => verifier.shadowRoot.querySelectorAll("tbody tr.genuine").length;
      while (rows() < times) await new Promise((resolve) => setTimeout(resolve, 10));
      return performance.now() - started;
    };
    globalThis.done = performance.now();
  </script><open-badge-verifier multiple></open-badge-verifier>`,
  "/badge.json": credential,
};

const peers = {};
for (const name of PEERS) {
  const { text, bytes } = await bundled(name);
  peers[name] = { bytes, first: [], warm: [] };
  PAGES[`/${name}.js`] = text;
  PAGES[`/${name}.html`] = `<!doctype html><title>${name}</title><script type=module>
    import "/${name}.js";
    const badge = await (await fetch("/badge.json")).text();
    const now = new Date("2026-11-01T00:00:00Z");
    globalThis.verdict = (await accepts(badge, now)) ? "verified" : "not-verified";
    globalThis.done = performance.now();
    globalThis.warm = async (times) => {
      const started = performance.now();
      for (let i = 0; i < times; i += 1) await accepts(badge, now);
      return (performance.now() - started) / times;
    };
  </script>`;
}

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
    for (const name of PEERS) {
      const { done, warm } = await loaded(`/${name}.html`, PEER_WARM);
      peers[name].first.push(done);
      peers[name].warm.push(warm);
    }
  }
  for (const name of PEERS) {
    peers[name] = { ...peers[name], first: median(peers[name].first), warm: median(peers[name].warm) };
  }
  const medians = Object.fromEntries(Object.entries(figures).map(([key, values]) => [key, median(values)]));
  console.log(JSON.stringify({ ...medians, peers, pile: await pile() }));
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
    return await longestOf(page, async () => {
      await page.goto(origin + path);
      await page.waitForFunction(() => globalThis.done !== undefined);
    });
  } finally {
    await context.close();
  }
}

/** The longest task of the thread of `page` while `work` goes on, in milliseconds of that thread's time. */
async function longestOf(page, work) {
  await browser.startTracing(page, { categories: ["toplevel"] });
  await work();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const threads = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const isOurs = ({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  return Math.max(...traceEvents.filter((event) => event.tdur !== undefined && isOurs(event)).map(({ tdur }) => tdur / 1_000));
}

/** A thousand files given at once: how long until all are answered, and then what it costs. */
async function pile() {
  const timed = await withPile(async (page) => ({ done: await page.evaluate((n) => globalThis.give(n), PILE) }));
  // Tracing slows the page down, so the longest task is measured on a page of its own.
  const traced = await withPile(async (page) => ({
    longest: await longestOf(page, () => page.evaluate((n) => globalThis.give(n), PILE)),
  }));
  return { ...timed, ...traced };
}

/** What `measure` makes of a fresh page for a pile, and what the page's process holds more afterwards. */
async function withPile(measure) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/pile.html`);
    await page.waitForFunction(() => globalThis.done !== undefined);
    // One file would be shown by itself; two make a list, and have everything loaded.
    await page.evaluate((n) => globalThis.give(n), 2);
    const process = await rendererOf();
    const before = await held(process);
    const measured = await measure(page);
    return { memory: (await held(process)) - before, ...measured };
  } finally {
    await context.close();
  }
}

/** The number of the process that draws the page that was opened last. */
async function rendererOf() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return Math.max(...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id));
}

/** How many bytes a process holds by itself, shared ones in part. */
async function held(process) {
  const rollup = await readFile(`/proc/${process}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)[1]) * 1024;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
