import { OpenBadgeList } from './open-badge-list.js';
import { OpenBadgeVerifier } from './open-badge-verifier.js';
import { OpenBadge } from './open-badge.js';

/** The elements under their own names. They are registered once, however often this module is loaded. */
const ELEMENTS = { 'open-badge': OpenBadge, 'open-badge-list': OpenBadgeList, 'open-badge-verifier': OpenBadgeVerifier };

for (const [name, element] of Object.entries(ELEMENTS)) {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
