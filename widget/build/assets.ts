// Files that the code loads at run time by address: each gets a module that says where it is, and its digest.

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

interface Options {
  /** The folder of the package. */
  root: string;
}

/** Languages whose words are read when a page needs them; English and French are in the code. */
export const LANGUAGES_ON_DEMAND = ['de', 'es', 'it', 'pt'];

/** Resolves `virtual:verifier-wasm`, `virtual:engine-worker` and `virtual:catalogues`. */
export function loadedAssets({ root }: Options): Plugin {
  const modules: Record<string, () => Promise<string>> = {
    'virtual:verifier-wasm': () => oneFile(join(root, 'pkg/verifier_wasm_bg.wasm')),
    'virtual:engine-worker': async () => oneFile(await buildWorker(root)),
    'virtual:catalogues': async () =>
      manyFiles(await Promise.all(LANGUAGES_ON_DEMAND.map(async (language) => [language, await catalogue(root, language)]))),
  };
  return {
    name: 'loaded-assets',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.replace('\0', '')]?.(),
  };
}

async function oneFile(file: string): Promise<string> {
  const [importing, asset] = await assetOf(file, 'url');
  return `${importing}\nexport default ${asset};`;
}

async function manyFiles(files: [name: string, file: string][]): Promise<string> {
  const assets = await Promise.all(files.map(async ([name, file]) => [name, ...(await assetOf(file, name))] as const));
  const members = assets.map(([name, , asset]) => `${name}: ${asset}`);
  return `${assets.map(([, importing]) => importing).join('\n')}\nexport default { ${members.join(', ')} };`;
}

/** An import of the file's address under `name`, and an expression for the asset. */
async function assetOf(file: string, name: string): Promise<[importing: string, asset: string]> {
  const integrity = JSON.stringify(integrityOf(await readFile(file)));
  return [`import ${name} from ${JSON.stringify(`${file}?url&no-inline`)};`, `{ url: ${name}, integrity: ${integrity} }`];
}

/** The words of one language in one file. */
async function catalogue(root: string, language: string): Promise<string> {
  const parts = ['checks', 'widget'].map((name) => readFile(join(root, `../locales/${language}/${name}.ftl`), 'utf8'));
  return keep(root, `words-${language}.ftl`, (await Promise.all(parts)).join('\n'));
}

/** Writes a file where the build finds it; its path. */
async function keep(root: string, name: string, text: string): Promise<string> {
  const folder = join(root, 'node_modules/.cache');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
  return join(folder, name);
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
  return keep(root, 'engine-worker.js', script.code);
}
