// What somebody who checks a badge does on the verification page, and what they read.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { asChosen } from "./claim.mjs";

/** The headline of each state, word for word. */
export const HEADLINES = {
  en: {
    genuine: "Genuine and still good",
    caution: "Genuine, but read this first",
    invalid: "Not valid",
    unchecked: "We could not finish checking",
    none: "There is no badge in this file",
  },
  fr: {
    genuine: "Authentique et en cours de validité",
    caution: "Authentique, mais lisez ceci",
    invalid: "Non valable",
    unchecked: "Vérification incomplète",
    none: "Ce fichier ne contient pas de badge",
  },
};

/** Opens the verification page and waits until it takes files. */
export async function openVerifier(context, world) {
  const page = await context.newPage();
  await page.goto(`${world.tool}/verify`, { waitUntil: "networkidle" });
  await page.locator("open-badge-verifier").waitFor();
  return page;
}

/** Gives the page a file with its "choose a file" button, as a person would. */
export async function choose(page, file) {
  const button = page.locator("open-badge-verifier #choose");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.click()]);
  await chooser.setFiles(asChosen(file));
}

/** Drags a file from the desktop onto the page: the browser's own drag events, with the file on the disk. */
export async function drop(page, { name, buffer }) {
  const folder = await mkdtemp(join(tmpdir(), "blason-drop-"));
  try {
    const path = join(folder, name);
    await writeFile(path, buffer);
    const box = await page.locator("open-badge-verifier").boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 120)];
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await devtools.send("Input.dispatchDragEvent", { type, x, y, data });
    }
    await resultOf(page).waitFor();
    await devtools.detach();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asserts that the page ends in `state`: its attribute and its headline, word for word, and no other headline. */
export async function assertState(page, state, language = "en") {
  const result = resultOf(page);
  await result.waitFor();
  const attribute = await page.locator("open-badge-verifier").getAttribute("state");
  const shown = { state: attribute, headline: (await result.innerText()).trim() };
  assert.deepEqual(shown, { state, headline: HEADLINES[language][state] });
}

/** Checks one file from the beginning: opens the page, chooses the file, and asserts the state. */
export async function assertVerdict(context, world, file, state, language = "en") {
  const page = await openVerifier(context, world);
  await choose(page, file);
  await assertState(page, state, language);
  return page;
}

function resultOf(page) {
  return page.locator("open-badge-verifier").getByRole("heading", { level: 2 });
}
