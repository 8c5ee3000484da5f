import type { FetchedDocument, WantedKind } from './generated/report.js';
import { isRelayed, relayedDocument } from './relay.js';

/** Why nothing was read at an address. Sentences for each stand in the catalogues. */
export type UnreachableReason = 'offline' | 'timeout' | 'cors-or-network' | 'too-large' | 'refused';

/** One address that was asked, or that was refused before it was asked. */
export interface Contact {
  url: string;
  kind: WantedKind | 'badge' | 'register';
  /** HTTP status, when a server answered and the answer was read. */
  status?: number;
  /** Where redirects led, when they led elsewhere. */
  finalUrl?: string;
  /** Why nothing was read. */
  unreachable?: UnreachableReason;
  /** Who was asked in its place: the host page, which had the document, or the page's relay. */
  by?: 'page' | 'relay';
}

/**
 * Supplies documents that a host page has. It gives back the bytes or a response, or `undefined` where it has none
 * and the address itself is to be asked.
 */
export type Fetcher = (
  url: string,
  kind: Contact['kind'],
  signal: AbortSignal | undefined,
) => Promise<Uint8Array | Response | undefined> | Uint8Array | Response | undefined;

/** Bounds on one fetch. */
export interface FetchLimits {
  maxBytes: number;
  timeoutMs: number;
}

export const DEFAULT_LIMITS: FetchLimits = { maxBytes: 5_000_000, timeoutMs: 10_000 };

/** What a fetch needs from its surroundings, so that tests need neither network nor browser. */
export interface FetchContext {
  fetch: typeof globalThis.fetch;
  /** Whether the device has a network at all. */
  isOnline: () => boolean;
  /** The host page's say: `false` keeps an address from being asked. */
  mayFetch: (request: { url: string; kind: Contact['kind'] }) => boolean;
  limits: FetchLimits;
  /** The host page's own supply of documents. */
  fetcher?: Fetcher | undefined;
  /** The address of the relay that is asked for keys and lists in place of their own addresses. */
  relay?: string | undefined;
  /** Which addresses may be read at all, wherever a redirect leads. */
  isAllowed: (url: string) => boolean;
}

/** A document that a server answered with. */
export type Answered = Extract<FetchedDocument, { body: Uint8Array }>;

/** One document, and what to tell the reader about how it was fetched. */
export interface Fetched {
  document: FetchedDocument;
  contact: Contact;
}

/**
 * Reads one address without credentials or referrer, bounded in size and time. It never throws for a server's
 * or a network's fault: that is an answer too. It does throw when `signal` is aborted.
 */
export async function fetchDocument(
  url: string,
  kind: Contact['kind'],
  accept: string,
  context: FetchContext,
  signal?: AbortSignal,
): Promise<Fetched> {
  const unreachable = (reason: UnreachableReason): Fetched => ({
    document: { url, unreachable: reason },
    contact: { url, kind, unreachable: reason },
  });
  signal?.throwIfAborted();
  if (!context.isAllowed(url) || !context.mayFetch({ url, kind })) {
    return unreachable('refused');
  }
  const supplied = await suppliedDocument(url, kind, context, signal);
  if (supplied !== undefined) return supplied;
  if (!context.isOnline() && !isLoopback(url)) return unreachable('offline');
  if (context.relay !== undefined && isRelayed(kind)) return relayedDocument(url, kind, context.relay, context, signal);

  const { limits } = context;
  const timer = new AbortController();
  const alarm = setTimeout(() => timer.abort(), limits.timeoutMs);
  const stop = () => timer.abort();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const response = await context.fetch(url, {
      headers: { accept },
      // A kept copy would be told as read now: a key may have been taken back since.
      cache: 'no-cache',
      credentials: 'omit',
      redirect: 'follow',
      referrerPolicy: 'no-referrer',
      signal: timer.signal,
    });
    if (response.redirected && !context.isAllowed(response.url)) return unreachable('refused');
    const document = await answered(url, response, limits);
    if (document === undefined) return unreachable('too-large');
    const contact = { url, kind, status: response.status, ...(response.redirected ? { finalUrl: response.url } : {}) };
    return { document, contact };
  } catch {
    signal?.throwIfAborted();
    if (timer.signal.aborted) return unreachable('timeout');
    // A browser does not tell a page which of the two it was.
    return unreachable('cors-or-network');
  } finally {
    clearTimeout(alarm);
    signal?.removeEventListener('abort', stop);
  }
}

/** What the host page has under this address. A page that fails to answer has nothing. */
async function suppliedDocument(
  url: string,
  kind: Contact['kind'],
  { fetcher, limits }: FetchContext,
  signal: AbortSignal | undefined,
): Promise<Fetched | undefined> {
  const given = await Promise.resolve(fetcher?.(url, kind, signal)).catch(() => undefined);
  signal?.throwIfAborted();
  if (given === undefined) return undefined;
  const document = await answered(url, given instanceof Response ? given : new Response(given as Uint8Array<ArrayBuffer>), limits);
  if (document === undefined) {
    return { document: { url, unreachable: 'too-large' }, contact: { url, kind, unreachable: 'too-large', by: 'page' } };
  }
  return { document, contact: { url, kind, status: document.status, by: 'page' } };
}

/** The answer as a document, or `undefined` when it is too large. */
async function answered(url: string, response: Response, { maxBytes }: FetchLimits): Promise<Answered | undefined> {
  const body = await readAtMost(response, maxBytes);
  if (body === undefined) return undefined;
  const contentType = response.headers.get('content-type');
  return { url, status: response.status, body, ...(contentType === null ? {} : { contentType }) };
}

/** The body, or `undefined` as soon as it is longer than `maxBytes`. */
async function readAtMost(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    return undefined;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > maxBytes) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(part.value);
  }
  const body = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    body.set(part, offset);
    offset += part.length;
  }
  return body;
}

/** Whether `url` is read over TLS or, where `allowLoopbackHttp` says so, over plain http from this very device. */
export function isSecure(url: string, allowLoopbackHttp: boolean): boolean {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  return protocol === 'https:' || (protocol === 'http:' && allowLoopbackHttp && isLoopback(url));
}

/** Whether the host of `url` is this very device. */
export function isLoopback(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}
