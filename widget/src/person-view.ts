import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from './localize.js';
import type { Outcome } from './outcome.js';
import type { Phrase } from './report.js';

/** The question whose badge it is, as far as the reader has answered it. */
export interface PersonState {
  /** What was compared last; `undefined` before. It stays in the page. */
  compared: string | undefined;
  /** Whether a printed result names what was compared. */
  isPrinted: boolean;
  problem: Phrase | undefined;
}

/** A field for the address or name that the reader was told. */
export function personView(
  { compared, isPrinted, problem }: PersonState,
  { say }: Localizer,
  on: { submit(event: SubmitEvent): void; print(event: Event): void },
): TemplateResult {
  return html`
    <form class="person" @submit=${on.submit} novalidate>
      <label for="person">${say('person-label')}</label>
      <p id="person-hint" class="quiet">${say('person-hint')}</p>
      <div class="row">
        <input id="person" part="input" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto"
          aria-describedby="person-hint person-problem" aria-invalid=${problem !== undefined} />
        <button type="submit" part="button">${say('person-compare')}</button>
      </div>
      <p id="person-problem" class="problem" role="alert">${problem === undefined ? nothing : say(problem)}</p>
      ${
        compared === undefined
          ? nothing
          : html`<label class="tick"><input type="checkbox" id="print-person" .checked=${isPrinted} @change=${on.print} /><span>${say('person-print')}</span></label>`
      }
    </form>
  `;
}

/** What came out for the person: `null` where nothing could be compared, and the words for somebody who hears them. */
export function personAnswer({ report, view }: Outcome): { matched: boolean | null; sentences: Phrase[] } {
  const outcome = report.checks.find(({ id }) => id === 'recipient')?.outcome;
  const matched = { passed: true, warning: true, failed: false, 'not-checked': null }[outcome ?? 'not-checked'];
  const answer = view.questions.at(-1);
  return { matched, sentences: answer === undefined ? [] : [answer.question, answer.word, ...answer.sentences] };
}
