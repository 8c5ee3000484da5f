import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type BadgeFacts, badgeFacts, outcomeJson } from './badge-facts.js';
import { inlineBadge, readBadge, Unread } from './badge-source.js';
import { DEFAULT_LIMITS, type Fetcher } from './fetch-document.js';
import { pictureUrl } from './file.js';
import type { Report, State } from './generated/report.js';
import { directionOf, loadLanguage, localizer, type Localizer, type Messages, nearestLanguage } from './localize.js';
import { badgeStyles } from './open-badge.styles.js';
import { detailsView, type Offer, offersFor, offersView, ownPictureView, sentencesView, stateView, titleView } from './open-badge-view.js';
import { announce, conclude, dispatch, type Outcome } from './outcome.js';
import { recordText } from './record.js';
import { readRegisters } from './registers.js';
import type { Phrase } from './report.js';
import { resultStyles } from './result.styles.js';
import { mustStay } from './must-stay.styles.js';
import { theme } from './theme.styles.js';
import { inTurn } from './turns.js';
import type { VerifyBadgeOptions } from './verifier.js';
import { whenSeen } from './when-seen.js';

/**
 * One badge on somebody's page, checked in the visitor's browser. What the host page puts inside stays: it is what a
 * visitor sees without script. A page can draw any seal it likes, so the element always offers "Check it yourself".
 * It announces nothing by itself: a page may show many badges.
 *
 * @tagname open-badge
 *
 * @attr {string} src - Where the badge is: a PNG, an SVG, JSON or a token. The kind is found from the bytes.
 * @attr {"card" | "chip" | "image"} [variant=card] - How much of it is shown
 * @attr {"visible" | "auto" | "click" | "none"} [check=visible] - When to verify: once on screen, at once, when asked, never
 * @attr {"ask" | "auto" | "off"} [status-check=ask] - Whether to contact the issuer about withdrawal
 * @attr {string} registers - Addresses of registers of issuers that the host page trusts, separated by spaces
 * @attr {string} relay - The address of a relay that reads keys and lists where a page cannot, when a visitor asks
 * @attr {string} verify-href - The page where visitors check the badge for themselves
 * @attr {number} [heading-level=3] - Of the badge's name, 2 to 6
 * @attr {"closed" | "open" | "none"} [details=closed] - What the badge says, and what was checked
 * @attr {string} lang - By default, the nearest `lang`
 * @attr {number} [max-bytes=5000000] - Largest file that is read
 * @attr {"idle" | "loading" | "genuine" | "caution" | "invalid" | "unchecked" | "none"} state - Where the element stands; read only, for style sheets
 *
 * @fires {CustomEvent<LoadDetail>} open-badge-load - A badge was read
 * @fires {CustomEvent<FetchDetail>} open-badge-fetch - Before each request; cancel it to keep the address from being asked
 * @fires {CustomEvent<CheckDetail>} open-badge-check - For each check
 * @fires {CustomEvent<ResultDetail>} open-badge-result - The answer
 * @fires {CustomEvent<ErrorDetail>} open-badge-error - Nothing could be answered; never with the badge's text
 *
 * @slot - What is shown without script, such as a picture and a link
 * @slot empty - What is shown in place of a badge where none is given
 * @slot actions - Further links and buttons
 * @slot footer - Below everything
 *
 * @csspart card - The whole
 * @csspart status - The line that says the state
 * @csspart status-icon - Its outline
 * @csspart status-text - Its words
 * @csspart image - The picture of the file, where the host page gives none of its own
 * @csspart title - The badge's name
 * @csspart issuer - Who gave it
 * @csspart reason - Why the state is what it is
 * @csspart criteria - What the person did
 * @csspart evidence - What shows it
 * @csspart endorsements - The credentials inside the badge
 * @csspart checks - What was checked
 * @csspart check - One check
 * @csspart actions - The links and buttons
 * @csspart button - One button
 * @csspart message - Why nothing was answered
 *
 * @cssproperty --ob-font - Font family
 * @cssproperty --ob-size - Font size
 * @cssproperty --ob-radius - Radius of corners
 * @cssproperty --ob-gap - Distance between parts
 * @cssproperty --ob-border - Colour of lines
 * @cssproperty --ob-surface - Colour behind the badge
 * @cssproperty --ob-text - Colour of text
 * @cssproperty --ob-accent - Colour of links and buttons
 * @cssproperty --ob-image-size - Width of the picture
 * @cssproperty --ob-genuine - Colour of the state "genuine"
 * @cssproperty --ob-caution - Colour of the state "caution"
 * @cssproperty --ob-invalid - Colour of the state "invalid"
 * @cssproperty --ob-unchecked - Colour of the states "unchecked" and "none"
 */
