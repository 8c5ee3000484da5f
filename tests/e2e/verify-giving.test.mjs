// The ways in which a badge comes to the page, and what leaves it: nothing but the addresses of keys and lists.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { assertAccessible } from "./support/accessibility.mjs";
import { asChosen } from "./support/claim.mjs";
import { withChromium } from "./support/browser.mjs";
import { answerOf, give, openChecker, openPageSite, words } from "./support/checker.mjs";
import { digestSri, Issuer } from "./support/issuer.mjs";
import { bake, plainPng } from "./support/png.mjs";
import { watchRequests } from "./support/requests.mjs";
import { shoot } from "./support/screenshots.mjs";
import { ROWS } from "./support/states.mjs";

withChromium();

const issuer = new Issuer();
const BADGE = issuer.badge({ credentialStatus: issuer.statusEntry() });
/** A badge that signs a picture at its issuer's, and comes without one. */
const PICTURE = { url: `https://${issuer.host}/laser-1.png`, bytes: plainPng() };
const PICTURED = issuer.badge({
  achievement: { image: { id: PICTURE.url, type: "Image" } },
  relatedResource: [{ id: PICTURE.url, digestSRI: digestSri(PICTURE.bytes), mediaType: "image/png" }],
});
const sound = (web) => ROWS["not on the signed list"].prepare(web);
const settled = (page, state) => page.locator(`open-badge-verifier[state="${state}"]`).waitFor();

test("nobody is asked for anything before a badge is given, and only for its key and its list afterwards", async (t) => {
  const site = await openPageSite(t);
  const { context, page, web } = await openChecker(t, site);
  sound(web);
  assert.deepEqual(web.asked, []);
  const asked = watchRequests(context);
  await give(page, bake(plainPng(), BADGE));
  assert.deepEqual(web.asked, [issuer.keyUrl, issuer.listUrl]);

  await page.getByRole("textbox").fill("somebody@example.org");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.locator("[role=status]").filter({ hasText: /Is it this person’s\?/ }).waitFor();
  assert.deepEqual(asked().filter((url) => !url.startsWith(site.url)), [issuer.keyUrl, issuer.listUrl], "to compare asks nobody");

  const listed = await page.locator(".addresses li").allTextContents();
  assert.deepEqual(listed.map((text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim()), [
    `${issuer.keyUrl} The issuer’s key: read`,
    `${issuer.listUrl} The list of withdrawn badges: read`,
  ]);
});

test("a badge is pasted with the keys, as text and as a file", async (t) => {
  const site = await openPageSite(t);
  const { context, page, web } = await openChecker(t, site);
  sound(web);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), BADGE);
  await page.keyboard.press("ControlOrMeta+V");
  await settled(page, "genuine");

  await page.getByRole("button", { name: "Check another" }).click();
  // What a file manager puts there; scripts may not write it to the system's clipboard themselves.
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], "badge.png", { type: "image/png" }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, bake(plainPng(), BADGE).toString("base64"));
  await settled(page, "genuine");

  // In a field of the page, a paste is for that field.
  await page.getByRole("textbox").focus();
  await page.keyboard.press("ControlOrMeta+V");
  assert.equal(await page.getByRole("textbox").inputValue(), BADGE);
  await settled(page, "genuine");
});

test("a link that somebody chose for the reader is opened when the reader says so, and not before", async (t) => {
  const site = await openPageSite(t, { "/mine.jwt": BADGE });
  const link = `https://${issuer.host}/badge.jwt`;
  for (const path of [`/verify.html#badge=${encodeURIComponent(link)}`, `/verify.html?url=${encodeURIComponent(link)}`]) {
    const { context, page, web } = await openChecker(t, site, "en", { path });
    sound(web);
    web.publish(link, BADGE);
    await page.getByRole("heading", { name: "A link wants to open a badge" }).waitFor();
    assert.deepEqual(web.asked, []);
    await page.getByRole("button", { name: "Do not open it" }).click();
    await page.getByRole("button", { name: "Choose a file" }).waitFor();
    assert.deepEqual(web.asked, []);

    await page.reload();
    await page.getByRole("button", { name: words(`Ask ${issuer.host} and check`) }).click();
    await settled(page, "genuine");
    assert.deepEqual(web.asked, [link, issuer.keyUrl, issuer.listUrl]);

    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy a link to this page" }).click();
    await page.locator("[role=status]").filter({ hasText: "The link was copied." }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, `${site.url}/verify.html#${new URLSearchParams({ badge: link })}`);
  }

  const { page, web } = await openChecker(t, site, "en", { path: `/verify.html#badge=${encodeURIComponent(`${site.url}/mine.jwt`)}` });
  // The key was asked for before the test could publish it.
  await settled(page, "unchecked");
  sound(web);
  await page.getByRole("button", { name: "Try again" }).click();
  await settled(page, "genuine");
  const { page: other, web: none } = await openChecker(t, site, "en", { path: "/verify.html#badge=javascript:alert(1)" });
  await other.getByRole("button", { name: "Choose a file" }).waitFor();
  assert.deepEqual(none.asked, []);
});

