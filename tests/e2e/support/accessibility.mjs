// axe on a page and on every frame in it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Asserts that axe finds nothing on the page or in its frames; each finding names its rule and the elements. */
export async function assertAccessible(page, name) {
  for (const frame of page.frames()) {
    await frame.evaluate(await AXE);
    const violations = await frame.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { iframes: false });
      return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`) }));
    });
    assert.deepEqual(violations, [], `${name}: ${frame.url()}`);
  }
}

/** Asserts that the page does not scroll sideways in a window 320 pixels wide. */
export async function assertFitsNarrowScreens(page, name) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 700 });
  for (const frame of page.frames()) {
    const [content, window] = await frame.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(content <= window, `${name}: ${frame.url()} is ${content} pixels wide in ${window}`);
  }
  await page.setViewportSize(before);
}
