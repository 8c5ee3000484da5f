import { readFile, Refusal } from './given.js';
import { conclude, type Outcome } from './outcome.js';
import type { Phrase } from './report.js';
import type { VerifyBadgeOptions } from './verifier.js';

/** How many files are in work at once; while one waits for its issuer, others go on. */
const AT_ONCE = 4;

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
    const shared = { ...options, fetch: askingOnce(options.fetch ?? ((input, init) => globalThis.fetch(input, init))) };
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

async function check(row: BatchRow, options: VerifyBadgeOptions, onAnswer: (outcome: Outcome) => void): Promise<void> {
  try {
    const { bytes } = await readFile(row.file, options.limits?.maxBytes);
    const outcome = await conclude(bytes, options);
    const { report, view, checkedAt, fileHash } = outcome;
    row.answer = { state: report.state, credential: report.credential, sentences: view.sentences, checkedAt, fileHash };
    onAnswer(outcome);
  } catch (cause) {
    if (options.signal?.aborted) return;
    row.refusal = cause instanceof Refusal ? cause.phrase : { id: 'error-verifier' };
  }
}

/** A fetch that asks each address once, and answers again from what came back. */
function askingOnce(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const answers = new Map<string, Promise<Response>>();
  return async (input, init) => {
    const url = String(input);
    const answer = answers.get(url) ?? fetch(input, init);
    answers.set(url, answer);
    return (await answer).clone();
  };
}

/** Calls `draw` with the next picture that the browser draws, however often it is asked to. */
export function oncePerFrame(draw: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      draw();
    });
  };
}
