// The package as somebody installs it: packed, installed into a project of its own, compiled, and run in Node.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';

const WIDGET = fileURLToPath(new URL('../../', import.meta.url));
const BADGE = join(WIDGET, '../examples/pages/badges/laser-1.svg');
const run = promisify(execFile);

/** Bytes over the wire to the first verdict of one `<open-badge>`, by brotli; docs/embed.md says what the goal is. */
const BUDGET = { script: 66_000, worker: 2_000, module: 370_000 };

let project;
const installed = (path = '') => join(project, 'node_modules/@blason/open-badge', path);

before(async () => {
  project = await mkdtemp(join(tmpdir(), 'blason-consumer-'));
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', project], { cwd: WIDGET });
  const { dependencies } = JSON.parse(await readFile(join(WIDGET, 'package.json'), 'utf8'));
  // What the package depends on is at hand already: nothing is asked of a registry.
  const local = Object.keys(dependencies).map((name) => [name, `file:${join(WIDGET, 'node_modules', name)}`]);
  await writeFile(
    join(project, 'package.json'),
    JSON.stringify({
      private: true,
      type: 'module',
      dependencies: { '@blason/open-badge': `file:${stdout.trim()}`, ...Object.fromEntries(local) },
      overrides: Object.fromEntries(local),
    }),
  );
  await run('npm', ['install', '--offline', '--ignore-scripts', '--install-links=false', '--no-package-lock'], { cwd: project });
});

after(() => rm(project, { recursive: true, force: true }));

test('a project that uses it compiles, with its types checked too', async () => {
  await cp(join(WIDGET, 'tests/consumer'), project, { recursive: true });
  const { stdout } = await run(join(WIDGET, 'node_modules/.bin/tsc'), ['--project', project], { cwd: project }).catch((error) => error);
  assert.equal(stdout, '');
});

test('in Node, a badge is verified and told in words, without any network', async () => {
  const script = join(project, 'verify.mjs');
  await writeFile(
    script,
    `import { readFile } from 'node:fs/promises';
    import { verifyBadge } from '@blason/open-badge/verifier';
    import { describe } from '@blason/open-badge/locales/fr';
    const fetch = () => { throw new Error('the network was asked'); };
    const { report, contacts } = await verifyBadge(await readFile(process.argv[2]), { now: new Date('2026-06-03T14:02:00Z'), fetch });
    console.log(JSON.stringify({ verdict: report.verdict, headline: describe(report).headline, contacts }));`,
  );
  const { stdout } = await run(process.execPath, [script, BADGE], { cwd: project });
  assert.deepEqual(JSON.parse(stdout), { verdict: 'verified', headline: 'Authentique et en cours de validité', contacts: [] });
});

test('everything that it exports is in it, and nothing of the workshop', async () => {
  const { exports, customElements } = JSON.parse(await readFile(installed('package.json'), 'utf8'));
  const named = Object.values(exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
  for (const path of [...named.filter((path) => !path.includes('*')), customElements]) await stat(installed(path));
  for (const language of ['en', 'fr', 'de', 'es', 'it', 'pt']) {
    for (const path of [`dist/locales/${language}.js`, `dist/types/locales/${language}.d.ts`]) await stat(installed(path));
  }
  assert.deepEqual((await readdir(installed())).sort(), ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'dist', 'package.json']);
});

test('importing the classes registers no element, and importing `define` does so in a page only', async () => {
  const { stdout } = await run(
    process.execPath,
    ['--input-type=module', '--eval', "const { describe } = await import('@blason/open-badge/locales/en'); console.log(typeof describe)"],
    { cwd: project },
  );
  assert.equal(stdout.trim(), 'function');
  const index = await readFile(installed('dist/index.js'), 'utf8');
  assert.doesNotMatch(index, /register/);
});

test('the manifest tells editors every element, attribute, event, slot and part', async () => {
  const { modules } = JSON.parse(await readFile(installed('dist/custom-elements.json'), 'utf8'));
  const elements = new Map(modules.flatMap(({ declarations }) => declarations).map((element) => [element.tagName, element]));
  assert.deepEqual([...elements.keys()].sort(), ['open-badge', 'open-badge-list', 'open-badge-verifier']);
  const names = (list) => list.map(({ name }) => name).sort();
  const badge = elements.get('open-badge');
  assert.deepEqual(
    names(badge.attributes),
    'src variant check status-check registers relay verify-href heading-level details lang max-bytes state'.split(' ').sort(),
  );
  assert.deepEqual(
    names(badge.events),
    ['open-badge-check', 'open-badge-error', 'open-badge-fetch', 'open-badge-load', 'open-badge-result'],
  );
  assert.deepEqual(names(badge.slots), ['', 'actions', 'empty', 'footer']);
  const members = names(badge.members);
  for (const member of 'badge fetcher file messages now report reset result state verify'.split(' ')) {
    assert.ok(members.includes(member), member);
  }
});

test('the digests are those of the files', async () => {
  const digest = async (path) => `sha384-${createHash('sha384').update(await readFile(installed(path))).digest('base64')}`;
  const digests = JSON.parse(await readFile(installed('dist/integrity.json'), 'utf8'));
  assert.deepEqual(digests, { 'open-badge.js': await digest('dist/open-badge.js') });
  const script = await readFile(installed('dist/open-badge.js'), 'utf8');
  for (const file of (await readdir(installed('dist/assets'))).filter((name) => /^engine-worker|\.wasm$/.test(name))) {
    assert.ok(script.includes(file), `the script loads ${file}`);
    assert.ok(script.includes(await digest(`dist/assets/${file}`)), `by its digest: ${file}`);
  }
});

test('what a first verdict takes over the wire stays within the budget', async () => {
  const assets = await readdir(installed('dist/assets'));
  const sizeOf = async (path) => {
    const bytes = await readFile(installed(path));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return brotliCompressSync(bytes, { params }).length;
  };
  const asset = (pattern) => `dist/assets/${assets.find((name) => pattern.test(name))}`;
  const sizes = {
    script: await sizeOf('dist/open-badge.js'),
    worker: await sizeOf(asset(/^engine-worker/)),
    module: await sizeOf(asset(/\.wasm$/)),
  };
  for (const [file, size] of Object.entries(sizes)) assert.ok(size <= BUDGET[file], `${file}: ${size} bytes of ${BUDGET[file]}`);
});
