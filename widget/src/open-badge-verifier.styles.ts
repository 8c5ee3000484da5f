import { css } from 'lit';

/** The look of the place where a badge is given. */
export const verifierStyles = css`
  .give {
    display: grid;
    gap: var(--_gap);
    justify-items: center;
    padding: clamp(1.5rem, 7vw, 3.5rem) clamp(0.5rem, 4vw, 2rem);
    border: 2px dashed color-mix(in srgb, var(--_quiet) 55%, transparent);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: center;
  }

  .give.over {
    border-style: solid;
    border-color: var(--_accent);
  }

  .give .hint {
    font-size: 1.1em;
    text-wrap: balance;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.75rem;
  }

  form {
    display: grid;
    gap: 0.5rem;
    width: 100%;
    max-width: 36rem;
    text-align: start;
  }

  form button {
    justify-self: start;
  }

  label {
    font-weight: 550;
  }

  textarea {
    width: 100%;
    min-height: 6rem;
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--_quiet);
    border-radius: calc(var(--_radius) * 0.7);
    background: transparent;
    color: inherit;
    font: 0.9em / 1.5 ui-monospace, monospace;
    resize: vertical;
  }

  .message:not(:empty) {
    margin-block-end: var(--_gap);
    padding: 0.75rem 1rem;
    border: 1px solid var(--_invalid);
    border-radius: calc(var(--_radius) * 0.7);
    background: var(--_surface);
  }

  .busy {
    min-height: 44px;
    font-size: 1.1em;
  }
`;
