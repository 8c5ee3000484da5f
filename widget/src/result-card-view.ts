import { html, nothing, type TemplateResult } from 'lit';
import { insideView } from './inside-view.js';
import { type IssuerPicture, pictureOfferView } from './issuer-picture.js';
import type { Localizer } from './localize.js';
import { type Offer, offersFor, offersView } from './open-badge-view.js';
import type { Outcome } from './outcome.js';
import { type PersonState, personView } from './person-view.js';
import { checksView, contentView, printedView, questionsView, verdictView } from './result-view.js';

/** One answer on the verification page, and what may be done with it. */
export interface Shown {
  outcome: Outcome;
  picture: string | undefined;
  fileName: string | undefined;
  /** The public address of the badge, where it was given by one. */
  link: string | undefined;
  /** The field in which a person is compared; `undefined` where the page offers none. */
  person: PersonState | undefined;
  /** What was compared, where the reader wants it on paper. */
  printedPerson: string | undefined;
  isPrintable: boolean;
  /** Whether it is one of several files. */
  isOfList: boolean;
  relay: string;
  issuerPicture: IssuerPicture | undefined;
}

/** What somebody does with an answer. */
export interface ResultHandlers {
  comparePerson(event: SubmitEvent): void;
  printPerson(event: Event): void;
  comparePicture(): void;
  showPicture(): void;
  askAgain(way: Offer['id']): void;
  save(): void;
  copyLink(): void;
  another(): void;
  back(): void;
}

/** The state first, then what the badge says, the three questions, and everything that was checked. */
export function resultCardView(shown: Shown, words: Localizer, on: ResultHandlers): TemplateResult {
  const { outcome } = shown;
  const { state, isPlain } = outcome.view;
  const offers = offersOf(shown);
  return html`
    <section class="card ${state}" part="card">
      ${verdictView(outcome, words)} ${contentView(outcome, shown.picture, words)}
      ${state === 'none' ? nothing : questionsView(outcome, fieldView(shown, words, on), words)}
      ${offers.length === 0 ? nothing : html`<div class="offers">${offersView(offers, on.askAgain, words)}</div>`}
      ${pictureOfferView(outcome, shown.issuerPicture, words, { compare: on.comparePicture, show: on.showPicture })}
      ${insideView(outcome, words)}
      ${checksView(outcome, !isPlain && state !== 'none', words)}
      ${printedView(outcome, shown.fileName, shown.printedPerson, words)} ${actionsView(shown, words, on)}
    </section>
  `;
}

/** What could still be asked. An answer that is not complete may always be tried again: an error may have passed. */
function offersOf({ outcome, relay }: Shown): Offer[] {
  const offers = offersFor(outcome, { asksStatus: false, relay });
  const isOffered = offers.some(({ id }) => id === 'try-again');
  if (outcome.view.state !== 'unchecked' || isOffered) return offers;
  return [...offers, { id: 'try-again', label: { id: 'try-again' }, hint: undefined }];
}

/** The field for a person, where it makes sense to compare one. */
function fieldView({ outcome, person }: Shown, words: Localizer, on: ResultHandlers) {
  const { state, isConfirmed } = outcome.view;
  const isComparable = (isConfirmed || state === 'unchecked') && outcome.report.credential !== null;
  if (person === undefined || !isComparable) return nothing;
  return personView(person, words, { submit: on.comparePerson, print: on.printPerson });
}

function actionsView({ isPrintable, link, isOfList }: Shown, { say }: Localizer, on: ResultHandlers): TemplateResult {
  const button = (id: string, label: string, action: () => void, isOffered = true) =>
    isOffered ? html`<button type="button" part="button" id=${id} @click=${action}>${say(label)}</button>` : nothing;
  return html`<div class="actions" part="actions">
    ${button('print', 'print', () => window.print(), isPrintable)} ${button('save', 'save', on.save, isPrintable)}
    ${button('copy', 'copy-link', on.copyLink, link !== undefined)}
    ${isOfList ? button('back', 'batch-back', on.back) : button('another', 'another', on.another)}
  </div>`;
}
