import type { Contact } from './fetch-document.js';
import type { CheckId, FetchedDocument } from './generated/report.js';
import type { Outcome } from './outcome.js';
import type { Phrase } from './report.js';
import { verifyBadge, type VerifyBadgeOptions } from './verifier.js';

/** The browser's store of keys that this page has read; the number changes with the shape of what is in it. */
const STORE = 'open-badge-keys-1';
/** The header under which an entry says when it was read. */
const READ_AT = 'x-read-at';
const MAX_AGE_MS = 90 * 24 * 60 * 60 * 1_000;
const MAX_KEYS = 200;

/** A key's document as it was read on an earlier day. */
export interface KeptKey {
  document: FetchedDocument;
  readAt: Date;
}

/**
 * Keeps the documents of keys that were read, for a day without network. Only keys: an old list of withdrawn badges
 * would say nothing about today. Where a browser keeps nothing, that is no fault.
 */
export async function keepKeys(documents: FetchedDocument[], contacts: Contact[], readAt: Date): Promise<void> {
  const keys = new Set(contacts.filter(({ kind, status }) => kind === 'key' && status === 200).map(({ url }) => url));
  const read = documents.filter((document) => keys.has(document.url));
  if (read.length === 0) return;
  try {
    const store = await caches.open(STORE);
    for (const document of read) {
      if (!('body' in document)) continue;
      const headers = { 'content-type': document.contentType ?? '', [READ_AT]: readAt.toISOString() };
      await store.put(document.url, new Response(document.body as Uint8Array<ArrayBuffer>, { headers }));
    }
    // The store gives its entries in the order in which they came: the first are the oldest.
    const stored = await store.keys();
    for (const request of stored.slice(0, Math.max(0, stored.length - MAX_KEYS))) await store.delete(request);
  } catch {
    // No secure context, a private window, or no room left.
  }
}

/** The keys that were kept of those that could not be read now. */
async function keptKeys(contacts: Contact[], now: Date): Promise<KeptKey[]> {
  const missing = contacts.filter(({ kind, unreachable }) => kind === 'key' && unreachable !== undefined && unreachable !== 'refused');
  if (missing.length === 0) return [];
  try {
    const store = await caches.open(STORE);
    const found = await Promise.all(missing.map(({ url }) => read(store, url, now)));
    return found.filter((key) => key !== undefined);
  } catch {
    return [];
  }
}

async function read(store: Cache, url: string, now: Date): Promise<KeptKey | undefined> {
  const response = await store.match(url);
  const readAt = new Date(response?.headers.get(READ_AT) ?? '');
  if (response === undefined || Number.isNaN(readAt.getTime())) return undefined;
  if (now.getTime() - readAt.getTime() > MAX_AGE_MS) {
    await store.delete(url);
    return undefined;
  }
  const contentType = response.headers.get('content-type') ?? '';
  const body = new Uint8Array(await response.arrayBuffer());
  return { document: { url, status: 200, body, ...(contentType === '' ? {} : { contentType }) }, readAt };
}

/**
 * What the signature is by a key of an earlier day, for a badge whose key could not be read now. It is a sentence
 * beside the answer and never an answer: the key may have been taken back since.
 */
export async function byKeptKeys(
  bytes: Uint8Array,
  { report, contacts, documents, checkedAt }: Outcome,
  options: VerifyBadgeOptions,
): Promise<Phrase | undefined> {
  if (report.state !== 'unchecked') return undefined;
  const kept = await keptKeys(contacts, checkedAt);
  const oldest = [...kept].sort((a, b) => a.readAt.getTime() - b.readAt.getTime())[0];
  if (oldest === undefined) return undefined;
  const isKept = (url: string) => kept.some(({ document }) => document.url === url);
  const evidence = [...documents.filter(({ url }) => !isKept(url)), ...kept.map(({ document }) => document)];
  const again = await verifyBadge(bytes, { ...options, now: checkedAt, documents: evidence, mayFetch: () => false });
  const outcomes = new Map(again.report.checks.map(({ id, outcome }) => [id, outcome]));
  const values = { date: oldest.readAt };
  if (outcomes.get('signature') === 'failed') return { id: 'kept-key-differs', values };
  const isGood = (id: CheckId) => ['passed', 'warning'].includes(outcomes.get(id) ?? '');
  return isGood('signature') && isGood('issuer-binding') ? { id: 'kept-key-fits', values } : undefined;
}
