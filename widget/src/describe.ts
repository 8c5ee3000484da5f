import type { CheckId, Code, Report, State } from './generated/report.js';
import type { Localizer } from './localizer.js';
import { type Mark, viewReport } from './report.js';

/** A report in the words of one language. Text of the badge in it is untrusted. */
export interface Description {
  /** The BCP 47 tag of the words. */
  language: string;
  state: State;
  headline: string;
  /** What to read right below the headline. */
  sentences: string[];
  checks: DescribedCheck[];
}

/** One check in words. */
export interface DescribedCheck {
  id: CheckId;
  code: Code;
  mark: Mark;
  label: string;
  /** The answer in a word. */
  answer: string;
  sentence: string;
  /** Further remarks. */
  notes: string[];
}

/** Turns a report into the words of one language. */
export type Describe = (report: Report) => Description;

/** What speaks with these words. */
export function describer({ language, say }: Localizer): Describe {
  return (report) => {
    const { state, headline, sentences, rows } = viewReport(report);
    return {
      language,
      state,
      headline: say(headline),
      sentences: [...new Set(sentences.map(say))],
      checks: rows.map(({ id, code, mark, label, word, sentence, notes }) => ({
        id,
        code,
        mark,
        label: say(label),
        answer: say(word),
        sentence: say(sentence),
        notes: notes.map(say),
      })),
    };
  };
}
