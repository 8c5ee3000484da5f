import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { integrityOf, loadedAssets } from './build/assets.js';
import manifest from './package.json' with { type: 'json' };

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SCRIPT = 'open-badge.js';

// The elements in one file, for a script tag with a digest: the tag's digest covers that file, and the file holds
// the digests of what it loads. The files that it loads are those that the other build wrote, under the same names.
export default defineConfig({
  root: file('src'),
  base: './',
  publicDir: false,
  define: { __VERSION__: JSON.stringify(manifest.version) },
  plugins: [loadedAssets({ root: file('.') }), digest()],
  build: {
    outDir: file('dist'),
    emptyOutDir: false,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    rollupOptions: {
      input: { 'open-badge': file('src/define.ts') },
      output: {
        codeSplitting: false,
        entryFileNames: SCRIPT,
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});

/** Writes the digest that the script tag needs beside the script. */
function digest(): Plugin {
  return {
    name: 'digest',
    async writeBundle({ dir }) {
      const folder = dir ?? '';
      const digests = { [SCRIPT]: integrityOf(await readFile(join(folder, SCRIPT))) };
      await writeFile(join(folder, 'integrity.json'), `${JSON.stringify(digests, null, 2)}\n`);
    },
  };
}
