// What comes back to a municipality: its own scores, whom it compares with, and what it takes along.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { open, pageOf, signInAs } from "../lib/demo-roles.mjs";

const EDITOR = "Esra Yildirim";
const COORDINATOR = "Anna Verhoeven";
const NEIGHBOUR = "Bram Hendriks";
const OWN = `${base}/own/GM0296`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const as = (name, options) => pageOf(browser, name, options);

test("the menu leads to the own municipality, with the running questionnaire on top", async () => {
  const page = await as(EDITOR);
  await page.getByRole("link", { name: "Uw gemeente" }).first().click();
  assert.equal(page.url(), OWN);
  const text = await page.locator("main").innerText();
  assert.match(text, /Wijchen: uw aanpak/);
  assert.match(text, /van de 10 doelen zijn klaar/);
  assert.match(text, /Voorlopige score/);
  assert.match(text, /uw gemiddelde score/i);
  assert.match(text, /Wat ontbreekt er nog/);
  // What it says depends on how far other flows are with the same form.
  await page.locator("main .card a.button").first().click();
  assert.match(page.url(), /\/forms\/2027-proef\/GM0296$/);
  await page.context().close();
});

test("every page is in order, also at 320 pixels, in both languages", async () => {
  const { page } = await newPage(browser);
  await signInAs(page, EDITOR);
  for (const own of [OWN, OWN.replace(base, `${base}/en`)]) {
    for (const path of ["", "?with=similar&parts=embedding,reach", "?with=region", "/group"]) {
      const response = await open(page, own + path);
      assert.deepEqual(await problems(page, response), [], own + path);
    }
  }
  await page.context().close();
});

test("beside whom and which parts stand in the link", async () => {
  const page = await as(EDITOR);
  await open(page, OWN);
  await page.getByRole("link", { name: "meest gelijkend" }).click();
  assert.match(page.url(), /with=similar/);
  assert.match(await page.locator("main").innerText(), /Naast \d+ meest gelijkende gemeenten/);
  await page.locator(".toggles a", { hasText: "bereik" }).click();
  assert.match(page.url(), /parts=embedding,measures&with=similar/);
  await page.context().close();
});

test("a group is chosen among those who agreed, and problems are told at the field", async () => {
  const page = await as(EDITOR);
  await open(page, OWN);
  await page.getByRole("link", { name: "eigen groep" }).click();
  assert.match(page.url(), /\/group$/);
  const boxes = page.locator('main input[name="member"]');
  await boxes.nth(0).check();
  await page.locator("main form .submit button").click();
  assert.equal(await page.locator("#error-member").count(), 1);
  assert.ok(await boxes.nth(0).isChecked(), "what was chosen is kept");
  await boxes.nth(1).check();
  await boxes.nth(2).check();
  await page.locator("main form .submit button").click();
  assert.match(page.url(), /with=chosen&of=GM\d{4},GM\d{4},GM\d{4}$/);
  assert.match(await page.locator("main").innerText(), /Naast 3 gekozen gemeenten/);
  // Of who did not agree nothing is read, whatever the link says.
  await open(page, `${OWN}?with=chosen&of=GM9999,x`);
  assert.match(await page.locator("main").innerText(), /Kies eerst minstens twee/);
  await page.context().close();
});

test("a comparison goes along as picture and as table", async () => {
  const page = await as(EDITOR);
  const kinds = {
    "comparison.svg": ["image/svg+xml", "<svg"],
    "comparison.png": ["image/png", "\u0089PNG"],
    "comparison.csv": ["text/csv", "Doel"],
    "comparison.excel.csv": ["text/csv", "\u00ef\u00bb\u00bfDoel"],
    "comparison.xlsx": ["spreadsheetml", "PK"],
  };
  for (const [file, [type, start]] of Object.entries(kinds)) {
    const answer = await page.request.get(`${OWN}/compare/${file}?with=similar`);
    assert.equal(answer.status(), 200, file);
    assert.ok(answer.headers()["content-type"].includes(type), file);
    assert.ok((await answer.body()).toString("latin1").startsWith(start), file);
  }
  assert.equal((await page.request.get(`${OWN}/compare/other.csv`)).status(), 404);
  await page.context().close();
});

test("nobody else sees it: not a neighbour, and not the coordinator of the region", async () => {
  for (const name of [NEIGHBOUR, COORDINATOR]) {
    const page = await as(name);
    for (const path of ["", "/group", "/compare/comparison.csv"]) {
      const status = (await page.goto(OWN + path)).status();
      assert.ok(status === 404 || status === 403, `${name} ${path}: ${status}`);
    }
    await page.context().close();
  }
});
