import type { FetchedDocument } from './generated/report.js';
import { readFile, Refusal } from './given.js';
import { conclude, type Outcome } from './outcome.js';
import type { Phrase } from './report.js';
import type { VerifyBadgeOptions } from './verifier.js';

/** How many files are in work at once; while one waits for its issuer, others go on. */
const AT_ONCE = 8;
/** How many documents are handed on from badge to badge: those of the issuers that most of a pile is from. */
const AT_HAND = 8;
/** How often a list shows how far it is. */
const DRAW_EVERY_MS = 100;

/** One file of several, and what came out. */
export interface BatchRow {
  readonly file: File;
  /** Its place in the folder that was given, or its name. */
  readonly path: string;
  /** What was found, without the bytes: a pile may be large. */
  answer?: RowAnswer;
  /** Why the file was not even read. */
  refusal?: Phrase;
}

/** What a row keeps of an outcome. */
export interface RowAnswer extends Pick<Outcome, 'checkedAt' | 'fileHash'> {
  state: Outcome['report']['state'];
  credential: Outcome['report']['credential'];
  sentences: Phrase[];
}

/** Several files, checked one by one. */
export class Batch {
  readonly rows: BatchRow[];
  /** Whether files still wait. */
  isRunning = false;

  constructor(files: readonly File[]) {
    this.rows = files.map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  }

  /** How many rows have an answer or a refusal. */
  get done(): number {
    return this.rows.filter(({ answer, refusal }) => answer !== undefined || refusal !== undefined).length;
  }

  /**
   * Checks every row. Each address is asked once however many badges want it. `onAnswer` is called for each badge that
   * was checked, `onChange` after each row. Ends early, and without fault, when the signal is aborted.
   */
  async run(options: VerifyBadgeOptions, onAnswer: (outcome: Outcome) => void, onChange: () => void): Promise<void> {
    this.isRunning = true;
    const shared = new Shared(options);
    const waiting = this.rows.values();
    const work = async () => {
      for (const row of waiting) {
        if (options.signal?.aborted) return;
        await check(row, shared, onAnswer);
        onChange();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.isRunning = false;
    onChange();
  }
}

async function check(row: BatchRow, shared: Shared, onAnswer: (outcome: Outcome) => void): Promise<void> {
  const { options } = shared;
  try {
    const { bytes } = await readFile(row.file, options.limits?.maxBytes);
    const outcome = await conclude(bytes, options);
    shared.learn(outcome);
    const { report, view, checkedAt, fileHash } = outcome;
    row.answer = { state: report.state, credential: report.credential, sentences: view.sentences, checkedAt, fileHash };
    onAnswer(outcome);
  } catch (cause) {
    if (options.signal?.aborted) return;
    row.refusal = cause instanceof Refusal ? cause.phrase : { id: 'error-verifier' };
  }
}

/** What the badges of a pile have in common: each address is asked once, and its answer is handed on. */
class Shared {
  private readonly answers = new Map<string, Promise<Response>>();
  private documents: FetchedDocument[] = [];

  constructor(private readonly chosen: VerifyBadgeOptions) {}

  get options(): VerifyBadgeOptions {
    return { ...this.chosen, fetch: this.fetch, documents: this.documents };
  }

  /** Takes what was read for one badge to the next ones. */
  learn({ documents }: Outcome): void {
    const fresh = documents.filter(({ url }) => !this.documents.some((known) => known.url === url));
    if (fresh.length > 0) this.documents = [...this.documents, ...fresh].slice(-AT_HAND);
  }

  private readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    const answer = this.answers.get(url) ?? (this.chosen.fetch ?? globalThis.fetch)(input, init);
    this.answers.set(url, answer);
    return (await answer).clone();
  };
}

/** Calls `draw` soon, and not more often than a reader can follow. */
export function nowAndThen(draw: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      draw();
    }, DRAW_EVERY_MS);
  };
}
