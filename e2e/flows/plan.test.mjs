// From advice to plan: a step with one click, who does it and when, targets with progress, and both on paper.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { open, pageOf, signInAs } from "../lib/demo-roles.mjs";

const EDITOR = "Esra Yildirim";
const APPROVER = "Pieter de Groot";
const NEIGHBOUR = "Bram Hendriks";
const OWN = `${base}/own/GM0296`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const as = (name, options) => pageOf(browser, name, options);

const send = (page) => page.locator("main form .submit button").last().click();

test("a step of the advice goes into the plan with one click, and is then said to be there", async () => {
  const page = await as(EDITOR);
  await open(page, OWN);
  await page.getByRole("link", { name: "Advies" }).click();
  const card = page.locator(".card", { has: page.locator("button") }).first();
  const title = (await card.locator("h3").innerText()).trim();
  assert.match(await card.innerText(), /Levert [\d,]+ punten op/);
  await card.locator("button").click();
  assert.match(page.url(), /\/plan\/actions\/\d+\?done=plan-added$/);
  assert.match(await page.locator("main").innerText(), /De actie staat in het plan/);
  assert.equal(await page.locator('[name="title"]').inputValue(), title);
  await page.locator('[name="owner"]').fill("Team jeugd");
  await page.locator('[name="due"]').fill("2031-05-01");
  await page.locator('[name="state"][value="busy"]').check();
  await page.locator('[name="effort"][value="1"]').check();
  await send(page);
  assert.equal(await page.locator("#error-effort").count(), 1, "effort is told of what is done");
  assert.equal(await page.locator('[name="owner"]').inputValue(), "Team jeugd");
  await page.locator('[name="state"][value="done"]').check();
  await send(page);
  const row = page.locator("tr", { hasText: title });
  assert.match(await row.innerText(), /Team jeugd\s+1 mei 2031\s+klaar/);
  await open(page, `${OWN}/advice`);
  const there = page.locator(".card", { has: page.locator("h3", { hasText: title }) }).first();
  assert.equal(await there.locator('a[href*="/plan#action-"]').count(), 1);
  await page.context().close();
});