test("a folder becomes a list with states in words, each address asked once, and a table that runs nothing", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "blason-folder-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "group A"));
  const formula = '=HYPERLINK("https://evil.example","win")';
  const files = {
    "good.png": bake(plainPng(), BADGE),
    "group A/=cmd.png": bake(plainPng(), issuer.badge({ achievement: { name: formula } })),
    "group A/expired.png": ROWS.expired.file,
    "group A/forged.png": ROWS["changed after it was signed"].file,
    "photo.png": plainPng(),
    ".hidden": "nothing",
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
  }

  const site = await openPageSite(t);
  for (const [language, separator] of [["en", ","], ["fr", ";"]]) {
    const { page, web } = await openChecker(t, site, language);
    sound(web);
    await page.locator("#folder").setInputFiles(folder);
    await page.getByRole("heading", { level: 2, name: words(language === "en" ? "5 files checked" : "5 fichiers vérifiés") }).waitFor();
    assert.deepEqual(web.asked.toSorted(), [issuer.keyUrl, issuer.listUrl], "once for the whole list");

    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    const text = await readFile(await download.path(), "utf8");
    assert.ok(text.startsWith("\uFEFF"), "spreadsheets read it as Unicode");
    const rows = cells(text.slice(1), separator);
    const [head, ...lines] = rows;
    assert.equal(head[0], language === "en" ? "File" : "Fichier");
    const states = Object.fromEntries(lines.map((cells) => [cells[0].replace(/^.*?\//, ""), cells.at(-1)]));
    assert.deepEqual(states, { "good.png": "genuine", "group A/=cmd.png": "genuine", "group A/expired.png": "caution", "group A/forged.png": "invalid", "photo.png": "none" });
    for (const cell of rows.flat()) {
      assert.doesNotMatch(cell, /^[\s]*[=+\-@]/);
    }
    assert.equal(lines.find((cells) => cells[0].endsWith("=cmd.png"))[3], `'${formula}`);
    const genuine = lines.find((cells) => cells[0].endsWith("good.png"));
    assert.equal(genuine[1], { en: "Genuine and still good", fr: "Authentique et en cours de validité" }[language]);
    assert.match(genuine[8], /^[0-9a-f]{64}$/);
    assert.match(genuine[9], /^2026-11-22T10:0\d:\d\d\.\d{3}Z$/);
  }
});

test("a list that takes long can be stopped, and what it has so far stays", async (t) => {
  const site = await openPageSite(t);
  const { page, web } = await openChecker(t, site);
  const slow = ROWS["the list's address is slower than ten seconds"];
  slow.prepare(web);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  const asked = page.waitForRequest(slow.waits);
  const file = (name, row) => asChosen({ name, buffer: ROWS[row].file });
  await (await chooser).setFiles([file("a.png", "a screenshot"), file("b.png", "the list's address is slower than ten seconds")]);
  await asked;
  await page.getByRole("heading", { level: 2, name: words("Checking 2 files: 1 done") }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 2, name: words("Stopped: 1 of 2 files checked") }).waitFor();
  const states = await page.locator("tbody tr td:nth-child(2)").allInnerTexts();
  assert.match(states[0], /There is no badge in this file/);
  assert.equal(states[1].trim(), "Not checked");
});

test("a result is kept as text with everything that it must carry, and names the person only when ticked", async (t) => {
  const site = await openPageSite(t);
  const { page, web } = await openChecker(t, site);
  sound(web);
  const address = "learner@example.org";
  await give(page, ROWS["given to the person who was typed, in small letters"].file, "laser.png");
  await page.getByRole("textbox").fill(address);
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("checkbox").waitFor();

  const save = async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as text" }).click()]);
    return readFile(await download.path(), "utf8");
  };
  const hash = (await page.evaluate(() => document.querySelector("open-badge-verifier").report("json"))).match(/"fileHash": "([0-9a-f]{64})"/)[1];
  const plain = await save();
  for (const part of [
    "Genuine and still good",
    "Checked on: 22 November 2026 at 10:0",
    "File: laser.png",
    `SHA-256 of the file: ${hash}`,
    `Badge identifier: ${issuer.credential().id}`,
    "Checked by: Blason ",
    "- Unchanged since it was given: Yes",
    `- ${issuer.keyUrl}`,
    "This was the answer at the time shown.",
  ]) {
    assert.ok(plain.includes(part), `“${part}” is missing in:\n${plain}`);
  }
  assert.ok(!plain.includes(address));
  await page.getByRole("checkbox").check();
  assert.ok((await save()).includes(`Compared with: ${address}`));

  // On paper: the facts are there, what can only be pressed is not, and what was closed is open.
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const printed = page.locator(".printed");
  assert.ok(await printed.isVisible());
  assert.ok((await printed.innerText()).includes(hash) && (await printed.innerText()).includes(address));
  assert.equal(await page.getByRole("button").count(), 0);
  assert.ok(await page.getByText("Every word that was signed has a published definition.").isVisible());
  await shoot(page, "verify-printed-en", ["desktop"]);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  assert.ok(!(await printed.isVisible()));
});

test("the picture that the issuer publishes is fetched when the reader asks for it", async (t) => {
  const site = await openPageSite(t);
  const { page, web } = await openChecker(t, site);
  sound(web);
  // Without a file of its own the badge has no picture to compare.
  await give(page, PICTURED, "badge.jwt");
  assert.ok(!web.asked.includes(PICTURE.url));
  web.publish(PICTURE.url, PICTURE.bytes, { type: "image/png" });
  await page.getByRole("button", { name: "Compare with the issuer’s picture" }).click();
  await page.getByText(words(`The picture that ${issuer.host} publishes is the one that the issuer signed.`)).first().waitFor({ state: "attached" });
  assert.equal(web.asked.filter((url) => url === PICTURE.url).length, 1);
  assert.equal((await answerOf(page)).state, "genuine");

  web.publish(PICTURE.url, plainPng([9, 9, 9]), { type: "image/png" });
  await give(page, PICTURED, "badge.jwt");
  await page.getByRole("button", { name: "Compare with the issuer’s picture" }).click();
  await settled(page, "caution");
});

test("a picture that nobody signed is shown beside, for the reader to compare, and only as a picture", async (t) => {
  const site = await openPageSite(t);
  const { page, web } = await openChecker(t, site);
  sound(web);
  const unsigned = bake(plainPng(), issuer.badge({ achievement: { image: { id: PICTURE.url, type: "Image" } } }));
  for (const [type, isShown] of [["image/png", true], ["text/html", false]]) {
    web.publish(PICTURE.url, PICTURE.bytes, { type });
    web.asked.length = 0;
    await give(page, unsigned);
    assert.deepEqual(web.asked, [issuer.keyUrl]);
    await page.getByRole("button", { name: "Show the issuer’s picture" }).click();
    const figure = page.getByRole("figure");
    await figure.waitFor();
    assert.equal(await figure.getByRole("img").count(), isShown ? 1 : 0);
    assert.match(await figure.innerText(), isShown ? /The signature does not cover it/ : /could not be read/);
    assert.deepEqual(web.asked, [issuer.keyUrl, PICTURE.url]);
    assert.equal((await answerOf(page)).state, "genuine");
    assert.ok((await page.locator(".addresses li").allTextContents()).some((text) => text.includes(PICTURE.url)));
  }
  await assertAccessible(page, "picture");
});

test("the relay is asked when the reader says so, for what could not be read, and hears nothing of the badge", async (t) => {
  const relayed = { [issuer.listUrl]: { status: 200, contentType: "application/vc+jwt", body: Buffer.from(issuer.statusList()).toString("base64") } };
  const asked = [];
  const answer = (request) => {
    asked.push(request.url);
    return JSON.stringify(relayed[new URL(request.url, site.url).searchParams.get("url")] ?? { unreachable: "refused" });
  };
  const site = await openPageSite(t, { "/relay": answer });
  const { page, web } = await openChecker(t, site);
  await page.locator("open-badge-verifier").evaluate((element) => element.setAttribute("relay", "/relay"));
  ROWS["the list's address does not let web pages read it"].prepare(web);
  await give(page, BADGE, "badge.jwt");
  assert.equal((await answerOf(page)).state, "unchecked");
  assert.deepEqual(asked, []);

  await page.getByRole("button", { name: words(`Ask again through ${new URL(site.url).host}`) }).click();
  await settled(page, "genuine");
  assert.deepEqual(asked, [`/relay?${new URLSearchParams({ kind: "status", url: issuer.listUrl })}`]);
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.tagName), "H2");
});

