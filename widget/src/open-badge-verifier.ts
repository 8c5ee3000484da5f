import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { batchCsv, batchView } from './batch-view.js';
import { Batch, type BatchRow, nowAndThen } from './batch.js';
import { type Contact, DEFAULT_LIMITS, type Fetcher } from './fetch-document.js';
import { pictureUrl } from './file.js';
import type { State } from './generated/report.js';
import { busyView, MODES, offerView } from './give-view.js';
import { type Given, linkIn, MAX_FILES, readFile, readLink, Refusal } from './given.js';
import { Intake } from './intake.js';
import { copyLinkTo, saveFile } from './keeping.js';
import { type IssuerPicture, readIssuerPicture } from './issuer-picture.js';
import { byKeptKeys, keepKeys } from './kept-keys.js';
import { loadLanguage, localizer, type Localizer, type Messages, nearestLanguage } from './localize.js';
import { headlineMustStay } from './must-stay.styles.js';
import { verifierStyles } from './open-badge-verifier.styles.js';
import { OpenedForPrint } from './opened-for-print.js';
import { announce, conclude, dispatch, type Outcome, type RecipientDetail } from './outcome.js';
import type { Offer } from './open-badge-view.js';
import { personAnswer } from './person-view.js';
import { printStyles } from './print.styles.js';
import { recordText } from './record.js';
import { readRegisters } from './registers.js';
import type { Phrase } from './report.js';
import { resultCardView, type Shown } from './result-card-view.js';
import { resultStyles } from './result.styles.js';
import { Scanner } from './scanner.js';
import { theme } from './theme.styles.js';
import type { VerifyBadgeOptions } from './verifier.js';
import { Work } from './work.js';

/** Kinds of files that hold badges, for the browser's file chooser. */
const ACCEPT = '.png,.svg,.json,.jsonld,.jwt,.txt,image/png,image/svg+xml,application/json';

/** What a reader may ask after the first answer, which each further answer takes into account. */
type Further = Pick<VerifyBadgeOptions, 'recipient' | 'fetchImages' | 'relay'>;

/**
 * A place to drop, choose, paste or scan a badge, and the answer. The badge never leaves the page, and neither does a
 * person's address; the addresses of keys and lists do, and each is listed.
 *
 * @tagname open-badge-verifier
 *
 * @attr {boolean} multiple - Whether several files and folders may be given at once
 * @attr {string} [modes=file link scan paste] - The ways to give a badge
 * @attr {string} accept - Kinds of files for the file chooser
 * @attr {"yes" | "no"} [ask-recipient=yes] - Whether the reader is offered to compare a person
 * @attr {"yes" | "no"} [print=yes] - Whether the reader is offered to print and save the result
 * @attr {string} registers - Addresses of registers of issuers that the host page trusts, separated by spaces
 * @attr {string} relay - The address of a relay that reads keys and lists where a page cannot, when a reader asks
 * @attr {boolean} keep-keys - Whether keys are kept in this browser, to say more on a day without network
 * @attr {number} [max-bytes=5000000] - Largest file that is read
 * @attr {string} lang - By default, the nearest `lang`
 * @attr {"idle" | "loading" | "genuine" | "caution" | "invalid" | "unchecked" | "none"} state - Where the element stands; read only, for style sheets
 *
 * @fires {CustomEvent<LoadDetail>} open-badge-load - A badge was read
 * @fires {CustomEvent<FetchDetail>} open-badge-fetch - Before each request; cancel it to keep the address from being asked
 * @fires {CustomEvent<CheckDetail>} open-badge-check - For each check
 * @fires {CustomEvent<ResultDetail>} open-badge-result - The answer
 * @fires {CustomEvent<RecipientDetail>} open-badge-recipient - Whether a person matched; never who was typed
 * @fires {CustomEvent<ErrorDetail>} open-badge-error - Nothing could be answered; never with the badge's text
 *
 * @csspart drop - The place to give a badge
 * @csspart input - A field
 * @csspart button - One button
 * @csspart message - Why nothing was answered
 * @csspart card - The whole answer
 * @csspart headline - The line that says the state
 * @csspart status-text - The sentences below it
 * @csspart badge - What the badge says
 * @csspart image - The picture of the file
 * @csspart title - The badge's name
 * @csspart criteria - What the person did
 * @csspart evidence - What shows it
 * @csspart endorsements - The credentials inside the badge
 * @csspart checks - What was checked
 * @csspart check - One check
 * @csspart files - The table of several files
 * @csspart actions - The buttons below everything
 */
