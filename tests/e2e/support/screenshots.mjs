// Pictures of the pages, for people to look at; git ignores them.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../artifacts/", import.meta.url));

const SIZES = { desktop: { width: 1280, height: 900 }, narrow: { width: 320, height: 700 } };

/** Writes the page as a desktop and as a narrow telephone show it, or as one of the two. */
export async function shoot(page, name, labels = Object.keys(SIZES)) {
  await mkdir(FOLDER, { recursive: true });
  const before = page.viewportSize();
  for (const label of labels) {
    await page.setViewportSize(SIZES[label]);
    await page.screenshot({ path: `${FOLDER}${name}-${label}.png`, fullPage: true });
  }
  await page.setViewportSize(before);
}
