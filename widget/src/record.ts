import { type Localizer, quoted } from './localize.js';
import type { Outcome } from './outcome.js';
import { VERSION } from './version.js';

/** The facts that a printed or saved result must carry, in the order in which they are read: label and value. */
export function facts({ report, view, checkedAt, fileHash }: Outcome, fileName: string | undefined, { say, write }: Localizer): [string, string][] {
  const all: [string, string | null | undefined][] = [
    ['record-result', say(view.headline)],
    ['record-time', write({ moment: checkedAt })],
    ['record-file', fileName],
    ['technical-hash', fileHash],
    ['technical-id', report.credential?.id],
    ['technical-issuer', report.credential?.issuer?.id],
    ['record-verifier', `Blason ${VERSION}`],
  ];
  return all.flatMap(([label, value]) => (value ? [[say(label), quoted(value)] satisfies [string, string]] : []));
}

/** The whole result as text, to be kept as a file: the answer, each check, each address, and the facts. */
export function recordText(outcome: Outcome, fileName: string | undefined, compared: string | undefined, words: Localizer): string {
  const { say } = words;
  const { view, report, contacts } = outcome;
  const name = report.credential?.name;
  const lines = [
    say('page-title'),
    '',
    ...(name ? [quoted(name)] : []),
    say(view.headline),
    ...new Set(view.sentences.map(say)),
    '',
    ...facts(outcome, fileName, words).map(([label, value]) => say({ id: 'record-line', values: { label, value } })),
    ...(compared === undefined ? [] : [say({ id: 'record-compared', values: { name: compared } })]),
    '',
    say('what-was-checked'),
    ...view.rows.flatMap(({ label, word, sentence, notes }) => [
      `- ${say({ id: 'record-line', values: { label: say(label), value: say(word) } })}`,
      ...[sentence, ...notes].map((phrase) => `  ${say(phrase)}`),
    ]),
    '',
    say('addresses'),
    ...(contacts.length === 0 ? [say('addresses-none')] : contacts.map(({ url }) => `- ${url}`)),
    '',
    say('record-at-that-time'),
    '',
  ];
  // In a file of its own the marks that keep writing directions apart would only be in the way of copying.
  return lines.join('\n').replace(/[\u2066-\u2069]/g, '');
}
