// What a learner does in the tool: take the badge, and take the files home.

import { readFile } from "node:fs/promises";

const WORDS = {
  en: { get: "Get my badge", yours: "This badge is yours" },
  fr: { get: "Recevoir mon badge", yours: "Ce badge est à vous" },
};

/** The button that takes the badge, in a frame or a page of the tool. */
export function claimButton(tool, language = "en") {
  return tool.getByRole("button", { name: WORDS[language].get });
}

/** Takes the badge as the page proposes it, and waits until the tool says that it is there. */
export async function claim(tool, language = "en") {
  await claimButton(tool, language).click();
  await claimed(tool, language);
}

/** Waits until the tool says that the badge is this person's. */
export async function claimed(tool, language = "en") {
  await tool.getByText(WORDS[language].yours).waitFor();
}

/** Downloads one of the files of a badge that was taken: `png`, `svg` or `json`; `{ name, buffer }`. */
export async function download(page, tool, kind) {
  const link = tool.locator(`a[href$="/badge.${kind}"]`);
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: file.suggestedFilename(), buffer: await readFile(await file.path()) };
}

/** The same file as a file field takes it. */
export function asChosen({ name, buffer }) {
  const types = { png: "image/png", svg: "image/svg+xml", json: "application/json" };
  return { name, buffer, mimeType: types[name.split(".").at(-1)] ?? "application/octet-stream" };
}

/** The identifier of the credential in the JSON file of a badge that was taken. */
export async function credentialId(page, tool) {
  const { buffer } = await download(page, tool, "json");
  return JSON.parse(buffer.toString("utf8")).id;
}
