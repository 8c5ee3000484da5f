// Files that the code loads at run time by address: each gets a module that says where it is, and its digest.

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

interface Options {
  /** The folder of the package. */
  root: string;
}

/** Resolves `virtual:verifier-wasm` and `virtual:engine-worker`. */
export function loadedAssets({ root }: Options): Plugin {
  const files: Record<string, () => Promise<string>> = {
    'virtual:verifier-wasm': () => Promise.resolve(join(root, 'pkg/verifier_wasm_bg.wasm')),
    'virtual:engine-worker': () => buildWorker(root),
  };
  return {
    name: 'loaded-assets',
    resolveId: (id) => (id in files ? `\0${id}` : undefined),
    async load(id) {
      const file = await files[id.replace('\0', '')]?.();
      if (file === undefined) return undefined;
      return [
        `export { default as url } from ${JSON.stringify(`${file}?url&no-inline`)};`,
        `export const integrity = ${JSON.stringify(integrityOf(await readFile(file)))};`,
      ].join('\n');
    },
  };
}

/** The digest of a file as the attribute `integrity` writes it. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

/** Writes the worker's script as one file: a worker that is started from memory has nowhere to import from. */
async function buildWorker(root: string): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: { input: join(root, 'src/engine/worker.ts'), output: { codeSplitting: false } },
      modulePreload: false,
    },
  });
  const output = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const script = output.find((file) => file.type === 'chunk' && file.isEntry);
  if (script?.type !== 'chunk') throw new Error('the worker was not built');
  const file = join(root, 'node_modules/.cache/engine-worker.js');
  await mkdir(join(root, 'node_modules/.cache'), { recursive: true });
  await writeFile(file, script.code);
  return file;
}
