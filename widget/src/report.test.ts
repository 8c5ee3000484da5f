import { describe, expect, it } from 'vitest';
import { localizer } from './localize.js';
import { viewReport } from './report.js';
import { report } from './testing/reports.js';

const english = localizer('en');
/** The words, without the marks that keep writing directions apart. */
const say = (phrase: Parameters<typeof english.say>[0]) => english.say(phrase).replace(/[\u2068\u2069]/g, '');

describe('genuine', () => {
  const view = viewReport(report('genuine'));

  it('names the issuer, the day and the domain that the key proves', () => {
    expect(view.sentences.map(say)).toEqual(['Given on 3 June 2026 by Open Workshop (badges.example).']);
  });

  it('is plain, so that what was checked stays closed', () => {
    expect(view.isPlain).toBe(true);
  });

  it('is not plain when a check has something to mention', () => {
    const noted = report('genuine', {
      format: { outcome: 'warning', code: 'badge-found', notes: [{ code: 'data-after-end' }] },
    });
    expect(viewReport(noted).isPlain).toBe(false);
  });

  it('says of an issuer without a list only that there is none, and marks it as neither good nor bad', () => {
    const row = view.rows.find(({ id }) => id === 'status');
    expect(row?.mark).toBe('neutral');
    expect(say(row!.sentence)).toBe('The issuer publishes no list of withdrawn badges.');
  });

  it('says of a key without a domain that nothing vouches for the name', () => {
    const bare = report('genuine', { 'issuer-binding': { outcome: 'passed', code: 'key-bound', data: { by: 'did-key' } } });
    bare.credential = { ...bare.credential!, issuer: { id: 'did:key:z6Mk', name: 'Open Workshop', url: null, domain: null } };
    expect(say(viewReport(bare).sentences[0]!)).toBe(
      'Given on 3 June 2026 by Open Workshop. That name is only what the badge says.',
    );
  });

  it('says of an issuer that is one of several on a host who signed, and whose word the name is', () => {
    const guest = report('genuine');
    guest.credential = {
      ...guest.credential!,
      issuer: { id: 'did:web:platform.example:issuers:7', name: 'Open Workshop', url: null, domain: 'platform.example' },
    };
    expect(say(viewReport(guest).sentences[0]!)).toBe(
      'Given on 3 June 2026. Signed by platform.example for Open Workshop (name given by the badge).',
    );
  });
});

describe('caution', () => {
  const expired = viewReport(
    report('caution', { validity: { outcome: 'failed', code: 'expired', data: { valid_until: '2026-06-03T10:00:00Z' } } }),
  );

  it('says first what the reader must know', () => {
    expect(say(expired.sentences[0]!)).toBe('It expired on 3 June 2026.');
  });

  it('answers yes to genuine and takes care with still good', () => {
    expect(expired.questions.map(({ mark }) => mark)).toEqual(['yes', 'care', 'neutral']);
  });
});

describe('invalid', () => {
  const view = viewReport(report('invalid', { signature: { outcome: 'failed', code: 'changed-after-signing' } }));

  it('says why, and nothing that would confirm the badge', () => {
    expect(view.sentences.map(say)).toEqual(['The content was changed after it was signed.']);
    expect(view.isConfirmed).toBe(false);
  });

  it('never answers a plain yes to whether it is still good', () => {
    const good = view.questions[1]!;
    expect([good.mark, good.word.id]).toEqual(['neutral', 'answer-if-genuine']);
  });

  it('opens what was checked', () => {
    expect(view.isPlain).toBe(false);
  });
});

describe('unchecked', () => {
  const view = viewReport(
    report('unchecked', {
      'issuer-binding': {
        outcome: 'not-checked',
        code: 'document-unreachable',
        data: { url: 'https://badges.example/.well-known/did.json', reason: 'timeout' },
      },
    }),
  );

  it('says what is right and what could not be read, and whose side it was', () => {
    expect(view.sentences.map(say)).toEqual([
      'The signature is right.',
      'We could not read what badges.example publishes: it did not answer in time.',
    ]);
  });

  it('never answers yes to whether it is genuine', () => {
    expect(view.questions[0]?.mark).toBe('unknown');
    expect(view.isConfirmed).toBe(false);
  });

  it('does not keep back that the badge has expired', () => {
    const expired = viewReport(
      report('unchecked', {
        'issuer-binding': { outcome: 'not-checked', code: 'key-not-bound' },
        validity: { outcome: 'failed', code: 'expired', data: { valid_until: '2026-06-03T10:00:00Z' } },
      }),
    );
    expect(expired.sentences.map(({ id }) => id)).toEqual(['signature-is-right', 'expired', 'key-not-bound']);
    expect(expired.questions[1]?.mark).toBe('care');
  });

  it('says only the cause when later checks were merely not reached', () => {
    const stopped = viewReport(
      report('unchecked', {
        context: { outcome: 'not-checked', code: 'unknown-context', data: { url: 'https://words.example/v1' } },
        signature: { outcome: 'not-checked', code: 'not-reached' },
        'issuer-binding': { outcome: 'not-checked', code: 'not-reached' },
      }),
    );
    expect(stopped.sentences.map(({ id }) => id)).toEqual(['unknown-context']);
  });
});

describe('none', () => {
  it('says what to ask for instead', () => {
    const view = viewReport(report('none', { format: { outcome: 'failed', code: 'no-badge' } }));
    expect(say(view.headline)).toBe('There is no badge in this file');
    expect(view.sentences[0]?.id).toBe('no-badge');
  });
});

it('a check that was not carried out is marked yes under no code at all', async () => {
  const { codes } = await import('./generated/report.js');
  for (const code of codes) {
    const view = viewReport(report('unchecked', { signature: { outcome: 'not-checked', code } }));
    expect(['unknown', 'neutral'], code).toContain(view.rows.find(({ id }) => id === 'signature')?.mark);
  }
});

it('an answer without a check leaves its question open', () => {
  const empty = { ...report('unchecked'), checks: [] };
  expect(viewReport(empty).questions[0]?.mark).toBe('unknown');
});
