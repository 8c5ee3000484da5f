import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

/** Files that are read only when somebody asks for what they do. */
const LAZY = /\/(camera|decode)-/;

/**
 * Writes into the service worker the names of the page's files, and a version that changes with any of them. The
 * worker's own bytes thus change with every release, which is how browsers notice one.
 */
export function offline(worker: string, page: string): Plugin {
  return {
    name: 'offline',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !LAZY.test(name));
        const version = createHash('sha256').update(files.sort().join()).update(textOf(bundle[page]));
        const chunk = bundle[worker];
        if (chunk?.type !== 'chunk' || bundle[page] === undefined) throw new Error(`${worker} or ${page} was not built`);
        chunk.code = chunk.code
          .replace('__OFFLINE_FILES__', JSON.stringify(files))
          .replace('__OFFLINE_VERSION__', JSON.stringify(version.digest('hex').slice(0, 12)));
      },
    },
  };
}

function textOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): string | Uint8Array {
  if (file === undefined) return '';
  return file.type === 'asset' ? file.source : file.code;
}
