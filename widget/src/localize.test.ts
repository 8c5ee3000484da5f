import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import checksEn from '../../locales/en/checks.ftl?raw';
import widgetEn from '../../locales/en/widget.ftl?raw';
import checksFr from '../../locales/fr/checks.ftl?raw';
import widgetFr from '../../locales/fr/widget.ftl?raw';
import { checkIds, codes } from './generated/report.js';
import { languages, localizer, quoted } from './localize.js';
import { viewReport } from './report.js';
import { report } from './testing/reports.js';

const HEADLINES = {
  en: {
    genuine: 'Genuine and still good',
    caution: 'Genuine, but read this first',
    invalid: 'Not valid',
    unchecked: 'We could not finish checking',
    none: 'There is no badge in this file',
  },
  fr: {
    genuine: 'Authentique et en cours de validité',
    caution: 'Authentique, mais lisez ceci',
    invalid: 'Non valable',
    unchecked: 'Vérification incomplète',
    none: 'Ce fichier ne contient pas de badge',
  },
};

describe.each(Object.entries(HEADLINES))('in %s', (language, headlines) => {
  const { say } = localizer(language);

  it.each(Object.entries(headlines))('the state %s has its headline', (state, headline) => {
    expect(say(`state-${state}`)).toBe(headline);
  });

  it.each(codes)('the code %s has a sentence, even without data', (code) => {
    const { rows } = viewReport(report('unchecked', { signature: { outcome: 'not-checked', code } }));
    const sentence = say(rows.find(({ id }) => id === 'signature')!.sentence);
    expect(sentence).not.toBe(code);
    expect(sentence).not.toContain('{');
  });

  it.each(checkIds)('the check %s has a name', (id) => {
    expect(say(`check-${id}`)).not.toBe(`check-${id}`);
  });

  it.each(['yes', 'care', 'no', 'unknown', 'neutral', 'not-asked', 'if-genuine'])('the answer %s has a word', (mark) => {
    expect(say(`answer-${mark}`)).not.toBe(`answer-${mark}`);
  });
});

describe('catalogues', () => {
  const ids = (source: string) => [...new FluentResource(source).body.map(({ id }) => id)].sort();

  it('have the same messages in every language', () => {
    expect(ids(checksFr)).toEqual(ids(checksEn));
    expect(ids(widgetFr)).toEqual(ids(widgetEn));
  });

  it('have no line that the parser dropped', () => {
    for (const source of [checksEn, checksFr, widgetEn, widgetFr]) {
      const written = [...source.matchAll(/^[a-z][a-z0-9-]* =/gm)].map(([line]) => line.slice(0, -2)).sort();
      expect(ids(source)).toEqual(written);
    }
  });

  it('name no message twice, across the files of one language', () => {
    for (const [checks, widget] of [
      [checksEn, widgetEn],
      [checksFr, widgetFr],
    ] as const) {
      const bundle = new FluentBundle('en');
      const faults = [checks, widget].flatMap((source) => bundle.addResource(new FluentResource(source)));
      expect(faults).toEqual([]);
    }
  });

  it('say nothing of a check that was not carried out in the voice of one that was', () => {
    const english = localizer('en').say('status-not-declared');
    expect(english).toBe('The issuer publishes no list of withdrawn badges.');
  });
});

it('a regional language falls back to its own, and an unknown one to English', () => {
  expect(localizer('fr-CA').language).toBe('fr');
  expect(localizer('xx').language).toBe('en');
  expect(localizer(undefined).language).toBe('en');
  expect(languages).toEqual(['en', 'fr']);
});

it('a message that these words do not have yet is shown as its code, never as an empty or a good answer', () => {
  expect(localizer('fr').say('code-of-tomorrow')).toBe('code-of-tomorrow');
});

it('dates are written as the language does', () => {
  const date = new Date('2026-06-03T12:00:00Z');
  const phrase = { id: 'given-by-domain-only', values: { date, domain: 'badges.example' } };
  expect(localizer('fr').say(phrase)).toContain('3 juin 2026');
  expect(localizer('en').say(phrase)).toContain('3 June 2026');
  expect(localizer('fr').write(new Date('2026-06-01T12:00:00Z'))).toBe('1er juin 2026');
});

it('a quoted text cannot turn the words around it, and is not endless', () => {
  expect(quoted('a\u202Eb\u2069c\u0000')).toBe('abc');
  expect(quoted('é'.repeat(400))).toBe(`${'é'.repeat(300)}…`);
});
