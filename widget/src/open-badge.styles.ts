import { css } from 'lit';

/** The look of one badge on somebody's page. */
export const badgeStyles = css`
  .one {
    display: grid;
    gap: calc(var(--_gap) * 0.75);
    padding: var(--_gap);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .one .badge {
    padding: 0;
    border: 0;
  }

  .status {
    display: flex;
    align-items: center;
    gap: 0.45em;
    color: var(--_tone, var(--_quiet));
    font-weight: 600;
  }

  ::slotted(img),
  ::slotted(a),
  .own img {
    max-width: 100%;
  }

  .own img {
    width: var(--ob-image-size, 9rem);
  }

  .chip,
  .picture {
    display: inline-grid;
    gap: 0.35rem;
    padding: 0.5rem 0.75rem;
  }

  .picture {
    padding: 0;
    border: 0;
    background: transparent;
  }
`;
