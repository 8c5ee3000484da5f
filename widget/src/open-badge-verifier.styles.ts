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

  button.plain {
    border-color: transparent;
    font-weight: 450;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  input[type='text'] {
    width: 100%;
    min-width: 0;
    min-height: 44px;
    padding: 0.4rem 0.75rem;
    border: 1px solid var(--_quiet);
    border-radius: calc(var(--_radius) * 0.7);
    background: transparent;
    color: inherit;
    font: inherit;
  }

  [aria-invalid='true'] {
    border: 2px solid var(--_invalid);
  }

  .person {
    margin-block-start: 0.5rem;
    gap: 0.3rem;
  }

  .person .row {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }

  .person .quiet {
    font-size: 0.9em;
  }

  .problem:not(:empty) {
    color: var(--_invalid);
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 44px;
    font-weight: 450;
  }

  .tick input {
    flex: none;
    width: 1.4rem;
    height: 1.4rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .offers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
  }

  .offer,
  .picture-offer {
    display: grid;
    gap: 0.35rem;
    justify-items: start;
  }

  figure {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_gap) * 1.5);
    margin: 0;
  }

  figure img {
    width: var(--ob-image-size, 9rem);
    max-width: 100%;
    max-height: 18rem;
    object-fit: contain;
    align-self: flex-start;
  }

  figcaption {
    flex: 1 1 15rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  dialog {
    width: min(30rem, 100vw - 2rem);
    padding: 1.25rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  dialog[open] {
    display: grid;
    gap: 0.75rem;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.55);
  }

  dialog video {
    width: 100%;
    aspect-ratio: 4 / 3;
    border-radius: calc(var(--_radius) * 0.7);
    background: #000;
    object-fit: cover;
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
