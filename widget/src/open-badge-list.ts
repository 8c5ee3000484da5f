import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { State } from './generated/report.js';
import { directionOf, loadLanguage, localizer, type Localizer, type Messages, nearestLanguage } from './localize.js';
import { mustStay } from './must-stay.styles.js';
import { OpenBadge } from './open-badge.js';
import { theme } from './theme.styles.js';

/** Every state of a badge that is counted, in the order in which the counts are said. */
const COUNTED: readonly State[] = ['genuine', 'caution', 'unchecked', 'invalid', 'none'];

/**
 * Several badges under one line that says how they stand. They stay in the page's own order: nothing is ranked, and
 * nothing is announced.
 *
 * @tagname open-badge-list
 *
 * @attr {string} lang - By default, the nearest `lang`
 *
 * @slot - The badges, as `<open-badge>`, with anything around them
 *
 * @csspart status - The line that says how they stand
 * @csspart actions - The place of the button
 * @csspart button - Checks the badges that wait for a click
 */
export class OpenBadgeList extends LitElement {
  static override styles = [
    theme,
    mustStay,
    css`
      :host {
        display: grid;
        gap: var(--_gap);
      }

      .badges {
        display: grid;
        gap: var(--_gap);
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
        align-items: start;
      }

      .status {
        flex-wrap: wrap;
        gap: 0.35em;
        color: var(--_quiet);
      }
    `,
  ];
  static override properties = {
    lang: { type: String },
    messages: { attribute: false },
  };

  /** Sentences in place of those of the catalogue, by their identifiers, in Fluent's syntax. */
  declare messages: Messages | undefined;

  private readonly internals = this.attachInternals();
  /** A badge tells its state by an attribute, whoever starts or ends its check. */
  private readonly watcher = new MutationObserver(() => this.requestUpdate());

  constructor() {
    super();
    this.internals.role = 'group';
  }

  /** The badges in the list, in the page's order. */
  get badges(): OpenBadge[] {
    return [...this.querySelectorAll('*')].filter((element) => element instanceof OpenBadge);
  }

  /** Verifies the badges that were not verified yet, whenever each would. Resolves when every answer is shown. */
  async verify({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const waiting = this.badges.filter(({ state }) => state === 'idle');
    await Promise.all(waiting.map((badge) => badge.verify(signal === undefined ? {} : { signal })));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watcher.observe(this, { subtree: true, childList: true, attributeFilter: ['state', 'check'] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher.disconnect();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await loadLanguage(this.language());
    super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    this.internals.ariaLabel = this.words().say('list-label');
  }

  protected override render(): TemplateResult {
    const words = this.words();
    const { badges } = this;
    const asks = badges.some(({ check, state }) => check === 'click' && state === 'idle');
    return html`
      <p class="status" part="status" lang=${words.language} dir=${directionOf(words, this.language(), this.messages) ?? nothing}>${sentences(badges, words).map((words) => html`<span>${words}</span> `)}</p>
      ${
        asks
          ? html`<div class="actions" part="actions">
              <button type="button" part="button" @click=${() => void this.verify()}>${words.say('list-check')}</button>
            </div>`
          : nothing
      }
      <div class="badges"><slot></slot></div>
    `;
  }

  private words(): Localizer {
    return localizer(this.language(), this.messages);
  }

  private language(): string | undefined {
    return this.lang || nearestLanguage(this);
  }
}

function sentences(badges: OpenBadge[], { say }: Localizer): string[] {
  const count = (id: string, states: readonly string[]) => {
    const count = badges.filter(({ state }) => states.includes(state)).length;
    return count === 0 ? [] : [say({ id, values: { count } })];
  };
  return [
    say({ id: 'list-total', values: { count: badges.length } }),
    ...COUNTED.flatMap((state) => count(`list-${state}`, [state])),
    ...count('list-waiting', ['idle', 'loading']),
  ];
}
