import { css } from 'lit';

/** The look of a result on paper: what to press goes, what the result is made of comes. */
export const printStyles = css`
  .printed {
    display: none;
  }

  @media print {
    :host {
      color-scheme: light;
    }

    .printed {
      display: grid;
      gap: 0.5rem;
      font-size: 0.9em;
    }

    .printed dl {
      display: grid;
      gap: 0.2rem;
    }

    .printed dl > div {
      display: grid;
      grid-template-columns: 11rem 1fr;
      gap: 0.75rem;
    }

    .printed dd {
      overflow-wrap: anywhere;
    }

    .card {
      padding-block: 0;
      padding-inline-end: 0;
      border-block: 0;
      border-inline-end: 0;
      border-radius: 0;
    }

    .give,
    .actions,
    .person,
    .offers,
    .technical,
    .picture-offer,
    .message,
    summary::marker,
    progress,
    td:last-child button {
      display: none;
    }

    .rows li,
    tr,
    .badge {
      break-inside: avoid;
    }
  }
`;
