/** A file of the package that the code reads as it runs: where it is, and its digest. */
export interface Asset {
  url: string;
  /** As `integrity` of `fetch` takes it. */
  integrity: string;
}

/**
 * Reads a file of the package, held to its digest: the hash on a script tag does not cover what the script loads.
 *
 * @throws when there is no such file, or it is another
 */
export async function readAsset({ url, integrity }: Asset): Promise<Response> {
  const address = new URL(url, import.meta.url);
  if (address.protocol === 'file:') return new Response(await readFile(address));
  const response = await fetch(address, { integrity, credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(`${address.href} answered ${response.status}`);
  return response;
}

/** In Node, where a package lies on the disk. Asked for by name, so that bundlers for browsers see no import. */
async function readFile(address: URL): Promise<Uint8Array<ArrayBuffer>> {
  const { readFile } = globalThis.process.getBuiltinModule('node:fs/promises');
  return new Uint8Array(await readFile(address));
}
