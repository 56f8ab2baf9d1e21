// A researcher holds a wave: plans a trial, invites two municipalities, follows the response, gives one longer, and
// closes. On the demonstration, without scripts; a coordinator of the region looks on.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { fill, send } from "../lib/account.mjs";
import { base, launch, newPage } from "../lib/browser.mjs";
import { accessibility } from "../lib/checks.mjs";
import { signInAs } from "../lib/demo-roles.mjs";

const RESEARCHER = "Jeroen Bakker";
const COORDINATOR = "Rosa Janssen";
const EDITOR = "Esra Yildirim";

let browser;
let researcher;
before(async () => {
  browser = await launch();
  researcher = (await newPage(browser, { javaScriptEnabled: false })).page;
  await signInAs(researcher, RESEARCHER);
});
after(() => browser?.close());

/** A day so many days from now: `2026-11-22`. */
function day(after) {
  return new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);
}

const id = `${new Date().getFullYear()}-proef-e2e`;
const wave = `${base}/waves/${id}`;

/** Every state of every page is looked at with axe, in both languages; axe needs scripts. */
async function accessible(...paths) {
  const { page } = await newPage(browser);
  await signInAs(page, RESEARCHER);
  for (const path of paths) {
    for (const language of ["", "/en"]) {
      const address = `${base}${language}${path}`;
      assert.equal((await page.goto(address)).status(), 200, address);
      assert.deepEqual(await accessibility(page), [], address);
    }
  }
  await page.context().close();
}

test("a plan with mistakes comes back with all of them, and nothing that was typed is lost", async () => {
  await researcher.goto(`${base}/waves`);
  await researcher.locator('main a[href$="/waves/new"]').click();
  await fill(researcher, { id: "proef", title_nl: "Proef", opens: day(0), closes: day(-3), chosen: "Weesp, Atlantis" });
  await researcher.locator('main [name=invited][value="chosen"]').check();
  const answer = await send(researcher, "closes");
  assert.equal(answer.status(), 422);
  const summary = researcher.locator("main .error-summary");
  assert.equal(await summary.locator("a").count(), 4, await summary.innerText());
  assert.match(await summary.innerText(), /Amsterdam/, "Weesp went there");
  assert.equal(await researcher.locator("main [name=title_nl]").inputValue(), "Proef");
});

test("a trial for two municipalities is planned, and opening says beforehand who gets a mail", async () => {
  await fill(researcher, { id, closes: day(20), chosen: "Druten\nGM0296\nGroningen", reminders: "1" });
  await researcher.locator('main [name=trial]').check();
  await send(researcher, "closes");
  assert.equal(researcher.url().split("?")[0], wave);
  await researcher.goto(`${wave}/change`);
  await fill(researcher, { chosen: "Druten\nWijchen" });
  await send(researcher, "closes");
  assert.match(await researcher.locator("main dl.facts").first().innerText(), /2 gemeenten \(gekozen\)/);

  const path = `/waves/${id}`;
  await accessible("/waves/new", path, `${path}/change`, `${path}/mail`, `${path}/remove`);
  await researcher.goto(`${wave}/mail`);
  const mails = await researcher.locator("main").innerText();
  assert.match(mails, /Proef\. Uitnodiging/);
  assert.match(mails, /Trial\. Invitation/);

  const other = (await newPage(browser, { javaScriptEnabled: false })).page;
  await signInAs(other, COORDINATOR);
  assert.equal((await other.goto(wave)).status(), 404, "a draft is for researchers only");
  await other.context().close();
});

test("two researchers who change the plan at once see each other's words", async () => {
  const other = (await newPage(browser, { javaScriptEnabled: false })).page;
  await signInAs(other, RESEARCHER);
  await other.goto(`${wave}/change`);
  await researcher.goto(`${wave}/change`);
  await fill(researcher, { title_nl: "Proef van de een" });
  await send(researcher, "closes");
  await fill(other, { title_nl: "Proef van de ander" });
  assert.equal((await send(other, "closes")).status(), 422);
  const clash = await other.locator("main table").innerText();
  assert.match(clash, /Proef van de een/);
  assert.match(clash, /Proef van de ander/);
  await send(other, "closes");
  assert.equal(await other.locator("h1").innerText(), "Proef van de ander");
  await other.context().close();
});

