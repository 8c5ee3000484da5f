import { describe, expect, it } from 'vitest';
import { Batch } from './batch.js';
import type { Engine } from './engine.js';
import type { Report, VerifyOptions } from './generated/report.js';
import { report } from './testing/reports.js';
import type { VerifyBadgeOptions } from './verifier.js';

const KEY = 'https://badges.example/.well-known/did.json';

/** A stand-in that wants the key of the host that a file names, and finds the badge good once it was read. */
class KeyWanted implements Engine {
  calls = 0;

  verify(bytes: Uint8Array, { documents = [] }: VerifyOptions): Report {
    this.calls += 1;
    const url = KEY.replace('badges', new TextDecoder().decode(bytes));
    const read = documents.find((document) => document.url === url);
    if (read === undefined) return { ...report('unchecked'), wanted: [{ url, kind: 'key', accept: '*/*' }] };
    return 'unreachable' in read ? report('unchecked') : report('genuine');
  }
}

async function run(files: File[], options: VerifyBadgeOptions = {}) {
  const asked: string[] = [];
  const engine = new KeyWanted();
  const batch = new Batch(files);
  const fetch: typeof globalThis.fetch = (input) => {
    asked.push(String(input));
    return Promise.resolve(new Response('{}'));
  };
  await batch.run({ engine, fetch, isOnline: () => true, ...options }, () => undefined, () => undefined);
  return { batch, asked, engine, states: batch.rows.map(({ answer }) => answer?.state) };
}

const files = (count: number, issuer = (_index: number) => 'badges') =>
  Array.from({ length: count }, (_, index) => new File([issuer(index)], `${index}.png`));

describe('several files', () => {
  it('ask each address once, and need one call of the verifier for most badges', async () => {
    const { asked, states, engine } = await run(files(100));
    expect(asked).toEqual([KEY]);
    expect(new Set(states)).toEqual(new Set(['genuine']));
    expect(engine.calls).toBeLessThan(120);
  });

  it('of more issuers than are kept at hand are all answered, each issuer asked once', async () => {
    const { asked, states } = await run(files(90, (index) => `issuer-${index % 30}`));
    expect(asked).toHaveLength(30);
    expect(states.filter((state) => state === 'genuine')).toHaveLength(90);
  });

  it('say of a file that is too large that it was not read, and go on', async () => {
    const { batch, states } = await run([new File(['x'.repeat(100)], 'large.png'), ...files(1)], { limits: { maxBytes: 50 } });
    expect(batch.rows[0]?.refusal).toEqual({ id: 'error-too-large', values: { limit: 0.00005 } });
    expect(states).toEqual([undefined, 'genuine']);
    expect(batch.done).toBe(2);
  });

  it('that are stopped keep what they have, and claim nothing of the rest', async () => {
    const stopper = new AbortController();
    const engine: Engine = {
      verify: (bytes) => {
        if (new TextDecoder().decode(bytes) === 'last') stopper.abort();
        return report('genuine');
      },
    };
    const { batch } = await run(files(20, (index) => (index === 3 ? 'last' : 'badges')), { engine, signal: stopper.signal });
    expect(batch.isRunning).toBe(false);
    expect(batch.done).toBeLessThan(20);
    expect(batch.rows.filter(({ answer, refusal }) => answer === undefined && refusal !== undefined)).toEqual([]);
  });
});
