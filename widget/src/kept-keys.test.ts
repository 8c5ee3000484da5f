import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from './engine.js';
import type { Contact, UnreachableReason } from './fetch-document.js';
import type { FetchedDocument, Report } from './generated/report.js';
import { byKeptKeys, keepKeys } from './kept-keys.js';
import type { Outcome } from './outcome.js';
import { viewReport } from './report.js';
import { report } from './testing/reports.js';

const KEY = 'https://badges.example/.well-known/did.json';
const LIST = 'https://badges.example/status/1';
const BADGE = new TextEncoder().encode('a badge');
const READ = new Date('2026-06-03T14:02:00Z');

/** As much of a browser's store as is used. */
class Store {
  readonly entries = new Map<string, Response>();
  put = async (url: string, response: Response) => void (this.entries.delete(url), this.entries.set(url, response));
  match = async (url: string) => this.entries.get(url)?.clone();
  delete = async (request: string | { url: string }) => this.entries.delete(typeof request === 'string' ? request : request.url);
  keys = async () => [...this.entries.keys()].map((url) => ({ url }));
}

let store: Store;
beforeEach(() => {
  store = new Store();
  vi.stubGlobal('caches', { open: () => Promise.resolve(store) });
});

const document = (url: string): FetchedDocument => ({ url, status: 200, body: new TextEncoder().encode('{}') });
const contact = (url: string, kind: Contact['kind'], change: Partial<Contact> = { status: 200 }): Contact => ({ url, kind, ...change });
const keep = () => keepKeys([document(KEY), document(LIST)], [contact(KEY, 'key'), contact(LIST, 'status')], READ);

/** What is said of a badge whose key could not be read, some days after it was. */
function says({ reason = 'offline', days = 1, answer = report('genuine') }: { reason?: UnreachableReason; days?: number; answer?: Report } = {}) {
  const incomplete = report('unchecked', { signature: { outcome: 'not-checked', code: 'document-unreachable' } });
  const outcome: Outcome = {
    report: incomplete,
    view: viewReport(incomplete),
    contacts: [contact(KEY, 'key', { unreachable: reason })],
    documents: [{ url: KEY, unreachable: reason }],
    checkedAt: new Date(READ.getTime() + days * 86_400_000),
    fileHash: undefined,
  };
  const engine: Engine = {
    verify: (_bytes, { documents = [] }) => (documents.some((read) => 'body' in read && read.url === KEY) ? answer : incomplete),
  };
  return byKeptKeys(BADGE, outcome, { engine });
}

describe('a key of an earlier day', () => {
  it('says that the signature is right, with the day on which it was read', async () => {
    await keep();
    expect(await says()).toEqual({ id: 'kept-key-fits', values: { date: READ } });
  });

  it('says that the content was changed', async () => {
    await keep();
    const answer = report('invalid', { signature: { outcome: 'failed', code: 'changed-after-signing' } });
    expect(await says({ answer })).toEqual({ id: 'kept-key-differs', values: { date: READ } });
  });

  it('says nothing of a badge that is not bound to it', async () => {
    await keep();
    const answer = report('invalid', { 'issuer-binding': { outcome: 'failed', code: 'key-not-listed' } });
    expect(await says({ answer })).toBeUndefined();
  });

  it('is not used after ninety days, and goes then', async () => {
    await keep();
    expect(await says({ days: 91 })).toBeUndefined();
    expect([...store.entries.keys()]).toEqual([]);
  });

  it('is not used where the page around refused to have the key read', async () => {
    await keep();
    expect(await says({ reason: 'refused' })).toBeUndefined();
  });

  it('was never kept: nothing is said', async () => {
    expect(await says()).toBeUndefined();
  });
});

describe('what is kept', () => {
  it('is keys alone, and no list of withdrawn badges', async () => {
    await keep();
    expect([...store.entries.keys()]).toEqual([KEY]);
  });

  it('is bounded: the keys that were read first go first', async () => {
    const urls = Array.from({ length: 210 }, (_, index) => `https://issuer-${index}.example/did.json`);
    await keepKeys(urls.map(document), urls.map((url) => contact(url, 'key')), READ);
    expect([...store.entries.keys()]).toEqual(urls.slice(10));
  });

  it('is no error page, and nothing where the browser has no store', async () => {
    await keepKeys([document(KEY)], [contact(KEY, 'key', { status: 404 })], READ);
    expect(store.entries.size).toBe(0);
    vi.stubGlobal('caches', undefined);
    await keep();
    expect(await says()).toBeUndefined();
  });
});
