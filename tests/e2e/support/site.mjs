// A web site of somebody else that shows badges: a static server under a policy of its own.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** What the widget's build wrote. */
export const WIDGET = join(ROOT, "widget/dist");
/** The example pages. */
export const EXAMPLES = join(ROOT, "examples/pages");

/** What a page must allow, and nothing more: the policy that `docs/embed.md` gives. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; " +
  "connect-src 'self' https:; worker-src 'self'; object-src 'none'";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * Serves folders and texts until the test `t` ends, or until `stop`; the address without a final slash, and what was
 * asked for.
 *
 * `folders` is a map from a path's beginning to a folder, `texts` from a path to a body, which may be a function of
 * the request. Pages answer under `policy`; `headers` are added to every answer.
 */
export async function openSite(t, { folders = { "/widget/": WIDGET }, texts = {}, policy = POLICY, headers = {} } = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    asked.push(request.url);
    const body = await bodyOf(pathname, request, folders, texts).catch(() => undefined);
    if (body === undefined) {
      response.writeHead(404, headers).end();
      return;
    }
    const type = TYPES[extname(pathname) || ".html"] ?? "application/octet-stream";
    const guard = type.startsWith("text/html") && policy ? { "content-security-policy": policy } : {};
    response.writeHead(200, { "content-type": type, ...guard, ...headers }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve)));
  t.after(stop);
  return { url: `http://127.0.0.1:${server.address().port}`, asked, stop };
}

async function bodyOf(pathname, request, folders, texts) {
  const text = texts[pathname];
  if (text !== undefined) {
    return typeof text === "function" ? text(request) : text;
  }
  const beginning = Object.keys(folders).find((path) => pathname.startsWith(path));
  const rest = pathname.slice(beginning.length) || "index.html";
  return readFile(join(folders[beginning], normalize(`/${rest}`)));
}

/** A page in English with this content that loads the elements. */
export function pageWith(content, { script = "/widget/define.js", lang = "en", head = "" } = {}) {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}
<script type="module" src="${script}"></script></head><body><main><h1>A page</h1>${content}</main></body></html>`;
}
