import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import * as module from '../pkg/verifier_wasm.js';
import type { Report } from './generated/report.js';

// The real module, to hold the boundary to what its types say; what a badge is worth is tested in Rust.
const NOW = '2026-06-03T14:02:00Z';
const NO_BADGE = new TextEncoder().encode('no badge here');
const verify = (options: object): Report => module.verify(NO_BADGE, options);

beforeAll(async () => {
  module.initSync({ module: await readFile(new URL('../pkg/verifier_wasm_bg.wasm', import.meta.url)) });
});

it('a report comes back as a plain object', () => {
  const { state, verdict, checks } = verify({ now: NOW });
  expect({ state, verdict }).toEqual({ state: 'none', verdict: 'not-verified' });
  expect(checks[0]).toMatchObject({ id: 'format', outcome: 'failed', code: 'no-badge' });
  expect(checks).toHaveLength(11);
});

it('documents cross with their bytes, or with the reason why there are none', () => {
  const documents = [
    { url: 'https://badges.example/a', status: 200, contentType: 'application/json', body: new Uint8Array([0x7b, 0x7d]) },
    { url: 'https://badges.example/b', unreachable: 'timeout' },
  ];
  expect(verify({ now: NOW, documents, recipient: 'learner@school.example' }).state).toBe('none');
});

it.each([
  ['invalid-option', 'now', {}],
  ['invalid-option', 'now', { now: 1 }],
  ['invalid-now', 'now', { now: 'yesterday' }],
  ['invalid-option', 'documents', { now: NOW, documents: {} }],
  ['invalid-option', 'documents.url', { now: NOW, documents: [{}] }],
  ['invalid-option', 'documents.status', { now: NOW, documents: [{ url: 'https://badges.example/', status: '200' }] }],
  ['invalid-option', 'documents.body', { now: NOW, documents: [{ url: 'https://badges.example/', status: 200, body: '{}' }] }],
])('a wrong call is an error with the code %s and names the member %s', (code, option, options) => {
  expect(() => verify(options)).toThrow(expect.objectContaining({ code, data: { option } }));
});
