import { html, type LitElement, type TemplateResult } from 'lit';
import { scanView } from './give-view.js';
import type { Localizer } from './localize.js';
import type { Phrase } from './report.js';

/** The camera's dialog of an element: open, read one code, closed. */
export class Scanner {
  private isOpen = false;
  private problem: Phrase | undefined;
  private reading: AbortController | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly onCode: (text: string) => void,
  ) {}

  view(words: Localizer): TemplateResult {
    return this.isOpen ? scanView(this.problem, words, { close: () => this.close() }) : html``;
  }

  /** Shows the dialog and looks for a code until there is one, or until the reader closes it. */
  async open(): Promise<void> {
    this.isOpen = true;
    this.problem = undefined;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const dialog = this.host.renderRoot.querySelector('dialog');
    const video = this.host.renderRoot.querySelector('video');
    if (dialog === null || video === null) return;
    dialog.showModal();
    const reading = new AbortController();
    this.reading = reading;
    try {
      const { scanCode } = await import('./camera.js');
      const text = await scanCode(video, reading.signal);
      dialog.close();
      this.onCode(text);
    } catch {
      if (reading.signal.aborted) return;
      this.problem = { id: 'error-camera' };
      this.host.requestUpdate();
    }
  }

  /** Turns the camera off and takes the dialog away. */
  close(): void {
    this.reading?.abort();
    this.reading = undefined;
    if (!this.isOpen) return;
    this.isOpen = false;
    this.host.requestUpdate();
  }
}
