import { type Contact, fetchDocument } from './fetch-document.js';
import { fetchContext, isSameOrigin } from './surroundings.js';
import type { VerifyBadgeOptions } from './verifier.js';

/** A register that the page's host chose: its text as the verifier takes it, if it could be read. */
interface RegisterFile {
  text: string | undefined;
  contact: Contact;
}

const files = new Map<string, Promise<RegisterFile>>();

/**
 * The registers of issuers at the addresses that the page's host chose, each read once for the page. One that cannot
 * be read is left out: the issuer is then unknown to it, which says nothing against anybody.
 */
export async function readRegisters(
  addresses: string,
  options: VerifyBadgeOptions,
): Promise<{ registers: string[]; contacts: Contact[] }> {
  const urls = addresses.split(/[\s,]+/).filter(Boolean);
  const read = await Promise.all(urls.map((url) => readOnce(new URL(url, document.baseURI).href, options)));
  return {
    registers: read.map(({ text }) => text).filter((text) => text !== undefined),
    contacts: read.map(({ contact }) => contact),
  };
}

function readOnce(url: string, options: VerifyBadgeOptions): Promise<RegisterFile> {
  const known = files.get(url);
  if (known !== undefined) return known;
  const reading = readRegister(url, options);
  files.set(url, reading);
  // One that could not be read is asked for again with the next badge.
  void reading.then(({ text }) => text ?? files.delete(url));
  return reading;
}

/** One register. It is for the whole page, so the end of one badge's verification does not stop it. */
async function readRegister(url: string, { signal: _, ...options }: VerifyBadgeOptions): Promise<RegisterFile> {
  const context = fetchContext(options);
  const isAllowed = (address: string) => isSameOrigin(address) || context.isAllowed(address);
  const { document, contact } = await fetchDocument(url, 'register', 'application/json', { ...context, isAllowed });
  const text = 'body' in document && document.status === 200 ? strictJson(document.body) : undefined;
  if (text === undefined) console.warn(`open-badge: ${url} is no register of issuers, or cannot be read`);
  return { text, contact };
}

/** The register written again without what the verifier refuses, such as a member named twice. */
function strictJson(body: Uint8Array): string | undefined {
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(body));
    return isRegister(content) ? JSON.stringify(content) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the content is a list of identifiers, a register, or a list of registers. */
function isRegister(content: unknown): boolean {
  return Array.isArray(content) ? content.every(isOne) || content.every(isIssuer) : isOne(content);
}

function isOne(register: unknown): boolean {
  const { name, issuers } = (register ?? {}) as { name?: unknown; issuers?: unknown };
  return ['string', 'undefined'].includes(typeof name) && Array.isArray(issuers) && issuers.every(isIssuer);
}

function isIssuer(issuer: unknown): boolean {
  return typeof issuer === 'string' || typeof (issuer as { id?: unknown } | null)?.id === 'string';
}
