// What another project writes against the built package. It is compiled, with the package's own types checked
// too; it is never run.
import '@blason/open-badge/define';
import { OpenBadge, OpenBadgeVerifier, type ResultDetail, type State } from '@blason/open-badge';
import { type Code, type Report, type Verification, verifyBadge } from '@blason/open-badge/verifier';

const element = document.createElement('open-badge');
element.src = '/laser-1.png';
element.check = 'click';
const isOurs: boolean = element instanceof OpenBadge;

document.querySelector<OpenBadgeVerifier>('open-badge-verifier')?.addEventListener('open-badge-result', (event) => {
  const { state } = (event as CustomEvent<ResultDetail>).detail;
  document.title = state satisfies State;
});

export async function isGenuine(bytes: Uint8Array, signal: AbortSignal): Promise<boolean> {
  const { report, contacts }: Verification = await verifyBadge(bytes, { signal, mayFetch: ({ kind }) => kind === 'key' });
  const signature = report.checks.find(({ id }) => id === 'signature');
  const good: Code = 'signature-good';
  // @ts-expect-error: a report has no such state
  report.state === 'fine';
  return isOurs && contacts.length > 0 && signature?.code === good && isPlain(report);
}

function isPlain({ verdict, credential }: Report): boolean {
  return verdict === 'verified' && credential?.name !== null;
}
