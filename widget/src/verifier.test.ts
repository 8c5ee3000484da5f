import { describe, expect, it } from 'vitest';
import type { Report, VerifyOptions, Wanted } from './generated/report.js';
import { report } from './testing/reports.js';
import { type Engine, verifyBadge, type VerifyBadgeOptions } from './verifier.js';

const KEY = 'https://badges.example/.well-known/did.json';
const BADGE = new TextEncoder().encode('a badge');
const NOW = new Date('2026-06-03T14:02:00Z');

const want = (...wanted: (Partial<Wanted> & { url: string })[]): Report => ({
  ...report('unchecked', { 'issuer-binding': { outcome: 'not-checked', code: 'document-not-fetched' } }),
  wanted: wanted.map((entry) => ({ kind: 'key', accept: 'application/did+json', ...entry })),
});

/** A stand-in that wants one key, is content when it was read, and remembers what it was asked. */
class KeyWanted implements Engine {
  asked: VerifyOptions[] = [];

  verify(_bytes: Uint8Array, options: VerifyOptions): Report {
    this.asked.push(structuredClone(options));
    const [document] = options.documents ?? [];
    if (document === undefined) return want({ url: KEY });
    if ('unreachable' in document) {
      const data = { url: KEY, reason: document.unreachable };
      return report('unchecked', { 'issuer-binding': { outcome: 'not-checked', code: 'document-unreachable', data } });
    }
    return report('genuine');
  }
}

async function check(options: VerifyBadgeOptions) {
  const engine = new KeyWanted();
  const verification = await verifyBadge(BADGE, { engine, now: NOW, isOnline: () => true, ...options });
  return { ...verification, engine };
}

const answer = (body: BodyInit | null, init?: ResponseInit) => () => Promise.resolve(new Response(body, init));
/** A server that never answers, until the request is stopped. */
const silence: typeof fetch = (_input, init) =>
  new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));

describe('what is wanted', () => {
  it('is fetched, handed to the verifier, and listed', async () => {
    const { report, contacts, engine } = await check({
      fetch: answer('{}', { headers: { 'content-type': 'application/did+json' } }),
    });
    expect(report.state).toBe('genuine');
    expect(contacts).toEqual([{ url: KEY, kind: 'key', status: 200 }]);
    expect(engine.asked[1]).toMatchObject({
      now: '2026-06-03T14:02:00.000Z',
      documents: [{ url: KEY, status: 200, contentType: 'application/did+json', body: new TextEncoder().encode('{}') }],
    });
  });

  it('is not fetched when an earlier verification of the same badge read it, and leaves the budget to what is new', async () => {
    const known = Array.from({ length: 25 }, (_, index) => ({ url: `https://badges.example/${index}`, status: 200, body: new Uint8Array() }));
    const asked: string[] = [];
    const engine: Engine = {
      verify: (_bytes, { documents = [] }) =>
        documents.some(({ url }) => url === KEY) ? report('genuine') : want({ url: KEY }, { url: 'https://badges.example/1' }),
    };
    const fetch: typeof globalThis.fetch = (input) => (asked.push(String(input)), Promise.resolve(new Response('{}')));
    const { report: answer, contacts, documents } = await check({ engine, fetch, documents: known });
    expect(asked).toEqual([KEY]);
    expect(contacts).toHaveLength(1);
    expect(documents).toHaveLength(26);
    expect(answer.state).toBe('genuine');
  });

  it('is fetched anew, without credentials and without saying where from', async () => {
    const seen: RequestInit[] = [];
    await check({
      fetch: (_input, init) => {
        seen.push(init ?? {});
        return Promise.resolve(new Response('{}'));
      },
    });
    expect(seen).toMatchObject([
      { cache: 'no-cache', credentials: 'omit', referrerPolicy: 'no-referrer', headers: { accept: 'application/did+json' } },
    ]);
  });

  it('is given to the verifier with an error status too, which is an answer', async () => {
    const { contacts } = await check({ fetch: answer('gone', { status: 410 }) });
    expect(contacts).toEqual([{ url: KEY, kind: 'key', status: 410 }]);
  });

  it.each(['image', 'refresh'] as const)('is not fetched unasked when it is of the kind %s', async (kind) => {
    const engine: Engine = { verify: () => want({ url: KEY, kind }) };
    const { contacts } = await check({ engine, fetch: answer('{}') });
    expect(contacts).toEqual([]);
  });

  it('may be a newer version, when somebody asks for it', async () => {
    const asked: unknown[] = [];
    const engine: Engine = {
      verify: (_bytes, options) => {
        asked.push(options.refresh);
        return want({ url: KEY, kind: 'refresh' });
      },
    };
    const { contacts } = await check({ engine, fetch: answer('{}'), refresh: true });
    expect(contacts).toEqual([{ url: KEY, kind: 'refresh', status: 200 }]);
    expect(asked).toEqual([true, true]);
  });

  it('is fetched once, however often it is wanted', async () => {
    let requests = 0;
    const engine: Engine = { verify: () => want({ url: KEY }, { url: KEY }) };
    const { report } = await check({
      engine,
      fetch: () => {
        requests += 1;
        return Promise.resolve(new Response('{}'));
      },
    });
    expect(requests).toBe(1);
    expect(report.state).toBe('unchecked');
  });

  it('ends when each document leads to another', async () => {
    const engine: Engine = { verify: (_bytes, { documents = [] }) => want({ url: `${KEY}?${documents.length}` }) };
    const { contacts, report } = await check({ engine, fetch: answer('{}') });
    expect(contacts).toHaveLength(8);
    expect(report.state).toBe('unchecked');
  });

  it('is bounded in number', async () => {
    const many = Array.from({ length: 100 }, (_, index) => ({ url: `${KEY}?${index}` }));
    const { contacts } = await check({ engine: { verify: () => want(...many) }, fetch: answer('{}') });
    expect(contacts).toHaveLength(20);
  });
});

