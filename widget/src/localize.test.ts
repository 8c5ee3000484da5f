import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { checkIds, codes } from './generated/report.js';
import { knownLanguage, languages, localizer, quoted } from './localize.js';
import { makeLocalizer } from './localizer.js';
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
  de: {
    genuine: 'Echt und weiterhin gültig',
    caution: 'Echt, aber lesen Sie zuerst dies',
    invalid: 'Nicht gültig',
    unchecked: 'Die Prüfung ist unvollständig',
    none: 'In dieser Datei ist kein Badge',
  },
  es: {
    genuine: 'Auténtica y todavía válida',
    caution: 'Auténtica, pero lea esto primero',
    invalid: 'No es válida',
    unchecked: 'No pudimos terminar la comprobación',
    none: 'No hay ninguna insignia en este archivo',
  },
  it: {
    genuine: 'Autentico e ancora valido',
    caution: 'Autentico, ma legga prima questo',
    invalid: 'Non valido',
    unchecked: 'Non abbiamo potuto finire la verifica',
    none: 'In questo file non c’è alcun badge',
  },
  pt: {
    genuine: 'Autêntico e ainda válido',
    caution: 'Autêntico, mas leia isto primeiro',
    invalid: 'Não é válido',
    unchecked: 'Não conseguimos acabar a verificação',
    none: 'Não há nenhum crachá neste ficheiro',
  },
};

/** Every catalogue as it stands in its folder: language, then name. */
const SOURCES = Object.entries(
  import.meta.glob<string>(['../../locales/*/checks.ftl', '../../locales/*/widget.ftl'], { query: '?raw', import: 'default', eager: true }),
).map(([path, source]) => {
  const [name, language] = path.split('/').reverse();
  return { language: language ?? '', name: name ?? '', source };
});
const sourcesOf = (language: string) => SOURCES.filter((catalogue) => catalogue.language === language).map(({ source }) => source);

describe.each(Object.entries(HEADLINES))('in %s', (language, headlines) => {
  const { say } = makeLocalizer(language, sourcesOf(language));

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
  const resource = (source: string) => new FluentResource(source).body;
  const ids = (source: string) => [...new Set(resource(source).map(({ id }) => id))].sort();
  /** What a sentence may stand on, and the cases that it tells apart: nothing of it may be lost in translation. */
  const values = (source: string) => Object.fromEntries(resource(source).map((message) => [message.id, namesIn(message)]));
  const namesIn = (message: unknown) =>
    [...new Set([...JSON.stringify(message).matchAll(/"type":"(var|str)","(?:name|value)":"([^"]*)"/g)].map(([, type, name]) => `${type} ${name}`))]
      .filter((name) => !/^str (one|other)$/.test(name))
      .sort();
  const english = (name: string) => SOURCES.find((catalogue) => catalogue.language === 'en' && catalogue.name === name)!.source;

  it('are there for every language', () => {
    expect(SOURCES.map(({ language, name }) => `${language}/${name}`).sort()).toEqual(
      languages.flatMap((language) => [`${language}/checks.ftl`, `${language}/widget.ftl`]).sort(),
    );
  });

  it.each(SOURCES)('have the same messages as in English, with the same values: $language, $name', ({ name, source }) => {
    expect(ids(source)).toEqual(ids(english(name)));
    expect(values(source)).toEqual(values(english(name)));
  });

  it.each(SOURCES)('have no line that the parser dropped: $language, $name', ({ source }) => {
    const written = [...source.matchAll(/^[a-z][a-z0-9-]* =/gm)].map(([line]) => line.slice(0, -2)).sort();
    expect(ids(source)).toEqual(written);
  });

  it.each(languages)('name no message twice, across the files of one language: %s', (language) => {
    const bundle = new FluentBundle(language);
    expect(sourcesOf(language).flatMap((source) => bundle.addResource(new FluentResource(source)))).toEqual([]);
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
  expect(languages).toEqual(['en', 'fr', 'de', 'es', 'it', 'pt']);
  expect(['pt-BR', 'de-AT', 'nl', ''].map(knownLanguage)).toEqual(['pt', 'de', 'en', 'en']);
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
