// A web site of somebody else that shows badges: its pages, under a policy of its own.

import { createServer } from "node:http";
import { join } from "node:path";

import { PAGES, POLICY, WIDGET, answer, headersFor } from "../../../examples/pages/server.mjs";

export { PAGES, WIDGET };

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
    const text = texts[pathname];
    const found =
      text === undefined
        ? await answer(pathname, folders, policy)
        : { headers: headersFor(pathname.includes(".") ? pathname : "page.html", policy), body: typeof text === "function" ? text(request) : text };
    response.writeHead(found ? 200 : 404, { ...found?.headers, ...headers }).end(found?.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve)));
  t.after(stop);
  return { url: `http://127.0.0.1:${server.address().port}`, asked, stop };
}

/** The example pages on a server of their own. */
export function openExamples(t) {
  return openSite(t, { folders: { "/": PAGES, "/frameworks/": join(PAGES, "frameworks/dist/"), "/widget/": WIDGET } });
}

/** A page in English with this content that loads the elements. */
export function pageWith(content, { script = "/widget/define.js", lang = "en", head = "" } = {}) {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">${head}
<script type="module" src="${script}"></script></head><body><main><h1>A page</h1>${content}</main></body></html>`;
}
