import type { Engine } from '../engine.js';
import type { Report } from '../generated/report.js';

/** The verifier on the page's own thread: for pages whose policy permits no worker, and for Node. */
export async function mainThreadEngine(compiled: WebAssembly.Module): Promise<Engine> {
  const module = await import('../../pkg/verifier_wasm.js');
  await module.default({ module_or_path: compiled });
  return { verify: (bytes, options) => module.verify(bytes, options) as Report };
}