export class OpenBadge extends LitElement {
  static override styles = [theme, resultStyles, badgeStyles, mustStay];
  static override properties = {
    lang: { type: String },
    src: { type: String },
    variant: { type: String },
    check: { type: String },
    statusCheck: { type: String, attribute: 'status-check' },
    registers: { type: String },
    relay: { type: String },
    verifyHref: { type: String, attribute: 'verify-href' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    details: { type: String },
    maxBytes: { type: Number, attribute: 'max-bytes' },
    file: { attribute: false },
    messages: { attribute: false },
    stands: { state: true },
    outcome: { state: true },
    message: { state: true },
  };

  declare src: string;
  declare variant: 'card' | 'chip' | 'image';
  declare check: 'visible' | 'auto' | 'click' | 'none';
  declare statusCheck: 'ask' | 'auto' | 'off';
  declare registers: string;
  declare relay: string;
  declare verifyHref: string;
  declare headingLevel: number;
  declare details: 'closed' | 'open' | 'none';
  declare maxBytes: number;
  /** The badge itself, in place of an address. */
  declare file: Blob | undefined;
  /** Sentences in place of those of the catalogue, by their identifiers, in Fluent's syntax. */
  declare messages: Messages | undefined;
  /** Supplies documents that the host page has; see {@link Fetcher}. */
  fetcher: Fetcher | undefined;
  /** The time to verify at; by default, this device's. */
  now: Date | undefined;
  declare private stands: 'idle' | 'loading' | State;
  declare private outcome: Outcome | undefined;
  declare private message: Phrase | undefined;

  private readonly internals = this.attachInternals();
  private bytes: Uint8Array | undefined;
  private picture: string | undefined;
  private running: AbortController | undefined;
  private unwatch: (() => void) | undefined;

  constructor() {
    super();
    this.src = '';
    this.variant = 'card';
    this.check = 'visible';
    this.statusCheck = 'ask';
    this.registers = '';
    this.relay = '';
    this.verifyHref = `${new URL(import.meta.url).origin}/verify`;
    this.headingLevel = 3;
    this.details = 'closed';
    this.maxBytes = DEFAULT_LIMITS.maxBytes;
    this.stands = 'idle';
    this.internals.role = 'group';
  }

  /** Where the element stands. */
  get state(): 'idle' | 'loading' | State {
    return this.stands;
  }

  /** The report of the last verification. */
  get result(): Report | undefined {
    return this.outcome?.report;
  }

  /** What the badge says, as text; untrusted. `undefined` before a badge was read. */
  get badge(): BadgeFacts | undefined {
    return this.outcome === undefined ? undefined : badgeFacts(this.outcome.report);
  }

  /** The last verification, to be kept: the answer, each check, each address. `undefined` before there is one. */
  report(kind: 'json' | 'text'): string | undefined {
    if (this.outcome === undefined) return undefined;
    const name = this.file instanceof File ? this.file.name : undefined;
    return kind === 'json' ? outcomeJson(this.outcome) : recordText(this.outcome, name, undefined, this.words());
  }

  /** Reads the badge and verifies it. Resolves when the answer is shown; it announces nothing by itself. */
  async verify({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    // What was set just before this call counts; once it is rendered, it does not start anew.
    if (this.isConnected && this.isUpdatePending) await this.updateComplete;
    this.reset();
    await this.run({ status: this.statusCheck === 'auto' }, signal);
  }

  /** Forgets the answer, and stops what is under way. */
  reset(): void {
    this.running?.abort();
    this.unwatch?.();
    if (this.picture !== undefined) URL.revokeObjectURL(this.picture);
    this.picture = undefined;
    this.bytes = undefined;
    this.outcome = undefined;
    this.message = undefined;
    this.stands = 'idle';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reset();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await loadLanguage(this.language());
    await inTurn(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { say } = this.words();
    const name = this.outcome?.report.credential?.name ?? say('badge-unnamed');
    this.internals.ariaLabel = say({ id: 'badge-called', values: { name } });
    if (!changed.has('stands')) return;
    this.setAttribute('state', this.stands);
    try {
      this.internals.states.clear();
      this.internals.states.add(this.stands);
    } catch {
      // A browser from before `:state()`: the attribute says the same.
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (['src', 'file', 'check'].some((name) => changed.has(name))) this.begin();
  }

  protected override render(): TemplateResult {
    const words = this.words();
    const { outcome } = this;
    const isEmpty = outcome === undefined && !this.hasBadge();
    const isCard = this.variant !== 'chip' && this.variant !== 'image';
    return html`
      <div class="one ${isCard ? 'whole' : this.variant} ${this.stands}" part="card" lang=${words.language} dir=${directionOf(words, this.language(), this.messages) ?? nothing}>
        <p class="status" part="status" id="status" tabindex="-1">${this.statusView(words)}</p>
        ${isEmpty ? html`<slot name="empty"></slot>` : nothing}
        <div class="beside">
          <slot class="own" @slotchange=${this.onSlotChange}>${outcome === undefined ? nothing : ownPictureView(outcome, this.picture, words)}</slot>
          ${
            outcome === undefined || this.variant === 'image'
              ? nothing
              : html`<div class="words">
                  ${titleView(outcome, this.headingLevel, words)} ${isCard ? sentencesView(outcome, words) : nothing}
                </div>`
          }
        </div>
        ${this.message === undefined ? nothing : html`<p part="message">${words.say(this.message)}</p>`}
        ${outcome !== undefined && isCard && this.details !== 'none' ? detailsView(outcome, this.details === 'open', words) : nothing}
        <div class="actions" part="actions">
          ${this.buttonsView(words)}
          <a class="self" href=${this.checkYourselfHref()}>${words.say('check-yourself')}</a>
          <slot name="actions"></slot>
        </div>
        <slot name="footer"></slot>
      </div>
    `;
  }

  private statusView(words: Localizer) {
    if (this.stands === 'loading') return html`<span part="status-text">${words.say('checking')}</span>`;
    if (this.stands !== 'idle') return stateView(this.stands, words);
    return html`<span part="status-text">${words.say(this.check === 'none' ? 'idle-none' : 'idle-waiting')}</span>`;
  }

  private buttonsView(words: Localizer) {
    if (this.stands === 'idle' && this.check === 'click' && this.hasBadge()) {
      return html`<button type="button" part="button" id="check" @click=${() => void this.asked(() => this.verify())}>${words.say('idle-click')}</button>`;
    }
    if (this.outcome === undefined) {
      const offers: Offer[] = this.message === undefined ? [] : [{ id: 'try-again', label: { id: 'try-again' }, hint: undefined }];
      return offersView(offers, () => void this.asked(() => this.verify()), words);
    }
    const offers = offersFor(this.outcome, { asksStatus: this.statusCheck === 'ask', relay: this.relay });
    return offersView(offers, (id) => void this.asked(() => this.ask(id)), words);
  }

  /** Does what the visitor asked for, and takes them to the answer: the button they pressed may be gone. */
  private async asked(work: () => Promise<void>): Promise<void> {
    const done = work();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#status')?.focus();
    await done;
  }

  /** Asks further about the badge that is shown; what was read before is not read again. */
  private async ask(id: Offer['id']): Promise<void> {
    const documents = this.outcome?.documents.filter((document) => 'body' in document) ?? [];
    const status = this.statusCheck === 'auto' || id === 'ask-issuer';
    await this.run({ status, documents, ...(id === 'ask-relay' ? { relay: this.relay } : {}) });
  }

  private async run(wishes: VerifyBadgeOptions, signal?: AbortSignal): Promise<void> {
    const running = new AbortController();
    const stop = () => running.abort(signal?.reason);
    this.running = running;
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    const earlier = this.outcome?.contacts ?? [];
    // The first date takes a browser long: it is written once while the badge is fetched, apart from the answer.
    void inTurn(() => void this.words().write({ moment: new Date() }));
    this.stands = 'loading';
    this.message = undefined;
    const options: VerifyBadgeOptions = {
      ...wishes,
      signal: running.signal,
      limits: { maxBytes: this.maxBytes },
      mayFetch: (request) => dispatch(this, 'open-badge-fetch', request, true),
      ...(this.fetcher === undefined ? {} : { fetcher: this.fetcher }),
      ...(this.now === undefined ? {} : { now: this.now }),
    };
    try {
      const given = this.bytes === undefined ? await this.read(options) : { bytes: this.bytes, contacts: [] };
      const registers = await readRegisters(this.registers, options);
      running.signal.throwIfAborted();
      const outcome = await conclude(given.bytes, { ...options, registers: registers.registers }, [
        ...earlier,
        ...given.contacts,
        ...registers.contacts.filter(({ url }) => !earlier.some((contact) => contact.url === url)),
      ]);
      running.signal.throwIfAborted();
      this.show(given.bytes, outcome);
    } catch (cause) {
      if (this.running !== running) return;
      if (running.signal.aborted) this.reset();
      else this.refuse(cause);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  private read(options: VerifyBadgeOptions) {
    return readBadge({ file: this.file, inline: inlineBadge(this), src: this.src }, options);
  }

  private show(bytes: Uint8Array, outcome: Outcome): void {
    this.bytes = bytes;
    this.picture ??= pictureUrl(bytes, outcome.report);
    this.outcome = outcome;
    this.stands = outcome.report.state;
    announce(this, outcome);
  }

  /** Nothing was decided about the badge: it could not be read, or the verifier could not start. */
  private refuse(cause: unknown): void {
    const unread = cause instanceof Unread ? cause : undefined;
    this.stands = 'unchecked';
    this.message = unread?.phrase ?? { id: 'error-verifier' };
    dispatch(this, 'open-badge-error', { code: unread?.code ?? 'verifier-failed', where: unread === undefined ? 'verifier' : 'badge' });
  }

  /** Starts anew with what is given now. */
  private begin(): void {
    this.reset();
    if (!this.isConnected || !this.hasBadge()) return;
    if (this.check === 'auto') void this.verify();
    if (this.check === 'visible') this.unwatch = whenSeen(this, () => void this.verify());
  }

  private hasBadge(): boolean {
    return this.src !== '' || this.file !== undefined || inlineBadge(this) !== undefined;
  }

  /** A page may put the badge inside after it has made the element. */
  private readonly onSlotChange = () => {
    if (this.stands === 'idle' && this.src === '' && this.file === undefined && inlineBadge(this) !== undefined) {
      this.requestUpdate();
      this.begin();
    }
  };

  /** The page where a visitor checks for themselves; it is told where the badge is, where that is an address. */
  private checkYourselfHref(): string {
    const url = new URL(this.verifyHref, document.baseURI);
    const badge = this.src === '' ? '' : new URL(this.src, document.baseURI).href;
    if (/^https?:/.test(badge)) url.hash = new URLSearchParams({ badge }).toString();
    return url.href;
  }

  private words(): Localizer {
    return localizer(this.language(), this.messages);
  }

  private language(): string | undefined {
    return this.lang || nearestLanguage(this);
  }
}
