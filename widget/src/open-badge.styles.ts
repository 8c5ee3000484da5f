import { css } from 'lit';

/** The look of one badge on somebody's page. */
export const badgeStyles = css`
  .one {
    gap: calc(var(--_gap) * 0.75);
    align-content: start;
    padding: var(--_gap);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_tone, var(--_line));
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  /* The border says the state beside its colour. */
  .one.caution,
  .one.unchecked,
  .one.none {
    border-inline-start-style: double;
    border-inline-start-width: 6px;
  }

  .one.invalid {
    border-inline-start-style: dashed;
  }

  .status {
    align-items: center;
    gap: 0.45em;
    color: var(--_tone, var(--_quiet));
    font-weight: 600;
  }

  .status:focus {
    outline: none;
  }

  .mark {
    line-height: 0;
  }

  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_gap) * 0.75) calc(var(--_gap) * 1.25);
    align-items: flex-start;
  }

  .words {
    display: grid;
    flex: 1 1 14rem;
    gap: 0.3rem;
  }

  .chip .words {
    flex-basis: 6rem;
    align-self: center;
  }

  .claims dl {
    display: grid;
    gap: 0.6rem;
  }

  .claims dt {
    color: var(--_quiet);
  }

  .name {
    font-size: 1.1em;
    font-weight: 650;
    line-height: 1.3;
  }

  .own {
    display: block;
    max-width: 100%;
  }

  ::slotted(img),
  ::slotted(a),
  .own img {
    max-width: 100%;
  }

  .own img {
    width: var(--ob-image-size, 9rem);
    height: auto;
    max-height: 18rem;
    object-fit: contain;
  }

  .actions {
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }

  .offer {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
  }

  .self {
    align-items: center;
    min-height: 24px;
  }

  .chip,
  .image {
    padding: 0.5rem 0.75rem;
  }

  .chip .own img {
    width: var(--ob-image-size, 3rem);
  }

  .image {
    padding: 0;
    border: 0;
    background: transparent;
  }

  @media (forced-colors: active) {
    .one {
      border-color: CanvasText;
    }

    .icon {
      stroke: currentColor;
    }
  }
`;
