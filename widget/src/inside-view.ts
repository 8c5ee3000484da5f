import { html, nothing, type TemplateResult } from 'lit';
import { stateIcon } from './icons.js';
import { type Inside, viewInside } from './inside.js';
import { type Localizer, quoted } from './localize.js';
import type { Outcome } from './outcome.js';
import type { Phrase } from './report.js';

/** The longest comment of an endorser that is shown as a whole. */
const MAX_COMMENT = 1_000;

/** The credentials inside the badge, each with its own answer: what a record holds, and endorsements. */
export function insideView({ report }: Outcome, words: Localizer): TemplateResult | typeof nothing {
  const inside = viewInside(report);
  if (inside.length === 0) return nothing;
  return html`<div class="inside" part="inside endorsements">${listsView(inside, words)}</div>`;
}

function listsView(inside: Inside[], words: Localizer): unknown[] {
  const lists: [Inside['relation'], string][] = [
    ['credential', 'record-holds'],
    ['endorsement', 'check-endorsement'],
  ];
  return lists.map(([relation, heading]) => {
    const items = inside.filter((item) => item.relation === relation);
    if (items.length === 0) return nothing;
    return html`<p class="subheading">${words.say(heading)}</p>
      <ul class="rows">${items.map((item) => itemView(item, words))}</ul>`;
  });
}

function itemView({ state, title, word, sentences, comment, inside }: Inside, words: Localizer): TemplateResult {
  const { say } = words;
  const label = typeof title === 'string' ? html`<bdi>${quoted(title)}</bdi>` : say(title as Phrase);
  return html`<li class=${state}>
    ${stateIcon(state)}
    <div>
      <p class="label">${label} <span class="word">${say(word)}</span></p>
      ${[...new Set(sentences.map((sentence) => say(sentence)))].map((sentence) => html`<p>${sentence}</p>`)}
      ${comment === undefined ? nothing : html`<blockquote dir="auto">${quoted(comment, MAX_COMMENT)}</blockquote>`}
      ${listsView(inside, words)}
    </div>
  </li>`;
}
