import type { Report, VerifyOptions } from '../generated/report.js';

/** What the page sends: the compiled module first, then one question after another. */
export type ToWorker = { module: WebAssembly.Module } | { id: number; bytes: Uint8Array; options: VerifyOptions };

/** What comes back: that the verifier has started, then one answer for each question. */
export type FromWorker = { ready: true } | { id: number; report: Report } | { id: number; fault: Fault };

/** An error of the boundary; an `Error` itself would lose its code on the way. */
export interface Fault {
  message: string;
  code?: unknown;
  data?: unknown;
}
