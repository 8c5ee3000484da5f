import { type Check, type CheckId, type Code, codesOfNothingToCheck, type Report, type State } from './generated/report.js';

/** A moment to be shown with its time of day; a bare `Date` is shown as a day. */
export interface Moment {
  moment: Date;
}

/** What a sentence may hold. Text comes from the badge: untrusted. */
export type Values = Record<string, string | number | Date | Moment>;

/** One sentence of the catalogues, and what stands in it. */
export interface Phrase {
  id: string;
  values?: Values;
}

/** The five possible answers to a question. There is no sixth, and none is the default. */
export type Mark = 'yes' | 'care' | 'no' | 'unknown' | 'neutral';

/** One check, for people. */
export interface Row {
  id: CheckId;
  code: Code;
  mark: Mark;
  /** The answer in a word. */
  word: Phrase;
  label: Phrase;
  sentence: Phrase;
  /** Further remarks. */
  notes: Phrase[];
}

/** One of the three questions that a reader came with. */
export interface Question {
  question: Phrase;
  mark: Mark;
  word: Phrase;
  sentences: Phrase[];
}

/** A report, arranged for a page: phrases and marks, no words yet. */
export interface ReportView {
  state: State;
  headline: Phrase;
  /** What to read right below the headline. */
  sentences: Phrase[];
  questions: Question[];
  rows: Row[];
  /** Whether the answer is the plain one, with nothing that the reader should look into. */
  isPlain: boolean;
  /** Whether what the badge says may be shown as said by its issuer. */
  isConfirmed: boolean;
}

/** Arranges a report for people. Every mark comes from the report's own outcomes; nothing is judged again here. */
export function viewReport(report: Report): ReportView {
  const rows = report.checks.map((check) => viewCheck(check, report.state));
  const row = (id: CheckId) => rows.filter((candidate) => candidate.id === id);
  const isConfirmed = report.state === 'genuine' || report.state === 'caution';
  const genuine = question('question-genuine', GENUINE.flatMap(row), ['signature', 'issuer-binding']);
  const good = question('question-good', GOOD.flatMap(row), GOOD);
  return {
    state: report.state,
    headline: { id: `state-${report.state}` },
    sentences: sentences(report, rows),
    questions: [
      genuine,
      genuine.mark === 'yes' || genuine.mark === 'care' ? good : onlyIfGenuine(good),
      person(report, row('recipient')),
    ],
    rows,
    isPlain: report.state === 'genuine' && report.checks.every(({ outcome, notes }) => outcome !== 'warning' && outcome !== 'failed' && !notes?.length),
    isConfirmed,
  };
}

const GENUINE: CheckId[] = ['format', 'structure', 'context', 'signature', 'issuer-binding', 'image'];
const GOOD: CheckId[] = ['validity', 'status'];

function viewCheck(check: Check, state: State): Row {
  const mark = markOf(check, state);
  return {
    id: check.id,
    code: check.code,
    mark,
    word: wordOf(mark, check.code),
    label: { id: `check-${check.id}` },
    sentence: phraseOf(check),
    notes: (check.notes ?? []).map(phraseOf),
  };
}

function markOf({ outcome, code }: Check, state: State): Mark {
  switch (outcome) {
    case 'passed':
    case 'warning':
      return 'yes';
    case 'failed':
      // The core answers `invalid` for every failure but those that leave the badge genuine.
      return state === 'invalid' || state === 'none' ? 'no' : 'care';
    default:
      return (codesOfNothingToCheck as readonly string[]).includes(code) ? 'neutral' : 'unknown';
  }
}

function wordOf(mark: Mark, code: Code): Phrase {
  return { id: code.endsWith('-not-asked') ? 'answer-not-asked' : `answer-${mark}` };
}

/** The sentence of a code, with each of its values present. */
function phraseOf({ code, data = {} }: { code: Code; data?: Record<string, unknown> }): Phrase {
  return { id: code, values: { ...ABSENT, ...valuesOf(data) } };
}

/** What the sentences may use; `none` stands for what is absent, as the catalogues say. */
const ABSENT: Values = Object.fromEntries(
  [
    'algorithm',
    'bad',
    'claim',
    'claimed',
    'claims',
    'count',
    'created',
    'cryptosuite',
    'domain',
    'expected',
    'expires',
    'found',
    'host',
    'message',
    'method',
    'name',
    'names',
    'number',
    'of',
    'offset',
    'reason',
    'register',
    'since',
    'status',
    'term',
    'unconfirmed',
    'url',
    'valid_from',
    'valid_until',
    'version',
    'what',
  ].map((name) => [name, 'none']),
);
const DATES = ['claimed', 'created', 'expires', 'since', 'valid_from', 'valid_until'];

