// What somebody does in the demo LMS.

const WORDS = {
  en: { done: "Mark as done", pvc: "PVC", answer: "Answer", course: "First steps with the laser cutter" },
  fr: { done: "Marquer comme fait", pvc: "Le PVC", answer: "Répondre", course: "Premiers pas avec la découpeuse laser" },
};

/** Opens the LMS and says who is visiting: `Learner One`, `Learner Two` or `Course Teacher`. */
export async function enterAs(page, world, name) {
  await page.goto(world.lms);
  await page.getByRole("button", { name }).click();
  await page.waitForURL(`${world.lms}/course`);
}

/** Opens the LMS as the learner with this number, from the third on. */
export async function enterByNumber(page, world, number) {
  await page.goto(world.lms);
  await page.locator("details.others > summary").click();
  await page.locator("#number").fill(String(number));
  await page.locator("details.others form.field button").click();
  await page.waitForURL(`${world.lms}/course`);
}

/** Does the three activities by clicking through them. */
export async function finishCourse(page, world, language = "en") {
  const words = WORDS[language];
  for (const activity of ["materials", "checklist"]) {
    await page.locator(`a[href="/activity/${activity}"]`).click();
    await page.getByRole("button", { name: words.done }).click();
    await page.waitForURL(`${world.lms}/course`);
  }
  await page.locator('a[href="/activity/quiz"]').click();
  await page.getByLabel(words.pvc, { exact: true }).check();
  await page.getByRole("button", { name: words.answer, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: words.course }).waitFor();
}

/** Lets these people have done these activities and nothing else; the LMS has to be started with `--control`. */
export async function setProgress(world, people, done) {
  const body = JSON.stringify({ people, done });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${world.lms}/control/progress`, { method: "POST", headers, body });
  if (!answer.ok) {
    throw new Error(`the progress was not set: ${answer.status} ${await answer.text()}`);
  }
}

/** Opens the badge activity and gives back the frame that the tool is shown in; `query` asks the LMS for a variant. */
export async function openBadge(page, world, query = "") {
  await page.goto(`${world.lms}/badge${query}`);
  return page.frameLocator("#contentframe");
}

/** A visitor's page with the course done and the badge activity open: `{ page, tool }`. */
export async function launchAsLearner(context, world, { language = "en", name = "Learner One" } = {}) {
  const page = await context.newPage();
  await enterAs(page, world, name);
  await finishCourse(page, world, language);
  return { page, tool: await openBadge(page, world) };
}
