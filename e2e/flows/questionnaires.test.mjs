// A new version of the questionnaire: copied, changed, checked, tried and published by a researcher without scripts,
// and put to municipalities in a new wave.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { pageOf } from "../lib/demo-roles.mjs";

const FIRST = `${base}/questionnaires/preventie-2017/1`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const as = (name, options) => pageOf(browser, name, options);

const press = (page, name) => page.locator("main").getByRole("button", { name, exact: true }).click();
const words = (page) => page.locator("main").innerText();

test("a researcher copies, changes, tries and publishes a version, and plans a wave with it", async () => {
  const page = await as("Jeroen Bakker");
  await page.goto(`${base}/waves`);
  await page.getByRole("link", { name: "Vragenlijsten" }).click();
  await page.locator("main a", { hasText: "Preventie van kindermishandeling" }).first().click();
  await press(page, "Kopie maken");
  const draft = page.url().split("?")[0];
  assert.notEqual(draft, FIRST);

  // What is left empty is told at its field, and what was typed stays.
  await page.goto(`${draft}/goals/1/questions/1`);
  await page.fill("[name='en.1']", "");
  await page.fill("[name='nl.1']", "Aandachtsfunctionaris");
  await press(page, "Opslaan");
  assert.match(await page.locator("[id='error-en.1']").innerText(), /\S/);
  assert.equal(await page.locator("[name='nl.1']").inputValue(), "Aandachtsfunctionaris");
  await page.fill("[name='en.1']", "Designated officer");
  await page.fill("[name=new0_nl]", "Overleg met de wijk");
  await page.fill("[name=new0_en]", "Talks with the neighbourhood");
  await page.locator("[name='retire.4']").check();
  await press(page, "Opslaan");

  await page.goto(`${draft}/preview/1`);
  const shown = await words(page);
  assert.match(shown, /Overleg met de wijk/);
  assert.doesNotMatch(shown, /Prestatie-indicatoren/);
  await page.goto(`${draft}/mapping/1`);
  assert.match(await words(page), /Prestatie-indicatoren/);
  await page.goto(`${draft}/trial`);
  assert.match(await words(page), /Score toen/);

  await page.goto(`${draft}/publish`);
  await press(page, "Vragenlijst publiceren");
  assert.match(await words(page), /verandert niet/);
  for (const path of ["/goals/1", "/goals/1/questions/1", "/extra", "/change"]) {
    assert.equal(await page.goto(draft + path).then(() => page.locator("main").getByRole("button", { name: "Opslaan" }).count()), 0, path);
  }
  const version = draft.split("/").at(-1);
  await page.goto(`${base}/waves/new`);
  const options = await page.locator("main select option, main label").allInnerTexts();
  assert.ok(options.some((text) => text.includes(`versie ${version}`)), options.join("\n"));
  await page.context().close();
});

test("two researchers who change one page see both versions", async () => {
  const [one, other] = [await as("Jeroen Bakker"), await as("Jeroen Bakker")];
  await one.goto(FIRST);
  await press(one, "Kopie maken");
  const address = `${one.url().split("?")[0]}/goals/2`;
  await Promise.all([one.goto(address), other.goto(address)]);
  await one.fill("[name=title_nl]", "Opvoeden zonder slaan");
  await press(one, "Opslaan");
  await other.fill("[name=title_nl]", "Zonder geweld opvoeden");
  await press(other, "Opslaan");
  const both = `${await words(other)} ${await other.locator("[name=title_nl]").first().inputValue()}`;
  assert.match(both, /Opvoeden zonder slaan/);
  assert.match(both, /Zonder geweld opvoeden/);
  await Promise.all([one, other].map((page) => page.context().close()));
});

test("the pages of a draft are in order, narrow and in English", async () => {
  const page = await as("Jeroen Bakker", {});
  await page.goto(FIRST);
  await press(page, "Kopie maken");
  const draft = page.url().split("?")[0];
  const english = draft.replace(base, `${base}/en`);
  for (const path of ["", "/goals/1", "/goals/1/questions/1", "/mapping/1", "/preview/1", "/trial", "/extra", "/add-goal", "/change", "/publish", "/remove"]) {
    for (const address of [draft + path, english + path]) {
      assert.deepEqual(await problems(page, await page.goto(address)), [], address);
    }
  }
  await page.context().close();
});
