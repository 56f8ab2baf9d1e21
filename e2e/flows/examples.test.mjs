// Good examples: found by everybody and from the advice, published in the name of a municipality, thanked for, asked
// about, and taken off by a researcher.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { open, pageOf } from "../lib/demo-roles.mjs";

const EDITOR = "Esra Yildirim";
const NEIGHBOUR = "Bram Hendriks";
const ELSEWHERE = "Yusuf Kaya";
const RESEARCHER = "Jeroen Bakker";
const OWN = `${base}/own/GM0296/examples`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const as = (name, options) => pageOf(browser, name, options);

async function visitorOf(options = { javaScriptEnabled: false }) {
  const { page } = await newPage(browser, options);
  return page;
}

async function refused(page, address) {
  const response = await page.goto(address);
  assert.equal(response.status(), 404, address);
}

const main = (page) => page.locator("main").innerText();
const submit = (page, action) => page.locator(`main form[action$="${action}"] button[type=submit]`).first().click();

test("everybody finds examples by goal, size and words, in order and in both languages", async () => {
  const page = await visitorOf({});
  for (const lang of ["", "/en"]) {
    const url = `${base}${lang}/examples`;
    assert.deepEqual(await problems(page, await open(page, url)), [], url);
    await page.locator(".card a").first().click();
    assert.deepEqual(await problems(page, await open(page, page.url())), [], page.url());
    assert.equal(await page.locator("main form").count(), 0, "who is not signed in neither thanks nor asks");
  }
  await open(page, `${base}/examples`);
  const all = await page.locator(".card").count();
  assert.ok(all >= 6, `${all} examples`);
  await page.locator("#q").fill("VERTELBUS");
  await page.locator("form.filters button").click();
  assert.equal(await page.locator(".card").count(), 1);
  await open(page, `${base}/examples?goal=6`);
  assert.equal(await page.locator(".card").count(), 3);
  await open(page, `${base}/examples?q=zoiets%25staat_er_niet`);
  assert.match(await main(page), /Hier is nog geen voorbeeld van/);
  await open(page, `${base}/monitor/2026/goals/6`);
  await page.getByRole("link", { name: "3 goede voorbeelden bij dit doel" }).click();
  assert.equal(await page.locator(".card").count(), 3);
  await page.context().close();
});

test("an advice card leads to the examples with its measure, and these can be thanked for once", async () => {
  const page = await as(EDITOR);
  await open(page, `${base}/own/GM0296/advice`);
  const link = page.getByRole("link", { name: /3 goede voorbeelden bij deze maatregel/ }).first();
  await link.click();
  assert.match(await main(page), /Bij deze maatregel: Aandachtsfunctionaris/);
  await page.locator("#q").fill("koffers in KLAS-lokaal");
  await page.locator("form.filters button").click();
  assert.match(await main(page), /Bij deze maatregel: Aandachtsfunctionaris/, "the measure stays");
  await page.locator("#q").fill("rode kofer");
  await page.locator("form.filters button").click();
  assert.match(await main(page), /Niets heeft precies deze woorden/);
  await page.locator(".card a", { hasText: "rode koffer" }).click();
  await submit(page, "/thank");
  assert.match(await main(page), /Uw dank staat erbij/);
  assert.equal(await page.locator('form[action$="/thank"]').count(), 0);
  assert.match(await main(page), /Wijchen bedankte ook/);
  await submit(page, "/unthank");
  assert.match(await main(page), /Uw dank is ingetrokken/);
  await submit(page, "/thank");
  assert.doesNotMatch(await main(page), /Dat waren:/, "who thanked is for the publisher");
  await page.context().close();
});

