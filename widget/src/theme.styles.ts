import { css } from 'lit';

/** What both elements share: the custom properties a host page may set, and the look of a result. */
export const theme = css`
  :host {
    --_text: var(--ob-text, light-dark(#1d1c1a, #ecebe8));
    --_quiet: light-dark(#5b5851, #b0aca4);
    --_surface: var(--ob-surface, light-dark(#ffffff, #1e1e1f));
    --_line: var(--ob-border, light-dark(#dcd8d0, #3b3a38));
    --_accent: var(--ob-accent, light-dark(#1a5560, #8bcbd6));
    --_on-accent: light-dark(#ffffff, #10201f);
    --_genuine: var(--ob-genuine, light-dark(#1c6b3f, #7fd0a0));
    --_caution: var(--ob-caution, light-dark(#8a5300, #e9b564));
    --_invalid: var(--ob-invalid, light-dark(#a6231c, #ff9d92));
    --_unchecked: var(--ob-unchecked, light-dark(#4d5570, #b3bcdb));
    --_radius: var(--ob-radius, 10px);
    --_gap: var(--ob-gap, 1rem);
    display: block;
    color: var(--_text);
    font: var(--ob-size, 1rem) / 1.55 var(--ob-font, system-ui, sans-serif);
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  ::before {
    box-sizing: border-box;
  }

  h2,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  p,
  dd,
  li,
  h2,
  .name {
    overflow-wrap: anywhere;
  }

  ul {
    list-style: none;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 3px;
    border-radius: 4px;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .quiet {
    color: var(--_quiet);
  }

  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .genuine,
  .yes {
    --_tone: var(--_genuine);
  }
  .caution,
  .care {
    --_tone: var(--_caution);
  }
  .invalid,
  .no {
    --_tone: var(--_invalid);
  }
  .unchecked,
  .none,
  .unknown {
    --_tone: var(--_unchecked);
  }
  .neutral {
    --_tone: var(--_quiet);
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: 44px;
    padding: 0.5rem 1.1rem;
    border: 1px solid var(--_accent);
    border-radius: calc(var(--_radius) * 0.7);
    background: transparent;
    color: var(--_accent);
    font: inherit;
    font-weight: 550;
    overflow-wrap: normal;
    text-align: center;
    text-decoration: none;
    text-wrap: balance;
    cursor: pointer;
  }

  button.main {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  button:hover,
  .button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  summary {
    min-height: 44px;
    padding-block: 0.55rem;
    color: var(--_accent);
    font-weight: 550;
    cursor: pointer;
  }

  @media (forced-colors: active) {
    .icon,
    .genuine,
    .caution,
    .invalid,
    .unchecked,
    .none {
      --_tone: CanvasText;
    }
    button.main {
      border-width: 2px;
    }
  }
`;
