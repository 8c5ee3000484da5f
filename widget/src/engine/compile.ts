import verifierWasm from 'virtual:verifier-wasm';
import { readAsset } from '../asset.js';

/** The verifier's WebAssembly module, compiled but not started. */
export async function compileVerifier(): Promise<WebAssembly.Module> {
  const response = await readAsset(verifierWasm);
  // A server that names another type than `application/wasm` keeps browsers from compiling while they download.
  if (response.headers.get('content-type') === 'application/wasm') return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
