import { html, nothing, type TemplateResult } from 'lit';
import { claimsView, descriptionView, pictureView } from './badge-content.js';
import type { Contact } from './fetch-document.js';
import type { Wanted } from './generated/report.js';
import { stateIcon } from './icons.js';
import { insideView } from './inside-view.js';
import { type Localizer, quoted } from './localize.js';
import type { Outcome } from './outcome.js';
import type { Phrase } from './report.js';
import { checksView } from './result-view.js';

/** The last resort for a heading level that is none. */
const HEADING_LEVEL = 3;

/** The name of the badge, as a heading. */
export function titleView({ report: { credential } }: Outcome, level: number, { say }: Localizer) {
  if (credential === null) return nothing;
  return html`
    <p part="title" class="name" role="heading" aria-level=${headingLevel(level)} lang=${credential.language ?? nothing} dir="auto">
      ${quoted(credential.name ?? say('badge-unnamed'))}
    </p>
  `;
}

/** What there is to say below the state: why it is what it is, who gave the badge, and what for. */
export function sentencesView({ report, view }: Outcome, { say }: Localizer): unknown[] {
  const sentences = new Map(view.sentences.map((sentence) => [say(sentence), sentence.id]));
  return [
    ...[...sentences].map(([words, id]) => html`<p part=${id.startsWith('given-by') ? 'issuer' : 'reason'}>${words}</p>`),
    report.credential === null || !view.isConfirmed ? nothing : descriptionView(report.credential),
  ];
}

/** What the badge says, what is inside it, and what was checked. */
export function detailsView(outcome: Outcome, isOpen: boolean, words: Localizer): TemplateResult {
  const { report, view } = outcome;
  const { credential } = report;
  return html`
    ${
      credential === null
        ? nothing
        : html`<details class="claims" ?open=${isOpen}>
            <summary>${words.say('badge-says')}</summary>
            ${view.isConfirmed ? nothing : html`<p class="quiet">${words.say('says-only')}</p> ${descriptionView(credential)}`}
            ${claimsView(credential, view.isConfirmed, words)}
          </details>`
    }
    ${insideView(outcome, words)} ${checksView(outcome, isOpen, words)}
  `;
}

/** The picture in the file; nothing where the file is no picture. */
export function ownPictureView({ report: { credential } }: Outcome, picture: string | undefined, words: Localizer) {
  return picture === undefined || credential === null ? nothing : pictureView(credential, picture, words);
}

/** The state in words, with its own outline. */
export function stateView(state: 'genuine' | 'caution' | 'invalid' | 'unchecked' | 'none', { say }: Localizer): TemplateResult {
  return html`<span part="status-icon" class="mark">${stateIcon(state)}</span><span part="status-text">${say(`state-${state}`)}</span>`;
}

/** A question that the visitor may have asked on their behalf, and who would learn of it. */
export interface Offer {
  id: 'ask-issuer' | 'ask-relay' | 'try-again';
  label: Phrase;
  hint: Phrase | undefined;
}

/**
 * What could still be asked: the issuer's list that was left alone, the page's relay for what could not be read, or
 * once more what did not answer.
 */
export function offersFor(outcome: Outcome, { asksStatus, relay }: { asksStatus: boolean; relay: string }): Offer[] {
  const offers: Offer[] = [];
  const list = asksStatus ? outcome.report.wanted?.find(({ kind }: Wanted) => kind === 'status') : undefined;
  if (list !== undefined) {
    const host = hostOf(list.url);
    offers.push({
      id: 'ask-issuer',
      label: { id: 'ask-issuer', values: { host } },
      hint: { id: 'ask-issuer-hint', values: { host } },
    });
  }
  const unread = outcome.contacts.filter(({ unreachable }: Contact) => unreachable !== undefined && unreachable !== 'refused');
  if (outcome.view.state !== 'unchecked' || unread.length === 0) return offers;
  const couldRelay = unread.some(({ kind, by }) => by === undefined && (kind === 'key' || kind === 'status'));
  if (relay !== '' && couldRelay) {
    const host = hostOf(new URL(relay, document.baseURI).href);
    offers.push({
      id: 'ask-relay',
      label: { id: 'ask-relay', values: { host } },
      hint: { id: 'ask-relay-hint', values: { host } },
    });
  }
  offers.push({ id: 'try-again', label: { id: 'try-again' }, hint: undefined });
  return offers;
}

/** The buttons of the offers, each with what it would tell to whom. */
export function offersView(offers: Offer[], take: (id: Offer['id']) => void, { say }: Localizer): TemplateResult[] {
  return offers.map(
    ({ id, label, hint }) => html`<div class="offer">
      <button type="button" part="button" id=${id} aria-describedby=${hint === undefined ? nothing : `${id}-hint`} @click=${() => take(id)}>
        ${say(label)}
      </button>
      ${hint === undefined ? nothing : html`<p id="${id}-hint" class="quiet">${say(hint)}</p>`}
    </div>`,
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function headingLevel(level: number): number {
  return Number.isInteger(level) && level >= 2 && level <= 6 ? level : HEADING_LEVEL;
}
