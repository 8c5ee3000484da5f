import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Work shorter than this shows no "Checking…"; nothing is ever slowed down to show it. */
const BUSY_AFTER_MS = 200;
/** A screen reader is told of work that goes on for longer than this. */
const SAY_BUSY_AFTER_MS = 1_000;

/** The one thing that an element is at; the next takes its place. */
export class Work implements ReactiveController {
  /** Whether it lasts so long that the page should show it. */
  isShown = false;
  /** Whether it lasts so long that a screen reader should say it. */
  isSaid = false;
  private running: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /**
   * Does `task`. Resolves with whether it came to its end: not when it was stopped, nor when it failed, which `refuse`
   * is told.
   */
  async do(task: (signal: AbortSignal) => Promise<void>, refuse: (cause: unknown) => void): Promise<boolean> {
    this.stop();
    const running = new AbortController();
    const { signal } = running;
    this.running = running;
    const timers = [
      setTimeout(() => this.update({ isShown: true }), BUSY_AFTER_MS),
      setTimeout(() => this.update({ isSaid: true }), SAY_BUSY_AFTER_MS),
    ];
    try {
      await task(signal);
      return !signal.aborted;
    } catch (cause) {
      if (!signal.aborted) refuse(cause);
      return false;
    } finally {
      timers.forEach(clearTimeout);
      if (this.running === running) this.end();
    }
  }

  /** Stops the work, if there is any. */
  stop(): void {
    this.running?.abort();
    this.end();
  }

  private end(): void {
    this.running = undefined;
    this.update({ isShown: false, isSaid: false });
  }

  private update(change: Partial<Pick<Work, 'isShown' | 'isSaid'>>): void {
    Object.assign(this, change);
    this.host.requestUpdate();
  }
}
