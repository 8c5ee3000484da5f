import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { batchCsv, batchView } from './batch-view.js';
import { Batch, type BatchRow, oncePerFrame } from './batch.js';
import type { Contact } from './fetch-document.js';
import { pictureUrl } from './file.js';
import type { State } from './generated/report.js';
import { busyView, giveView, type Mode, MODES, offerView } from './give-view.js';
import { filesIn, type Given, linkIn, MAX_FILES, readFile, readLink, Refusal } from './given.js';
import { insideView } from './inside-view.js';
import { byKeptKeys, keepKeys } from './kept-keys.js';
import { localizer, type Localizer, nearestLanguage } from './localize.js';
import { verifierStyles } from './open-badge-verifier.styles.js';
import { OpenedForPrint } from './opened-for-print.js';
import { announce, conclude, dispatch, type Outcome } from './outcome.js';
import { personAnswer, personView } from './person-view.js';
import { printStyles } from './print.styles.js';
import { recordText } from './record.js';
import { readRegisters } from './registers.js';
import type { Phrase } from './report.js';
import { checksView, contentView, pictureOfferView, printedView, questionsView, verdictView } from './result-view.js';
import { resultStyles } from './result.styles.js';
import { copyLinkTo, saveFile } from './keeping.js';
import { Scanner } from './scanner.js';
import { theme } from './theme.styles.js';
import { loadEngine, type VerifyBadgeOptions } from './verifier.js';
import { Work } from './work.js';

/** Kinds of files that hold badges, for the browser's file chooser. */
const ACCEPT = '.png,.svg,.json,.jsonld,.jwt,.txt,image/png,image/svg+xml,application/json';

/** What a reader may ask after the first answer, which each further answer takes into account. */
type Further = Pick<VerifyBadgeOptions, 'recipient' | 'fetchImages'>;

/**
 * `<open-badge-verifier>`: a place to drop, choose, paste or scan a badge, and the answer. The badge never leaves the
 * page, and neither does a person's address; the addresses of keys and lists do, and each is listed.
 *
 * @tagname open-badge-verifier
 *
 * @fires open-badge-load - `{format, version, name, issuerId}`, when a badge was read
 * @fires open-badge-fetch - `{url, kind}`, before each request; cancel it to keep the address from being asked
 * @fires open-badge-check - `{check, outcome, code}`, for each check
 * @fires open-badge-result - `{state, codes, checkedAt, fileHash}`
 * @fires open-badge-recipient - `{matched}`: true, false, or null where nothing could be compared
 * @fires open-badge-error - `{code, where}`
 */
export class OpenBadgeVerifier extends LitElement {
  static override styles = [theme, resultStyles, verifierStyles, printStyles];
  static override properties = {
    lang: { type: String },
    state: { type: String, reflect: true },
    accept: { type: String },
    multiple: { type: Boolean },
    modes: { type: String },
    askRecipient: { type: String, attribute: 'ask-recipient' },
    print: { type: String },
    registers: { type: String },
    keepKeys: { type: Boolean, attribute: 'keep-keys' },
    outcome: { state: true },
    offered: { state: true },
    message: { state: true },
    said: { state: true },
    isPasting: { state: true },
    isOver: { state: true },
    isPersonPrinted: { state: true },
    personProblem: { state: true },
  };

  /** Where the element stands; also an attribute, for style sheets. */
  declare state: 'idle' | 'loading' | State;
  /** Kinds of files for the file chooser. */
  declare accept: string;
  /** Whether several files and folders may be given at once. */
  declare multiple: boolean;
  /** The ways to give a badge, of `file`, `link`, `scan` and `paste`. */
  declare modes: string;
  /** Whether the reader is offered to compare a person. */
  declare askRecipient: 'yes' | 'no';
  /** Whether the reader is offered to print or save the result. */
  declare print: 'yes' | 'no';
  /** Addresses of the registers of issuers that the host of the page trusts. */
  declare registers: string;
  /** Whether keys are kept in this browser, to say more on a day without network. */
  declare keepKeys: boolean;
  declare private outcome: Outcome | undefined;
  declare private offered: string | undefined;
  declare private message: Phrase | undefined;
  declare private said: string;
  declare private isPasting: boolean;
  declare private isOver: boolean;
  declare private isPersonPrinted: boolean;
  declare private personProblem: Phrase | undefined;

  private given: Given | undefined;
  private further: Further = {};
  private batch: Batch | undefined;
  /** The row of the list that is shown. */
  private shownRow: BatchRow | undefined;
  /** What was typed, kept when it was refused. */
  private pasted = '';
  private picture: string | undefined;
  private readonly work = new Work(this);
  private readonly scanner = new Scanner(this, (text) => this.takeCode(text));

