import { fileSha256 } from './file.js';
import type { Contact } from './fetch-document.js';
import type { Check, FetchedDocument, Report } from './generated/report.js';
import { type ReportView, viewReport } from './report.js';
import { verifyBadge, type VerifyBadgeOptions } from './verifier.js';

/** One finished verification: everything that an element shows or tells. */
export interface Outcome {
  report: Report;
  view: ReportView;
  contacts: Contact[];
  /** What was read, so that a further question about the badge reads nothing twice. */
  documents: FetchedDocument[];
  checkedAt: Date;
  /** SHA-256 of the file in hexadecimal; absent in a page without a secure context. */
  fileHash: string | undefined;
}

/** The detail of the event `open-badge-load`. Text in it is the badge's: untrusted. */
export interface LoadDetail {
  format: Report['format']['container'];
  version: string | null;
  name: string | null;
  issuerId: string | null;
}

/** The detail of the event `open-badge-fetch`: the address that is about to be asked, and what for. */
export type FetchDetail = Pick<Contact, 'url' | 'kind'>;

/** The detail of the event `open-badge-check`. */
export interface CheckDetail {
  check: Check['id'];
  outcome: Check['outcome'];
  code: Check['code'];
}

/** The detail of the event `open-badge-recipient`: `null` where nothing could be compared. Who was typed is not told. */
export interface RecipientDetail {
  matched: boolean | null;
}

/** The detail of the event `open-badge-error`. */
export interface ErrorDetail {
  code: string;
  where: 'badge' | 'verifier';
}

/** The detail of the event `open-badge-result`. */
export interface ResultDetail {
  state: Report['state'];
  codes: Record<string, string>;
  checkedAt: string;
  fileHash: string | undefined;
}

/** Verifies the badge and arranges the answer. `earlier` are addresses contacted to get at the file itself. */
export async function conclude(
  bytes: Uint8Array,
  options: VerifyBadgeOptions,
  earlier: Contact[] = [],
): Promise<Outcome> {
  const [{ report, contacts, documents, checkedAt }, fileHash] = await Promise.all([
    verifyBadge(bytes, options),
    fileSha256(bytes),
  ]);
  return { report, view: viewReport(report), contacts: [...earlier, ...contacts], documents, checkedAt, fileHash };
}

/** What a host page is told: codes, never the badge's text. */
export function resultDetail({ report, checkedAt, fileHash }: Outcome): ResultDetail {
  return {
    state: report.state,
    codes: Object.fromEntries(report.checks.map(({ id, code }) => [id, code])),
    checkedAt: checkedAt.toISOString(),
    fileHash,
  };
}

/** Tells the host page about a finished verification: what was loaded, each check, the result. */
export function announce(element: HTMLElement, outcome: Outcome): void {
  const { format, credential, checks } = outcome.report;
  if (credential !== null) {
    const detail: LoadDetail = {
      format: format.container,
      version: format.version,
      name: credential.name,
      issuerId: credential.issuer?.id ?? null,
    };
    dispatch(element, 'open-badge-load', detail);
  }
  for (const { id, outcome: answer, code } of checks) {
    dispatch(element, 'open-badge-check', { check: id, outcome: answer, code } satisfies CheckDetail);
  }
  dispatch(element, 'open-badge-result', resultDetail(outcome));
}

/** Dispatches an event that bubbles out of the shadow tree; `false` when the host page cancelled it. */
export function dispatch(element: HTMLElement, type: string, detail: unknown, cancelable = false): boolean {
  return element.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
}
