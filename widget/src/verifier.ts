import { type Engine, loadEngine } from './engine.js';
import { type Contact, type FetchContext, type Fetcher, type FetchLimits, fetchDocument } from './fetch-document.js';
import type { FetchedDocument, Report, VerifyOptions, Wanted, WantedKind } from './generated/report.js';
import { allowsLoopbackHttp, fetchContext } from './surroundings.js';

export { type Engine, loadEngine } from './engine.js';
export type { Contact, Fetcher, FetchLimits, UnreachableReason } from './fetch-document.js';
export type * from './generated/report.js';

/** How often documents may lead to further documents. */
const MAX_ROUNDS = 8;
/** How many addresses one badge may make this page contact. */
const MAX_DOCUMENTS = 20;
/** What is read without asking. A picture or a newer version is read only when somebody asks for it. */
const READ_WITHOUT_ASKING: readonly WantedKind[] = ['key', 'status', 'hosted'];

/** What a caller may choose. */
export interface VerifyBadgeOptions {
  /** The time to verify at; by default, this device's. */
  now?: Date;
  /** An identity that the badge must have been given to. It does not leave the page. */
  recipient?: string;
  /** Stops the work; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Asked before each request; `false` keeps the address from being contacted. */
  mayFetch?: FetchContext['mayFetch'];
  /** Asked for each document first: the host page may have the bytes. `undefined` leaves it to the network. */
  fetcher?: Fetcher;
  /**
   * The address of a relay that reads keys and lists where a page cannot. It is told their addresses, never the
   * badge; with it, none of them is asked directly.
   */
  relay?: string;
  /** Whether to read the issuer's list of withdrawn badges; by default, yes. Its host learns that somebody looks. */
  status?: boolean;
  /** Stands in for the browser's `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Whether the device has a network; by default, what the browser says. */
  isOnline?: () => boolean;
  limits?: Partial<FetchLimits>;
  /** Whether to look for a newer version of the badge where its issuer offers one, and to answer for that one. */
  refresh?: boolean;
  /** Whether to fetch a picture that the issuer signed, to compare it. Its host learns that somebody looks at it. */
  fetchImages?: boolean;
  /** Registers of issuers that the caller trusts: the text of each file. */
  registers?: readonly string[];
  /** What an earlier verification of the same badge read; it is not read again. */
  documents?: readonly FetchedDocument[];
  /** By default, true in a page that is itself on a loopback host. */
  allowLoopbackHttp?: boolean;
  /** Stands in for the WebAssembly module. */
  engine?: Engine;
}

/** A report, and how it came about. */
export interface Verification {
  report: Report;
  /** Every address that was contacted, or refused, in order. */
  contacts: Contact[];
  /** What was read there, and what was not; with what the caller gave. */
  documents: FetchedDocument[];
  /** The time that the badge was verified at. */
  checkedAt: Date;
}

/**
 * Verifies the badge in `bytes`: asks the verifier, fetches the documents it wants, and asks again, until nothing
 * more is wanted or the budget is spent. What could not be read leaves its check at `not-checked`; it never
 * makes a badge look better or worse.
 */
export async function verifyBadge(bytes: Uint8Array, options: VerifyBadgeOptions = {}): Promise<Verification> {
  const engine = options.engine ?? (await loadEngine());
  const context = fetchContext(options);
  const checkedAt = options.now ?? new Date();
  const documents: FetchedDocument[] = [...(options.documents ?? [])];
  const contacts: Contact[] = [];
  const request: VerifyOptions = {
    now: checkedAt.toISOString(),
    documents,
    allowLoopbackHttp: allowsLoopbackHttp(options),
    ...(options.refresh === undefined ? {} : { refresh: options.refresh }),
    ...(options.recipient === undefined ? {} : { recipient: options.recipient }),
    ...(options.fetchImages === undefined ? {} : { fetchImages: options.fetchImages }),
    ...(options.registers === undefined ? {} : { registers: [...options.registers] }),
  };
  const kinds = kindsToRead(options);
  let report = await ask(engine, bytes, request, options.signal);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const wanted = unread(report, documents, kinds).slice(0, MAX_DOCUMENTS - contacts.length);
    if (wanted.length === 0) break;
    const fetched = await Promise.all(
      wanted.map(({ url, kind, accept }) => fetchDocument(url, kind, accept, context, options.signal)),
    );
    documents.push(...fetched.map(({ document }) => document));
    contacts.push(...fetched.map(({ contact }) => contact));
    report = await ask(engine, bytes, request, options.signal);
  }
  return { report, contacts, documents, checkedAt };
}

function kindsToRead({ refresh, fetchImages, status }: VerifyBadgeOptions): WantedKind[] {
  const kinds = READ_WITHOUT_ASKING.filter((kind) => kind !== 'status' || status !== false);
  if (refresh === true) kinds.push('refresh');
  if (fetchImages === true) kinds.push('image');
  return kinds;
}

async function ask(engine: Engine, bytes: Uint8Array, request: VerifyOptions, signal: AbortSignal | undefined): Promise<Report> {
  signal?.throwIfAborted();
  const report = await engine.verify(bytes, request);
  signal?.throwIfAborted();
  return report;
}

/** What the report wants that was not asked for yet. */
function unread(report: Report, documents: FetchedDocument[], kinds: readonly WantedKind[]): Wanted[] {
  const asked = new Set(documents.map(({ url }) => url));
  return (report.wanted ?? []).filter(({ url, kind }) => kinds.includes(kind) && !asked.has(url) && asked.add(url));
}