test("a draft becomes public with all its parts and consent, in the name of the municipality", async () => {
  const page = await as(EDITOR, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await open(page, `${base}/own/GM0296`);
  await page.getByRole("link", { name: "Goede voorbeelden van uw gemeente" }).click();
  assert.equal(page.url(), OWN);
  await page.locator("summary", { hasText: "Voeg een voorbeeld toe" }).click();
  await submit(page, "/examples");
  assert.equal(await page.locator("#error-goal").count(), 1);
  assert.equal(await page.locator("#error-example_title").count(), 1);
  await page.locator('main [name="goal"]').selectOption("4");
  await page.locator('[name="example_title"]').fill("Oudercafé de Zandbak");
  await submit(page, "/examples");
  assert.match(page.url(), /done=example-made$/);
  const edit = page.url().split("?")[0];
  const id = edit.split("/").pop();

  const visitor = await visitorOf();
  await refused(visitor, `${base}/examples/${id}`);

  await page.locator('[name="example_what"]').fill("Elke woensdag koffie in de speeltuin.");
  await page.locator('button[formaction$="/publish"]').click();
  for (const field of ["example_for_whom", "example_reach", "example_cost", "example_contact"]) {
    assert.equal(await page.locator(`#error-${field}`).count(), 1, field);
  }
  assert.equal(await page.locator('[name="example_what"]').inputValue(), "Elke woensdag koffie in de speeltuin.");
  await page.locator('[name="example_step"]').selectOption("own");
  await page.locator('[name="example_for_whom"]').fill("Ouders van kleuters");
  await page.locator('[name="example_reach"]').fill("Veertig ouders per week");
  await page.locator('[name="example_cost"]').fill("Koffie");
  await page.locator('[name="example_contact"]').fill("jeugd@gemeente.example");
  await page.locator('button[formaction$="/publish"]').click();
  assert.equal(await page.locator("#error-agrees").count(), 1);
  assert.match(await main(page), /Wijchen wil met naam bij dit voorbeeld staan/);
  await page.locator('[name="agrees"]').check();
  await page.locator('button[formaction$="/publish"]').click();
  assert.match(page.url(), /done=example-published$/);

  await page.locator("summary", { hasText: "Een PDF toevoegen" }).click();
  await page.locator('[name="file_title"]').fill("Draaiboek");
  const pdf = { name: "draaiboek.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF") };
  await page.locator('[name="file"]').setInputFiles(pdf);
  await page.locator('[name="example_cost"]').fill("Koffie en limonade");
  await page.locator('button[formaction$="/file"]').click();
  assert.match(page.url(), /done=example-document$/);
  assert.equal(await page.locator('[name="example_cost"]').inputValue(), "Koffie en limonade", "saved along with it");
  await page.locator("summary", { hasText: "Een link toevoegen" }).click();
  await page.locator('[name="example_reach"]').fill("Vijftig ouders per week");
  await page.locator('[name="url"]').fill("geen adres");
  await page.locator('button[formaction$="/link"]').click();
  assert.equal(await page.locator("#error-url").count(), 1);
  assert.equal(await page.locator('[name="example_reach"]').inputValue(), "Vijftig ouders per week", "not lost");

  await open(page, edit);
  await page.locator('[name="example_contact"]').fill("esra@gmail.com");
  await page.locator("main form .submit button").first().click();
  assert.match(await page.locator("#error-example_contact").innerText(), /lijkt het adres van één persoon/);
  await page.locator('[name="contact_fits"]').check();
  await page.locator("main form .submit button").first().click();
  assert.match(page.url(), /done=example-saved$/);
  await page.locator("main form .submit button").first().click();
  assert.match(page.url(), /done=example-saved$/, "what was confirmed is not asked again");

  await open(visitor, `${base}/examples/${id}`);
  assert.match(await main(visitor), /Van Wijchen[\s\S]*Elke woensdag koffie[\s\S]*Draaiboek \(PDF/);
  const answer = await visitor.request.get(`${base}/examples/${id}/document`);
  assert.equal(answer.headers()["content-type"], "application/pdf");
  assert.match(answer.headers()["content-disposition"], /^attachment/);

  await open(page, edit);
  await submit(page, "/withdraw");
  await refused(visitor, `${base}/examples/${id}`);
  await refused(visitor, `${base}/examples/${id}/document`);
  for (const one of [page, visitor]) await one.context().close();
});

test("a question about an example stays between two municipalities", async () => {
  const [asker, owner, other] = [await as(NEIGHBOUR), await as(EDITOR), await as(ELSEWHERE)];
  await open(asker, `${base}/examples?q=vertelbus`);
  await asker.locator(".card a").click();
  const example = asker.url();
  await asker.getByRole("link", { name: "Stel een vraag" }).click();
  await submit(asker, "/ask");
  assert.equal(await asker.locator("#error-thread_text").count(), 1);
  await asker.locator('[name="thread_text"]').fill("Mag onze verpleegkundige een dag meerijden?");
  await submit(asker, "/ask");
  const question = asker.url().split("?")[0];

  await open(owner, `${base}/start`);
  await owner.getByRole("link", { name: "Naar de vragen over voorbeelden" }).click();
  const card = owner.locator(".card", { hasText: "een dag meerijden" });
  assert.match(await card.innerText(), /Van Druten aan Wijchen[\s\S]*wacht op u/);
  await card.locator("a").click();
  await owner.locator('[name="thread_text"]').fill("Graag, op dinsdag.");
  await owner.locator("main form .submit button").first().click();
  assert.match(await main(owner), /Graag, op dinsdag\./);
  await open(owner, example);
  assert.match(await main(owner), /Dat waren: Druten/);

  await refused(other, question);
  await open(other, example);
  assert.doesNotMatch(await main(other), /meerijden/);
  await open(asker, question);
  await submit(asker, "/close");
  assert.match(await main(asker), /De vraag is gesloten/);
  for (const page of [asker, owner, other]) await page.context().close();
});

test("a researcher takes an example off, and its municipality reads why", async () => {
  const [page, other] = [await as(RESEARCHER), await as(ELSEWHERE)];
  await open(page, `${base}/examples?q=belronde`);
  await page.locator(".card a").click();
  const example = page.url();
  await open(other, `${example}/ask`);
  await other.locator('[name="thread_text"]').fill("Wat kost de belronde?");
  await submit(other, "/ask");
  const question = other.url().split("?")[0];
  await page.getByRole("link", { name: "Haal het van de site" }).click();
  await submit(page, "/remove");
  assert.equal(await page.locator("#error-because").count(), 1);
  await page.locator('[name="because"]').fill("De naam van een gezin stond erin.");
  await submit(page, "/remove");
  await refused(page, example);
  await open(other, question);
  assert.match(await main(other), /haalde het voorbeeld van de site[\s\S]*Wat kost de belronde\?/);
  assert.doesNotMatch(await main(other), /De naam van een gezin/, "the reason is for its municipality");
  assert.equal(await other.locator("main form").count(), 0);
  const owner = await as(NEIGHBOUR);
  await open(owner, question);
  assert.match(await main(owner), /De reden: De naam van een gezin stond erin\./);
  await open(owner, `${base}/own/GM0225/examples`);
  assert.match(await main(owner), /van de site gehaald: De naam van een gezin stond erin\./);
  // The text is not lost for who wrote it.
  const row = owner.locator("tr", { hasText: "van de site gehaald" });
  await row.locator("summary").click();
  assert.match(await row.locator("details dd").first().innerText(), /\S/);
  await refused(owner, `${base}/own/GM0296/examples`);
  for (const one of [page, other, owner]) await one.context().close();
});
