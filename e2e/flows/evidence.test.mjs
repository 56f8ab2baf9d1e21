// Evidence and notes with a goal: a link, a PDF, what is no PDF, and who sees and removes them. Without scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { pageOf } from "../lib/demo-roles.mjs";

const GOAL = `${base}/forms/2027-proef/GM0296/goals/4`;
const MORE = `${GOAL}/more`;
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const as = (name, options) => pageOf(browser, name, options);

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

test("an editor adds a link and a PDF, a colleague finds them and the file as it was", async () => {
  const page = await as("Esra Yildirim");
  await page.goto(GOAL);
  await page.getByRole("link", { name: /Bewijs en notities: nog geen bewijs/ }).click();
  await page.locator("#field-link_title").fill("Beleidsplan jeugd");
  await page.fill("#field-url", "https://example.org/beleidsplan");
  await press(page, "Link toevoegen");
  await page.locator("#field-file_title").fill("Nota preventie");
  await page.setInputFiles("#field-file", { name: "nota preventie.pdf", mimeType: "application/pdf", buffer: PDF });
  await press(page, "PDF toevoegen");
  assert.match(await page.locator("main").innerText(), /Nota preventie \(PDF\)/);
  const card = page.locator(".card", { hasText: "Beleidsplan jeugd" });
  await card.locator("summary").click();
  await card.locator('input[type="text"]').fill("");
  await card.getByRole("button", { name: "Opslaan" }).click();
  assert.equal(await page.locator(".error-summary li").count(), 1);
  await page.locator(".card details[open] input[type='text']").fill("Jeugdplan 2027");
  await page.locator(".card details[open] button").click();
  assert.match(await page.locator("main").innerText(), /De naam is gewijzigd[^]*Jeugdplan 2027/);
  const colleague = await as("Mirjam Postma");
  await colleague.goto(GOAL);
  await colleague.getByRole("link", { name: /2 bewijsstukken, geen notities/ }).click();
  const url = await colleague.getByRole("link", { name: "Nota preventie (PDF)" }).getAttribute("href");
  const file = await colleague.request.get(new URL(url, base).href);
  assert.deepEqual(await file.body(), PDF);
  assert.match(file.headers()["content-disposition"], /^attachment; filename="nota preventie\.pdf"$/);
  assert.equal(file.headers()["x-content-type-options"], "nosniff");
  const stranger = await as("Bram Hendriks");
  assert.equal((await stranger.request.get(new URL(url, base).href)).status(), 404);
  await Promise.all([page, colleague, stranger].map((one) => one.context().close()));
});

test("what is no PDF is refused at its field, and the title that was typed stays", async () => {
  const page = await as("Esra Yildirim");
  await page.goto(MORE);
  await page.locator("#field-file_title").fill("Een programma");
  await page.setInputFiles("#field-file", { name: "nota.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ no pdf") });
  await press(page, "PDF toevoegen");
  assert.match(await page.locator("#error-file").innerText(), /geen PDF/);
  assert.equal(await page.locator("#field-file_title").inputValue(), "Een programma");
  await press(page, "Link toevoegen");
  assert.equal(await page.locator(".error-summary li").count(), 2);
  await page.context().close();
});

test("a note is for colleagues, and goes by who wrote it", async () => {
  const [page, approver] = [await as("Esra Yildirim"), await as("Pieter de Groot")];
  await page.goto(MORE);
  await page.fill("#field-note", "Vraag het aan het wijkteam.");
  await press(page, "Notitie bewaren");
  await approver.goto(MORE);
  assert.match(await approver.locator("main").innerText(), /Vraag het aan het wijkteam\.\s+Toegevoegd door Esra Yildirim/);
  assert.equal(await approver.getByRole("button", { name: /^Verwijderen/ }).count(), 0);
  await page.goto(MORE);
  const card = page.locator("div.card").filter({ hasText: "wijkteam" });
  await card.getByRole("button", { name: /^Verwijderen/ }).click();
  assert.doesNotMatch(await page.locator("main").innerText(), /wijkteam/);
  await Promise.all([page, approver].map((one) => one.context().close()));
});

test("the page is in order, narrow and in English", async () => {
  const page = await as("Esra Yildirim", {});
  for (const address of [MORE, MORE.replace(base, `${base}/en`)]) {
    assert.deepEqual(await problems(page, await page.goto(address)), []);
  }
  await page.context().close();
});
