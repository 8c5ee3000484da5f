import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type Contact, fetchDocument } from './fetch-document.js';
import { pictureUrl } from './file.js';
import type { State } from './generated/report.js';
import { stateIcon } from './icons.js';
import { localizer, type Localizer, quoted } from './localize.js';
import { badgeStyles } from './open-badge.styles.js';
import { announce, conclude, dispatch, type Outcome } from './outcome.js';
import { insideView } from './inside-view.js';
import { checksView } from './result-view.js';
import { resultStyles } from './result.styles.js';
import { fetchContext, isSameOrigin } from './surroundings.js';
import { theme } from './theme.styles.js';
import type { VerifyBadgeOptions } from './verifier.js';

/**
 * `<open-badge src>`: one badge on somebody's page, checked in the visitor's browser. What the host page puts
 * inside stays: it is what a visitor sees without script. A page can draw any seal it likes, so the element
 * always offers "Check it yourself".
 *
 * @fires open-badge-load - `{format, version, name, issuerId}`, when a badge was read
 * @fires open-badge-fetch - `{url, kind}`, before each request; cancel it to keep the address from being asked
 * @fires open-badge-check - `{check, outcome, code}`, for each check
 * @fires open-badge-result - `{state, codes, checkedAt, fileHash}`
 * @fires open-badge-error - `{code, where}`
 * @slot - what is shown without script, such as a picture and a link
 */
