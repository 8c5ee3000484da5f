import { css } from 'lit';

/** The look of a finished verification. */
export const resultStyles = css`
  .card {
    display: grid;
    gap: calc(var(--_gap) * 1.25);
    padding: clamp(1rem, 4vw, 2rem);
    border: 1px solid var(--_line);
    border-inline-start: 5px solid var(--_tone);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .card.caution,
  .card.unchecked,
  .card.none {
    border-inline-start-style: double;
    border-inline-start-width: 7px;
  }

  .card h2,
  .headline {
    display: flex;
    align-items: center;
    gap: 0.5em;
    color: var(--_tone);
    font-size: 1.3em;
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }

  /* It takes the focus so that reading begins here; it is no control, and needs no ring. */
  .card h2:focus {
    outline: none;
  }

  .sentences {
    display: grid;
    gap: 0.35rem;
    margin-block-start: calc(var(--_gap) * -0.75);
    font-size: 1.05em;
  }

  .badge {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_gap) * 1.5);
    padding-block: calc(var(--_gap) * 1.25);
    border-block: 1px solid var(--_line);
  }

  .badge img {
    width: var(--ob-image-size, 9rem);
    max-width: 100%;
    height: auto;
    max-height: 18rem;
    object-fit: contain;
    align-self: flex-start;
  }

  .said {
    flex: 1 1 15rem;
    min-width: 0;
    display: grid;
    gap: 0.6rem;
    align-content: start;
  }

  .name {
    margin: 0;
    font-size: 1.6em;
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }

  .said dl {
    display: grid;
    gap: 0.75rem;
  }

  dt {
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .prose {
    display: grid;
    gap: 0.4rem;
    white-space: pre-line;
  }

  .prose ul,
  .prose ol {
    margin: 0;
    padding-inline-start: 1.3em;
  }

  .prose ul {
    list-style: disc;
  }

  .prose li + li {
    margin-block-start: 0.2rem;
  }

  .address {
    display: block;
    overflow-wrap: anywhere;
    font-size: 0.9em;
  }

  .questions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11.25rem, 100%), 1fr));
    gap: calc(var(--_gap) * 1.25) calc(var(--_gap) * 1.5);
  }

  .questions dt {
    color: var(--_text);
    font-size: 1em;
    font-weight: 600;
  }

  .word {
    color: var(--_tone);
    font-weight: 600;
  }

  .questions .word {
    display: flex;
    gap: 0.4em;
    margin-block: 0.15rem 0.2rem;
  }

  .questions .icon {
    margin-block-start: 0.15em;
  }

  .rows {
    display: grid;
    gap: 0.85rem;
    margin-block: 0.4rem 1.25rem;
  }

  .rows li {
    display: flex;
    gap: 0.7em;
  }

  .rows .icon {
    margin-block-start: 0.15em;
    color: var(--_tone);
  }

  .rows .label {
    font-weight: 600;
  }

  .rows .word {
    display: inline-block;
    font-size: 0.9em;
  }

  .subheading {
    font-weight: 600;
  }

  .inside .rows .rows {
    margin-block-end: 0.4rem;
  }

  .inside .rows .subheading {
    margin-block-start: 0.5rem;
  }

  .inside blockquote {
    margin: 0.25rem 0 0;
    padding-inline-start: 0.75em;
    border-inline-start: 2px solid var(--_line);
    color: var(--_quiet);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .addresses {
    display: grid;
    gap: 0.5rem;
    margin-block: 0.3rem 0.9rem;
  }

  details .technical {
    margin-block-start: 0.4rem;
  }

  .technical dl {
    display: grid;
    gap: 0.6rem;
  }

  .technical dd,
  code {
    overflow-wrap: anywhere;
    font: 0.85em / 1.5 ui-monospace, monospace;
  }

  .codes {
    display: grid;
    gap: 0.2rem;
    margin-block-start: 0.9rem;
  }

  .files,
  .asking {
    border-inline-start: 1px solid var(--_line);
  }

  .files progress {
    width: 100%;
    accent-color: var(--_accent);
  }

  .count {
    display: inline-block;
    margin-inline-end: 1.25rem;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    text-align: start;
  }

  th,
  td {
    padding: 0.6rem 0.75rem 0.6rem 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 450;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  thead th {
    color: var(--_quiet);
    font-size: 0.875em;
  }

  tbody th {
    width: 38%;
  }

  th .quiet {
    display: block;
    font-size: 0.9em;
  }

  td .word {
    display: flex;
    gap: 0.4em;
  }

  td .icon {
    margin-block-start: 0.15em;
  }

  td:last-child {
    padding-inline-end: 0;
    text-align: end;
    white-space: nowrap;
    overflow-wrap: normal;
  }

  @media (max-width: 36rem) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }

    tr {
      display: grid;
      gap: 0.3rem;
      padding-block: 0.75rem;
      border-block-end: 1px solid var(--_line);
    }

    tbody tr > :is(th, td) {
      width: auto;
      padding: 0;
      border: 0;
      text-align: start;
    }
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
`;
