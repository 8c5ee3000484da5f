import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LANGUAGES_ON_DEMAND, loadedAssets } from './build/assets.js';
import { offline } from './build/offline.js';
import manifest from './package.json' with { type: 'json' };

const languages = ['en', 'fr', ...LANGUAGES_ON_DEMAND];
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// One build for the package and for the page, so that both ship the very same chunks. It is not Vite's library
// mode, which would write the WebAssembly module into the JavaScript as text.
export default defineConfig({
  root: file('page'),
  base: './',
  publicDir: false,
  define: { __VERSION__: JSON.stringify(manifest.version) },
  plugins: [loadedAssets({ root: file('.') }), offline('offline.js', 'verify.html')],
  build: {
    outDir: file('dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        index: file('src/index.ts'),
        define: file('src/define.ts'),
        verifier: file('src/verifier.ts'),
        ...Object.fromEntries(languages.map((language) => [`locales/${language}`, file(`src/locales/${language}.ts`)])),
        offline: file('page/offline.ts'),
        verify: file('page/verify.html'),
      },
      preserveEntrySignatures: 'exports-only',
      output: {
        // The entries that `package.json` exports have names that stay; everything else is named by content.
        entryFileNames: (chunk) => (chunk.name === 'verify' ? 'assets/[name]-[hash].js' : '[name].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  test: { root: file('.'), include: ['src/**/*.test.ts'] },
});