function valuesOf(data: Record<string, unknown>): Values {
  const values: Values = {};
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'number') values[name] = name === 'status' ? String(value) : value;
    if (typeof value === 'string') values[name] = DATES.includes(name) ? dayOf(value) : value;
  }
  const url = data['url'];
  if (typeof url === 'string' && URL.canParse(url)) values['host'] = new URL(url).host || url;
  return values;
}

/** The day that a badge's text means, or the text itself when it means none. */
export function dayOf(text: string): Date | string {
  const day = new Date(text);
  return Number.isNaN(day.getTime()) ? text : day;
}

function sentences(report: Report, rows: Row[]): Phrase[] {
  const decided = rows.filter(({ id }) => id !== 'endorsement');
  const failed = decided.filter(({ mark }) => mark === 'no' || mark === 'care').map(({ sentence }) => sentence);
  switch (report.state) {
    case 'genuine':
      return [given(report)];
    case 'caution':
      return [...failed, given(report)];
    case 'unchecked': {
      const unknown = decided.filter(({ mark }) => mark === 'unknown');
      const causes = unknown.filter(({ code }) => code !== 'not-reached');
      const isSigned = rows.some(({ id, mark }) => id === 'signature' && mark === 'yes');
      return [
        ...(isSigned ? [{ id: 'signature-is-right' }] : []),
        ...failed,
        ...(causes.length > 0 ? causes : unknown).map(({ sentence }) => sentence),
      ];
    }
    default:
      return failed;
  }
}

/** Who gave it and when, with the host that the key proves set apart from the name that the badge merely states. */
function given({ credential }: Report): Phrase {
  const when = credential?.awarded ?? credential?.valid_from ?? null;
  const date = when === null ? 'none' : dayOf(when);
  const issuer = credential?.issuer?.name ?? null;
  const domain = credential?.issuer?.domain ?? null;
  if (domain !== null) {
    if (issuer === null) return { id: 'given-by-domain-only', values: { date, domain } };
    const isGuest = isOneOfSeveral(credential?.issuer?.id ?? '');
    return { id: isGuest ? 'given-by-host' : 'given-by-domain', values: { date, domain, issuer } };
  }
  return issuer === null
    ? { id: 'given-by-nobody', values: { date } }
    : { id: 'given-by-name', values: { date, issuer } };
}

/** Whether the issuer is named by a place on a host, where others may be named too: the host vouches for the name. */
function isOneOfSeveral(issuer: string): boolean {
  return /^did:web:[^:]+:./.test(issuer);
}

function question(id: string, rows: Row[], saidWhenGood: CheckId[]): Question {
  const mark = worst(rows);
  const said = mark === 'yes' ? rows.filter((row) => saidWhenGood.includes(row.id)) : rows.filter((row) => row.mark === mark);
  return { question: { id }, mark, word: { id: `answer-${mark}` }, sentences: said.map((row) => row.sentence) };
}

/** Dates that nobody is known to have signed are no reason for a plain yes. */
function onlyIfGenuine(question: Question): Question {
  return question.mark === 'yes' ? { ...question, mark: 'neutral', word: { id: 'answer-if-genuine' } } : question;
}

/** The worst mark among rows; what does not apply is good, and nothing at all is unknown. */
function worst(rows: Row[]): Mark {
  const order: Mark[] = ['no', 'unknown', 'care'];
  if (rows.length === 0) return 'unknown';
  return order.find((mark) => rows.some((row) => row.mark === mark)) ?? 'yes';
}

function person({ credential }: Report, [row]: Row[]): Question {
  const question = { id: 'question-person' };
  if (row !== undefined && row.code !== 'recipient-not-asked') {
    const isExact = row.code === 'recipient-matches' && row.notes.length === 0;
    const how = isExact ? [{ id: 'person-matched-as-typed' }] : row.notes;
    return { question, mark: row.mark, word: row.word, sentences: [row.sentence, ...how] };
  }
  const name = credential?.recipient.name ?? null;
  const sentence = name === null ? { id: 'person-ask' } : { id: 'person-named', values: { name } };
  return { question, mark: 'neutral', word: { id: 'answer-not-asked' }, sentences: [sentence] };
}
