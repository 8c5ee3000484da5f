// Pictures of the pages, for people to look at; git ignores them.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../artifacts/", import.meta.url));

/** Writes the page as a desktop and as a narrow telephone show it. */
export async function shoot(page, name) {
  await mkdir(FOLDER, { recursive: true });
  const before = page.viewportSize();
  for (const [label, size] of [["desktop", { width: 1280, height: 900 }], ["narrow", { width: 320, height: 700 }]]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${FOLDER}${name}-${label}.png`, fullPage: true });
  }
  await page.setViewportSize(before);
}
