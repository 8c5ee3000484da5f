export { OpenBadgeList } from './open-badge-list.js';
export { OpenBadgeVerifier } from './open-badge-verifier.js';
export { OpenBadge } from './open-badge.js';
export type { CheckDetail, ErrorDetail, FetchDetail, LoadDetail, RecipientDetail, ResultDetail } from './outcome.js';
export { type Contact, type Verification, verifyBadge, type VerifyBadgeOptions } from './verifier.js';
export type { Check, Code, Report, State } from './generated/report.js';