describe('who is asked', () => {
  it('is not the host of a list of withdrawn badges, where the caller says so', async () => {
    const engine: Engine = { verify: () => want({ url: KEY, kind: 'status' }) };
    expect((await check({ engine, fetch: answer('{}'), status: false })).contacts).toEqual([]);
    expect((await check({ engine, fetch: answer('{}') })).contacts).toEqual([{ url: KEY, kind: 'status', status: 200 }]);
  });

  it('is the host page first, which may have the document', async () => {
    const fetcher = (url: string) => (url === KEY ? new TextEncoder().encode('{}') : undefined);
    const { report, contacts } = await check({ fetcher, isOnline: () => false });
    expect(report.state).toBe('genuine');
    expect(contacts).toEqual([{ url: KEY, kind: 'key', status: 200, by: 'page' }]);
  });

  it('is the address itself where the host page has nothing, or fails', async () => {
    for (const fetcher of [() => undefined, () => Promise.reject(new Error('no'))]) {
      expect((await check({ fetcher, fetch: answer('{}') })).contacts).toEqual([{ url: KEY, kind: 'key', status: 200 }]);
    }
  });

  it('is the relay in place of the address, with the address and what it is for', async () => {
    const asked: string[] = [];
    const { report, contacts, engine } = await check({
      relay: 'https://relay.example/relay',
      fetch: (input) => {
        asked.push(String(input));
        return Promise.resolve(Response.json({ status: 200, contentType: 'application/did+json', body: btoa('{}') }));
      },
    });
    expect(asked).toEqual([`https://relay.example/relay?kind=key&url=${encodeURIComponent(KEY)}`]);
    expect(contacts).toEqual([{ url: KEY, kind: 'key', status: 200, by: 'relay' }]);
    expect(engine.asked[1]?.documents).toEqual([
      { url: KEY, status: 200, contentType: 'application/did+json', body: new TextEncoder().encode('{}') },
    ]);
    expect(report.state).toBe('genuine');
  });

  it.each([
    ['timeout', '{"unreachable": "timeout"}', 200],
    ['refused', '{"unreachable": "refused"}', 200],
    ['cors-or-network', '{"unreachable": "something new"}', 200],
    ['cors-or-network', '{"status": 200, "body": "%"}', 200],
    ['cors-or-network', 'not JSON', 200],
    ['cors-or-network', '{"status": 200, "body": "e30="}', 429],
  ])('hears from a relay that the document is unread: %s, of %s', async (reason, body, status) => {
    const { report, contacts } = await check({ relay: 'https://relay.example/', fetch: answer(body, { status }) });
    expect(report.state).toBe('unchecked');
    expect(contacts).toEqual([{ url: KEY, kind: 'key', unreachable: reason, by: 'relay' }]);
  });

  it('is never a relay for anything but keys and lists', async () => {
    const asked: string[] = [];
    const engine: Engine = { verify: () => want({ url: KEY, kind: 'hosted' }) };
    const fetch = (input: RequestInfo | URL) => (asked.push(String(input)), Promise.resolve(new Response('{}')));
    await check({ engine, relay: 'https://relay.example/', fetch });
    expect(asked).toEqual([KEY]);
  });
});

