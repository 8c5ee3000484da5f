/** How long the updates of many elements may hold the page's thread in one go, in milliseconds. */
const TURN_MS = 8;

const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = takeTurn;

/**
 * Does `work` soon. The work of many elements is spread over several turns of the page's thread, so that a page of a
 * hundred badges answers clicks and keys in between.
 */
export function inTurn(work: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    waiting.push(() => {
      try {
        work();
        resolve();
      } catch (cause) {
        reject(cause);
      }
    });
    if (waiting.length === 1) channel.port2.postMessage(undefined);
  });
}

function takeTurn(): void {
  const end = performance.now() + TURN_MS;
  do {
    waiting.shift()?.();
  } while (waiting.length > 0 && performance.now() < end);
  if (waiting.length > 0) channel.port2.postMessage(undefined);
}
