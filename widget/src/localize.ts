import checksEn from '../../locales/en/checks.ftl?raw';
import widgetEn from '../../locales/en/widget.ftl?raw';
import checksFr from '../../locales/fr/checks.ftl?raw';
import widgetFr from '../../locales/fr/widget.ftl?raw';
import catalogues from 'virtual:catalogues';
import { readAsset } from './asset.js';
import { type Localizer, makeLocalizer, type Messages } from './localizer.js';

export { type Localizer, type Messages, quoted } from './localizer.js';

const CATALOGUES: Record<string, string[]> = { en: [checksEn, widgetEn], fr: [checksFr, widgetFr] };

/** The languages with a whole catalogue; the first is the one that all others fall back to. */
export const languages: readonly string[] = [...Object.keys(CATALOGUES), ...Object.keys(catalogues)];

/** Nothing in place of what the catalogues say. */
const NO_MESSAGES: Messages = {};
const localizers = new WeakMap<Messages, Map<string, Localizer>>();

const loads = new Map<string, Promise<void>>();

/**
 * Resolves when the words of `language` are at hand; at once where they are, or where there are none. Where they cannot
 * be read, English stays, and the next caller tries again.
 */
export async function loadLanguage(language: string | null | undefined): Promise<void> {
  const tag = knownLanguage(language);
  const asset = catalogues[tag];
  if (asset === undefined || tag in CATALOGUES) return;
  const load = loads.get(tag) ?? readAsset(asset).then(async (response) => void (CATALOGUES[tag] = [await response.text()]));
  loads.set(tag, load);
  await load.catch(() => loads.delete(tag));
}

/** The one of {@link languages} in which a reader of `language` is answered. */
export function knownLanguage(language: string | null | undefined): string {
  return closest(language ?? '', (tag) => languages.includes(tag));
}

/**
 * The words of `language`, of its parent (`fr-CA` → `fr`), or English, as far as they are at hand; with `messages` in place of those that the
 * catalogue has under the same identifiers.
 */
export function localizer(language: string | null | undefined, messages: Messages = NO_MESSAGES): Localizer {
  const chosen = closest(language ?? '', (tag) => tag in CATALOGUES);
  const known = localizers.get(messages) ?? new Map<string, Localizer>();
  localizers.set(messages, known);
  const made = known.get(chosen) ?? makeLocalizer(chosen, CATALOGUES[chosen] ?? [], messages);
  known.set(chosen, made);
  return made;
}

/** The language of the nearest element that says one, shadow trees included. */
export function nearestLanguage(element: Element): string | undefined {
  const found = element.closest<HTMLElement>('[lang]')?.lang;
  if (found) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : undefined;
}

/**
 * The direction of words that another language than the page's answers in: English on an Arabic page still runs from left
 * to right. Words in the page's own language, and those that the page gives, run as the page does.
 */
export function directionOf({ language }: Localizer, asked: string | undefined, messages: Messages | undefined): 'ltr' | undefined {
  return (asked ?? '').toLowerCase().startsWith(language) || messages !== undefined ? undefined : 'ltr';
}

function closest(language: string, isThere: (tag: string) => boolean): string {
  const parts = language.toLowerCase().split('-');
  while (parts.length > 0) {
    const tag = parts.join('-');
    if (isThere(tag)) return tag;
    parts.pop();
  }
  return 'en';
}