export class OpenBadge extends LitElement {
  static override styles = [theme, resultStyles, badgeStyles];
  static override properties = {
    lang: { type: String },
    src: { type: String },
    variant: { type: String },
    check: { type: String },
    verifyHref: { type: String, attribute: 'verify-href' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    details: { type: String },
    state: { type: String, reflect: true },
    outcome: { state: true },
  };

  /** Where the badge is: a PNG, an SVG, JSON or a token. */
  declare src: string;
  declare variant: 'card' | 'chip' | 'image';
  /** When to verify: once on screen, at once, when asked, or never. */
  declare check: 'visible' | 'auto' | 'click' | 'none';
  /** The page where a visitor checks the badge for themselves. */
  declare verifyHref: string;
  declare headingLevel: number;
  declare details: 'closed' | 'open' | 'none';
  /** Where the element stands; also an attribute, for style sheets. */
  declare state: 'idle' | 'loading' | State;
  declare private outcome: Outcome | undefined;

  private readonly internals = this.attachInternals();
  private picture: string | undefined;
  private running: AbortController | undefined;
  private watcher: IntersectionObserver | undefined;

  constructor() {
    super();
    this.src = '';
    this.variant = 'card';
    this.check = 'visible';
    this.verifyHref = new URL(/* @vite-ignore */ '/verify', import.meta.url).href;
    this.headingLevel = 3;
    this.details = 'closed';
    this.state = 'idle';
    this.internals.role = 'group';
  }

  /** The report of the last verification. */
  get result(): Outcome['report'] | undefined {
    return this.outcome?.report;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reset();
  }

  /** Reads the badge at `src` and verifies it. Resolves when the answer is shown; it announces nothing by itself. */
  async verify({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    this.reset();
    const running = new AbortController();
    this.running = running;
    signal?.addEventListener('abort', () => running.abort(), { once: true });
    this.state = 'loading';
    const options: VerifyBadgeOptions = {
      signal: running.signal,
      mayFetch: (request) => dispatch(this, 'open-badge-fetch', request, true),
    };
    try {
      const { bytes, contacts } = await this.read(options);
      const outcome = await conclude(bytes, options, contacts);
      running.signal.throwIfAborted();
      this.picture = pictureUrl(bytes, outcome.report);
      this.outcome = outcome;
      this.state = outcome.report.state;
      announce(this, outcome);
    } catch (cause) {
      if (running.signal.aborted) return;
      // Nothing was decided about the badge: it could not be read, or the verifier could not start.
      this.state = 'unchecked';
      dispatch(this, 'open-badge-error', { code: cause instanceof Unread ? cause.code : 'verifier-failed', where: 'badge' });
    }
  }

  /** Forgets the answer. */
  reset(): void {
    this.running?.abort();
    this.watcher?.disconnect();
    if (this.picture !== undefined) URL.revokeObjectURL(this.picture);
    this.picture = undefined;
    this.outcome = undefined;
    this.state = 'idle';
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { say } = this.words();
    const name = this.outcome?.report.credential?.name ?? say('badge-unnamed');
    this.internals.ariaLabel = say({ id: 'badge-called', values: { name } });
    if (changed.has('state')) {
      this.internals.states?.clear();
      this.internals.states?.add(this.state);
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('src') && !changed.has('check')) return;
    this.reset();
    if (this.src === '') return;
    if (this.check === 'auto') void this.verify();
    if (this.check === 'visible') this.verifyWhenSeen();
  }

  protected override render(): TemplateResult {
    const words = this.words();
    const shape = { card: 'one', chip: 'one chip', image: 'one picture' }[this.variant] ?? 'one';
    return html`
      <div class="${shape} ${this.state}" part="card" lang=${words.language}>
        ${this.statusView(words)}
        <slot class="own">${this.picture === undefined ? nothing : this.pictureView(this.picture, words)}</slot>
        ${this.outcome === undefined || this.variant === 'image' ? nothing : this.claimsView(this.outcome)}
        ${
          this.outcome === undefined || this.variant !== 'card' || this.details === 'none'
            ? nothing
            : html`${insideView(this.outcome, words)} ${checksView(this.outcome, this.details === 'open', words)}`
        }
        <a part="actions" href=${this.checkYourselfHref()}>${words.say('check-yourself')}</a>
      </div>
    `;
  }

  private statusView({ say }: Localizer): TemplateResult {
    if (this.state === 'loading') return html`<p class="status" part="status">${say('checking')}</p>`;
    if (this.state !== 'idle') {
      return html`<p class="status" part="status headline">${stateIcon(this.state)}<span>${say(`state-${this.state}`)}</span></p>`;
    }
    if (this.check === 'click') {
      return html`<button type="button" part="button" @click=${() => void this.verify()}>${say('idle-click')}</button>`;
    }
    return html`<p class="status" part="status">${say(this.check === 'none' ? 'idle-none' : 'idle-waiting')}</p>`;
  }

  private pictureView(picture: string, { say }: Localizer): TemplateResult {
    const name = this.outcome?.report.credential?.name ?? say('badge-unnamed');
    return html`<img part="image" src=${picture} alt=${say({ id: 'picture-of', values: { name } })} />`;
  }

  private claimsView({ report: { credential }, view }: Outcome) {
    if (credential === null) return nothing;
    const { say } = this.words();
    return html`
      <p part="title" class="name" role="heading" aria-level=${this.headingLevel} lang=${credential.language ?? nothing} dir="auto">
        ${quoted(credential.name ?? say('badge-unnamed'))}
      </p>
      <div part="status-text">${view.sentences.map((sentence) => html`<p>${say(sentence)}</p>`)}</div>
    `;
  }

  private async read(options: VerifyBadgeOptions): Promise<{ bytes: Uint8Array; contacts: Contact[] }> {
    const url = new URL(this.src, document.baseURI).href;
    const context = fetchContext(options);
    const { document: file, contact } = await fetchDocument(
      url,
      'badge',
      '*/*',
      { ...context, isAllowed: (address) => isSameOrigin(address) || context.isAllowed(address) },
      options.signal,
    );
    if ('body' in file && file.status === 200) return { bytes: file.body, contacts: [contact] };
    throw new Unread(`badge-${contact.unreachable ?? 'answered-with-error'}`);
  }

  private verifyWhenSeen(): void {
    this.watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.watcher?.disconnect();
      void this.verify();
    });
    this.watcher.observe(this);
  }

  private checkYourselfHref(): string {
    const url = new URL(this.verifyHref, document.baseURI);
    if (this.src !== '') url.hash = new URLSearchParams({ badge: new URL(this.src, document.baseURI).href }).toString();
    return url.href;
  }

  private words(): Localizer {
    return localizer(this.lang || this.closest<HTMLElement>('[lang]')?.lang);
  }
}

/** The file itself could not be read. */
class Unread extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
