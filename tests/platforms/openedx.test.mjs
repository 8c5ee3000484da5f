// The same path with Open edX's own LTI code as the platform.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { createBadge, createPlacement, createRegistration, openAdministration } from "../e2e/support/admin.mjs";
import { newVisitor, withChromium } from "../e2e/support/browser.mjs";
import { claim, claimButton, download } from "../e2e/support/claim.mjs";
import { Program, freePort } from "../e2e/support/programs.mjs";
import { assertVerdict } from "../e2e/support/verify.mjs";
import { openTool } from "../e2e/support/world.mjs";

const PYTHON = process.env.BLASON_OPENEDX_PYTHON;
const SERVE = fileURLToPath(new URL("openedx/serve.py", import.meta.url));
const BADGE = { name: "Demo badge", criteria: "Finished the demo course.", description: "For the demo course." };

withChromium();

const skip = PYTHON ? false : "BLASON_OPENEDX_PYTHON is not set";

test("a learner of Open edX takes a badge home, and a stranger reads that it is genuine", { skip }, async (t) => {
  const world = await openTool(t);
  const platform = await startOpenEdx(t, world);
  const { resource_link_id: resourceLink, deployment_id: deployment, ...endpoints } = await (
    await fetch(`${platform}/registration`)
  ).json();
  const admin = await openAdministration(t, world);
  await createBadge(admin, world, BADGE);
  await createRegistration(admin, world, { name: "Open edX", ...endpoints, deployments: deployment });
  await createPlacement(admin, world, { badge: BADGE.name, registration: "Open edX", deployment, resourceLink });

  const page = await (await newVisitor(t)).newPage();
  await page.goto(`${platform}/course?user=learner-one`);
  const tool = page.frameLocator("iframe");
  await claim(tool);
  const badge = await download(page, tool, "png");
  await assertVerdict(await newVisitor(t), world, badge, "genuine");

  await page.goto(`${platform}/course?user=teacher`);
  await tool.getByText("you earn nothing by looking").waitFor();
  assert.equal(await claimButton(tool).count(), 0);
});

/** Open edX's LTI code as a platform of its own; its address. */
async function startOpenEdx(t, world) {
  const listen = `127.0.0.1:${await freePort()}`;
  const program = new Program(PYTHON, ["-B", SERVE, "--listen", listen, "--tool", world.tool]);
  t.after(async () => {
    await program.stop();
    if (!t.passed) {
      t.diagnostic(`openedx: ${program.log}`);
    }
  });
  await program.ready(`http://${listen}/healthz`);
  return `http://${listen}`;
}