  constructor() {
    super();
    this.state = 'idle';
    this.accept = ACCEPT;
    this.multiple = false;
    this.modes = MODES.join(' ');
    this.askRecipient = 'yes';
    this.print = 'yes';
    this.registers = '';
    this.keepKeys = false;
    this.said = '';
    this.isPasting = false;
    this.isOver = false;
    this.isPersonPrinted = false;
    new OpenedForPrint(this);
  }

  /** The report of the last verification. */
  get result(): Outcome['report'] | undefined {
    return this.outcome?.report;
  }

  /** The result as JSON for programs, or as text for people; `undefined` while there is none. */
  report(kind: 'json' | 'text'): string | undefined {
    if (this.outcome === undefined) return undefined;
    if (kind === 'text') return recordText(this.outcome, this.given?.name, this.printedPerson(), this.words());
    const { report, contacts, checkedAt, fileHash } = this.outcome;
    return JSON.stringify({ ...report, contacts, checkedAt, fileHash }, undefined, 2);
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
    this.reset();
  }

  /** Verifies a file. Resolves when the answer is shown. */
  async verify(file: Blob): Promise<void> {
    this.reset();
    await this.run(() => readFile(file));
  }

  /** Verifies pasted text: a badge's own text, or a link to one. Resolves when the answer is shown. */
  async verifyText(text: string): Promise<void> {
    this.reset();
    const link = linkIn(text);
    await this.run((options) => (link === undefined ? readFile(new Blob([text])) : readLink(link, options)));
  }

  /** Verifies several files, and shows them as a list. Resolves when each has its answer. */
  async verifyAll(files: readonly File[]): Promise<void> {
    this.reset();
    if (files.length > MAX_FILES) {
      this.refuse(new Refusal('too-many-files', { id: 'error-too-many-files', values: { limit: MAX_FILES } }));
      return;
    }
    const batch = new Batch(files);
    this.batch = batch;
    await this.do(async (options) => {
      const { registers } = await readRegisters(this.registers, options);
      const draw = oncePerFrame(() => this.requestUpdate());
      await batch.run({ ...options, registers }, (outcome) => announce(this, outcome), draw);
    });
    if (this.batch !== batch) return;
    this.state = 'idle';
    await this.focusOn('h2');
  }

  /** Asks the reader whether to open a link that somebody else chose; nothing is contacted before. */
  async offer(link: string): Promise<void> {
    this.reset();
    this.offered = linkIn(link);
    if (this.offered !== undefined) await this.focusOn('h2');
  }

  /** Verifies what was dropped or pasted. */
  async take(data: DataTransfer): Promise<void> {
    const text = data.getData('text/plain') || data.getData('text/uri-list');
    await this.takeFiles(await filesIn(data), text);
  }

  /** Forgets the badge and the answer. */
  reset(): void {
    this.forget();
    this.batch = undefined;
    this.shownRow = undefined;
    this.isPasting = false;
    this.pasted = '';
    this.state = 'idle';
  }

