import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type Contact, DEFAULT_LIMITS, fetchDocument } from './fetch-document.js';
import { pictureUrl } from './file.js';
import type { State } from './generated/report.js';
import { localizer, type Localizer } from './localize.js';
import { verifierStyles } from './open-badge-verifier.styles.js';
import { announce, conclude, dispatch, type Outcome } from './outcome.js';
import type { Phrase } from './report.js';
import { insideView } from './inside-view.js';
import { checksView, contentView, questionsView, verdictView } from './result-view.js';
import { resultStyles } from './result.styles.js';
import { fetchContext } from './surroundings.js';
import { theme } from './theme.styles.js';
import { loadEngine, type VerifyBadgeOptions } from './verifier.js';

/** Work shorter than this shows no "Checking…"; nothing is ever slowed down to show it. */
const BUSY_AFTER_MS = 200;
/** A screen reader is told of work that goes on for longer than this. */
const SAY_BUSY_AFTER_MS = 1_000;

/** Bytes to verify, and the addresses that were contacted to get them. */
interface Given {
  bytes: Uint8Array;
  contacts: Contact[];
}

/** A refusal with a sentence for the reader. */
class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly phrase: Phrase,
  ) {
    super(code);
  }
}

/**
 * `<open-badge-verifier>`: a place to drop, choose or paste a badge, and the answer. The badge never leaves the
 * page; the addresses of keys and lists do, and each is listed.
 *
 * @fires open-badge-load - `{format, version, name, issuerId}`, when a badge was read
 * @fires open-badge-fetch - `{url, kind}`, before each request; cancel it to keep the address from being asked
 * @fires open-badge-check - `{check, outcome, code}`, for each check
 * @fires open-badge-result - `{state, codes, checkedAt, fileHash}`
 * @fires open-badge-error - `{code, where}`
 */
export class OpenBadgeVerifier extends LitElement {
  static override styles = [theme, resultStyles, verifierStyles];
  static override properties = {
    lang: { type: String },
    state: { type: String, reflect: true },
    outcome: { state: true },
    message: { state: true },
    showsBusy: { state: true },
    saysBusy: { state: true },
    isPasting: { state: true },
    isOver: { state: true },
  };

  /** Where the element stands; also an attribute, for style sheets. */
  declare state: 'idle' | 'loading' | State;
  declare private outcome: Outcome | undefined;
  declare private message: Phrase | undefined;
  declare private showsBusy: boolean;
  declare private saysBusy: boolean;
  declare private isPasting: boolean;
  declare private isOver: boolean;

  private given: Given | undefined;
  /** What was typed, kept when it was refused. */
  private pasted = '';
  private picture: string | undefined;
  private running: AbortController | undefined;

  constructor() {
    super();
    this.state = 'idle';
    this.showsBusy = false;
    this.saysBusy = false;
    this.isPasting = false;
    this.isOver = false;
  }

  /** The report of the last verification. */
  get result(): Outcome['report'] | undefined {
    return this.outcome?.report;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('paste', this.onPaste);
    document.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('paste', this.onPaste);
    document.removeEventListener('keydown', this.onKey);
    this.stop();
    this.forgetPicture();
  }

  /** Verifies a file. Resolves when the answer is shown. */
  async verify(file: Blob): Promise<void> {
    await this.run(async () => {
      const maxBytes = DEFAULT_LIMITS.maxBytes;
      if (file.size > maxBytes) {
        throw new Refusal('too-large', { id: 'error-too-large', values: { limit: maxBytes / 1_000_000 } });
      }
      const bytes = await file.arrayBuffer().catch(() => {
        throw new Refusal('unreadable-file', { id: 'error-unreadable-file' });
      });
      return { bytes: new Uint8Array(bytes), contacts: [] };
    });
  }

  /** Verifies pasted text: a badge's own text, or a link to one. Resolves when the answer is shown. */
  async verifyText(text: string): Promise<void> {
    const trimmed = text.trim();
    if (/^https?:\/\/\S+$/i.test(trimmed)) {
      await this.run((options) => readLink(trimmed, options));
    } else {
      await this.verify(new Blob([text]));
    }
  }

