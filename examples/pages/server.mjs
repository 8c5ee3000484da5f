// Serves the example pages and the built widget, as any web server would: files, media types, and a policy.
//
// `node examples/pages/server.mjs [PORT]`

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** The example pages. */
export const PAGES = fileURLToPath(new URL("./", import.meta.url));
/** What the widget's build wrote. */
export const WIDGET = fileURLToPath(new URL("../../widget/dist/", import.meta.url));

/** What a page that shows badges must allow, and nothing more. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; " +
  "connect-src 'self' https:; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * The answer to a request for `pathname`, or `undefined` when there is nothing: `{ headers, body }`. `folders` is a map
 * from a path's beginning to a folder; the longest beginning counts.
 */
export async function answer(pathname, folders, policy = POLICY) {
  const beginning = Object.keys(folders)
    .filter((path) => pathname.startsWith(path))
    .sort((a, b) => b.length - a.length)[0];
  if (beginning === undefined) return undefined;
  try {
    // `normalize` below a slash leaves no way up.
    const path = normalize(`/${decodeURIComponent(pathname.slice(beginning.length))}`);
    const file = path.endsWith("/") ? `${path}index.html` : path;
    return { headers: headersFor(file, policy), body: await readFile(join(folders[beginning], file)) };
  } catch {
    return undefined;
  }
}

/** The headers of a file with this name. */
export function headersFor(name, policy = POLICY) {
  const type = TYPES[extname(name)] ?? "application/octet-stream";
  const guard = type.startsWith("text/html") && policy ? { "content-security-policy": policy } : {};
  return { "content-type": type, "x-content-type-options": "nosniff", ...guard };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 8082);
  const folders = { "/": PAGES, "/frameworks/": join(PAGES, "frameworks/dist/"), "/widget/": WIDGET };
  createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const found = await answer(pathname, folders);
    response.writeHead(found ? 200 : 404, found?.headers).end(found?.body);
  }).listen(port, "127.0.0.1", () => console.log(`The example pages are at http://127.0.0.1:${port}/`));
}
