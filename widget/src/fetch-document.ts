import type { FetchedDocument, WantedKind } from './generated/report.js';

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
}

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
  /** Which addresses may be read at all, wherever a redirect leads. */
  isAllowed: (url: string) => boolean;
}

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
  if (!context.isOnline() && !isLoopback(url)) return unreachable('offline');

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
    const body = await readAtMost(response, limits.maxBytes);
    if (body === undefined) return unreachable('too-large');
    const contentType = response.headers.get('content-type');
    return {
      document: { url, status: response.status, body, ...(contentType === null ? {} : { contentType }) },
      contact: { url, kind, status: response.status, ...(response.redirected ? { finalUrl: response.url } : {}) },
    };
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
