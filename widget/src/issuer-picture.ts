import { html, nothing, type TemplateResult } from 'lit';
import { fetchDocument } from './fetch-document.js';
import type { Localizer } from './localize.js';
import type { Outcome } from './outcome.js';
import { fetchContext } from './surroundings.js';
import type { VerifyBadgeOptions } from './verifier.js';

/** Kinds of pictures that are shown; an `<img>` runs nothing in any of them. */
const SHOWN = ['image/png', 'image/svg+xml', 'image/jpeg', 'image/webp', 'image/gif'];

/** The picture that an issuer publishes, read because the reader asked; `src` is absent where it could not be read. */
export interface IssuerPicture {
  host: string;
  /** An address of this page's own. Revoke it when the picture is gone. */
  src: string | undefined;
}

/** Reads the picture of the badge at its issuer's. The outcome then lists the address that was contacted. */
export async function readIssuerPicture(
  outcome: Outcome,
  options: VerifyBadgeOptions,
): Promise<{ outcome: Outcome; picture: IssuerPicture }> {
  const url = outcome.report.credential?.image?.id ?? '';
  const { document, contact } = await fetchDocument(url, 'image', SHOWN.join(', '), fetchContext(options), options.signal);
  const type = 'body' in document && document.status === 200 ? essence(document.contentType) : undefined;
  const src = 'body' in document && type !== undefined ? URL.createObjectURL(new Blob([document.body as Uint8Array<ArrayBuffer>], { type })) : undefined;
  return { outcome: { ...outcome, contacts: [...outcome.contacts, contact] }, picture: { host: new URL(url).host, src } };
}

/** The media type without its parameters, if it is one of a picture. */
function essence(contentType = ''): string | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return SHOWN.includes(type) ? type : undefined;
}

/**
 * What can be asked about the picture: to compare the one that the issuer signed, or to see the one that it publishes
 * unsigned. The reader decides, because its host would learn of it.
 */
export function pictureOfferView(
  { report, view }: Outcome,
  shown: IssuerPicture | undefined,
  words: Localizer,
  on: { compare(): void; show(): void },
): TemplateResult | typeof nothing {
  if (shown !== undefined) return shownView(shown, words);
  const { code, data } = report.checks.find(({ id }) => id === 'image') ?? {};
  const signed = code === 'image-not-asked' ? data?.['url'] : undefined;
  const unsigned = code === 'image-not-signed' && view.isConfirmed ? report.credential?.image?.id : undefined;
  const url = signed ?? unsigned;
  if (typeof url !== 'string' || !url.startsWith('https://') || !URL.canParse(url)) return nothing;
  const { say } = words;
  const [id, label, ask] = signed === undefined ? ['show-picture', 'picture-show', on.show] : ['compare-picture', 'picture-compare', on.compare];
  return html`<div class="picture-offer">
    <button type="button" part="button" id=${id} aria-describedby="picture-hint" @click=${ask}>${say(label)}</button>
    <p id="picture-hint" class="quiet">${say({ id: 'picture-compare-hint', values: { host: new URL(url).host } })}</p>
  </div>`;
}

function shownView({ host, src }: IssuerPicture, { say }: Localizer): TemplateResult {
  const values = { host };
  return html`<figure id="issuer-picture" tabindex="-1">
    ${src === undefined ? nothing : html`<img src=${src} alt=${say({ id: 'picture-of-issuer', values })} />`}
    <figcaption>${say({ id: src === undefined ? 'picture-not-read' : 'picture-at-issuer', values })}</figcaption>
  </figure>`;
}
