const calls = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Calls `then` once the element is on screen. One observer serves the whole page. Call the answer to give up. */
export function whenSeen(element: Element, then: () => void): () => void {
  observer ??= new IntersectionObserver(notice);
  calls.set(element, then);
  observer.observe(element);
  return () => forget(element);
}

function notice(entries: IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    const then = calls.get(target);
    if (!isIntersecting || then === undefined) continue;
    forget(target);
    then();
  }
}

function forget(element: Element): void {
  calls.delete(element);
  observer?.unobserve(element);
}
