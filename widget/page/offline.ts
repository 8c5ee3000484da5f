// Keeps the page's own files, so that it opens without a network. It touches nothing else: whatever a badge needs
// from its issuer is asked for by the page, never answered from here.

/** The page's files, and the name of this collection of them; both written by the build. */
declare const __OFFLINE_FILES__: string[];
declare const __OFFLINE_VERSION__: string;

/** What a service worker has, as far as it is used here; the library that describes it all excludes that of pages. */
interface Worker {
  readonly registration: { readonly scope: string };
  readonly location: Location;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const worker = globalThis as unknown as Worker;
const PREFIX = 'blason-page-';
const STORE = PREFIX + __OFFLINE_VERSION__;
/** The page is its worker's whole scope. */
const PAGE = worker.registration.scope;

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(newestPage(event.request));
  else if (url.pathname.includes('/assets/')) event.respondWith(keptFile(event.request));
});

/** Reads every file before this version counts as installed: half a page would be worse than the one before. */
async function keepAll(): Promise<void> {
  const store = await caches.open(STORE);
  const files = __OFFLINE_FILES__.map((file) => new URL(file, worker.location.href).href);
  await store.addAll([PAGE, ...files].map((url) => new Request(url, { cache: 'no-cache' })));
}

/** Earlier versions go once no open page uses them any more. */
async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== STORE).map((name) => caches.delete(name)));
}

/** The page as its server has it now; the kept one when no server answers. */
async function newestPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    const kept = await caches.match(PAGE, { ignoreVary: true });
    if (kept === undefined) throw cause;
    return kept;
  }
}

/** A file that is named by its content, so that the kept one is the right one. One that was not kept is kept now. */
async function keptFile(request: Request): Promise<Response> {
  const kept = await caches.match(request.url, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const store = await caches.open(STORE);
    await store.put(request.url, response.clone());
  }
  return response;
}
