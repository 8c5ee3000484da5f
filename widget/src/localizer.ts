import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Phrase, Values } from './report.js';

/** Where a language writes dates in several ways, the one that cannot be misread. */
const DATES_AS_IN: Record<string, string> = { en: 'en-GB' };

/** The longest text of a badge that a sentence quotes. */
const MAX_QUOTED = 300;

/** Turns phrases into words of one language. */
export interface Localizer {
  /** A BCP 47 tag. */
  readonly language: string;
  /** The words of a phrase, or of the message with this identifier. */
  say(phrase: Phrase | string): string;
  /** A value as a sentence writes it: a day, a moment with its time, or text. */
  write(value: Values[string]): string;
}

/** Sentences of a host page in place of the catalogue's: identifier and text in Fluent's syntax. */
export type Messages = Record<string, string>;

/** The words of the catalogue `sources`, with `messages` in place of those under the same identifiers. */
export function makeLocalizer(language: string, sources: readonly string[], messages: Messages = {}): Localizer {
  const bundle = new FluentBundle(language);
  for (const source of sources) bundle.addResource(new FluentResource(source));
  bundle.addResource(overriding(messages, (id) => bundle.hasMessage(id)), { allowOverrides: true });
  // Browsers take long to learn how a language writes dates: that is left for the first date.
  const dates = DATES_AS_IN[language] ?? language;
  const day = lazy(() => new Intl.DateTimeFormat(dates, { dateStyle: 'long' }));
  const moment = lazy(() => new Intl.DateTimeFormat(dates, { dateStyle: 'long', timeStyle: 'short' }));

  // French counts the first of a month; the library of dates does not.
  const ordinal = (date: string) => (language === 'fr' ? date.replace(/^1 /, '1er ') : date);
  const written = (value: Values[string]): string | number => {
    if (value instanceof Date) return ordinal(day().format(value));
    if (typeof value === 'object') return ordinal(moment().format(value.moment));
    return typeof value === 'string' ? quoted(value) : value;
  };
  return {
    language,
    write: (value) => String(written(value)),
    say(phrase) {
      const { id, values = {} } = typeof phrase === 'string' ? { id: phrase } : phrase;
      const pattern = bundle.getMessage(id)?.value;
      // The tests miss no message. A reader with a newer verifier than these words still gets the code.
      if (pattern == null) return id;
      const args = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]));
      return bundle.formatPattern(pattern, args);
    },
  };
}

/** What `make` gives, made when it is first asked for. */
function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The sentences of a host page. One without a letter would leave a reader without an answer, and is left out. */
function overriding(messages: Messages, isKnown: (id: string) => boolean): FluentResource {
  const lines = Object.entries(messages)
    .filter(([id, text]) => isKnown(id) && /\p{L}/u.test(text))
    .map(([id, text]) => `${id} = ${text.replace(/\r?\n/g, '\n    ')}\n`);
  return new FluentResource(lines.join(''));
}

/** Text of a badge, fit to stand in a sentence: no control that could reorder the words around it, and not endless. */
export function quoted(text: string, maxLength = MAX_QUOTED): string {
  // Control characters, and the marks that embed, override or isolate a writing direction.
  const plain = text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
  const letters = [...plain];
  return letters.length > maxLength ? `${letters.slice(0, maxLength).join('')}…` : plain;
}
