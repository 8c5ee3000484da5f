import { html, nothing, type TemplateResult } from 'lit';
import { badgeContent } from './badge-content.js';
import type { Contact } from './fetch-document.js';
import { markIcon, stateIcon } from './icons.js';
import { type Localizer, quoted } from './localize.js';
import type { Outcome } from './outcome.js';
import { facts } from './record.js';
import type { Phrase, Question, Row } from './report.js';

/** The longest data of a check that the technical details show. */
const MAX_DATA = 1_000;

/** The headline and the sentences right below it. */
export function verdictView({ view }: Outcome, words: Localizer): TemplateResult {
  const sentences = distinct(view.sentences, words);
  return html`
    <h2 part="headline status" tabindex="-1">${stateIcon(view.state)}<span>${words.say(view.headline)}</span></h2>
    <div part="status-text" class="sentences">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
  `;
}

/** The phrases in words, each once: two checks may have failed for one reason. */
function distinct(phrases: Phrase[], { say }: Localizer): string[] {
  return [...new Set(phrases.map((phrase) => say(phrase)))];
}

/** What the badge says. */
export function contentView({ report, view }: Outcome, picture: string | undefined, words: Localizer) {
  if (report.credential === null) return nothing;
  return badgeContent(report.credential, picture, view.isConfirmed, words);
}

/**
 * The three questions of a reader, answered; what the headline has said is not said again. `person` is the field in
 * which the reader may answer the last one.
 */
export function questionsView({ view }: Outcome, person: TemplateResult | typeof nothing, words: Localizer): TemplateResult {
  const said = distinct(view.sentences, words);
  return html`<dl class="questions">
    ${view.questions.map((question, index) => questionView(question, said, index === view.questions.length - 1 ? person : nothing, words))}
  </dl>`;
}

function questionView(
  { question, mark, word, sentences }: Question,
  said: string[],
  field: TemplateResult | typeof nothing,
  words: Localizer,
): TemplateResult {
  const { say } = words;
  // A field to answer in says by itself that nobody was compared yet.
  const isAsking = field !== nothing && sentences.every(({ id }) => id === 'person-ask');
  const unsaid = distinct(sentences, words).filter((sentence) => !said.includes(sentence));
  return html`<div class=${mark}>
    <dt>${say(question)}</dt>
    <dd>
      <p class="word">${markIcon(mark)}<span>${say(word)}</span></p>
      ${isAsking ? nothing : unsaid.map((sentence) => html`<p>${sentence}</p>`)}
      ${field}
    </dd>
  </div>`;
}

/** What a printed result says beside the answer; on the screen it is not shown. */
export function printedView(outcome: Outcome, fileName: string | undefined, compared: string | undefined, words: Localizer): TemplateResult {
  const { say } = words;
  return html`
    <div class="printed">
      <dl>
        ${facts(outcome, fileName, words).map(([label, value]) => html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`)}
      </dl>
      ${compared === undefined ? nothing : html`<p>${say({ id: 'record-compared', values: { name: compared } })}</p>`}
      <p>${say('record-at-that-time')}</p>
    </div>
  `;
}

/** Every check, every address contacted, and what people who debug want to know. */
export function checksView(outcome: Outcome, isOpen: boolean, words: Localizer): TemplateResult {
  const { say } = words;
  const { view, contacts, checkedAt } = outcome;
  return html`
    <details part="checks" ?open=${isOpen}>
      <summary>${say('what-was-checked')}</summary>
      <ul class="rows">
        ${view.rows.map((row) => rowView(row, words))}
      </ul>
      <p class="subheading">${say('addresses')}</p>
      ${
        contacts.length === 0
          ? html`<p>${say('addresses-none')}</p>`
          : html`<ul class="addresses">${contacts.map((contact) => contactView(contact, words))}</ul>`
      }
      <p class="quiet">${say({ id: 'checked-at', values: { date: { moment: checkedAt } } })}</p>
      ${technicalView(outcome, words)}
    </details>
  `;
}

function rowView({ mark, word, label, sentence, notes }: Row, { say }: Localizer): TemplateResult {
  return html`<li part="check" class=${mark}>
    ${markIcon(mark)}
    <div>
      <p class="label">${say(label)} <span class="word">${say(word)}</span></p>
      <p>${say(sentence)}</p>
      ${notes.map((note) => html`<p class="quiet">${say(note)}</p>`)}
    </div>
  </li>`;
}

function contactView(contact: Contact, { say }: Localizer): TemplateResult {
  const values = { what: say(`address-for-${contact.kind}`), outcome: say(outcomeOf(contact)) };
  return html`<li>
    <span class="address" dir="ltr">${contact.url}</span> <span class="quiet">${say({ id: 'address-line', values })}</span>
  </li>`;
}

function outcomeOf({ status, unreachable, by }: Contact): Phrase {
  if (unreachable !== undefined) return { id: `address-${unreachable}` };
  const isRead = status !== undefined && status >= 200 && status < 300;
  const read = by === undefined ? 'address-read' : { page: 'address-given', relay: 'address-relayed' }[by];
  return isRead ? { id: read } : { id: 'address-answered', values: { status: String(status) } };
}

function technicalView({ report, fileHash }: Outcome, { say }: Localizer): TemplateResult {
  const { format, credential, checks } = report;
  const facts: [string, string | null | undefined][] = [
    ['technical-id', credential?.id],
    ['technical-issuer', credential?.issuer?.id],
    ['technical-format', [format.container, format.version].filter(Boolean).join(', ')],
    ['technical-proof', format.proof],
    ['technical-hash', fileHash],
  ];
  return html`
    <details class="technical">
      <summary>${say('technical')}</summary>
      <dl>
        ${facts.map(([label, value]) => (value ? html`<div><dt>${say(label)}</dt><dd dir="ltr">${value}</dd></div>` : nothing))}
      </dl>
      <ul class="codes" dir="ltr">
        ${checks.map(
          ({ id, outcome, code, data, notes = [] }) => html`<li>
            <code>${id}: ${outcome}, ${[code, ...notes.map((note) => note.code)].join(', ')}${data === undefined ? nothing : ` ${quoted(JSON.stringify(data), MAX_DATA)}`}</code>
          </li>`,
        )}
      </ul>
    </details>
  `;
}
