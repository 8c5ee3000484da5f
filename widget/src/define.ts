import type { OpenBadgeList } from './open-badge-list.js';
import type { OpenBadgeVerifier } from './open-badge-verifier.js';
import type { OpenBadge } from './open-badge.js';
import type { CheckDetail, ErrorDetail, FetchDetail, LoadDetail, RecipientDetail, ResultDetail } from './outcome.js';
import './register.js';

declare global {
  interface HTMLElementTagNameMap {
    'open-badge': OpenBadge;
    'open-badge-list': OpenBadgeList;
    'open-badge-verifier': OpenBadgeVerifier;
  }

  interface HTMLElementEventMap {
    'open-badge-load': CustomEvent<LoadDetail>;
    'open-badge-fetch': CustomEvent<FetchDetail>;
    'open-badge-check': CustomEvent<CheckDetail>;
    'open-badge-recipient': CustomEvent<RecipientDetail>;
    'open-badge-result': CustomEvent<ResultDetail>;
    'open-badge-error': CustomEvent<ErrorDetail>;
  }
}
