import { DEFAULT_LIMITS, type FetchContext, isLoopback, isSecure } from './fetch-document.js';
import type { VerifyBadgeOptions } from './verifier.js';

/** The surroundings of a fetch: this browser's, except for what the caller chose. */
export function fetchContext(options: VerifyBadgeOptions): FetchContext {
  return {
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    isOnline: options.isOnline ?? (() => globalThis.navigator?.onLine !== false),
    mayFetch: options.mayFetch ?? (() => true),
    fetcher: options.fetcher,
    relay: options.relay,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    isAllowed: (url) => isSecure(url, allowsLoopbackHttp(options)),
  };
}

/** Whether `url` is on the page's own server, which it is read from whatever the scheme. */
export function isSameOrigin(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === globalThis.location?.origin;
}

/** What the caller chose; by default, whether the page itself is on a loopback host. */
export function allowsLoopbackHttp({ allowLoopbackHttp }: VerifyBadgeOptions): boolean {
  return allowLoopbackHttp ?? isLoopback(globalThis.location?.href ?? '');
}
