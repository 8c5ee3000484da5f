import type { Report, VerifyOptions } from './generated/report.js';

/** What turns bytes and documents into a report: the WebAssembly module, or a stand-in in a test. */
export interface Engine {
  verify(bytes: Uint8Array, options: VerifyOptions): Report;
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

async function load(): Promise<Engine> {
  const [module, { default: url }] = await Promise.all([
    import('../pkg/verifier_wasm.js'),
    import('../pkg/verifier_wasm_bg.wasm?url&no-inline'),
  ]);
  await module.default({ module_or_path: new URL(url, import.meta.url) });
  return { verify: (bytes, options) => module.verify(bytes, options) as Report };
}
