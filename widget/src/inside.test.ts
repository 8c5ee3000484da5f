import { describe, expect, it } from 'vitest';
import type { Nested, Report, Summary } from './generated/report.js';
import { viewInside } from './inside.js';
import { localizer } from './localize.js';
import { viewReport } from './report.js';
import { report, summary } from './testing/reports.js';

const english = localizer('en');
/** The words, without the marks that keep writing directions apart. */
const say = (phrase: Parameters<typeof english.say>[0]) => english.say(phrase).replace(/[\u2068\u2069]/g, '');

const ENDORSEMENT: Summary = {
  ...summary,
  name: null,
  description: 'Asks for all that a beginner needs.',
  issuer: { id: 'did:web:guild.example', name: 'Guild of Laser Cutters', url: null, domain: 'guild.example' },
};

function endorsement(inner: Report, pointer = '/credentialSubject/achievement/endorsement/0'): Nested {
  const report = { ...inner, credential: inner.credential === null ? null : ENDORSEMENT };
  return { relation: 'endorsement', pointer, endorsed: 'https://badges.example/laser-1', report };
}

const inside = (...nested: Nested[]) => viewInside({ ...report('genuine'), nested });

describe('a badge without credentials inside', () => {
  it('has nothing to list', () => {
    expect(viewInside(report('genuine'))).toEqual([]);
  });
});

describe('a genuine endorsement', () => {
  const [view] = inside(endorsement(report('genuine')));

  it('says who made it, with the domain that the key proves', () => {
    expect(view?.sentences.map(say)).toEqual(['Given on 3 June 2026 by Guild of Laser Cutters (guild.example).']);
    expect(say(view!.word)).toBe('Genuine and still good');
  });

  it('is quoted', () => {
    expect(view?.comment).toBe('Asks for all that a beginner needs.');
  });

  it.each([
    ['/endorsement/0', 'Endorsement of the badge'],
    ['/credentialSubject/achievement/endorsementJwt/1', 'Endorsement of what was achieved'],
    ['/issuer/endorsement', 'Endorsement of the issuer'],
    ['/credentialSubject/source/endorsement/0', 'Endorsement'],
  ])('at %s is called "%s"', (pointer, title) => {
    const [view] = inside(endorsement(report('genuine'), pointer));
    expect(say(view!.title)).toBe(title);
  });
});

describe('an endorsement that is not good', () => {
  const forged = report('invalid', { signature: { outcome: 'failed', code: 'changed-after-signing' } });
  const open = report('unchecked', { 'issuer-binding': { outcome: 'not-checked', code: 'key-not-bound' } });

  it.each([['forged', forged], ['open', open]])('says nothing of what it is about when it is %s', (_, inner) => {
    const [view] = inside(endorsement(inner));
    expect(view?.comment).toBeUndefined();
    expect(view?.sentences.map(say).join(' ')).not.toContain('beginner');
  });

  it('names its issuer as a claim only', () => {
    const [view] = inside(endorsement(forged));
    expect(view?.state).toBe('invalid');
    expect(view?.sentences.map(say)).toContain(
      'It says that it comes from Guild of Laser Cutters. That is not confirmed.',
    );
  });

  it('leaves the badge genuine, and not plain', () => {
    const endorsed = report('genuine', { endorsement: { outcome: 'failed', code: 'endorsement-bad', data: { bad: 1, count: 1 } } });
    const view = viewReport(endorsed);
    expect([view.state, view.isPlain]).toEqual(['genuine', false]);
    const row = view.rows.find(({ id }) => id === 'endorsement');
    expect(row?.mark).toBe('care');
    expect(say(row!.sentence)).toBe('Not every endorsement is good: 1 of 1 are not. The badge itself does not depend on them.');
  });
});

describe('a record', () => {
  const inner = report('caution', { validity: { outcome: 'failed', code: 'expired', data: { valid_until: '2026-06-03T10:00:00Z' } } });
  const nested: Nested = {
    relation: 'credential',
    pointer: '/credentialSubject/verifiableCredential/0',
    endorsed: null,
    report: { ...inner, nested: [endorsement(report('genuine'))] },
  };

  it('lists each credential by its name with its own state, and what is inside that', () => {
    const [view] = inside(nested);
    expect(view?.title).toBe('Laser cutter, level 1');
    expect(say(view!.word)).toBe('Genuine, but read this first');
    expect(say(view!.sentences[0]!)).toBe('It expired on 3 June 2026.');
    expect(view?.comment).toBeUndefined();
    expect(view?.inside).toHaveLength(1);
  });

  it('with a bad credential is to be taken with care', () => {
    const record = report('caution', {
      structure: { outcome: 'failed', code: 'nested-credential-bad', data: { bad: 1, count: 2 } },
    });
    const view = viewReport(record);
    expect(say(view.sentences[0]!)).toContain('1 of 2');
    expect(view.questions[0]?.mark).toBe('care');
  });
});
