// A reverse proxy in front of the server, as a browser that keeps no cookie in frames would be: it takes `Cookie` and
// `Set-Cookie` off whatever is asked for inside one. What a window of its own asks for passes unchanged.

import { createServer, request } from "node:http";
import { once } from "node:events";

/** Starts the proxy on the port of `front` for the server at `back`, both `host:port`; it ends with the test. */
export async function stripCookiesInFrames(t, front, back) {
  const [host, port] = back.split(":");
  const server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers };
    const isWindow = headers["sec-fetch-dest"] === "document";
    if (!isWindow) {
      delete headers.cookie;
    }
    const onward = request({ host, port, method: incoming.method, path: incoming.url, headers }, (answer) => {
      const answered = { ...answer.headers };
      if (!isWindow) {
        delete answered["set-cookie"];
      }
      outgoing.writeHead(answer.statusCode, answered);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const [frontHost, frontPort] = front.split(":");
  server.listen(Number(frontPort), frontHost);
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
}