test("the page around is told whether a person matched, and never who was typed", async (t) => {
  const site = await openPageSite(t);
  const { page, web } = await openChecker(t, site);
  sound(web);
  await page.evaluate(() => {
    globalThis.told = [];
    for (const name of ["load", "fetch", "check", "result", "recipient", "error"]) {
      document.addEventListener(`open-badge-${name}`, ({ type, detail }) => told.push({ type, detail }));
    }
  });
  const compare = async (name) => {
    await page.getByRole("textbox").fill(name);
    await page.keyboard.press("Enter");
    await page.waitForFunction((count) => told.filter(({ type }) => type === "open-badge-recipient").length === count, ++compared);
    return page.evaluate(() => told.at(-1));
  };
  let compared = 0;
  await give(page, ROWS["given to the person who was typed"].file);
  const answers = [await compare("Learner@Example.org"), await compare("somebody@example.org")];
  await give(page, BADGE, "badge.jwt");
  answers.push(await compare("did:example:nobody"));
  assert.deepEqual(answers.map(({ type, detail }) => [type, detail]), [true, false, false].map((matched) => ["open-badge-recipient", { matched }]));
  const all = await page.evaluate(() => JSON.stringify(told));
  assert.ok(!/learner@|somebody@/i.test(all), all);
});

