// A region: municipalities beside each other without giving anybody away, the vision, joint actions, and questions
// from the coordinator and from municipalities.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { open, pageOf } from "../lib/demo-roles.mjs";

const COORDINATOR = "Rosa Janssen";
const EDITOR = "Esra Yildirim";
const NEIGHBOUR = "Bram Hendriks";
const READER = "Noor van Dam";
const ELSEWHERE = "Yusuf Kaya";
const REGION = `${base}/regions/gelderland-zuid`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const as = (name, options) => pageOf(browser, name, options);

async function refused(page, address, status = 404) {
  const response = await page.goto(address);
  assert.equal(response.status(), status, address);
}

const send = (page) => page.locator("main form .submit button").first().click();
const main = (page) => page.locator("main").innerText();

test("the region is reached from where people begin, in order and in both languages", async () => {
  for (const [who, from, link] of [
    [COORDINATOR, "/start", "Uw regio"],
    [EDITOR, "/start", "Uw regio"],
    [EDITOR, "/own/GM0296", "Naar de regio Gelderland-Zuid"],
  ]) {
    const page = await as(who, {});
    await open(page, base + from);
    await page.getByRole("link", { name: link }).click();
    assert.equal(page.url(), REGION);
    for (const path of ["", "/ask", "/questions/2", ...(who === COORDINATOR ? ["/vision", "/actions/1"] : [])]) {
      for (const lang of ["", "/en"]) {
        const url = REGION.replace(base, base + lang) + path;
        assert.deepEqual(await problems(page, await open(page, url)), [], url);
      }
    }
    await page.context().close();
  }
});

test("who did not agree to be named stands in the table without a number, also for the coordinator", async () => {
  const page = await as(COORDINATOR);
  for (const wave of ["2026", "2022"]) {
    await open(page, `${REGION}?wave=${wave}`);
    const rows = page.locator("#side ~ div table tbody tr");
    const [shown, hidden] = [[], []];
    for (const row of await rows.all()) {
      const name = await row.locator("th").innerText();
      const cells = (await row.locator("td").allInnerTexts()).join(" ");
      (/wil niet met naam|deed niet mee/.test(cells) ? hidden : shown).push([name, cells]);
    }
    assert.ok(shown.length > 0 && hidden.length > 0, `${wave}: ${shown.length} and ${hidden.length}`);
    for (const [name, cells] of hidden) assert.doesNotMatch(cells, /\d/, `${wave}: ${name}`);
    for (const [name, cells] of shown) assert.match(cells, /\d/, `${wave}: ${name}`);
    // What stands here of a municipality is what its public page says.
    const first = page.locator("#side ~ div table tbody tr", { has: page.locator(".chip") }).first();
    const score = await first.locator(".chip").first().innerText();
    await first.locator("a").click();
    assert.match(await page.locator(".key-figures").innerText(), new RegExp(`(^|\\s)${score}(\\s|$)`));
  }
  await page.context().close();
});

test("a coordinator sees how far each municipality is, a policy officer only the own one", async () => {
  const [lead, editor] = [await as(COORDINATOR), await as(EDITOR)];
  for (const page of [lead, editor]) await open(page, REGION);
  // Another flow may have a wave open at the same time: then each stands there once more.
  const rows = async (page) => [...new Set(await page.locator("#running ~ div tbody th").allInnerTexts())];
  assert.deepEqual(await rows(lead), ["Druten", "Wijchen"]);
  assert.deepEqual(await rows(editor), ["Wijchen"]);
  for (const page of [lead, editor]) await page.context().close();
});

test("the coordinator says where the vision is, and everybody reads who said so", async () => {
  const [lead, editor] = [await as(COORDINATOR), await as(EDITOR)];
  await open(lead, `${REGION}/vision`);
  await lead.locator('[name="vision_state"][value="adopted"]').check();
  await lead.locator('[name="vision_year"]').fill("vorig jaar");
  await lead.locator('[name="vision_note"]').fill("De raden stemden in.");
  await send(lead);
  assert.equal(await lead.locator("#error-vision_year").count(), 1);
  assert.equal(await lead.locator('[name="vision_note"]').inputValue(), "De raden stemden in.");
  await lead.locator('[name="vision_year"]').fill("2025");
  await send(lead);
  await open(editor, REGION);
  const text = await main(editor);
  assert.match(text, /De regiovisie is vastgesteld\./);
  assert.match(text, /De raden stemden in\./);
  assert.match(text, /Ingevuld door Rosa Janssen/);
  assert.equal(await editor.locator('a[href$="/vision"]').count(), 0);
  await refused(editor, `${REGION}/vision`, 403);
  for (const page of [lead, editor]) await page.context().close();
});

