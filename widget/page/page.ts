import '../src/register.js';
import { knownLanguage, languages, loadLanguage, localizer } from '../src/localize.js';
import { loadEngine } from '../src/verifier.js';

const verifier = document.querySelector('open-badge-verifier');

void speak(chosenLanguage());
keepDropsOnThePage();
// Ready before a file comes, and still ready if the network goes. The element says so if it fails.
void loadEngine().catch(() => undefined);
checkTheLinkedBadge();
addEventListener('hashchange', checkTheLinkedBadge);
keepForOffline();

/** The language in the address, or the first of the reader's own that there is a catalogue for. */
function chosenLanguage(): string {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = [asked, ...navigator.languages].filter((language) => language !== null);
  const known = wanted.find((language) => languages.includes(language.split('-')[0] ?? ''));
  return knownLanguage(known);
}

async function speak(language: string): Promise<void> {
  await loadLanguage(language);
  const { say } = localizer(language);
  document.documentElement.lang = language;
  document.title = say('page-title');
  verifier?.setAttribute('lang', language);
  for (const element of document.querySelectorAll<HTMLElement>('[data-message]')) {
    element.textContent = say(element.dataset['message'] ?? '');
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    element.setAttribute('aria-label', say(element.dataset['label'] ?? ''));
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    if (link.lang === language) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    link.onclick = (event) => {
      event.preventDefault();
      const address = new URL(location.href);
      address.searchParams.set('lang', link.lang);
      history.replaceState(null, '', address);
      void speak(link.lang);
    };
  }
}

/** A file dropped beside the drop area is checked too, instead of taking the place of the page. */
function keepDropsOnThePage(): void {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    const isTaken = event.defaultPrevented;
    event.preventDefault();
    if (!isTaken && event.dataTransfer !== null) void verifier?.take(event.dataTransfer);
  });
}

/**
 * "Check it yourself" leads here with the badge's address behind the `#`; other pages may write `?url=`. A badge on
 * this very server is read at once. Before another server learns of the reader, the reader is asked.
 */
function checkTheLinkedBadge(): void {
  const link = new URLSearchParams(location.hash.slice(1)).get('badge') ?? new URLSearchParams(location.search).get('url');
  if (link === null || verifier === null) return;
  if (URL.canParse(link) && new URL(link).origin === location.origin) void verifier.verifyText(link);
  else void verifier.offer(link);
}

/** Keeps the page for a day without network. Its worker answers for the page alone, not for others of this server. */
function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const worker = new URL('./offline.js', location.href);
  // Where it is not allowed, such as in a private window, the page needs the network: nothing else changes.
  void navigator.serviceWorker.register(worker, { scope: location.pathname, updateViaCache: 'none' }).catch(() => undefined);
}
