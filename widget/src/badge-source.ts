import { type Contact, DEFAULT_LIMITS, fetchDocument } from './fetch-document.js';
import type { Phrase } from './report.js';
import { fetchContext, isSameOrigin } from './surroundings.js';
import type { VerifyBadgeOptions } from './verifier.js';

/** Where an element has its badge from; the first that is given counts. */
export interface BadgeSource {
  file: Blob | undefined;
  /** The text of a child `<script type="application/vc">`. */
  inline: string | undefined;
  src: string;
}

/** The file itself could not be read; nothing is known about the badge. */
export class Unread extends Error {
  constructor(
    readonly code: string,
    readonly phrase: Phrase,
  ) {
    super(code);
  }
}

/** The text of the badge that the page has put inside the element, if it has. */
export function inlineBadge(element: Element): string | undefined {
  const text = element.querySelector(':scope > script[type="application/vc"]')?.textContent?.trim();
  return text === '' ? undefined : text;
}

/**
 * The badge's bytes, and the addresses that were contacted to get them.
 *
 * @throws {Unread} when it is too large, or its address gives nothing
 */
export async function readBadge(
  { file, inline, src }: BadgeSource,
  options: VerifyBadgeOptions,
): Promise<{ bytes: Uint8Array; contacts: Contact[] }> {
  const maxBytes = options.limits?.maxBytes ?? DEFAULT_LIMITS.maxBytes;
  const blob = file ?? (inline === undefined ? undefined : new Blob([inline]));
  if (blob !== undefined) {
    if (blob.size > maxBytes) throw unread('too-large', undefined, '');
    const bytes = await blob.arrayBuffer().catch(() => {
      throw unread('unreadable', undefined, '');
    });
    return { bytes: new Uint8Array(bytes), contacts: [] };
  }
  const url = new URL(src, document.baseURI).href;
  if (url.startsWith('data:')) return { bytes: dataBytes(url, maxBytes), contacts: [] };
  const context = fetchContext(options);
  const { document: answer, contact } = await fetchDocument(
    url,
    'badge',
    '*/*',
    { ...context, isAllowed: (address) => isSameOrigin(address) || context.isAllowed(address) },
    options.signal,
  );
  if ('body' in answer && answer.status === 200) return { bytes: answer.body, contacts: [contact] };
  throw unread(contact.unreachable ?? 'answered-with-error', contact.status, new URL(url).host);
}

/** A data URL is read right here: a page's policy may keep `fetch` from it. */
function dataBytes(url: string, maxBytes: number): Uint8Array {
  const [, encoding, data] = /^data:[^,]*?(;base64)?,(.*)$/su.exec(url) ?? [];
  let bytes: Uint8Array;
  try {
    const text = decodeURIComponent(data ?? '');
    bytes = encoding === undefined ? new TextEncoder().encode(text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    throw unread('unreadable', undefined, '');
  }
  if (bytes.byteLength > maxBytes) throw unread('too-large', undefined, '');
  return bytes;
}

function unread(reason: string, status: number | undefined, host: string): Unread {
  return new Unread(`badge-${reason}`, { id: 'badge-unread', values: { reason, status: String(status ?? 'none'), host } });
}
