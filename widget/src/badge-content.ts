import { html, nothing, type TemplateResult } from 'lit';
import type { Summary } from './generated/report.js';
import { type Localizer, quoted } from './localize.js';
import { type Inline, readMarkdown } from './markdown.js';

/** The longest text of a badge that is shown as a whole. */
const MAX_TEXT = 4_000;

/** A result on one line: what was measured, and what was reached in it. */
function result({ name, value, level, status }: Summary['results'][number]): string {
  return [name, [value, level, status].filter(Boolean).join(', ')].filter(Boolean).join(': ');
}

/** What the badge says, as content. Every word of it is text, never markup. */
export function badgeContent(
  summary: Summary,
  picture: string | undefined,
  isConfirmed: boolean,
  { say }: Localizer,
): TemplateResult {
  const name = quoted(summary.name ?? say('badge-unnamed'));
  const language = summary.language ?? undefined;
  const item = (label: string, content: unknown) => html`<div><dt>${say(label)}</dt><dd>${content}</dd></div>`;
  const text = (words: string) => html`<span lang=${language ?? nothing} dir="auto">${quoted(words, MAX_TEXT)}</span>`;

  return html`
    <div class="badge" part="badge">
      ${
        picture === undefined
          ? nothing
          : html`<img part="image" src=${picture} alt=${say({ id: 'picture-of', values: { name } })} />`
      }
      <div class="said">
        ${isConfirmed ? nothing : html`<p class="quiet says-only">${say('says-only')}</p>`}
        <p class="name" part="title" lang=${language ?? nothing} dir="auto">${name}</p>
        ${summary.description === null ? nothing : html`<p class="description">${text(summary.description)}</p>`}
        <dl>
          ${!isConfirmed && summary.issuer?.name ? item('claims-issuer', text(summary.issuer.name)) : nothing}
          ${summary.recipient.name === null ? nothing : item('claims-recipient', text(summary.recipient.name))}
          ${criteria(summary)}
          ${listed('claims-results', summary.results.map(result))}
          ${listed('claims-skills', summary.alignments.map(({ name }) => name ?? ''))}
          ${evidence(summary)}
        </dl>
      </div>
    </div>
  `;

  function criteria({ criteria }: Summary) {
    if (!criteria?.narrative && !criteria?.id) return nothing;
    return item(
      'claims-criteria',
      html`${criteria.narrative ? markdown(criteria.narrative) : nothing}
        ${criteria.id ? html`<span class="address">${link(criteria.id)}</span>` : nothing}`,
    );
  }

  function listed(label: string, words: string[]) {
    const present = words.filter((word) => word !== '');
    if (present.length === 0) return nothing;
    return item(label, html`<ul>${present.map((word) => html`<li>${text(word)}</li>`)}</ul>`);
  }

  function evidence({ evidence }: Summary) {
    if (evidence.length === 0) return nothing;
    const entries = evidence.map(
      ({ id, name, description, narrative }) => html`<li>
        ${[name, description].filter((words) => words !== null).map((words) => html`<p>${text(words)}</p>`)}
        ${narrative === null ? nothing : markdown(narrative)}
        ${id === null ? nothing : link(id)}
      </li>`,
    );
    return item('claims-evidence', html`<ul>${entries}</ul>`);
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