test("an own action and a target tell their problems at the field", async () => {
  const page = await as(EDITOR, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await open(page, `${OWN}/plan`);
  await page.locator("summary", { hasText: "Voeg zelf een actie toe" }).click();
  await send(page);
  assert.equal(await page.locator("#error-goal").count(), 1);
  assert.equal(await page.locator("#error-title").count(), 1);
  await page.locator('[name="goal"]').selectOption("4");
  await page.locator('[name="title"]').fill("Gesprek met de huisartsen");
  await send(page);
  await open(page, `${OWN}/plan`);
  assert.match(await page.locator("main").innerText(), /Gesprek met de huisartsen/);
  await open(page, `${OWN}/plan/targets/4/affected`);
  await page.locator('[name="first_value"]').fill("veel");
  await send(page);
  assert.equal(await page.locator("#error-first_value").count(), 1);
  await page.locator('[name="first_value"]').fill("300");
  await page.locator('[name="now_value"]').fill("225");
  await page.locator('[name="now_year"]').fill("2027");
  await page.locator('[name="source"]').fill("Wijkteams");
  await send(page);
  const row = page.locator("tr", { hasText: "Wijkteams" });
  assert.match(await row.innerText(), /van 300 kinderen in \d+ naar 150 in \d+/);
  assert.match(await row.innerText(), /50%/);
  await page.context().close();
});

test("two colleagues never write over each other's action", async () => {
  const [one, other] = [await as(EDITOR), await as(EDITOR)];
  for (const page of [one, other]) await open(page, `${OWN}/plan/actions/2`);
  await one.locator('[name="owner"]').fill("De een");
  await send(one);
  await other.locator('[name="owner"]').fill("De ander");
  await send(other);
  assert.match(await other.locator(".error-summary").innerText(), /collega/);
  assert.equal(await other.locator('[name="owner"]').inputValue(), "De ander");
  for (const page of [one, other]) await page.context().close();
});

test("a risk group gets a number, and training that did not reach the police is told", async () => {
  const page = await as(EDITOR);
  await open(page, OWN);
  await page.getByRole("link", { name: "Groepen, training en programma" }).click();
  await page.getByRole("link", { name: "Vul een aantal in" }).click();
  await page.locator('main form[action$="/figures"] .submit button').click();
  for (const name of ["risk", "year", "children", "source"]) {
    assert.equal(await page.locator(`#error-${name}`).count(), 1, name);
  }
  await page.locator('[name="risk"]').selectOption("gezinscrises");
  await page.locator('[name="year"]').fill("2025");
  await page.locator('[name="children"]').fill("37");
  await page.locator('main [name="source"]').fill("Veilig Thuis");
  await page.locator('main form[action$="/figures"] .submit button').click();
  assert.match(await page.locator("tr", { hasText: "Gezinnen in crisis" }).innerText(), /37 in 2025\s+Veilig Thuis/);
  await page.locator('[name="trained.police"]').selectOption("nobody");
  await page.locator('main form[action$="/programmes"] .submit button').click();
  assert.match(await page.locator("main").innerText(), /Niet eens de helft is bereikt van: huisartsen.*politie/);
  await page.context().close();
});

test("every page is in order, also at 320 pixels, in both languages", async () => {
  const { page } = await newPage(browser);
  await signInAs(page, EDITOR);
  for (const own of [OWN, OWN.replace(base, `${base}/en`)]) {
    for (const path of ["/advice", "/plan", "/plan/actions/1", "/plan/targets/1/reach", "/sight", "/sight/figures"]) {
      const response = await open(page, own + path);
      assert.deepEqual(await problems(page, response), [], own + path);
    }
  }
  await page.context().close();
});

test("on a narrow screen each row of the plan is a card whose cells say their column, and nothing overlaps", async () => {
  const page = await as(EDITOR, { viewport: { width: 320, height: 640 } });
  await open(page, `${OWN}/plan`);
  const row = page.locator("table.stacks tbody tr").first();
  const cells = await row.locator("th, td").evaluateAll((all) =>
    all.map((one) => ({ top: one.getBoundingClientRect().top, high: one.getBoundingClientRect().height, says: getComputedStyle(one, "::before").content, own: one.scrollHeight })),
  );
  assert.equal(cells[1].says, '"Doel"');
  for (const [at, cell] of cells.entries()) {
    assert.ok(cell.own <= Math.ceil(cell.high) + 1, `cell ${at} is as high as its words`);
    assert.ok(at === 0 || cell.top >= cells[at - 1].top + cells[at - 1].high - 1, `cell ${at} stands below the one before`);
  }
  await page.context().close();
});

test("the menu of who is signed in stands on one line of a desk screen, in both languages", async () => {
  const page = await as(EDITOR, { viewport: { width: 1280, height: 800 } });
  for (const lang of ["", "/en"]) {
    await open(page, `${base}${lang}/start`);
    assert.ok((await page.locator(".site-header .wrap").boundingBox()).height < 80, lang);
  }
  await page.context().close();
});

test("plan and letter to the council come as PDF in both languages", async () => {
  const page = await as(EDITOR);
  for (const own of [OWN, OWN.replace(base, `${base}/en`)]) {
    for (const file of ["/plan.pdf", "/letter.pdf?with=similar", "/letter.pdf?with=chosen"]) {
      const answer = await page.request.get(own + file);
      assert.equal(answer.status(), 200, file);
      assert.equal((await answer.body()).toString("latin1", 0, 5), "%PDF-", file);
    }
  }
  await page.context().close();
});

test("who approves reads along, and nobody else sees the plan", async () => {
  const approver = await as(APPROVER);
  await open(approver, `${OWN}/plan`);
  assert.equal(await approver.locator("main form").count(), 0);
  assert.equal((await approver.goto(`${OWN}/plan/actions/1`)).status(), 403);
  const neighbour = await as(NEIGHBOUR);
  for (const path of ["/advice", "/plan", "/plan.pdf", "/letter.pdf"]) {
    assert.equal((await neighbour.goto(OWN + path)).status(), 404, path);
  }
  for (const page of [approver, neighbour]) await page.context().close();
});
