import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Batch, BatchRow } from './batch.js';
import { csv, listSeparator } from './csv.js';
import type { State } from './generated/report.js';
import { stateIcon } from './icons.js';
import { type Localizer, quoted } from './localize.js';
import { dayOf, type Phrase } from './report.js';

/** The order in which a summary counts: what needs somebody's eyes comes first. */
const STATES: State[] = ['invalid', 'unchecked', 'caution', 'none', 'genuine'];

/** How much of an answer a row tells; the rest is behind its button. */
const MAX_SENTENCES = 2;

/** What somebody may do with a list of files. */
export interface BatchHandlers {
  show(row: BatchRow): void;
  save(): void;
  stop(): void;
  another(): void;
}

/** Several files as a table: one row each, its state in words. */
export function batchView(batch: Batch, words: Localizer, handlers: BatchHandlers): TemplateResult {
  const { say } = words;
  const values = { done: batch.done, total: batch.rows.length };
  const isStopped = !batch.isRunning && values.done < values.total;
  const headline = batch.isRunning ? 'batch-checking' : isStopped ? 'batch-stopped' : 'batch-checked';
  const button = (id: string, label: string, action: () => void) =>
    html`<button type="button" part="button" id=${id} @click=${action}>${say(label)}</button>`;
  return html`
    <section class="card files" part="card">
      <h2 part="headline" tabindex="-1">${say({ id: headline, values })}</h2>
      ${batch.isRunning ? html`<progress max=${values.total} value=${values.done} aria-label=${say('checking')}></progress>` : nothing}
      <p>${counts(batch).map((count) => html`<span class="count">${say(count)}</span> `)}</p>
      <!-- The roles are those of the elements: a narrow screen shows rows as blocks, which would take them away. -->
      <table part="files" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${say('batch-file')}</th>
            <th role="columnheader" scope="col">${say('batch-result')}</th>
            <th role="columnheader" scope="col"><span class="unseen">${say('batch-details')}</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${batch.rows.map((row, index) => guard([row.answer, row.refusal, batch.isRunning, words], () => rowView(row, index, words, handlers)))}
        </tbody>
      </table>
      <div class="actions" part="actions">
        ${
          batch.isRunning
            ? button('stop', 'stop', handlers.stop)
            : html`${button('save', 'batch-save', handlers.save)} ${button('another', 'another', handlers.another)}`
        }
      </div>
    </section>
  `;
}

function rowView(row: BatchRow, index: number, words: Localizer, { show }: BatchHandlers): TemplateResult {
  const { say } = words;
  const { answer, refusal } = row;
  const credential = answer?.credential ?? null;
  const path = quoted(row.path);
  return html`<tr role="row" class=${answer?.state ?? 'none'}>
    <th role="rowheader" scope="row">
      <bdi>${path}</bdi>
      ${credential?.name ? html`<span class="quiet"><bdi>${quoted(credential.name)}</bdi></span>` : nothing}
    </th>
    <td role="cell">
      ${answer === undefined ? nothing : html`<p class="word">${stateIcon(answer.state)}<span>${say(`state-${answer.state}`)}</span></p>`}
      ${
        answer === undefined
          ? html`<p class="quiet">${say(refusal ?? 'batch-waiting')}</p>`
          : answer.sentences.slice(0, MAX_SENTENCES).map((sentence) => html`<p>${say(sentence)}</p>`)
      }
    </td>
    <td role="cell">
      ${
        answer === undefined
          ? nothing
          : html`<button type="button" part="button" data-row=${index} aria-label=${say({ id: 'batch-show-file', values: { file: path } })} @click=${() => show(row)}>${say('batch-show')}</button>`
      }
    </td>
  </tr>`;
}

/** How many files ended in each state. */
function counts({ rows }: Batch): Phrase[] {
  const count = (state: State) => rows.filter(({ answer }) => answer?.state === state).length;
  return STATES.map((state) => ({ id: `batch-count-${state}`, values: { count: count(state) } })).filter(
    ({ values }) => values.count > 0,
  );
}

/** The table for a spreadsheet: one line for each file, in the words of the page; the last columns are for programs. */
export function batchCsv({ rows }: Batch, words: Localizer): string {
  const { say, language } = words;
  const columns = ['file', 'result', 'why', 'badge', 'issuer', 'domain', 'given', 'id', 'hash', 'time', 'state'];
  const header = columns.map((column) => say(`csv-${column}`));
  const lines = rows.map(({ path, answer, refusal }) => {
    if (answer === undefined) return [path, say('batch-waiting'), refusal === undefined ? '' : say(refusal)];
    const { state, credential, sentences, checkedAt, fileHash } = answer;
    const awarded = credential?.awarded ?? credential?.valid_from ?? undefined;
    return [
      path,
      say(`state-${state}`),
      [...new Set(sentences.map(say))].join(' '),
      credential?.name ?? '',
      credential?.issuer?.name ?? '',
      credential?.issuer?.domain ?? '',
      awarded === undefined ? '' : words.write(dayOf(awarded)),
      credential?.id ?? '',
      fileHash ?? '',
      checkedAt.toISOString(),
      state,
    ];
  });
  const width = columns.length;
  const full = lines.map((line) => [...line, ...Array<string>(width - line.length).fill('')].map((cell) => quoted(cell, MAX_CELL)));
  return csv([header, ...full], listSeparator(language));
}

/** More than a spreadsheet's cell holds helps nobody. */
const MAX_CELL = 2_000;