test("registers of issuers are those that the page's host chose, and an unknown issuer is neutral", async (t) => {
  const register = { name: "Fab labs of Brittany", issuers: [issuer.id] };
  const site = await openPageSite(t, { "/known.json": JSON.stringify(register), "/other.json": '["did:web:other.example"]', "/broken.json": "{" });
  const { page, web } = await openChecker(t, site);
  sound(web);
  const trust = async (registers) => {
    await page.locator("open-badge-verifier").evaluate((element, registers) => element.setAttribute("registers", registers), registers);
    await give(page, BADGE, "badge.jwt");
    assert.equal((await answerOf(page)).state, "genuine");
    const row = page.locator("[part~=check]").last();
    return (await row.evaluate((row) => row.textContent)).replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
  };
  assert.equal(await trust(""), "Registers of issuers Not asked No register of issuers was asked.");
  assert.equal(await trust("other.json known.json"), "Registers of issuers Yes The issuer is in the register “Fab labs of Brittany”.");
  assert.equal(await trust("other.json"), "Registers of issuers Does not apply The issuer is in none of the registers that were asked. That says nothing against it.");
  assert.equal(await trust("broken.json nowhere.json"), "Registers of issuers Not asked No register of issuers was asked.");
});

/** The rows of a table, each a list of cells. */
function cells(text, separator) {
  const rows = [[""]];
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    const row = rows.at(-1);
    if (letter === '"' && isQuoted && text[at + 1] === '"') {
      row[row.length - 1] += '"';
      at += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted) row.push("");
    else if (letter === "\n" && !isQuoted) rows.push([""]);
    else if (letter !== "\r" || isQuoted) row[row.length - 1] += letter;
  }
  return rows.filter((row) => row.length > 1);
}