export class OpenBadgeVerifier extends LitElement {
  static override styles = [theme, resultStyles, verifierStyles, printStyles, headlineMustStay];
  static override properties = {
    lang: { type: String },
    state: { type: String, reflect: true },
    accept: { type: String },
    multiple: { type: Boolean },
    modes: { type: String },
    askRecipient: { type: String, attribute: 'ask-recipient' },
    print: { type: String },
    registers: { type: String },
    relay: { type: String },
    maxBytes: { type: Number, attribute: 'max-bytes' },
    messages: { attribute: false },
    keepKeys: { type: Boolean, attribute: 'keep-keys' },
    outcome: { state: true },
    offered: { state: true },
    message: { state: true },
    said: { state: true },
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
  /** The address of a relay that reads keys and lists where a page cannot, when the reader asks for it. */
  declare relay: string;
  /** The largest file that is read. */
  declare maxBytes: number;
  /** Sentences in place of the catalogue's. */
  declare messages: Messages | undefined;
  /** Asked for each document first: the host page may have the bytes. */
  fetcher: Fetcher | undefined;
  /** The time to verify at; by default, this device's. */
  now: Date | undefined;
  /** Whether keys are kept in this browser, to say more on a day without network. */
  declare keepKeys: boolean;
  declare private outcome: Outcome | undefined;
  declare private offered: string | undefined;
  declare private message: Phrase | undefined;
  declare private said: string;
  declare private isPersonPrinted: boolean;
  declare private personProblem: Phrase | undefined;

  private given: Given | undefined;
  private further: Further = {};
  private batch: Batch | undefined;
  /** The row of the list that is shown. */
  private shownRow: BatchRow | undefined;
  private picture: string | undefined;
  private issuerPicture: IssuerPicture | undefined;
  private readonly work = new Work(this);
  private readonly intake = new Intake(this, {
    files: (files) => void this.takeFiles(files),
    text: (text) => void this.verifyText(text),
    scan: () => void this.scanner.open(),
    refuse: (why) => (this.message = why),
  });
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
    this.relay = '';
    this.maxBytes = DEFAULT_LIMITS.maxBytes;
    this.keepKeys = false;
    this.said = '';
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
    document.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
    this.reset();
  }

  /** Verifies a file. Resolves when the answer is shown. */
  async verify(file: Blob): Promise<void> {
    this.reset();
    await this.run(() => readFile(file, this.maxBytes));
  }

