import { type Contact, type FetchContext, type Fetched, fetchDocument, type UnreachableReason } from './fetch-document.js';

/** The kinds of documents that a relay answers for. A badge is never among them. */
const RELAYED: readonly Contact['kind'][] = ['key', 'status'];
/** Reasons that a relay gives, as this page says them; any other is said as no answer. */
const REASONS: Record<string, UnreachableReason> = { timeout: 'timeout', 'too-large': 'too-large', refused: 'refused' };

/** What a relay answers: the document, or why there is none. */
type Answer = { status: number; contentType?: string; body: Uint8Array } | { unreachable: string };

/** Whether a relay may be asked for documents of this kind. */
export function isRelayed(kind: Contact['kind']): boolean {
  return RELAYED.includes(kind);
}

/** Reads a key or a list through the relay, which is told the address and what it is for, and nothing else. */
export async function relayedDocument(
  url: string,
  kind: Contact['kind'],
  relay: string,
  context: FetchContext,
  signal: AbortSignal | undefined,
): Promise<Fetched> {
  const address = new URL(relay, globalThis.document?.baseURI);
  address.searchParams.set('kind', kind);
  address.searchParams.set('url', url);
  const asked = await fetchDocument(address.href, kind, 'application/json', { ...context, ...direct(context, address) }, signal);
  const answer = 'body' in asked.document && asked.document.status === 200 ? parse(asked.document.body) : undefined;
  if (answer === undefined || 'unreachable' in answer) {
    const unreachable = REASONS[answer?.unreachable ?? ''] ?? asked.contact.unreachable ?? 'cors-or-network';
    return { document: { url, unreachable }, contact: { url, kind, unreachable, by: 'relay' } };
  }
  const { status, contentType, body } = answer;
  return {
    document: { url, status, body, ...(contentType === undefined ? {} : { contentType }) },
    contact: { url, kind, status, by: 'relay' },
  };
}

/** The relay itself is asked as any address is; it may be on the page's own server. */
function direct({ isAllowed, limits }: FetchContext, relay: URL): Partial<FetchContext> {
  const isOwn = (address: string) => URL.canParse(address) && new URL(address).origin === globalThis.location?.origin;
  return {
    relay: undefined,
    fetcher: undefined,
    isAllowed: (address) => isAllowed(address) || (isOwn(relay.href) && isOwn(address)),
    // What it answers is written in base64, with some words around it.
    limits: { ...limits, maxBytes: Math.ceil((limits.maxBytes * 4) / 3) + 1_000 },
  };
}

function parse(body: Uint8Array): Answer | undefined {
  try {
    const { unreachable, status, contentType, body: text } = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>;
    if (typeof unreachable === 'string') return { unreachable };
    if (typeof status !== 'number' || typeof text !== 'string') return undefined;
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return { status, body: bytes, ...(typeof contentType === 'string' ? { contentType } : {}) };
  } catch {
    return undefined;
  }
}
