import { initSync, verify } from '../../pkg/verifier_wasm.js';
import type { Report } from '../generated/report.js';
import type { Fault, FromWorker, ToWorker } from './messages.js';

// The worker's script, in one file of its own. It has no network and no clock: it answers what it is asked.
globalThis.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('module' in data) {
    initSync({ module: data.module });
    answer({ ready: true });
    return;
  }
  const { id, bytes, options } = data;
  try {
    answer({ id, report: verify(bytes, options) as Report });
  } catch (cause) {
    const { message, code, data } = cause as Fault;
    answer({ id, fault: { message, code, data } });
  }
});

function answer(message: FromWorker): void {
  globalThis.postMessage(message);
}