  protected override render(): TemplateResult {
    const words = this.words();
    const { message } = this;
    return html`
      <div lang=${words.language}>
        <input type="file" id="files" hidden accept=${this.accept} ?multiple=${this.multiple} @change=${this.onChosen} />
        <input type="file" id="folder" hidden webkitdirectory @change=${this.onChosen} />
        <div role="alert" id="message" part="message" class=${message === undefined ? '' : 'message'}>${message === undefined ? nothing : words.say(message)}</div>
        <div role="status" class="unseen">${this.work.isSaid ? words.say('checking') : this.said}</div>
        ${this.sceneView(words)} ${this.scanner.view(words)}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('isPasting') && this.isPasting) this.renderRoot.querySelector('textarea')?.focus();
  }

  private sceneView(words: Localizer): TemplateResult {
    if (this.outcome !== undefined) return this.resultView(this.outcome, words);
    if (this.offered !== undefined) {
      const link = this.offered;
      return offerView(link, words, { open: () => void this.verifyText(link), decline: this.another });
    }
    if (this.batch !== undefined && this.shownRow === undefined) {
      const { showRow: show, saveList: save, stop, another } = this;
      return batchView(this.batch, words, { show, save, stop, another });
    }
    if (this.state === 'loading') return busyView(this.work.isShown, words);
    const { isPasting, isOver, pasted, message, multiple: isMultiple } = this;
    const modes = MODES.filter((mode) => this.modes.split(/\s+/).includes(mode)) as readonly Mode[];
    return giveView({ modes, isMultiple, isPasting, isOver, pasted, message }, words, {
      choose: this.choose,
      chooseFolder: () => this.renderRoot.querySelector<HTMLInputElement>('#folder')?.click(),
      togglePaste: () => (this.isPasting = !this.isPasting),
      scan: () => void this.scanner.open(),
      submit: this.onSubmit,
      dragOver: this.onDragOver,
      dragLeave: () => (this.isOver = false),
      drop: this.onDrop,
    });
  }

  private resultView(outcome: Outcome, words: Localizer): TemplateResult {
    const { state, isPlain, isConfirmed } = outcome.view;
    const asksPerson = this.askRecipient !== 'no' && (isConfirmed || state === 'unchecked') && outcome.report.credential !== null;
    const person = personView(
      { compared: this.further.recipient, isPrinted: this.isPersonPrinted, problem: this.personProblem },
      words,
      { submit: this.onPerson, print: this.onPersonPrinted },
    );
    return html`
      <section class="card ${state}" part="card">
        ${verdictView(outcome, words)} ${contentView(outcome, this.picture, words)}
        ${state === 'none' ? nothing : questionsView(outcome, asksPerson ? person : nothing, words)}
        ${pictureOfferView(outcome, words, this.comparePicture)} ${insideView(outcome, words)}
        ${checksView(outcome, !isPlain && state !== 'none', words)}
        ${printedView(outcome, this.given?.name, this.printedPerson(), words)} ${this.actionsView(state, words)}
      </section>
    `;
  }

  private actionsView(state: State, { say }: Localizer): TemplateResult {
    const button = (id: string, label: string, action: () => void, isOffered = true) =>
      isOffered ? html`<button type="button" part="button" id=${id} @click=${action}>${say(label)}</button>` : nothing;
    return html`<div class="actions" part="actions">
      ${button('again', 'try-again', this.again, state === 'unchecked')}
      ${button('print', 'print', () => window.print(), this.print !== 'no')}
      ${button('save', 'save', this.save, this.print !== 'no')}
      ${button('copy', 'copy-link', this.copyLink, this.given?.link !== undefined)}
      ${this.batch === undefined ? button('another', 'another', this.another) : button('back', 'batch-back', this.back)}
    </div>`;
  }

  /** Gets a badge and verifies it, and shows the answer or the refusal; a later run takes the place of this one. */
  private async run(give: (options: VerifyBadgeOptions) => Promise<Given>): Promise<void> {
    const isShown = await this.do(async (options) => {
      const given = await give(options);
      this.given = given;
      const outcome = await this.check(given, options, given.contacts);
      this.show(outcome);
      announce(this, outcome);
    });
    if (isShown) await this.focusOn('h2');
  }

  /** Verifies with what the reader asked further, from what was read already; the answer is that of the same moment. */
  private async ask(further: Further): Promise<boolean> {
    const { given, outcome } = this;
    if (given === undefined || outcome === undefined) return false;
    this.further = { ...this.further, ...further };
    return this.do(async (options) => {
      const again = { ...options, ...this.further, now: outcome.checkedAt, documents: outcome.documents };
      this.show(await this.check(given, again, outcome.contacts));
    });
  }

  private async check({ bytes }: Given, options: VerifyBadgeOptions, earlier: Contact[]): Promise<Outcome> {
    const { registers, contacts } = await readRegisters(this.registers, options);
    const unlisted = contacts.filter(({ url }) => !earlier.some((contact) => contact.url === url));
    const outcome = await conclude(bytes, { ...options, registers }, [...earlier, ...unlisted]);
    options.signal?.throwIfAborted();
    if (!this.keepKeys) return outcome;
    await keepKeys(outcome.documents, outcome.contacts, outcome.checkedAt);
    const beside = await byKeptKeys(bytes, outcome, options);
    if (beside === undefined) return outcome;
    return { ...outcome, view: { ...outcome.view, sentences: [beside, ...outcome.view.sentences] } };
  }

  /** Does some work that Escape or a later one ends; `false` when that happened, or when it was refused. */
  private do(task: (options: VerifyBadgeOptions) => Promise<void>): Promise<boolean> {
    if (this.outcome === undefined) this.state = 'loading';
    this.message = undefined;
    const mayFetch: VerifyBadgeOptions['mayFetch'] = (request) => dispatch(this, 'open-badge-fetch', request, true);
    return this.work.do((signal) => task({ signal, mayFetch }), (cause) => this.refuse(cause));
  }

  private show(outcome: Outcome): void {
    if (this.picture === undefined && this.given !== undefined) this.picture = pictureUrl(this.given.bytes, outcome.report);
    this.outcome = outcome;
    this.state = outcome.report.state;
  }

  private refuse(cause: unknown): void {
    const { code, phrase } = cause instanceof Refusal ? cause : new Refusal('verifier-failed', { id: 'error-verifier' });
    this.state = 'idle';
    this.shownRow = undefined;
    this.message = phrase;
    this.isPasting = this.pasted !== '';
    dispatch(this, 'open-badge-error', { code, where: 'verifier' });
  }

  /** Forgets one badge and its answer; a list that it came from stays. */
  private forget(): void {
    this.work.stop();
    this.scanner.close();
    if (this.picture !== undefined) URL.revokeObjectURL(this.picture);
    this.picture = undefined;
    this.given = undefined;
    this.further = {};
    this.outcome = undefined;
    this.offered = undefined;
    this.message = undefined;
    this.said = '';
    this.isPersonPrinted = false;
    this.personProblem = undefined;
  }

  private async takeFiles(files: File[], text = ''): Promise<void> {
    const [file] = files;
    if (file === undefined) {
      if (text !== '') await this.verifyText(text);
      else this.message = { id: 'nothing-given' };
    } else if (files.length > 1 && this.multiple) {
      await this.verifyAll(files);
    } else {
      await this.verify(file);
      if (files.length > 1) this.message = { id: 'several-files' };
    }
  }

  /** What the camera read: a badge's own text is checked; where a link leads is for the reader to see first. */
  private async takeCode(text: string): Promise<void> {
    if (linkIn(text) === undefined) await this.verifyText(text);
    else await this.offer(text);
  }

  private async focusOn(selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private printedPerson(): string | undefined {
    return this.isPersonPrinted ? this.further.recipient : undefined;
  }

  private words(): Localizer {
    return localizer(this.lang || nearestLanguage(this));
  }

  private readonly choose = () => {
    void loadEngine().catch(() => undefined);
    this.renderRoot.querySelector<HTMLInputElement>('#files')?.click();
  };

  private readonly again = () => {
    const { given } = this;
    if (given === undefined) return;
    this.forget();
    void this.run(() => Promise.resolve(given));
  };

  private readonly another = () => {
    this.reset();
    void this.focusOn('#choose');
  };

  private readonly showRow = (row: BatchRow) => {
    this.shownRow = row;
    void this.run(() => readFile(row.file));
  };

  private readonly back = () => {
    const row = this.shownRow;
    this.forget();
    this.shownRow = undefined;
    this.state = 'idle';
    void this.focusOn(`[data-row="${row === undefined ? 0 : this.batch?.rows.indexOf(row)}"]`);
  };

  private readonly saveList = () => {
    if (this.batch !== undefined) saveFile('badges.csv', 'text/csv;charset=utf-8', batchCsv(this.batch, this.words()));
  };

  private readonly save = () => saveFile('badge-check.txt', 'text/plain;charset=utf-8', this.report('text') ?? '');

  private readonly copyLink = async () => {
    const isCopied = await copyLinkTo(this.given?.link ?? '');
    this.message = isCopied ? undefined : { id: 'error-copy' };
    this.said = isCopied ? this.words().say('copied') : '';
  };

  private readonly comparePicture = async () => {
    if (await this.ask({ fetchImages: true })) await this.focusOn('h2');
  };

  private readonly onPerson = async (event: SubmitEvent) => {
    event.preventDefault();
    const recipient = this.renderRoot.querySelector<HTMLInputElement>('#person')?.value.trim() ?? '';
    this.personProblem = recipient === '' ? { id: 'person-empty' } : undefined;
    if (recipient === '') return void this.focusOn('#person');
    if (!(await this.ask({ recipient })) || this.outcome === undefined) return;
    const { matched, sentences } = personAnswer(this.outcome);
    this.said = sentences.map(this.words().say).join(' ');
    dispatch(this, 'open-badge-recipient', { matched });
  };

  private readonly onPersonPrinted = (event: Event) => {
    this.isPersonPrinted = (event.target as HTMLInputElement).checked;
  };

  private readonly onChosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])].filter(({ name }) => !name.startsWith('.'));
    if (input.files?.length) void this.takeFiles(files);
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

  private readonly onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const text = this.renderRoot.querySelector('textarea')?.value ?? '';
    if (text.trim() === '') {
      this.message = { id: 'paste-empty' };
      return void this.focusOn('textarea');
    }
    void this.verifyText(text);
    this.pasted = text;
  };

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.state === 'loading') this.stop();
  };

  /** Ends the work and says so. What a list has so far stays. */
  private readonly stop = () => {
    if (this.batch !== undefined && this.shownRow === undefined) {
      this.work.stop();
      return;
    }
    this.reset();
    this.message = { id: 'stopped' };
    void this.focusOn('#choose');
  };
}