  /** Forgets the badge and the answer. */
  reset(): void {
    this.stop();
    this.forgetPicture();
    this.given = undefined;
    this.outcome = undefined;
    this.message = undefined;
    this.isPasting = false;
    this.pasted = '';
    this.state = 'idle';
  }

  protected override render(): TemplateResult {
    const words = localizer(this.closestLanguage());
    return html`
      <div lang=${words.language}>
        <input
          type="file"
          hidden
          accept=".png,.svg,.json,.jsonld,.jwt,.txt,image/png,image/svg+xml,application/json"
          @change=${this.onChosen}
        />
        <div role="alert" id="message" part="message" class=${this.message === undefined ? '' : 'message'}>${this.message === undefined ? nothing : words.say(this.message)}</div>
        <div role="status" class="unseen">${this.saysBusy ? words.say('checking') : nothing}</div>
        ${this.outcome === undefined ? this.giveView(words) : this.resultView(this.outcome, words)}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('isPasting') && this.isPasting) this.renderRoot.querySelector('textarea')?.focus();
  }

  private giveView({ say }: Localizer): TemplateResult {
    if (this.state === 'loading') {
      return html`<div class="give" part="drop">
        <p class="busy" aria-hidden="true">${this.showsBusy ? say('checking') : nothing}</p>
      </div>`;
    }
    return html`
      <div
        class=${this.isOver ? 'give over' : 'give'}
        part="drop"
        @dragover=${this.onDragOver}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.onDrop}
      >
        <p class="hint">${say('drop-hint')}</p>
        <div class="choices">
          <button type="button" part="button" class="main" id="choose" @click=${this.choose}>${say('choose-file')}</button>
          <button type="button" part="button" aria-expanded=${this.isPasting} @click=${() => (this.isPasting = !this.isPasting)}>
            ${say('paste')}
          </button>
        </div>
        ${this.isPasting ? this.pasteView(say) : nothing}
      </div>
    `;
  }

  private pasteView(say: Localizer['say']): TemplateResult {
    return html`<form @submit=${this.onSubmit} novalidate>
      <label for="pasted">${say('paste-label')}</label>
      <textarea id="pasted" part="input" spellcheck="false" autocomplete="off" aria-describedby="message paste-hint"
        aria-invalid=${this.message !== undefined} .value=${this.pasted}></textarea>
      <p id="paste-hint" class="quiet">${say('paste-hint')}</p>
      <button type="submit" part="button" class="main">${say('paste-check')}</button>
    </form>`;
  }

  private resultView(outcome: Outcome, words: Localizer): TemplateResult {
    return html`
      <section class="card ${outcome.view.state}" part="card">
        ${verdictView(outcome, words)} ${contentView(outcome, this.picture, words)}
        ${outcome.view.state === 'none' ? nothing : questionsView(outcome, words)}
        ${insideView(outcome, words)}
        ${checksView(outcome, !outcome.view.isPlain && outcome.view.state !== 'none', words)}
        <div class="actions" part="actions">
          ${
            outcome.view.state === 'unchecked'
              ? html`<button type="button" part="button" @click=${this.again}>${words.say('try-again')}</button>`
              : nothing
          }
          <button type="button" part="button" @click=${this.another}>${words.say('another')}</button>
        </div>
      </section>
    `;
  }

  /** Gets a badge and verifies it, and shows the answer or the refusal; a later run takes the place of this one. */
  private async run(give: (options: VerifyBadgeOptions) => Promise<Given>): Promise<void> {
    this.reset();
    const running = new AbortController();
    this.running = running;
    this.state = 'loading';
    const timers = [
      setTimeout(() => (this.showsBusy = true), BUSY_AFTER_MS),
      setTimeout(() => (this.saysBusy = true), SAY_BUSY_AFTER_MS),
    ];
    const options: VerifyBadgeOptions = {
      signal: running.signal,
      mayFetch: (request) => dispatch(this, 'open-badge-fetch', request, true),
    };
    try {
      const given = await give(options);
      const outcome = await conclude(given.bytes, options, given.contacts);
      running.signal.throwIfAborted();
      this.show(given, outcome);
    } catch (cause) {
      if (!running.signal.aborted) this.refuse(cause);
    } finally {
      timers.forEach(clearTimeout);
      if (this.running === running) {
        this.showsBusy = false;
        this.saysBusy = false;
        this.running = undefined;
      }
    }
    await this.updateComplete;
    if (!running.signal.aborted) this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  private show(given: Given, outcome: Outcome): void {
    this.given = given;
    this.picture = pictureUrl(given.bytes, outcome.report);
    this.outcome = outcome;
    this.state = outcome.report.state;
    announce(this, outcome);
  }

  private refuse(cause: unknown): void {
    const { code, phrase } = cause instanceof Refusal ? cause : new Refusal('verifier-failed', { id: 'error-verifier' });
    this.state = 'idle';
    this.message = phrase;
    this.isPasting = this.pasted !== '';
    dispatch(this, 'open-badge-error', { code, where: 'verifier' });
  }

  private stop(): void {
    this.running?.abort();
    this.running = undefined;
    this.showsBusy = false;
    this.saysBusy = false;
  }

  private forgetPicture(): void {
    if (this.picture !== undefined) URL.revokeObjectURL(this.picture);
    this.picture = undefined;
  }

  private closestLanguage(): string | undefined {
    return this.lang || this.closest<HTMLElement>('[lang]')?.lang;
  }

  private readonly choose = () => {
    void loadEngine().catch(() => undefined);
    this.renderRoot.querySelector('input')?.click();
  };

  private readonly again = () => {
    const given = this.given;
    if (given !== undefined) void this.run(() => Promise.resolve(given));
  };

  private readonly another = async () => {
    this.reset();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#choose')?.focus();
  };

  private readonly onChosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file !== undefined) void this.verify(file);
    // The same file may be chosen again.
    input.value = '';
  };

  private readonly onDragOver = (event: DragEvent) => {
    event.preventDefault();
    this.isOver = true;
  };

  private readonly onDrop = (event: DragEvent) => {
    event.preventDefault();
    this.isOver = false;
    if (event.dataTransfer !== null) void this.take(event.dataTransfer);
  };

  private readonly onPaste = (event: ClipboardEvent) => {
    const [target] = event.composedPath();
    const isField = target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));
    if (isField || event.clipboardData === null) return;
    event.preventDefault();
    void this.take(event.clipboardData);
  };

  /** Verifies what was dropped or pasted. */
  async take(data: DataTransfer): Promise<void> {
    const [file, ...others] = data.files;
    const text = data.getData('text/plain');
    if (file !== undefined) await this.verify(file);
    else if (text !== '') await this.verifyText(text);
    if (others.length > 0) this.message = { id: 'several-files' };
  }

  private readonly onSubmit = (event: Event) => {
    event.preventDefault();
    const text = this.renderRoot.querySelector('textarea')?.value ?? '';
    if (text.trim() === '') {
      this.message = { id: 'paste-empty' };
      return;
    }
    void this.verifyText(text);
    this.pasted = text;
  };

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.state === 'loading') void this.stopAndSay();
  };

  private async stopAndSay(): Promise<void> {
    this.reset();
    this.message = { id: 'stopped' };
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#choose')?.focus();
  }
}

/** Reads the badge that a link leads to. */
async function readLink(url: string, options: VerifyBadgeOptions): Promise<Given> {
  const { document, contact } = await fetchDocument(url, 'badge', '*/*', fetchContext(options), options.signal);
  if ('body' in document && document.status === 200) return { bytes: document.body, contacts: [contact] };
  const reason = contact.unreachable ?? 'none';
  const values = { reason, status: String(contact.status ?? 'none'), host: new URL(url).host };
  throw new Refusal(`link-${contact.unreachable ?? 'answered-with-error'}`, { id: 'error-link', values });
}
