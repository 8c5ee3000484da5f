import type { OpenBadgeVerifier } from './open-badge-verifier.js';
import type { OpenBadge } from './open-badge.js';
import './register.js';

declare global {
  interface HTMLElementTagNameMap {
    'open-badge': OpenBadge;
    'open-badge-verifier': OpenBadgeVerifier;
  }
}
