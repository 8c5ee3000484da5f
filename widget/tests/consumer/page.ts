// What another project writes against the built package. It is compiled, with the package's own types checked
// too; it is never run.
import '@blason/open-badge/define';
import { OpenBadge, OpenBadgeList, OpenBadgeVerifier, type State } from '@blason/open-badge';
import { describe } from '@blason/open-badge/locales/fr';
import { type Code, type Report, type Verification, verifyBadge } from '@blason/open-badge/verifier';

const element = document.createElement('open-badge');
element.src = '/laser-1.png';
element.check = 'click';
element.statusCheck = 'auto';
element.fetcher = async (url, kind, signal) => (kind === 'key' ? fetch(url, { signal: signal ?? null }) : undefined);
// @ts-expect-error: the state is told, not set
element.state = 'genuine';
const kept: string | undefined = element.report('json');
element.addEventListener('open-badge-fetch', (event) => {
  if (new URL(event.detail.url).protocol !== 'https:') event.preventDefault();
});
const isOurs: boolean = element instanceof OpenBadge;

document.querySelector<OpenBadgeVerifier>('open-badge-verifier')?.addEventListener('open-badge-result', (event) => {
  document.title = event.detail.state satisfies State;
});

export async function isGenuine(bytes: Uint8Array, signal: AbortSignal): Promise<boolean> {
  const { report, contacts }: Verification = await verifyBadge(bytes, { signal, mayFetch: ({ kind }) => kind === 'key' });
  const signature = report.checks.find(({ id }) => id === 'signature');
  const good: Code = 'signature-good';
  // @ts-expect-error: a report has no such state
  report.state === 'fine';
  return isOurs && kept === undefined && describe(report).headline !== '' && contacts.length > 0 && signature?.code === good && isPlain(report);
}

export const several: OpenBadge[] = document.querySelector<OpenBadgeList>('open-badge-list')?.badges ?? [];

function isPlain({ verdict, credential }: Report): boolean {
  return verdict === 'verified' && credential?.name !== null;
}
