import type { LitElement, ReactiveController } from 'lit';

/** Opens an element's details before it is printed, because on paper nothing can be opened, and closes them again. */
export class OpenedForPrint implements ReactiveController {
  private opened: HTMLDetailsElement[] = [];

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.open);
    addEventListener('afterprint', this.close);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.open);
    removeEventListener('afterprint', this.close);
  }

  private readonly open = () => {
    this.opened = [...this.host.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of this.opened) details.open = true;
  };

  private readonly close = () => {
    for (const details of this.opened) details.open = false;
    this.opened = [];
  };
}
