import type { Nested, Report, State } from './generated/report.js';
import { type Phrase, viewReport } from './report.js';

/** A credential inside the badge, for people. */
export interface Inside {
  relation: Nested['relation'];
  state: State;
  /** What it is about. */
  title: Phrase | string;
  /** The answer in a few words. */
  word: Phrase;
  /** Who made it and when; or why it is not good. */
  sentences: Phrase[];
  /** What an endorser says. Only a genuine endorsement says anything. */
  comment: string | undefined;
  inside: Inside[];
}

/** Arranges the reports inside a report, each by its own outcomes. */
export function viewInside(report: Report): Inside[] {
  return (report.nested ?? []).map(viewOne);
}

function viewOne({ relation, pointer, report }: Nested): Inside {
  const { state, isConfirmed, sentences } = viewReport(report);
  const isEndorsement = relation === 'endorsement';
  const name = report.credential?.name ?? null;
  return {
    relation,
    state,
    title: isEndorsement
      ? { id: 'endorsement-of', values: { what: endorsedPart(pointer) } }
      : (name ?? { id: 'badge-unnamed' }),
    word: { id: `state-${state}` },
    sentences: isConfirmed ? sentences : [...sentences, ...claimed(report)],
    comment: isEndorsement && isConfirmed ? (report.credential?.description ?? undefined) : undefined,
    inside: viewInside(report),
  };
}

/** What the endorsement stands beside, by its place in the badge. */
function endorsedPart(pointer: string): 'badge' | 'achievement' | 'issuer' | 'none' {
  const place = pointer.replace(/\/endorsement(Jwt)?(\/\d+)?$/, '');
  switch (place) {
    case '':
      return 'badge';
    case '/credentialSubject/achievement':
      return 'achievement';
    case '/issuer':
      return 'issuer';
    default:
      return 'none';
  }
}

/** Whom it names as its issuer, as no more than a claim. */
function claimed({ credential }: Report): Phrase[] {
  const issuer = credential?.issuer?.name ?? credential?.issuer?.id ?? null;
  return issuer === null ? [] : [{ id: 'inside-claims', values: { issuer } }];
}
