import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { giveView, MODES } from './give-view.js';
import { filesIn } from './given.js';
import type { Localizer } from './localize.js';
import type { Phrase } from './report.js';
import { loadEngine } from './verifier.js';

/** What the element says about how badges are given to it. */
interface Host extends LitElement {
  accept: string;
  multiple: boolean;
  modes: string;
}

/** What becomes of what was given. */
interface Takers {
  files(files: File[]): void;
  text(text: string): void;
  scan(): void;
  refuse(why: Phrase): void;
}

/** The place where badges are dropped, chosen and pasted: its buttons, its field, and what comes in by them. */
export class Intake implements ReactiveController {
  private isOver = false;
  private isPasting = false;
  /** What was typed, kept when it was refused. */
  private pasted = '';

  constructor(
    private readonly host: Host,
    private readonly takers: Takers,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('paste', this.onPaste);
  }

  hostDisconnected(): void {
    document.removeEventListener('paste', this.onPaste);
  }

  /** The buttons and the field; `message` is what is wrong with what stands in it. */
  view(message: Phrase | undefined, words: Localizer): TemplateResult {
    const { isPasting, isOver, pasted, host } = this;
    const modes = MODES.filter((mode) => host.modes.split(/\s+/).includes(mode));
    return giveView({ modes, isMultiple: host.multiple, isPasting, isOver, pasted, message }, words, {
      choose: this.choose,
      chooseFolder: () => this.input('#folder')?.click(),
      togglePaste: this.togglePaste,
      scan: this.takers.scan,
      submit: this.onSubmit,
      dragOver: this.onDragOver,
      dragLeave: () => this.update({ isOver: false }),
      drop: this.onDrop,
    });
  }

  /** The browser's own file choosers, which the buttons open. */
  inputsView(): TemplateResult {
    return html`
      <input type="file" id="files" hidden accept=${this.host.accept} ?multiple=${this.host.multiple} @change=${this.onChosen} />
      <input type="file" id="folder" hidden webkitdirectory @change=${this.onChosen} />
    `;
  }

  /** Hands on what was dropped or pasted. */
  async take(data: DataTransfer): Promise<void> {
    const text = data.getData('text/plain') || data.getData('text/uri-list');
    const files = await filesIn(data);
    if (files.length > 0) this.takers.files(files);
    else if (text !== '') this.takers.text(text);
    else this.takers.refuse({ id: 'nothing-given' });
  }

  /** Shows what was typed again, for it to be mended. */
  reopen(): void {
    this.update({ isPasting: this.pasted !== '' });
  }

  reset(): void {
    this.update({ isPasting: false, pasted: '' });
  }

  private update(change: { isOver?: boolean; isPasting?: boolean; pasted?: string }): void {
    Object.assign(this, change);
    this.host.requestUpdate();
  }

  private input(selector: string): HTMLInputElement | null {
    return this.host.renderRoot.querySelector(selector);
  }

  private readonly choose = () => {
    void loadEngine().catch(() => undefined);
    this.input('#files')?.click();
  };

  private readonly togglePaste = async () => {
    this.update({ isPasting: !this.isPasting });
    await this.host.updateComplete;
    this.host.renderRoot.querySelector('textarea')?.focus();
  };

  private readonly onChosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    // Files that a system hides are no badges.
    const files = chosen.filter(({ name }) => !name.startsWith('.'));
    if (files.length > 0) this.takers.files(files);
    else if (chosen.length > 0) this.takers.refuse({ id: 'nothing-given' });
    // The same file may be chosen again.
    input.value = '';
  };

  private readonly onDragOver = (event: DragEvent) => {
    event.preventDefault();
    this.update({ isOver: true });
  };

  private readonly onDrop = (event: DragEvent) => {
    event.preventDefault();
    this.update({ isOver: false });
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
    const field = this.host.renderRoot.querySelector('textarea');
    const text = field?.value ?? '';
    if (text.trim() === '') {
      this.takers.refuse({ id: 'paste-empty' });
      field?.focus();
      return;
    }
    this.takers.text(text);
    this.pasted = text;
  };
}
