import { svg, type SVGTemplateResult, html, type TemplateResult } from 'lit';
import type { State } from './generated/report.js';
import type { Mark } from './report.js';

// Each answer has its own outline as well as its own colour. Icons decorate; the words beside them speak.
const CIRCLE = svg`<circle cx="12" cy="12" r="9.5" />`;
const SHAPES: Record<Mark, SVGTemplateResult> = {
  yes: svg`${CIRCLE}<path d="m7.5 12.5 3 3 6-6.5" />`,
  care: svg`<path d="M12 3 2.5 20h19L12 3Z" /><path d="M12 9.5v4.5M12 17v.01" />`,
  no: svg`<path d="M8 2.5h8l5.5 5.5v8L16 21.5H8L2.5 16V8L8 2.5Z" /><path d="m9 9 6 6m0-6-6 6" />`,
  unknown: svg`<circle cx="12" cy="12" r="9.5" stroke-dasharray="3.2 3.4" /><path d="M9.7 9.6a2.4 2.4 0 1 1 3.4 2.2c-.8.4-1.1.9-1.1 1.7M12 16.5v.01" />`,
  neutral: svg`<path d="M7 12h10" />`,
};

const MARK_OF_STATE: Record<State, Mark> = {
  genuine: 'yes',
  caution: 'care',
  invalid: 'no',
  unchecked: 'unknown',
  none: 'neutral',
};

/** The outline of an answer, hidden from screen readers. */
export function markIcon(mark: Mark): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${SHAPES[mark]}</svg>`;
}

/** The outline of a state, hidden from screen readers. */
export function stateIcon(state: State): TemplateResult {
  return markIcon(MARK_OF_STATE[state]);
}
