// What a stranger reads when the file is not what it should be, or when something cannot be read.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newVisitor, withChromium } from "./support/browser.mjs";
import { claim, download } from "./support/claim.mjs";
import { launchAsLearner } from "./support/lms.mjs";
import { rebake } from "./support/png.mjs";
import { assertState, assertVerdict, choose, drop, openVerifier } from "./support/verify.mjs";
import { openWorld } from "./support/world.mjs";

withChromium();

test("a stranger is never told more than was checked", async (t) => {
  const world = await openWorld(t);
  const { page, tool } = await launchAsLearner(await newVisitor(t), world);
  await claim(tool);
  const badge = await download(page, tool, "png");
  const screenshot = { name: "screenshot.png", buffer: await page.screenshot() };

  for (const language of ["en", "fr"]) {
    const stranger = await newVisitor(t, language);

    await t.test(`one changed character makes it not valid (${language})`, async () => {
      const forged = { name: "forged.png", buffer: rebake(badge.buffer, changeOneCharacter) };
      assert.equal(forged.buffer.length, badge.buffer.length);
      const verifier = await openVerifier(stranger, world);
      await drop(verifier, forged);
      await assertState(verifier, "invalid", language);
      const sentence = {
        en: "The content was changed after it was signed.",
        fr: "Le contenu a été changé après la signature.",
      };
      await verifier.locator("open-badge-verifier [part=status-text]").getByText(sentence[language]).waitFor();
    });

    await t.test(`a screenshot holds no badge, and the page says why (${language})`, async () => {
      const verifier = await assertVerdict(stranger, world, screenshot, "none", language);
      const sentence = { en: "A screenshot or a photo loses", fr: "Une capture d’écran ou une photo" };
      await verifier.locator("open-badge-verifier [part=status-text]").getByText(sentence[language]).waitFor();
    });
  }

  await t.test("with the server stopped, the badge is not confirmed, and it is once the server is back", async () => {
    const open = {};
    for (const language of ["en", "fr"]) {
      const stranger = await newVisitor(t, language);
      // What the browser kept from an earlier check counts for nothing in the next.
      await assertVerdict(stranger, world, badge, "genuine", language);
      open[language] = await openVerifier(stranger, world);
    }
    await world.stopTool();
    for (const language of ["en", "fr"]) {
      await choose(open[language], badge);
      await assertState(open[language], "unchecked", language);
      assert.equal(await open[language].getByText(/Genuine|Authentique/).count(), 0);
    }
    await world.startTool();
    await open.en.getByRole("button", { name: "Try again" }).click();
    await open.en.locator('open-badge-verifier[state="genuine"]').waitFor();
    await assertState(open.en, "genuine");
  });
});

/** Another first letter in the badge's name: still JSON, still the same length, and only the signature can tell. */
function changeOneCharacter(text) {
  const name = /"achievement":\{.*?"name":"(.)/su.exec(text);
  assert.ok(name, "the credential has an achievement with a name");
  const at = name.index + name[0].length - 1;
  return `${text.slice(0, at)}${name[1] === "X" ? "Y" : "X"}${text.slice(at + 1)}`;
}