test("the words of a mail are changed for this wave, with names in brackets that Zicht fills in", async () => {
  await researcher.goto(`${wave}/mail`);
  await researcher.locator('main a[href$="/mail/reminder"]').click();
  const kept = await researcher.locator("main [name=text_nl]").inputValue();
  assert.match(kept, /\[gemeente\][^]*\[link\]/);
  await fill(researcher, { subject_nl: "Nog even: [peiling]", text_nl: "Beste [naam] van [gemeente]" });
  const answer = await send(researcher, "text_nl");
  assert.equal(answer.status(), 422);
  assert.equal(await researcher.locator("main .error-summary a").count(), 2, "an unknown name, and no link");
  assert.match(await researcher.locator("main [name=text_nl]").inputValue(), /Beste \[naam\]/);
  await fill(researcher, { text_nl: "Beste collega van [gemeente]\n\n[link]\n\nTot [laatste dag]." });
  await send(researcher, "text_nl");
  const text = await researcher.locator("main").innerText();
  assert.match(text, /Nog even: /);
  assert.match(text, /Beste collega van \S+\s[^]*https?:[^]*Tot \d+ \S+ \d{4}\./);
  assert.match(text, /Deze tekst is voor deze peiling aangepast/);
  await accessible(`/waves/${id}/mail/reminder`, `/waves/${id}/mail`);
});

test("the wave opens with the button of its page, and its mails wait for an administrator", async () => {
  await researcher.goto(wave);
  await researcher.locator("main #next a.button").click();
  const what = await researcher.locator("main").innerText();
  assert.match(what, /2 gemeenten krijgen een vragenlijst/);
  assert.match(what, /Er gaan \d+ mails weg/);
  await send(researcher, "changed");
  assert.match(await researcher.locator("main .key-figures").innerText(), /van 2/);
  await accessible(`/waves/${id}`, `/waves/${id}/municipalities`, `/waves/${id}/remind`, `/waves/${id}/close`);

  const administrator = (await newPage(browser, { javaScriptEnabled: false })).page;
  await signInAs(administrator, "Marloes Visser");
  await administrator.goto(`${base}/operations`);
  assert.match(await administrator.locator("main").innerText(), /mail/i);
  await administrator.context().close();
  const editor = (await newPage(browser, { javaScriptEnabled: false })).page;
  await signInAs(editor, EDITOR);
  await editor.goto(`${base}/forms`);
  assert.match(await editor.locator("main").innerText(), /Proef van de ander/);
  assert.equal((await editor.goto(wave)).status(), 403);
  await editor.context().close();
});

test("a reminder is not sent three days after the invitation, and the page says why", async () => {
  await researcher.goto(`${wave}/remind`);
  assert.equal(await researcher.locator("main form").count(), 0);
});

test("a coordinator follows the response of the own region, without buttons", async () => {
  const { page } = await newPage(browser, { javaScriptEnabled: false });
  await signInAs(page, COORDINATOR);
  await page.goto(`${base}/waves`);
  await page.locator("main").getByRole("link", { name: "Proef van de ander" }).click();
  assert.match(await page.locator("main .key-figures").innerText(), /van 2/);
  assert.equal(await page.locator("main #next").count(), 0);
  await page.goto(`${wave}/municipalities`);
  assert.equal(await page.locator("main tbody tr").count(), 2);
  assert.equal(await page.locator('main a[href$="/extend"]').count(), 0);
  assert.equal((await page.goto(`${wave}/close`)).status(), 403);
  await page.context().close();
});

test("one municipality gets longer, with a reason", async () => {
  await researcher.goto(`${wave}/municipalities?state=not-begun`);
  await researcher.locator("main tbody tr", { hasText: "Wijchen" }).locator("a").click();
  await accessible(`/waves/${id}/municipalities/GM0296/extend`);
  await fill(researcher, { last_day: day(5) });
  assert.equal((await send(researcher, "last_day")).status(), 422);
  assert.equal(await researcher.locator("main .error-summary a").count(), 2);
  await fill(researcher, { last_day: day(30), because: "De gemeente vroeg uitstel." });
  await send(researcher, "last_day");
  assert.match(await researcher.locator("main tbody tr", { hasText: "Wijchen" }).innerText(), /verlengd/);
});

test("closing says who is not done, and without answers there is nothing to publish", async () => {
  await researcher.goto(`${wave}/close`);
  const what = await researcher.locator("main").innerText();
  assert.match(what, /Druten/);
  assert.match(what, /Wijchen/);
  await send(researcher, "changed");
  assert.match(await researcher.locator("main").innerText(), /gesloten/);
  await researcher.locator("main #next a.button").click();
  assert.equal(await researcher.locator("main form").count(), 0);
  await accessible(`/waves/${id}`, `/waves/${id}/publish`);
});
