// Which hosts a visitor's browser speaks to.

/** Starts to note every request of the visitor; call the answer for the addresses so far, without `data:` and `blob:`. */
export function watchRequests(context) {
  const urls = [];
  context.on("request", (request) => urls.push(request.url()));
  return () => urls.filter((url) => /^(https?|wss?):/.test(url));
}

/** The addresses that are not below `origin`. */
export function outside(urls, origin) {
  return urls.filter((url) => new URL(url).origin !== origin);
}
