import { integrity, url } from 'virtual:verifier-wasm';

/**
 * The verifier's WebAssembly module, compiled but not started. It is asked for by its digest: the hash on a script
 * tag does not cover what the script loads.
 */
export async function compileVerifier(): Promise<WebAssembly.Module> {
  const address = new URL(url, import.meta.url);
  if (address.protocol === 'file:') return WebAssembly.compile(await readFile(address));
  const response = await fetch(address, { integrity, credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(`${address.href} answered ${response.status}`);
  // A server that names another type than `application/wasm` keeps browsers from compiling while they download.
  if (response.headers.get('content-type') === 'application/wasm') return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** In Node, where a package lies on the disk. Asked for by name, so that bundlers for browsers see no import. */
async function readFile(address: URL): Promise<Uint8Array<ArrayBuffer>> {
  const { readFile } = globalThis.process.getBuiltinModule('node:fs/promises');
  return new Uint8Array(await readFile(address));
}
