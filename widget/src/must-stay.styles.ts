import { css } from 'lit';

/**
 * What no style sheet of a host page can take away: the words of the state, and "Check it yourself". An important
 * rule in a shadow tree wins over every rule for its parts from outside.
 */
export const mustStay = css`
  .status,
  .status > span,
  a.self {
    position: static !important;
    visibility: visible !important;
    opacity: 1 !important;
    clip-path: none !important;
    transform: none !important;
    filter: none !important;
    text-indent: 0 !important;
    width: auto !important;
    height: auto !important;
    max-width: 100% !important;
    max-height: none !important;
    margin: 0 !important;
    overflow: visible !important;
    font-size: max(0.75rem, 1em) !important;
  }

  .status {
    display: flex !important;
  }

  .status > span {
    display: inline !important;
  }

  a.self {
    display: inline-flex !important;
  }

  .one,
  .actions {
    display: grid !important;
    position: static !important;
    visibility: visible !important;
    opacity: 1 !important;
    clip-path: none !important;
    transform: none !important;
    height: auto !important;
    max-height: none !important;
    overflow: visible !important;
  }

  .actions {
    display: flex !important;
  }
`;

/** The same for the verification page's headline and the sentences below it. */
export const headlineMustStay = css`
  .card,
  .card > h2,
  .card > h2 > span,
  .card > .sentences,
  .card > .sentences > p {
    position: static !important;
    visibility: visible !important;
    opacity: 1 !important;
    clip-path: none !important;
    transform: none !important;
    filter: none !important;
    text-indent: 0 !important;
    width: auto !important;
    height: auto !important;
    max-height: none !important;
    overflow: visible !important;
  }

  .card {
    display: grid !important;
    font-size: max(0.75rem, 1em) !important;
  }

  .card > h2 {
    display: flex !important;
    font-size: 1.3em !important;
  }

  .card > h2 > span {
    display: inline !important;
  }

  .card > .sentences {
    display: grid !important;
    font-size: 1.05em !important;
  }
`;
