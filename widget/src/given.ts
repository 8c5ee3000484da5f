import { type Contact, DEFAULT_LIMITS, fetchDocument } from './fetch-document.js';
import type { Phrase } from './report.js';
import { fetchContext, isSameOrigin } from './surroundings.js';
import type { VerifyBadgeOptions } from './verifier.js';

/** How many files are taken at once. */
export const MAX_FILES = 5_000;
/** How deeply the folders of a drop are searched. */
const MAX_DEPTH = 16;

/** Bytes to verify, and how they came here. */
export interface Given {
  bytes: Uint8Array;
  /** The addresses that were contacted to get them. */
  contacts: Contact[];
  /** What the file is called, where it is a file. */
  name: string | undefined;
  /** The public address of the badge, where it was given by one. */
  link: string | undefined;
}

/** Why nothing was taken, in words for the reader. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly phrase: Phrase,
  ) {
    super(code);
  }
}

/**
 * Reads a file.
 *
 * @throws {Refusal} when it is larger than `maxBytes`, or the browser cannot open it
 */
export async function readFile(file: Blob, maxBytes = DEFAULT_LIMITS.maxBytes): Promise<Given> {
  if (file.size > maxBytes) {
    throw new Refusal('too-large', { id: 'error-too-large', values: { limit: maxBytes / 1_000_000 } });
  }
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Refusal('unreadable-file', { id: 'error-unreadable-file' });
  });
  const name = file instanceof File ? file.name : undefined;
  return { bytes: new Uint8Array(bytes), contacts: [], name, link: undefined };
}

/**
 * Reads the badge that a link leads to.
 *
 * @throws {Refusal} when nothing was read there
 */
export async function readLink(url: string, options: VerifyBadgeOptions): Promise<Given> {
  const context = fetchContext(options);
  const isAllowed = (address: string) => isSameOrigin(address) || context.isAllowed(address);
  const { document, contact } = await fetchDocument(url, 'badge', '*/*', { ...context, isAllowed }, options.signal);
  if ('body' in document && document.status === 200) {
    return { bytes: document.body, contacts: [contact], name: undefined, link: url };
  }
  const reason = contact.unreachable ?? 'none';
  const values = { reason, status: String(contact.status ?? 'none'), host: new URL(url).host };
  throw new Refusal(`link-${contact.unreachable ?? 'answered-with-error'}`, { id: 'error-link', values });
}

/** The address that a text consists of, or `undefined` when it is something else, such as a badge's own text. */
export function linkIn(text: string): string | undefined {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed) ? trimmed : undefined;
}

/**
 * The files that were dropped or pasted, those in folders included, in the order of their names. Files that a system
 * hides are no badges. Call it while the event is handled: browsers empty `data` after that.
 */
export async function filesIn(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) return [...data.files];
  const files: File[] = [];
  for (const entry of entries) {
    if (entry !== null) await collect(entry, files, 0);
  }
  return files;
}

async function collect(entry: FileSystemEntry, files: File[], depth: number): Promise<void> {
  if (files.length > MAX_FILES || depth > MAX_DEPTH || entry.name.startsWith('.')) return;
  if (entry.isFile) {
    const file = await new Promise<File | undefined>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined)),
    );
    if (file !== undefined) files.push(file);
    return;
  }
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) await collect(child, files, depth + 1);
}

/** A folder's content. Browsers hand it out in parts, and an empty part ends it. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (part.length === 0) break;
    children.push(...part);
  }
  return children.sort((a, b) => a.name.localeCompare(b.name));
}
