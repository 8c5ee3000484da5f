import { type Check, type CheckId, checkIds, type Code, type Outcome, type Report, type State, type Summary } from '../generated/report.js';

const GOOD: Record<CheckId, [Outcome, Code]> = {
  format: ['passed', 'badge-found'],
  structure: ['passed', 'structure-sound'],
  context: ['passed', 'context-known'],
  signature: ['passed', 'signature-good'],
  'issuer-binding': ['passed', 'key-bound'],
  validity: ['passed', 'no-expiry'],
  status: ['not-checked', 'status-not-declared'],
  image: ['not-checked', 'image-not-signed'],
  recipient: ['not-checked', 'recipient-not-asked'],
  endorsement: ['not-checked', 'no-endorsement'],
  trust: ['not-checked', 'trust-not-asked'],
};

/** What the sample credential says. */
export const summary: Summary = {
  id: 'urn:uuid:5b1f2f0e-3c58-4c0a-9a34-0a8f3a4d2b11',
  name: 'Laser cutter, level 1',
  description: 'Can set up the laser cutter and work with it alone.',
  language: 'en',
  achievement_id: 'https://badges.example/laser-1',
  criteria: { id: null, narrative: 'Passed the safety test.\nCut three pieces without help.' },
  image: null,
  issuer: { id: 'did:web:badges.example', name: 'Open Workshop', url: null, domain: 'badges.example' },
  valid_from: '2026-06-03T10:00:00Z',
  valid_until: null,
  awarded: null,
  recipient: { id: null, name: null, identity_types: [] },
  evidence: [],
  alignments: [],
  results: [],
};

/** How a check differs from a good one. */
type Change = Pick<Check, 'outcome' | 'code'> & Partial<Check>;

/** A report in which everything is good but the named checks. The state is the one that the core would answer. */
export function report(state: State, changes: Partial<Record<CheckId, Change>> = {}): Report {
  const checks = checkIds.map((id): Check => {
    const [outcome, code] = GOOD[id];
    const data = code === 'key-bound' ? { by: 'did-document', domain: 'badges.example' } : {};
    return { id, outcome, code, data, ...changes[id] };
  });
  const verdict = { genuine: 'verified', unchecked: 'unconfirmed' }[state as string] ?? 'not-verified';
  return {
    verdict: verdict as Report['verdict'],
    state,
    format: { container: 'png', encoding: 'json', version: '3.0', proof: 'eddsa-rdfc-2022' },
    credential: state === 'none' ? null : summary,
    checks,
  };
}
