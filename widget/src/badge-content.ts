import { html, nothing, type TemplateResult } from 'lit';
import type { Summary } from './generated/report.js';
import { type Localizer, quoted } from './localize.js';
import { type Inline, readMarkdown } from './markdown.js';

/** The longest text of a badge that is shown as a whole. */
const MAX_TEXT = 4_000;

/** What the badge says, as content. Every word of it is text, never markup. */
export function badgeContent(
  summary: Summary,
  picture: string | undefined,
  isConfirmed: boolean,
  words: Localizer,
): TemplateResult {
  const { say } = words;
  const name = quoted(summary.name ?? say('badge-unnamed'));
  return html`
    <div class="badge" part="badge">
      ${picture === undefined ? nothing : pictureView(summary, picture, words)}
      <div class="said">
        ${isConfirmed ? nothing : html`<p class="quiet says-only">${say('says-only')}</p>`}
        <h3 class="name" part="title" lang=${summary.language ?? nothing} dir="auto">${name}</h3>
        ${descriptionView(summary)}
        ${claimsView(summary, isConfirmed, words)}
      </div>
    </div>
  `;
}

/** The picture of the file, with the issuer's own words for it where there are some. */
export function pictureView({ name, image, language }: Summary, picture: string, { say }: Localizer): TemplateResult {
  const called = { id: 'picture-of', values: { name: name ?? say('badge-unnamed') } };
  const caption = image?.caption ?? undefined;
  return html`<img
    part="image"
    src=${picture}
    alt=${caption === undefined ? say(called) : quoted(caption)}
    lang=${(caption && language) || nothing}
  />`;
}

/** What the badge says of itself in a sentence. */
export function descriptionView({ description, language }: Summary): TemplateResult | typeof nothing {
  return description === null ? nothing : html`<p class="description">${text(description, language)}</p>`;
}

/** What the person did, and everything that goes with it. */
export function claimsView(summary: Summary, isConfirmed: boolean, { say }: Localizer): TemplateResult {
  const { language } = summary;
  const item = (label: string, content: unknown, part?: string) =>
    html`<div part=${part ?? nothing}><dt>${say(label)}</dt><dd>${content}</dd></div>`;

  return html`<dl>
    ${!isConfirmed && summary.issuer?.name ? item('claims-issuer', text(summary.issuer.name, language)) : nothing}
    ${summary.recipient.name === null ? nothing : item('claims-recipient', text(summary.recipient.name, language))}
    ${criteria(summary)}
    ${listed('claims-results', summary.results.map(result))}
    ${listed('claims-skills', summary.alignments.map(({ name }) => name ?? ''))}
    ${evidence(summary)}
  </dl>`;

  function criteria({ criteria }: Summary) {
    if (!criteria?.narrative && !criteria?.id) return nothing;
    return item(
      'claims-criteria',
      html`${criteria.narrative ? markdown(criteria.narrative) : nothing}
        ${criteria.id ? html`<span class="address">${link(criteria.id)}</span>` : nothing}`,
      'criteria',
    );
  }

  function listed(label: string, words: string[]) {
    const present = words.filter((word) => word !== '');
    if (present.length === 0) return nothing;
    return item(label, html`<ul>${present.map((word) => html`<li>${text(word, language)}</li>`)}</ul>`);
  }

  function evidence({ evidence }: Summary) {
    if (evidence.length === 0) return nothing;
    const entries = evidence.map(
      ({ id, name, description, narrative }) => html`<li>
        ${[name, description].filter((words) => words !== null).map((words) => html`<p>${text(words, language)}</p>`)}
        ${narrative === null ? nothing : markdown(narrative)}
        ${id === null ? nothing : link(id)}
      </li>`,
    );
    return item('claims-evidence', html`<ul>${entries}</ul>`, 'evidence');
  }

  /** What the specification calls Markdown, built of elements of ours and of text. */
  function markdown(source: string) {
    const blocks = readMarkdown(quoted(source, MAX_TEXT)).map((block) => {
      if (block.kind === 'paragraph') return html`<p dir="auto">${inline(block.content)}</p>`;
      const items = block.items.map((item) => html`<li dir="auto">${inline(item)}</li>`);
      return block.start === undefined ? html`<ul>${items}</ul>` : html`<ol start=${block.start}>${items}</ol>`;
    });
    return html`<div class="prose" lang=${language ?? nothing}>${blocks}</div>`;
  }

  function inline(content: Inline[]): unknown[] {
    return content.map((part) => {
      if (typeof part === 'string') return part;
      const inner = inline(part.content);
      if (part.kind === 'link') return isConfirmed ? anchor(part.href, inner) : html`${inner} (${part.href})`;
      return part.kind === 'strong' ? html`<strong>${inner}</strong>` : html`<em>${inner}</em>`;
    });
  }

  /** An address that may be followed when the badge is genuine; otherwise it is only text. */
  function link(address: string) {
    const words = quoted(address);
    if (!isConfirmed || !URL.canParse(address) || new URL(address).protocol !== 'https:') return words;
    return anchor(address, words);
  }

  function anchor(address: string, content: unknown) {
    return html`<a href=${address} dir="auto" target="_blank" rel="noopener noreferrer nofollow ugc">${content}</a>`;
  }
}

function text(words: string, language: string | null): TemplateResult {
  return html`<span lang=${language ?? nothing} dir="auto">${quoted(words, MAX_TEXT)}</span>`;
}

/** A result on one line: what was measured, and what was reached in it. */
function result({ name, value, level, status }: Summary['results'][number]): string {
  return [name, [value, level, status].filter(Boolean).join(', ')].filter(Boolean).join(': ');
}
