import engineWorker from 'virtual:engine-worker';
import { readAsset } from '../asset.js';
import type { Engine } from '../engine.js';
import type { Report } from '../generated/report.js';
import type { FromWorker, ToWorker } from './messages.js';

interface Waiting {
  resolve(report: Report): void;
  reject(cause: unknown): void;
}

/** The verifier in a worker; `undefined` where the browser has none, or the page's policy permits none. */
export async function workerEngine(compiled: Promise<WebAssembly.Module>): Promise<Engine | undefined> {
  if (typeof Worker === 'undefined') return undefined;
  const worker = await startWorker().catch(() => undefined);
  if (worker === undefined) return undefined;
  try {
    await ready(worker, compiled);
    return engineOf(worker);
  } catch {
    worker.terminate();
    return undefined;
  }
}

/** Hands the module over, and waits until the verifier runs or the worker's script turns out not to load. */
function ready(worker: Worker, compiled: Promise<WebAssembly.Module>): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve();
    // A policy that permits no worker says so here, and at once: before the module is compiled.
    worker.onerror = reject;
    compiled.then((module) => post(worker, { module }), reject);
  });
}

function engineOf(worker: Worker): Engine {
  const asked = new Map<number, Waiting>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if ('ready' in data) return;
    const waiting = asked.get(data.id);
    asked.delete(data.id);
    if ('report' in data) waiting?.resolve(data.report);
    else waiting?.reject(Object.assign(new Error(data.fault.message), data.fault));
  };
  return {
    verify: (bytes, options) =>
      new Promise((resolve, reject) => {
        last += 1;
        asked.set(last, { resolve, reject });
        post(worker, { id: last, bytes, options });
      }),
  };
}

/**
 * A worker of our script. Browsers start workers from the page's own origin only, so a script from elsewhere is read
 * here, held to its digest, and started from memory; that takes `worker-src blob:`.
 */
async function startWorker(): Promise<Worker> {
  const address = new URL(engineWorker.url, import.meta.url);
  if (address.origin === globalThis.location.origin) return new Worker(address, { type: 'module' });
  const response = await readAsset(engineWorker);
  // Not revoked: browsers differ in when they are done with it, and there is one small script for each page.
  const script = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
  return new Worker(script, { type: 'module' });
}

function post(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}
