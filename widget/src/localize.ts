import { FluentBundle, FluentResource } from '@fluent/bundle';
import checksEn from '../../locales/en/checks.ftl?raw';
import widgetEn from '../../locales/en/widget.ftl?raw';
import checksFr from '../../locales/fr/checks.ftl?raw';
import widgetFr from '../../locales/fr/widget.ftl?raw';
import type { Phrase, Values } from './report.js';

const CATALOGUES: Record<string, string[]> = { en: [checksEn, widgetEn], fr: [checksFr, widgetFr] };

/** The languages with a whole catalogue; the first is the one that all others fall back to. */
export const languages: readonly string[] = Object.keys(CATALOGUES);

/** Where a language writes dates in several ways, the one that cannot be misread. */
const DATES_AS_IN: Record<string, string> = { en: 'en-GB' };

/** The longest text of a badge that a sentence quotes. */
const MAX_QUOTED = 300;

/** Turns phrases into words of one language. */
export interface Localizer {
  /** A BCP 47 tag, one of {@link languages}. */
  readonly language: string;
  /** The words of a phrase, or of the message with this identifier. */
  say(phrase: Phrase | string): string;
  /** A value as a sentence writes it: a day, a moment with its time, or text. */
  write(value: Values[string]): string;
}

const localizers = new Map<string, Localizer>();

/** The words of `language`, of its parent (`fr-CA` → `fr`), or English. */
export function localizer(language: string | null | undefined): Localizer {
  const chosen = closest(language ?? '');
  const known = localizers.get(chosen);
  if (known !== undefined) return known;
  const made = make(chosen);
  localizers.set(chosen, made);
  return made;
}

function closest(language: string): string {
  const parts = language.toLowerCase().split('-');
  while (parts.length > 0) {
    const tag = parts.join('-');
    if (tag in CATALOGUES) return tag;
    parts.pop();
  }
  return 'en';
}

function make(language: string): Localizer {
  const bundle = new FluentBundle(language);
  for (const source of CATALOGUES[language] ?? []) bundle.addResource(new FluentResource(source));
  const dates = DATES_AS_IN[language] ?? language;
  const day = new Intl.DateTimeFormat(dates, { dateStyle: 'long' });
  const moment = new Intl.DateTimeFormat(dates, { dateStyle: 'long', timeStyle: 'short' });

  const written = (value: Values[string]): string | number => {
    if (value instanceof Date) return day.format(value);
    if (typeof value === 'object') return moment.format(value.moment);
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

/** Text of a badge, fit to stand in a sentence: no control that could reorder the words around it, and not endless. */
export function quoted(text: string, maxLength = MAX_QUOTED): string {
  // Control characters, and the marks that embed, override or isolate a writing direction.
  const plain = text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
  const letters = [...plain];
  return letters.length > maxLength ? `${letters.slice(0, maxLength).join('')}…` : plain;
}
