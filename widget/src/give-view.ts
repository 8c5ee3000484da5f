import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from './localize.js';
import type { Phrase } from './report.js';

/** The ways in which a badge may be given; `modes` of the element names them. */
export const MODES = ['file', 'link', 'scan', 'paste'] as const;
export type Mode = (typeof MODES)[number];

/** What the place where a badge is given shows. */
export interface GiveState {
  modes: readonly Mode[];
  isMultiple: boolean;
  isPasting: boolean;
  isOver: boolean;
  /** What was typed, kept when it was refused. */
  pasted: string;
  message: Phrase | undefined;
}

/** What somebody does there. */
export interface GiveHandlers {
  choose(): void;
  chooseFolder(): void;
  togglePaste(): void;
  scan(): void;
  submit(event: SubmitEvent): void;
  dragOver(event: DragEvent): void;
  dragLeave(): void;
  drop(event: DragEvent): void;
}

/** The place where a badge is dropped, chosen, pasted or scanned. */
export function giveView(state: GiveState, words: Localizer, on: GiveHandlers): TemplateResult {
  const { say } = words;
  const { modes } = state;
  const takesText = modes.includes('paste') || modes.includes('link');
  return html`
    <div class=${state.isOver ? 'give over' : 'give'} part="drop" @dragover=${on.dragOver} @dragleave=${on.dragLeave} @drop=${on.drop}>
      ${modes.includes('file') ? html`<p class="hint">${say(state.isMultiple ? 'drop-hint-several' : 'drop-hint')}</p>` : nothing}
      <div class="choices">
        ${
          modes.includes('file')
            ? html`<button type="button" part="button" class="main" id="choose" @click=${on.choose}>
                ${say('choose-file')}
              </button>`
            : nothing
        }
        ${
          takesText
            ? html`<button type="button" part="button" id="paste" aria-expanded=${state.isPasting} @click=${on.togglePaste}>
                ${say('paste')}
              </button>`
            : nothing
        }
        ${modes.includes('scan') ? html`<button type="button" part="button" id="scan" @click=${on.scan}>${say('scan')}</button>` : nothing}
      </div>
      ${
        modes.includes('file') && state.isMultiple
          ? html`<p class="quiet"><button type="button" class="plain" id="choose-folder" @click=${on.chooseFolder}>${say('choose-folder')}</button></p>`
          : nothing
      }
      ${state.isPasting ? pasteView(state, words, on) : nothing}
    </div>
  `;
}

/** What stands there while a badge is checked. It speaks only when the work takes long. */
export function busyView(isShown: boolean, { say }: Localizer): TemplateResult {
  return html`<div class="give" part="drop">
    <p class="busy" aria-hidden="true">${isShown ? say('checking') : nothing}</p>
  </div>`;
}

function pasteView({ message, pasted }: GiveState, { say }: Localizer, on: GiveHandlers): TemplateResult {
  return html`<form @submit=${on.submit} novalidate>
    <label for="pasted">${say('paste-label')}</label>
    <textarea id="pasted" part="input" spellcheck="false" autocomplete="off" aria-describedby="message paste-hint"
      aria-invalid=${message !== undefined} .value=${pasted}></textarea>
    <p id="paste-hint" class="quiet">${say('paste-hint')}</p>
    <button type="submit" part="button" class="main">${say('paste-check')}</button>
  </form>`;
}

/** A link that somebody else chose for the reader: it is opened only when the reader says so. */
export function offerView(link: string, { say }: Localizer, on: { open(): void; decline(): void }): TemplateResult {
  const values = { host: new URL(link).host };
  return html`
    <section class="card asking" part="card">
      <h2 part="headline" tabindex="-1">${say('offer-title')}</h2>
      <p>${say({ id: 'offer-explained', values })}</p>
      <p class="address" dir="ltr">${link}</p>
      <div class="actions" part="actions">
        <button type="button" part="button" class="main" id="open" @click=${on.open}>${say({ id: 'offer-open', values })}</button>
        <button type="button" part="button" @click=${on.decline}>${say('offer-decline')}</button>
      </div>
    </section>
  `;
}

/** The camera, in a dialog of the browser's own: Escape closes it, and the focus goes back to where it was. */
export function scanView(problem: Phrase | undefined, { say }: Localizer, on: { close(): void }): TemplateResult {
  return html`
    <dialog aria-labelledby="scan-title" @close=${on.close}>
      <p id="scan-title" class="subheading">${say('scan-title')}</p>
      <p class="quiet">${say('scan-hint')}</p>
      <video muted playsinline ?hidden=${problem !== undefined} aria-label=${say('scan-picture')}></video>
      <div role="alert" class=${problem === undefined ? '' : 'message'}>${problem === undefined ? nothing : say(problem)}</div>
      <form method="dialog"><button part="button">${say('close')}</button></form>
    </dialog>
  `;
}
