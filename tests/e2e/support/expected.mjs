// What was looked at once and is to stay: texts beside the tests, in `expected/`.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";

const FOLDER = new URL("../expected/", import.meta.url);

/** With `BLASON_WRITE_EXPECTED` set the texts are written down as they are now, for somebody to read the difference. */
export const WRITES = Boolean(process.env.BLASON_WRITE_EXPECTED);

/** Asserts that `text` is what the file `name` holds. */
export async function assertExpected(name, text) {
  const file = new URL(name, FOLDER);
  const written = `${text.trimEnd()}\n`;
  if (WRITES) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(file, written);
  }
  assert.equal(written, await readFile(file, "utf8"), `${name} (BLASON_WRITE_EXPECTED=1 writes it anew)`);
}