  /** Verifies pasted text: a badge's own text, or a link to one. Resolves when the answer is shown. */
  async verifyText(text: string): Promise<void> {
    this.reset();
    const link = linkIn(text);
    await this.run((options) => (link === undefined ? readFile(new Blob([text]), this.maxBytes) : readLink(link, options)));
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
      const draw = nowAndThen(() => this.requestUpdate());
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
  take(data: DataTransfer): Promise<void> {
    return this.intake.take(data);
  }

  /** Forgets the badge and the answer. */
  reset(): void {
    this.forget();
    this.batch = undefined;
    this.shownRow = undefined;
    this.intake.reset();
    this.state = 'idle';
  }

  protected override async scheduleUpdate(): Promise<void> {
    await loadLanguage(this.lang || nearestLanguage(this));
    super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const words = this.words();
    const { message } = this;
    return html`
      <div lang=${words.language}>
        ${this.intake.inputsView()}
        <div role="alert" id="message" part="message" class=${message === undefined ? '' : 'message'}>${message === undefined ? nothing : words.say(message)}</div>
        <div role="status" class="unseen">${this.work.isSaid ? words.say('checking') : this.said}</div>
        ${this.sceneView(words)} ${this.scanner.view(words)}
      </div>
    `;
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
    return this.intake.view(this.message, words);
  }

  private resultView(outcome: Outcome, words: Localizer): TemplateResult {
    const { given, further, personProblem: problem, isPersonPrinted: isPrinted } = this;
    const shown: Shown = {
      outcome,
      picture: this.picture,
      fileName: given?.name,
      link: given?.link,
      person: this.askRecipient === 'no' ? undefined : { compared: further.recipient, isPrinted, problem },
      printedPerson: this.printedPerson(),
      isPrintable: this.print !== 'no',
      isOfList: this.batch !== undefined,
      relay: this.relay,
      issuerPicture: this.issuerPicture,
    };
    return resultCardView(shown, words, {
      comparePerson: this.onPerson,
      printPerson: this.onPersonPrinted,
      comparePicture: this.comparePicture,
      showPicture: this.showPicture,
      askAgain: this.askAgain,
      save: this.save,
      copyLink: this.copyLink,
      another: this.another,
      back: this.back,
    });
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

  /**
   * Verifies with what the reader asked further, from what was read already. The answer is that of the same moment,
   * unless what could not be read is read `isAnew`.
   */
  private async ask(further: Further, { isAnew = false } = {}): Promise<boolean> {
    const { given, outcome } = this;
    if (given === undefined || outcome === undefined) return false;
    this.further = { ...this.further, ...further };
    const documents = isAnew ? outcome.documents.filter((document) => 'body' in document) : outcome.documents;
    const moment = isAnew ? {} : { now: outcome.checkedAt };
    const isShown = await this.do(async (options) => {
      const again = { ...options, ...this.further, ...moment, documents };
      this.show(await this.check(given, again, outcome.contacts));
    });
    if (isShown && isAnew) await this.focusOn('h2');
    return isShown;
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
    const wishes: VerifyBadgeOptions = {
      mayFetch: (request) => dispatch(this, 'open-badge-fetch', request, true),
      limits: { maxBytes: this.maxBytes },
      ...(this.fetcher === undefined ? {} : { fetcher: this.fetcher }),
      ...(this.now === undefined ? {} : { now: this.now }),
    };
    return this.work.do((signal) => task({ ...wishes, signal }), (cause) => this.refuse(cause));
  }

  private show(outcome: Outcome): void {
    if (this.picture === undefined && this.given !== undefined) this.picture = pictureUrl(this.given.bytes, outcome.report);
    this.outcome = outcome;
    this.state = outcome.report.state;
  }

  private refuse(cause: unknown): void {
    const { code, phrase } = cause instanceof Refusal ? cause : new Refusal('verifier-failed', { id: 'error-verifier' });
    // What is shown already stays: a further question may fail without it.
    this.state = this.outcome?.report.state ?? 'idle';
    if (this.outcome === undefined) this.shownRow = undefined;
    this.message = phrase;
    this.intake.reopen();
    dispatch(this, 'open-badge-error', { code, where: 'verifier' });
  }

  /** Forgets one badge and its answer; a list that it came from stays. */
  private forget(): void {
    this.work.stop();
    this.scanner.close();
    for (const picture of [this.picture, this.issuerPicture?.src]) {
      if (picture !== undefined) URL.revokeObjectURL(picture);
    }
    this.picture = undefined;
    this.issuerPicture = undefined;
    this.given = undefined;
    this.further = {};
    this.outcome = undefined;
    this.offered = undefined;
    this.message = undefined;
    this.said = '';
    this.isPersonPrinted = false;
    this.personProblem = undefined;
  }

  private async takeFiles(files: File[]): Promise<void> {
    const [file] = files;
    if (files.length > 1 && this.multiple) {
      await this.verifyAll(files);
    } else if (file !== undefined) {
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
    return localizer(this.lang || nearestLanguage(this), this.messages);
  }

  /** Reads again what could not be read, directly or through the relay that the reader has just been told of. */
  private readonly askAgain = (way: Offer['id']) => {
    const { given, outcome } = this;
    if (given === undefined || outcome === undefined) return;
    if (way === 'ask-relay') {
      void this.ask({ relay: this.relay }, { isAnew: true });
      return;
    }
    this.forget();
    void this.run(() => Promise.resolve(given));
  };

  private readonly another = () => {
    this.reset();
    void this.focusOn('#choose');
  };

  private readonly showRow = (row: BatchRow) => {
    this.shownRow = row;
    void this.run(() => readFile(row.file, this.maxBytes));
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

  private readonly showPicture = async () => {
    const { outcome } = this;
    if (outcome === undefined) return;
    const isRead = await this.do(async (options) => {
      const read = await readIssuerPicture(outcome, options);
      this.outcome = read.outcome;
      this.issuerPicture = read.picture;
    });
    if (isRead) await this.focusOn('#issuer-picture');
  };

  private readonly onPerson = async (event: SubmitEvent) => {
    event.preventDefault();
    const recipient = this.renderRoot.querySelector<HTMLInputElement>('#person')?.value.trim() ?? '';
    this.personProblem = recipient === '' ? { id: 'person-empty' } : undefined;
    if (recipient === '') return void this.focusOn('#person');
    if (!(await this.ask({ recipient })) || this.outcome === undefined) return;
    const { matched, sentences } = personAnswer(this.outcome);
    this.said = sentences.map(this.words().say).join(' ');
    const detail: RecipientDetail = { matched };
    dispatch(this, 'open-badge-recipient', detail);
  };

  private readonly onPersonPrinted = (event: Event) => {
    this.isPersonPrinted = (event.target as HTMLInputElement).checked;
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
