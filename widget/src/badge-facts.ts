import type { Report } from './generated/report.js';
import type { Outcome } from './outcome.js';
import { VERSION } from './version.js';

/** What a badge says, for the scripts of a host page: text only, and untrusted. What is absent has no member. */
export type BadgeFacts = Partial<Record<FactName, string>>;

type FactName =
  | 'id'
  | 'name'
  | 'description'
  | 'language'
  | 'criteria'
  | 'image'
  | 'issuerId'
  | 'issuerName'
  | 'issuerDomain'
  | 'recipientName'
  | 'awarded'
  | 'validFrom'
  | 'validUntil';

/** The facts of the badge that a report is about; `undefined` when no credential could be read. */
export function badgeFacts({ credential }: Report): BadgeFacts | undefined {
  if (credential === null) return undefined;
  const facts: Record<FactName, string | null | undefined> = {
    id: credential.id,
    name: credential.name,
    description: credential.description,
    language: credential.language,
    criteria: credential.criteria?.narrative,
    image: credential.image?.id,
    issuerId: credential.issuer?.id,
    issuerName: credential.issuer?.name,
    issuerDomain: credential.issuer?.domain,
    recipientName: credential.recipient.name,
    awarded: credential.awarded,
    validFrom: credential.valid_from,
    validUntil: credential.valid_until,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value === 'string')) as BadgeFacts;
}

/** A finished verification as JSON, to be kept: what the page shows under "What was checked", and how it was made. */
export function outcomeJson({ report, contacts, checkedAt, fileHash }: Outcome): string {
  const { wanted: _, ...answer } = report;
  const record = { verifier: `Blason ${VERSION}`, checkedAt: checkedAt.toISOString(), fileHash, ...answer, contacts };
  return JSON.stringify(record, null, 2);
}
