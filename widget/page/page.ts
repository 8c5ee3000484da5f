import '../src/register.js';
import { languages, localizer } from '../src/localize.js';
import { loadEngine } from '../src/verifier.js';

const verifier = document.querySelector('open-badge-verifier');

speak(chosenLanguage());
keepDropsOnThePage();
// Ready before a file comes, and still ready if the network goes. The element says so if it fails.
void loadEngine().catch(() => undefined);
checkTheLinkedBadge();

/** The language in the address, or the first of the reader's own that there is a catalogue for. */
function chosenLanguage(): string {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = [asked, ...navigator.languages].filter((language) => language !== null);
  const known = wanted.find((language) => languages.includes(language.split('-')[0] ?? ''));
  return localizer(known).language;
}

function speak(language: string): void {
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
      history.replaceState(null, '', `?lang=${link.lang}${location.hash}`);
      speak(link.lang);
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

/** "Check it yourself" leads here with the badge's address behind the `#`. */
function checkTheLinkedBadge(): void {
  const badge = new URLSearchParams(location.hash.slice(1)).get('badge');
  if (badge !== null) void verifier?.verifyText(badge);
}