describe('what cannot be read is never genuine, and says why', () => {
  const cases: [string, VerifyBadgeOptions][] = [
    ['offline', { isOnline: () => false, fetch: answer('{}') }],
    ['cors-or-network', { fetch: () => Promise.reject(new TypeError('Failed to fetch')) }],
    ['timeout', { fetch: silence, limits: { timeoutMs: 5 } }],
    ['too-large', { fetch: answer('0123456789'), limits: { maxBytes: 9 } }],
    ['too-large', { fetch: answer('', { headers: { 'content-length': '10' } }), limits: { maxBytes: 9 } }],
    ['refused', { mayFetch: () => false, fetch: answer('{}') }],
  ];
  it.each(cases)('%s', async (reason, options) => {
    const { report, contacts } = await check(options);
    expect(report.state).toBe('unchecked');
    expect(contacts).toEqual([{ url: KEY, kind: 'key', unreachable: reason }]);
  });
});

describe('an address', () => {
  const contactsOf = async (url: string, options: VerifyBadgeOptions = {}) => {
    const engine: Engine = { verify: () => want({ url }) };
    return (await check({ engine, fetch: answer('{}'), ...options })).contacts;
  };

  it.each(['http://badges.example/did.json', 'file:///etc/passwd', 'data:application/json,{}', 'not an address'])(
    'is refused unless it is https: %s',
    async (url) => {
      expect(await contactsOf(url)).toMatchObject([{ unreachable: 'refused' }]);
    },
  );

  it('on this device is read over http only where that is allowed', async () => {
    const url = 'http://127.0.0.1:8080/.well-known/did.json';
    expect(await contactsOf(url, { allowLoopbackHttp: true })).toMatchObject([{ status: 200 }]);
    expect(await contactsOf(url, { allowLoopbackHttp: false })).toMatchObject([{ unreachable: 'refused' }]);
    expect(await contactsOf('http://127.0.0.1.example/', { allowLoopbackHttp: true })).toMatchObject([
      { unreachable: 'refused' },
    ]);
  });

  it('that redirects to one without TLS is refused', async () => {
    const redirected = Object.defineProperties(new Response('{}'), {
      redirected: { value: true },
      url: { value: 'http://badges.example/did.json' },
    });
    expect(await contactsOf(KEY, { fetch: () => Promise.resolve(redirected) })).toMatchObject([{ unreachable: 'refused' }]);
  });
});

describe('stopping', () => {
  it('before the start asks nobody', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(check({ signal, fetch: answer('{}') })).rejects.toThrow('stopped');
  });

  it('during a request ends it at once', async () => {
    const stopper = new AbortController();
    const running = check({ signal: stopper.signal, fetch: silence });
    stopper.abort(new Error('stopped'));
    await expect(running).rejects.toThrow('stopped');
  });
});
