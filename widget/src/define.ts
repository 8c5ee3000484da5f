import { OpenBadgeVerifier } from './open-badge-verifier.js';
import { OpenBadge } from './open-badge.js';

/** Registers the elements under their own names, once, however often this module is loaded. */
const ELEMENTS = { 'open-badge': OpenBadge, 'open-badge-verifier': OpenBadgeVerifier };

for (const [name, element] of Object.entries(ELEMENTS)) {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}

declare global {
  interface HTMLElementTagNameMap {
    'open-badge': OpenBadge;
    'open-badge-verifier': OpenBadgeVerifier;
  }
}
