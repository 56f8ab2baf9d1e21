// A municipality fills in, signs and looks back: on the demonstration, with and without scripts, on a narrow screen.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { open, pageOf, signInAs } from "../lib/demo-roles.mjs";

const EDITOR = "Esra Yildirim";
const COLLEAGUE = "Mirjam Postma";
const APPROVER = "Pieter de Groot";
const NEIGHBOUR = "Bram Hendriks";
const FORM = `${base}/forms/2027-proef/GM0296`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const as = (name, options) => pageOf(browser, name, options);

/** The address of the link that was shared, in `forms.test`: it ends when the form is sent in. */
let shared = "";

const box = (page, name, value) => page.locator(`main [name="${name}"][value="${value}"]`);

/** Presses the button that saves the page; resolves to the answer after it. */
async function save(page) {
  const answer = page.waitForResponse((one) => one.request().isNavigationRequest() && one.status() !== 303);
  await page.locator("main form[data-fill] .submit button:not([name]), main form .submit button:not([name])").last().click();
  return answer;
}

test("an editor is led from the list to what is still open, and goes on where it stopped", async () => {
  const page = await as(EDITOR);
  await open(page, `${base}/forms`);
  await page.getByRole("link", { name: "Proefpeiling 2027" }).click();
  assert.equal(page.url(), FORM);
  assert.match(await page.locator("main").innerText(), /van de 10 doelen zijn klaar/);
  await page.locator("main a.button").first().click();
  assert.match(page.url(), /\/goals\/\d+$/);
  await page.context().close();
});

test("every page of a form is in order, also at 320 pixels, in both languages", async () => {
  const { page } = await newPage(browser);
  await signInAs(page, EDITOR);
  const english = FORM.replace(base, `${base}/en`);
  for (const form of [FORM, english]) {
    for (const path of ["", "/goals/1", "/goals/5", "/goals/9", "/other", "/check", "/versions"]) {
      const response = await open(page, form + path);
      assert.deepEqual(await problems(page, response), [], form + path);
    }
  }
  await page.context().close();
});