test("a joint action is made in two steps, and says who takes part", async () => {
  const page = await as(EDITOR, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await open(page, REGION);
  await page.locator("summary", { hasText: "Voeg een gezamenlijke actie toe" }).click();
  const form = page.locator('form[action$="/actions"]');
  await form.locator(".submit button").click();
  assert.equal(await page.locator("#error-goal").count(), 1);
  assert.equal(await page.locator("#error-title").count(), 1);
  await page.locator('[name="goal"]').selectOption("4");
  await page.locator('[name="title"]').fill("Samen voorlichting op het mbo");
  await form.locator(".submit button").click();
  assert.match(page.url(), /\/actions\/\d+\?done=joint-added$/);
  const own = page.locator('[name="members"][value="GM0296"]');
  assert.ok(await own.isChecked(), "who proposes it takes part");
  await own.uncheck();
  await page.locator('[name="owner"]').fill("GGD");
  await send(page);
  assert.equal(await page.locator("#error-members").count(), 1);
  assert.equal(await page.locator('[name="owner"]').inputValue(), "GGD");
  await own.check();
  await page.locator('[name="members"][value="GM0225"]').check();
  await send(page);
  const row = page.locator("tr", { hasText: "Samen voorlichting op het mbo" });
  assert.match(await row.innerText(), /GGD\s+(Wijchen en Druten|Druten en Wijchen)/);
  await page.context().close();
});

test("a question to the region waits for the neighbours, is answered, closed by who asked, and opened again", async () => {
  const [editor, neighbour, reader] = [await as(EDITOR), await as(NEIGHBOUR), await as(READER)];
  await open(editor, `${REGION}/ask`);
  assert.match(await main(editor), /Noem geen namen van kinderen/);
  await send(editor);
  assert.equal(await editor.locator("#error-audience").count(), 1);
  assert.equal(await editor.locator("#error-thread_text").count(), 1);
  await editor.locator('[name="audience"]').selectOption("everybody");
  await editor.locator('[name="thread_text"]').fill("Wie heeft een folder over huilbaby’s?");
  await send(editor);
  assert.match(editor.url(), /\/questions\/\d+\?done=question-asked$/);
  const question = editor.url().split("?")[0];

  await open(neighbour, `${base}/start`);
  assert.match(await main(neighbour), /In de regio Gelderland-Zuid wachten? .* op u/);
  await neighbour.getByRole("link", { name: "Naar de vragen" }).click();
  const card = neighbour.locator(".card", { hasText: "huilbaby’s" });
  assert.match(await card.innerText(), /Van Wijchen aan de hele regio[\s\S]*wacht op u/);
  await card.locator("a").click();
  await neighbour.locator('[name="thread_text"]').fill("Wij. U krijgt haar van ons.");
  await send(neighbour);
  assert.match(await main(neighbour), /Druten,[\s\S]*Wij\. U krijgt haar van ons\./);
  assert.equal(await neighbour.locator('form[action$="/close"]').count(), 0, "not theirs to close");

  await open(reader, question);
  assert.match(await main(reader), /Wij\. U krijgt haar van ons\./);
  assert.equal(await reader.locator("main textarea").count(), 0);

  await open(editor, question);
  await editor.locator('form[action$="/close"] button').click();
  assert.match(await main(editor), /De vraag is gesloten\./);
  await open(neighbour, question);
  assert.equal(await neighbour.locator("main textarea").count(), 0);
  assert.equal(await neighbour.locator('form[action$="/reopen"]').count(), 0, "not closed by them");
  await open(editor, question);
  await editor.locator('form[action$="/reopen"] button').click();
  assert.match(await main(editor), /De vraag is weer open\./);
  await open(neighbour, question);
  assert.equal(await neighbour.locator("main textarea").count(), 1);
  for (const page of [editor, neighbour, reader]) await page.context().close();
});

test("what is asked of the coordinator is not there for a neighbour, nor the region for who is elsewhere", async () => {
  const [editor, neighbour, elsewhere] = [await as(EDITOR), await as(NEIGHBOUR), await as(ELSEWHERE)];
  await open(editor, `${REGION}/ask`);
  await editor.locator('[name="audience"]').selectOption("coordinator");
  await editor.locator('[name="thread_text"]').fill("Alleen voor u.");
  await send(editor);
  const question = editor.url().split("?")[0];
  await refused(neighbour, question);
  await open(neighbour, REGION);
  assert.doesNotMatch(await main(neighbour), /Alleen voor u/);
  await refused(elsewhere, REGION);
  await refused(elsewhere, question);
  const lead = await as(COORDINATOR);
  await open(lead, question);
  assert.match(await main(lead), /Alleen voor u\./);
  for (const page of [editor, neighbour, elsewhere, lead]) await page.context().close();
});
