import { compileVerifier } from './engine/compile.js';
import { mainThreadEngine } from './engine/main-thread.js';
import { workerEngine } from './engine/worker-engine.js';
import type { Report, VerifyOptions } from './generated/report.js';

/** What turns bytes and documents into a report: the WebAssembly module, or a stand-in in a test. */
export interface Engine {
  verify(bytes: Uint8Array, options: VerifyOptions): Report | Promise<Report>;
}

let engine: Promise<Engine> | undefined;

/**
 * The verifier, loaded once for the page however many elements ask for it. A load that failed is tried again by
 * the next caller.
 */
export function loadEngine(): Promise<Engine> {
  engine ??= load().catch((cause: unknown) => {
    engine = undefined;
    throw cause;
  });
  return engine;
}

/** In a worker where the page's policy and the browser allow one, so that the page stays responsive; else right here. */
async function load(): Promise<Engine> {
  const compiled = compileVerifier();
  // While the worker starts, nobody waits for this yet.
  compiled.catch(() => undefined);
  return (await workerEngine(compiled)) ?? mainThreadEngine(await compiled);
}