test("without scripts a goal is saved by its button, and what is wrong is told at its field", async () => {
  const page = await as(EDITOR, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await open(page, `${FORM}/goals/6`);
  assert.equal(await box(page, "d6.document", "regiovisie").isVisible(), false, "asked only after a yes");
  await box(page, "d6.beleid", "ja").check();
  await box(page, "d6.document", "regiovisie").check();
  await box(page, "d6.beleid", "voornemen").check();
  await save(page);
  assert.match(page.url(), /goals\/6\?problems/);
  const link = page.locator("main .error-summary a").first();
  assert.equal(await link.getAttribute("href"), "#field-d6.document");
  assert.equal(await page.locator('[id="error-d6.document"]').count(), 1);
  assert.ok(await box(page, "d6.document", "regiovisie").isChecked(), "a wrong answer is kept");
  await box(page, "d6.beleid", "ja").check();
  await save(page);
  assert.match(page.url(), /goals\/7\?done=form-saved$/);
  await open(page, `${FORM}/goals/6`);
  assert.ok(await box(page, "d6.beleid", "ja").isChecked());
  assert.match(await page.locator(".score-now").innerText(), /van 100 punten/);
  await page.context().close();
});

test("with scripts each answer is saved at once, and the score moves along", async () => {
  const page = await as(EDITOR, {});
  await open(page, `${FORM}/goals/7`);
  const status = page.locator("[data-status]");
  const score = page.locator(".score-now");
  const answered = (sent = "") =>
    page.waitForResponse((one) => one.status() === 200 && (one.request().postData() ?? "").includes(`field=d7.`) && (one.request().postData() ?? "").includes(sent));
  for (const [name, value] of [["d7.beleid", "ja"], ["d7.document", "regiovisie"]]) {
    const saved = answered();
    await box(page, name, value).check();
    await saved;
  }
  await status.filter({ hasText: "Opgeslagen" }).waitFor();
  await score.filter({ hasText: "25 van 100 punten" }).waitFor();
  const own = answered("d7.eigen-maatregel=ja");
  await box(page, "d7.eigen-maatregel", "ja").check();
  await own;
  const typed = answered("Een+eigen+aanpak");
  await page.locator('textarea[name="d7.eigen-maatregel-tekst"]').pressSequentially("Een eigen aanpak");
  await typed;
  const saved = answered();
  await box(page, "d7.beleid", "nee").check();
  await saved;
  await page.locator('[id="error-d7.document"]').waitFor();
  assert.equal(await box(page, "d7.document", "regiovisie").getAttribute("aria-invalid"), "true");
  await box(page, "d7.beleid", "ja").check();
  await page.locator('[id="error-d7.document"]').waitFor({ state: "detached" });
  await status.filter({ hasText: "Opgeslagen" }).waitFor();
  await page.reload();
  assert.ok(await box(page, "d7.beleid", "ja").isChecked());
  assert.equal(await page.locator('textarea[name="d7.eigen-maatregel-tekst"]').inputValue(), "Een eigen aanpak");
  await page.context().close();
});

test("what could not be saved stays on the page, is told, and is saved as soon as that is possible", async () => {
  const page = await as(EDITOR, {});
  await open(page, `${FORM}/goals/9`);
  await page.route("**/goals/9", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await box(page, "d9.beleid", "voornemen").check();
  await page.locator("[data-status].failed").filter({ hasText: "Niet opgeslagen" }).waitFor();
  assert.ok(await box(page, "d9.beleid", "voornemen").isChecked());
  await page.unroute("**/goals/9");
  await page.locator("[data-status]:not(.failed)").filter({ hasText: "Opgeslagen" }).waitFor();
  await page.reload();
  assert.ok(await box(page, "d9.beleid", "voornemen").isChecked());
  await page.context().close();
});

test("who is signed out while typing is told so, and the answers come along to sign-in", async () => {
  const page = await as(EDITOR, {});
  await open(page, `${FORM}/goals/9`);
  await page.context().clearCookies();
  await box(page, "d9.eigen-maatregel", "nee").check();
  await page.locator("[data-status].failed").filter({ hasText: "uitgelogd" }).waitFor();
  const answer = await save(page);
  assert.equal(answer.status(), 401);
  assert.equal(await page.locator('main input[name="resume"]').count(), 1, "what was typed travels on, sealed");
  await page.context().close();
});

test("two editors see each other, and a conflict shows both answers until one is chosen", async () => {
  const [first, second] = [await as(EDITOR), await as(COLLEAGUE)];
  for (const page of [first, second]) {
    await open(page, `${FORM}/goals/8`);
  }
  assert.match(await second.locator("main").innerText(), new RegExp(`${EDITOR} heeft deze vragenlijst nu ook open`));
  await box(second, "d8.beleid", "ja").check();
  await box(second, "d8.zicht-op-bereik", "nee").check();
  await save(second);
  await box(first, "d8.beleid", "nee").check();
  await box(first, "d8.eigen-maatregel", "nee").check();
  const answer = await save(first);
  assert.equal(answer.status(), 409);
  const text = await first.locator("main").innerText();
  assert.match(text, new RegExp(COLLEAGUE));
  assert.equal(await first.locator("main fieldset").count(), 1, "only what both answered");
  assert.ok(await box(first, "d8.beleid", "ja").isChecked(), "what is kept stays unless the other is chosen");
  await box(first, "d8.beleid", "nee").check();
  await save(first);
  await open(second, `${FORM}/goals/8`);
  assert.ok(await box(second, "d8.beleid", "nee").isChecked());
  assert.ok(await box(second, "d8.eigen-maatregel", "nee").isChecked());
  assert.ok(await box(second, "d8.zicht-op-bereik", "nee").isChecked());
  await first.context().close();
  await second.context().close();
});

test("with scripts a conflict stands at its field", async () => {
  const [first, second] = [await as(EDITOR, {}), await as(COLLEAGUE)];
  await open(first, `${FORM}/goals/10`);
  await open(second, `${FORM}/goals/10`);
  await box(second, "d10.beleid", "voornemen").check();
  await save(second);
  await box(first, "d10.beleid", "nee").check();
  const clash = first.locator(".clash");
  await clash.waitFor();
  assert.match(await clash.innerText(), new RegExp(`${COLLEAGUE}[^]*Nee, maar dat is de bedoeling[^]*Uw antwoord: Nee`));
  await clash.getByRole("button", { name: "Kies mijn antwoord" }).click();
  await clash.waitFor({ state: "detached" });
  await first.locator("[data-status]").filter({ hasText: "Opgeslagen" }).waitFor();
  await open(second, `${FORM}/goals/10`);
  assert.ok(await box(second, "d10.beleid", "nee").isChecked());
  await first.context().close();
  await second.context().close();
});

test("a goal asks how children were heard, beside the score, and reminds without insisting", async () => {
  const page = await as(EDITOR);
  await open(page, `${FORM}/goals/3`);
  assert.equal(await page.locator("main h2", { hasText: "Kinderen en jongeren" }).count(), 1);
  const before = await page.locator(".score-now").innerText();
  assert.equal(await box(page, "d3.gehoord-hoe", "raad").isVisible(), false, "asked only after a yes");
  await open(page, `${FORM}/check`);
  assert.equal(await page.locator('main details a[href$="/goals/3#field-d3.gehoord"]').count(), 1);
  await open(page, `${FORM}/goals/3`);
  await box(page, "d3.gehoord", "ja").check();
  await box(page, "d3.gehoord-hoe", "raad").check();
  await page.locator('textarea[name="d3.gehoord-gevolg"]').fill("Er is nu een inloopspreekuur.");
  await save(page);
  await open(page, `${FORM}/goals/3`);
  assert.ok(await box(page, "d3.gehoord-hoe", "raad").isChecked());
  assert.equal(await page.locator(".score-now").innerText(), before, "it earns nothing");
  await open(page, `${FORM}/check`);
  assert.equal(await page.locator('main details a[href$="/goals/3#field-d3.gehoord"]').count(), 0);
  await open(page, `${base}/en/monitor/2026/goals/3`);
  assert.match(await page.locator("#heard").innerText(), /Of the \d+ municipalities that filled this in, \d+ heard children or young people/);
  await open(page, `${base}/own/GM0296`);
  assert.match(await page.locator("main").innerText(), /Kinderen en jongeren[^]*(Gehoord|Niet gehoord)/);
  await page.context().close();
});

test("what was taken over from the last wave can be put back, without scripts and with", async () => {
  const page = await as(EDITOR);
  await open(page, `${FORM}/goals/2`);
  const name = await page.locator('button[name="take"]:not([value="all"])').first().getAttribute("value");
  const kept = () => page.locator(`input[name="was.${name}"]`).inputValue();
  const before = await kept();
  await page.locator(`button[name="take"][value="${name}"]`).click();
  assert.match(page.url(), /done=form-taken/);
  assert.notEqual(await kept(), before);
  await page.locator(`button[name="undo"][value="${name}"]`).click();
  assert.match(page.url(), /done=form-untaken/);
  assert.equal(await kept(), before);
  assert.equal(await page.locator('button[name="undo"]').count(), 0);
  await page.context().close();

  const scripted = await as(EDITOR, {});
  await open(scripted, `${FORM}/goals/2`);
  const saved = () => scripted.waitForResponse((one) => one.request().method() === "POST" && one.status() === 200);
  const place = scripted.locator(`[data-field="${name}"]`);
  let answer = saved();
  await place.locator("button[data-take]").click();
  await answer;
  // Also after the page was opened again.
  await open(scripted, `${FORM}/goals/2`);
  answer = saved();
  await place.locator("button[data-undo]").click();
  await answer;
  answer = saved();
  await open(scripted, `${FORM}/goals/2`);
  await place.locator("button[data-take]").click();
  await answer;
  answer = saved();
  await place.getByRole("button", { name: "Ongedaan maken" }).click();
  await answer;
  await open(scripted, `${FORM}/goals/2`);
  assert.equal(await scripted.locator(`input[name="was.${name}"]`).inputValue(), before);
  await scripted.context().close();
});

test("a goal is shared by a link, which fills in that goal and nothing else, without account or scripts", async () => {
  const editor = await as(EDITOR);
  await open(editor, `${FORM}/goals/4`);
  assert.match(await editor.locator("main").innerText(), /Noor Visser[^]*\(gedeeld\) gaf hier/);
  await editor.getByRole("link", { name: "Laat iemand anders dit doel invullen" }).click();
  assert.equal(await editor.locator('select[name="goal"]').inputValue(), "4");
  await editor.locator('main form[action$="/shares"] .submit button').click();
  assert.equal(await editor.locator('[id="error-share_name"]').count(), 1, "for whom is asked");
  await editor.locator('select[name="goal"]').selectOption("10");
  await editor.locator('input[name="share_name"]').fill("Sam (GGD)");
  await editor.locator('input[name="email"]').fill("sam@example.org");
  await editor.locator('main form[action$="/shares"] .submit button').click();
  assert.match(await editor.locator("main .intro").innerText(), /Voor Sam \(GGD\), tot en met .*: 10 Weten/);
  shared = await editor.locator("code.secret").innerText();
  assert.match(shared, /\/share\/[0-9a-f]{64}$/);
  shared = base + new URL(shared).pathname;

  const { page: partner } = await newPage(browser, { javaScriptEnabled: false });
  const response = await open(partner, shared);
  assert.match(response.headers()["x-robots-tag"], /noindex/);
  assert.equal(response.headers()["cache-control"], "no-store");
  assert.equal(await partner.locator('main a[href*="/forms"]').count(), 0, "nothing leads to the rest");
  await box(partner, "d10.zicht-op-bereik", "nee").check();
  await save(partner);
  assert.match(partner.url(), /\/share\/[0-9a-f]{64}\?done=form-saved/);
  await partner.locator('button[name="ready"]').click();
  assert.match(await partner.locator("main").innerText(), /De gemeente ziet dat u klaar bent/);
  for (const width of [1280, 320]) {
    const { page } = await newPage(browser, { viewport: { width, height: 700 } });
    for (const address of [shared, shared.replace(base, `${base}/en`)]) {
      assert.deepEqual(await problems(page, await open(page, address)), [], address);
    }
    await page.context().close();
  }

  // An answer of an editor who did not see it yet is in conflict, by name.
  await open(editor, `${FORM}/goals/10`);
  await open(partner, shared);
  await box(partner, "d10.zicht-op-bereik", "ja").check();
  await save(partner);
  await box(editor, "d10.zicht-op-bereik", "nee").check();
  await box(editor, "d10.zicht-op-bereik", "").check();
  assert.equal((await save(editor)).status(), 409);
  assert.match(await editor.locator("main").innerText(), /Sam \(GGD\) \(gedeeld\)/);
  await save(editor);
  const { page: look } = await newPage(browser);
  await signInAs(look, EDITOR);
  assert.deepEqual(await problems(look, await open(look, `${FORM}/shares`)), []);
  assert.match(await look.locator("main").innerText(), /Sam \(GGD\)[^]*Werkt tot en met[^]*Klaar, gemeld op[^]*Laatst gebruikt op/);
  assert.equal((await partner.goto(`${base}/share/${"0".repeat(64)}`)).status(), 404);
  for (const page of [editor, partner, look]) {
    await page.context().close();
  }
});

test("a form is sent in, sent back, mended and approved; nobody else sees it", async () => {
  const editor = await as(EDITOR);
  // Goal 5 of the demonstration has something to mend; the list leads there.
  await open(editor, `${FORM}/check`);
  assert.equal(await editor.locator('main form[action$="/submit"]').count(), 0);
  await editor.locator('main a[href*="#field-d5."]').first().click();
  await box(editor, "d5.beleid", "ja").check();
  await save(editor);
  await open(editor, `${FORM}/goals/9`);
  await box(editor, "d9.beleid", "nee").check();
  await save(editor);
  await open(editor, `${FORM}/check`);
  await editor.locator('main form[action$="/submit"] button').click();
  assert.equal(new URL(editor.url()).search, "?done=form-submitted");
  await open(editor, `${FORM}/goals/9`);
  assert.equal(await editor.locator("form[data-fill]").count(), 0, "it is for reading now");
  assert.equal((await editor.goto(shared)).status(), 410, "a shared link ends with sending in");
  assert.match(await editor.locator("main").innerText(), /Deze link werkt niet meer/);

  const { page: approver } = await newPage(browser);
  await signInAs(approver, APPROVER);
  assert.deepEqual(await problems(approver, await open(approver, `${FORM}/check`)), []);
  await approver.locator('main form[action$="/reopen"] button').click();
  assert.equal(await approver.locator('[id="error-because"]').count(), 1, "a reason is asked for");
  await approver.locator("main textarea").fill("Doel 9 staat sinds mei in het beleid");
  await approver.locator('main form[action$="/reopen"] button').click();

  await open(editor, `${FORM}/check`);
  assert.match(await editor.locator("main").innerText(), /Doel 9 staat sinds mei in het beleid/);
  await open(editor, `${FORM}/goals/9`);
  await box(editor, "d9.beleid", "ja").check();
  await save(editor);
  await open(editor, `${FORM}/check`);
  await editor.locator('main form[action$="/submit"] button').click();

  await open(approver, `${FORM}/check`);
  await approver.locator('main form[action$="/approve"] button').click();
  assert.match(await approver.locator("main").innerText(), /goedgekeurd door Pieter de Groot/);
  assert.deepEqual(await problems(approver, await open(approver, `${FORM}/versions`)), []);
  assert.equal(await approver.locator("main .tasks > li").count(), 4);
  assert.deepEqual(await problems(approver, await open(approver, `${FORM}/versions/3`)), []);
  assert.match(await approver.locator("main table").innerText(), /Staat dit doel in het beleid[^]*Nee[^]*Ja/);

  const neighbour = await as(NEIGHBOUR);
  for (const path of ["", "/goals/9", "/check", "/versions/3"]) {
    assert.equal((await neighbour.goto(FORM + path)).status(), 404);
  }
  for (const page of [editor, approver, neighbour]) {
    await page.context().close();
  }
});
