// What an administrator does with the one-time link and the forms. Fields are found by name: they have one in every language.

import { newVisitor } from "./browser.mjs";

/** The administration's first page, opened with the one-time link that the server printed. */
export async function openAdministration(t, world, language = "en") {
  const page = await (await newVisitor(t, language)).newPage();
  await page.goto(world.adminLink());
  await page.locator('form[action="/admin/enter"] button').click();
  await page.waitForURL(`${world.tool}/admin`);
  return page;
}

/** Designs a badge by the form. */
export async function createBadge(page, world, { name, criteria, description }) {
  await page.goto(`${world.tool}/admin/badges/new`);
  await page.locator("#name").fill(name);
  await page.locator("#criteria").fill(criteria);
  await page.locator("#description").fill(description);
  await page.locator("#shape").selectOption("hexagon");
  await page.locator("#colour").selectOption("green");
  await page.locator('button[value="save"]').click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Connects a platform by the form; `values` by field name, `teachersMay` one of `nothing`, `choose` and `make`. */
export async function createRegistration(page, world, { teachersMay = "nothing", ...values }) {
  await page.goto(`${world.tool}/admin/registrations/new`);
  for (const [field, value] of Object.entries(values)) {
    await page.locator(`#${field}`).fill(value);
  }
  await page.locator(`input[name="teachers_may"][value="${teachersMay}"]`).check();
  await page.locator('form[action="/admin/registrations/new"] button.primary').click();
  await page.waitForURL((url) => url.pathname !== "/admin/registrations/new");
}

/** Connects a platform by the block of text that it shows, pasted on the page for that platform. */
export async function pasteRegistration(page, world, { platform, block }) {
  await page.goto(`${world.tool}/admin/registrations/paste?platform=${platform}`);
  await page.locator("#block").fill(block);
  await page.locator('form[action="/admin/registrations/paste"] button').click();
  await page.locator('form[action="/admin/registrations/new"] button.primary').click();
  await page.waitForURL((url) => !/\/(paste|new)$/.test(url.pathname));
}

/** Places a badge on an activity by the form. */
export async function createPlacement(page, world, { badge, registration, deployment, resourceLink }) {
  await page.goto(`${world.tool}/admin/placements`);
  await page.locator("#badge").selectOption({ label: badge });
  await page.locator("#registration").selectOption({ label: registration });
  await page.locator("#deployment").fill(deployment);
  await page.locator("#resource_link").fill(resourceLink);
  await page.locator('form[action="/admin/placements"] button.primary').click();
  await page.getByRole("cell", { name: resourceLink }).waitFor();
}

/** What the demo LMS tells an administrator who connects a tool. */
export function demoRegistration(world, name) {
  return {
    name,
    issuer: world.lms,
    client_id: "blason-demo",
    auth_url: `${world.lms}/auth`,
    token_url: `${world.lms}/token`,
    jwks_url: `${world.lms}/jwks.json`,
    deployments: "1",
  };
}
