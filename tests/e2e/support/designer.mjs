// What a course designer does, with a stop-watch: clicks, keys and screens, and how long a person needs for them.
//
// The time is reckoned by the keystroke-level model of Card, Moran and Newell (1980), with its figures for a person who
// types 40 words a minute: nobody practised. Waiting for the machine is not the designer's time and is not counted.

import { mkdir } from "node:fs/promises";

import { shoot } from "./screenshots.mjs";

/** Seconds: to decide what comes next, to point at it, to press and let go, to press a key, to move a hand. */
const DECIDE = 1.35;
const POINT = 1.1;
const CLICK = 0.2;
const KEY = 0.28;
const HAND = 0.4;

/** Where pictures for docs/course-designers.md go, when they are wanted (`cargo xtask pictures`). */
const PICTURES = process.env.BLASON_PICTURES;
const PICTURE_SIZE = { width: 760, height: 800 };
const DOCUMENTED = ["choose", "badge", "restrict", "look-before", "turn-on"];

/** Counts what a designer does on `page`; pictures are called `name` and a number, and `documented` ones are kept. */
export class Stopwatch {
  #page;
  #name;
  #documented;
  #seconds = 0;
  clicks = 0;
  keys = 0;
  screens = 0;

  constructor(page, name, { documented = false } = {}) {
    this.#page = page;
    this.#name = name;
    this.#documented = documented && PICTURES;
  }

  /** How long a person needs for what was done so far, in seconds. */
  get seconds() {
    return Math.round(this.#seconds);
  }

  /** One click or press on a link, a button, a box or a field. */
  async click(locator) {
    this.clicks += 1;
    this.#seconds += DECIDE + POINT + CLICK;
    await locator.click();
  }

  /** Types into the field that has the focus, one key at a time; a line break is a key. */
  async type(text) {
    this.#typed(text.length);
    await this.#page.keyboard.type(text);
  }

  /** Goes to the next field with the tabulator key. */
  async next() {
    this.#typed(1);
    await this.#page.keyboard.press("Tab");
  }

  /** A screen that the designer reads: a picture is taken, wide and narrow. */
  async screen(label) {
    this.screens += 1;
    await shoot(this.#page, `${this.#name}-${this.screens}-${label}`);
    if (this.#documented && DOCUMENTED.includes(label)) {
      await picture(this.#page, `${this.#name}-${label}`);
    }
  }

  /** What was counted, in a line. */
  toString() {
    return `${this.clicks} clicks, ${this.keys} keys, ${this.screens} screens, ${this.seconds} s of the designer's own time`;
  }

  #typed(keys) {
    this.keys += keys;
    this.#seconds += DECIDE + HAND + keys * KEY;
  }
}

/** The page without what stands around it, for people to read. */
async function picture(page, name) {
  await mkdir(PICTURES, { recursive: true });
  const before = page.viewportSize();
  await page.setViewportSize(PICTURE_SIZE);
  await page.locator("main").screenshot({ path: `${PICTURES}/${name}.png` });
  await page.setViewportSize(before);
}

/** What the designer writes, in a language. */
export const BADGE = {
  en: {
    name: "Laser cutter, level 2",
    criteria: "- focuses the laser for any thickness\n- cuts three materials without burning them\n- cleans the lens",
    description: "Works alone at the laser cutter.",
  },
  fr: {
    name: "Découpeuse laser, niveau 2",
    criteria: "- règle la focale pour toute épaisseur\n- découpe trois matières sans les brûler\n- nettoie la lentille",
    description: "Travaille seul à la découpeuse laser.",
  },
};

const WORDS = {
  en: { add: "Add an activity", select: "Select content", quiz: "Answer: one question", display: "Save and display" },
  fr: { add: "Ajouter une activité", select: "Sélectionner du contenu", quiz: "Répondre : une question", display: "Enregistrer et afficher" },
};

/** Steps 1 to 3: adds an activity, makes a badge in the LMS's own frame, and restricts access to those who passed the quiz. */
export async function addBadge(page, watch, language) {
  const words = WORDS[language];
  const tool = page.frameLocator("#contentframe");
  await watch.screen("course");
  await watch.click(page.getByRole("link", { name: words.add }));
  await watch.click(page.locator('a[href="/add/1"]'));
  await watch.screen("add");
  await watch.click(page.getByRole("link", { name: words.select }));
  await tool.locator('a[href$="/new"]').waitFor();
  await watch.screen("choose");
  await watch.click(tool.locator('a[href$="/new"]'));
  await writeBadge(page, watch, tool, BADGE[language]);
  await page.getByLabel(words.quiz, { exact: true }).waitFor();
  await watch.click(page.getByLabel(words.quiz, { exact: true }));
  await watch.screen("restrict");
  await watch.click(page.getByRole("button", { name: words.display }));
  await page.waitForURL("**/badge/badge-2");
  return tool;
}

/** The four questions, and the badge as an employer will see it. */
async function writeBadge(page, watch, tool, badge) {
  await watch.click(tool.locator("#name"));
  await watch.type(badge.name);
  await watch.next();
  await watch.type(badge.criteria);
  await watch.next();
  await watch.type(badge.description);
  await watch.click(tool.locator('button[value="preview"]'));
  await tool.locator("article.badge").waitFor();
  await watch.screen("badge");
  await watch.click(tool.locator('button[value="save"]'));
  await page.waitForURL("**/add/1?draft=*");
}
