// The five steps, for somebody of each sector, to each outcome: without scripts, back and again, kept and gone on with.
// Nothing is asked but the profession, and nothing that was typed is lost.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { errorProblems } from "../lib/forms.mjs";

/** A profession of each sector. */
const SECTORS = {
  health: "gp-doctor",
  education: "primary-school",
  childcare: "childcare",
  youth: "youth-help",
  social: "social-work",
  justice: "justice",
  volunteer: "volunteer",
};

/** What is answered to the five questions, and what comes of it. */
const OUTCOMES = {
  close: { suspicion: "no", acute: "no", structural: "no", disclosure: "no" },
  follow: { suspicion: "yes", acute: "no", structural: "no", disclosure: "no", able: "yes", accept: "yes", results: "yes" },
  help: { suspicion: "yes", acute: "no", structural: "no", disclosure: "no", able: "yes", accept: "yes", results: "unknown" },
  advice: { suspicion: "yes", acute: "unknown", structural: "no", disclosure: "no", able: "yes", accept: "yes", results: "unknown" },
  report: { suspicion: "yes", acute: "no", structural: "no", disclosure: "no", able: "no" },
  "report-now": { suspicion: "yes", acute: "yes" },
};

const PLAIN = { javaScriptEnabled: false };
const CHECK = join(import.meta.dirname, "../pdf/check.py");

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "steps-"));
});
after(async () => {
  rmSync(folder, { recursive: true });
  await browser?.close();
});

/** Presses a button of the walk and waits for its page. */
async function press(page, selector) {
  const [response] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST" && response.request().isNavigationRequest()),
    page.locator(selector).first().click(),
  ]);
  await page.waitForLoadState();
  return response;
}

/** Goes back or forward to a page that the browser did not keep, and sends its form again. */
async function again(page, go) {
  await assert.rejects(go, /ERR_CACHE_MISS/);
  await page.waitForURL("chrome-error://**");
  await page.reload();
}

const next = (page) => press(page, ".walk-go button.utrecht-button--primary-action");
const to = (page, step) => press(page, `.walk-steps button[value="${step}"]`);

/** Begins as somebody of a profession. */
async function begin(page, profession, lang = "") {
  await page.goto(`${base}${lang}/meldcode`);
  await page.locator("#field-profession").selectOption(profession);
  return next(page);
}

async function answer(page, table, answers) {
  for (const [input, value] of Object.entries(answers)) {
    await page.locator(`input[name="${table}-${input}"][value="${value}"]`).check();
  }
}

/** A PDF that the page gives, in a file. */
async function pdf(page, lang) {
  const form = await page.evaluate(() => Object.fromEntries(new FormData(document.querySelector("#walk"))));
  const response = await page.request.post(`${base}${lang === "en" ? "/en" : ""}/meldcode/report.pdf`, { form, headers: { origin: base } });
  assert.equal(response.status(), 200);
  assert.equal(response.headers()["content-type"], "application/pdf");
  const file = join(folder, `${lang}-${Math.random()}.pdf`);
  writeFileSync(file, await response.body());
  return file;
}

for (const [sector, profession] of Object.entries(SECTORS)) {
  test(`somebody in ${sector} walks the five steps to each outcome, without scripts`, async () => {
    const { page } = await newPage(browser, PLAIN);
    await begin(page, profession);
    await page.locator("#field-fact").fill("Het kind komt al weken zonder jas.");
    for (let step = 1; step < 5; step += 1) {
      assert.match(await page.locator("h1").innerText(), new RegExp(`Stap ${step} van 5`));
      await next(page);
    }
    for (const [outcome, answers] of Object.entries(OUTCOMES)) {
      await to(page, "weigh");
      await answer(page, "weighing", answers);
      await next(page);
      assert.equal(await page.locator(`.walk-outcome.walk-${outcome}`).count(), 1, `${sector}: ${outcome}`);
      await next(page);
      assert.equal(await page.locator(`main .walk-outcome.walk-${outcome}`).count(), 1);
      assert.match(await page.locator("main").innerText(), /zonder jas/);
      // What every outcome says: what follows, what to record, how to disagree, on what ground and how certain.
      const text = await page.locator("main").innerText();
      for (const words of ["Wat er nu gebeurt", "Wat u vastlegt", "Ziet u het anders?"]) {
        assert.ok(text.includes(words), `${sector}, ${outcome}: ${words}`);
      }
      assert.ok((await page.locator("main .laws .certainty").count()) > 0, `${outcome} has no ground`);
    }
    await page.context().close();
    const python = process.env.ZICHT_PYTHON;
    assert.ok(python, "ZICHT_PYTHON does not say where Python is: run `cargo xtask test --only browser`");
    const lang = sector.length % 2 === 0 ? "nl" : "en";
    const scripted = await newPage(browser);
    await begin(scripted.page, profession, lang === "en" ? "/en" : "");
    await to(scripted.page, "weigh");
    await answer(scripted.page, "weighing", OUTCOMES.report);
    await to(scripted.page, "decide");
    execFileSync(python, [CHECK, await pdf(scripted.page, lang), lang], { encoding: "utf8" });
    await scripted.page.context().close();
  });
}

test("every page is in order in both languages", async () => {
  for (const lang of ["", "/en"]) {
    const { page, complaints } = await newPage(browser);
    const start = await page.goto(`${base}${lang}/meldcode`);
    assert.deepEqual(await problems(page, start), [], "start");
    assert.doesNotMatch(await page.title(), /mishandeling|meldcode|abuse|reporting/i);
    await page.locator("#field-profession").selectOption("gp-doctor");
    await page.locator("#field-municipality").fill("Utrecht");
    let response = await next(page);
    for (let step = 1; step <= 6; step += 1) {
      assert.deepEqual(await problems(page, response), [], `step ${step}`);
      assert.equal(response.headers()["cache-control"], "no-store");
      assert.doesNotMatch(await page.title(), /mishandeling|meldcode|abuse|reporting/i);
      assert.equal(await page.locator('main a[href="tel:112"]').count(), 1);
      if (step === 4) {
        await answer(page, "weighing", OUTCOMES["report-now"]);
      }
      if (step < 6) {
        response = await next(page);
      }
    }
    assert.match(await page.locator("main").innerText(), /Veilig Thuis Utrecht/);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});

test("every answer stands beside its question, however many there are", async () => {
  const { page } = await newPage(browser, { viewport: { width: 1280, height: 800 } });
  await begin(page, "gp-doctor");
  await page.locator("main details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  const signals = await page.locator('input[name="signals"]').all();
  for (const signal of signals.slice(0, 6)) {
    await signal.check();
  }
  await to(page, "decide");
  await next(page);
  const row = page.locator(".walk-answered > div").filter({ has: page.locator("dd:nth-of-type(6)") });
  const left = (one) => one.evaluateAll((found) => [...new Set(found.map((each) => each.getBoundingClientRect().left))]);
  const [question, answers] = [await left(row.locator("dt")), await left(row.locator("dd"))];
  assert.ok(answers.length === 1 && answers[0] > question[0], `${question} ${answers}`);
  await page.context().close();
});

test("back, forward and reload show each page as it was", async () => {
  const { page } = await newPage(browser);
  await begin(page, "nurse");
  await page.locator("#field-fact").fill("Ik zag twee blauwe plekken.");
  await next(page);
  assert.match(await page.locator("h1").innerText(), /Stap 2/);
  await page.reload();
  assert.match(await page.locator("h1").innerText(), /Stap 2/);
  // The browser kept nothing: it asks first whether to send again, and a reload says yes.
  await again(page, () => page.goBack());
  assert.match(await page.locator("h1").innerText(), /Stap 1/);
  await again(page, () => page.goForward());
  assert.match(await page.locator("h1").innerText(), /Stap 2/);
  await press(page, '.walk-go button[value="back"]');
  assert.equal(await page.locator("#field-fact").inputValue(), "Ik zag twee blauwe plekken.");
  await page.context().close();
});

test("the other language keeps what was typed", async () => {
  const { page } = await newPage(browser, PLAIN);
  await begin(page, "midwife");
  await page.locator("#field-fact").fill("Moeder schrikt van elke deur.");
  await press(page, "header .language");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await page.locator("h1").innerText(), /Step 1 of 5/);
  assert.equal(await page.locator("#field-fact").inputValue(), "Moeder schrikt van elke deur.");
  await page.context().close();
});

test("a file is kept and gone on with elsewhere; a changed one is refused with a sentence", async () => {
  const { page } = await newPage(browser, { ...PLAIN, acceptDownloads: true });
  await begin(page, "disability-care");
  await page.locator("#field-fact").fill("Client is bang voor bezoek.");
  await next(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator('.walk-go button[formaction$="/meldcode/file"]').click(),
  ]);
  const file = join(folder, "kept.txt");
  await download.saveAs(file);
  await page.context().close();

  const other = (await newPage(browser, PLAIN)).page;
  await other.goto(`${base}/meldcode`);
  await other.locator("#field-file").setInputFiles(file);
  await press(other, 'form[action$="/resume"] button');
  assert.match(await other.locator("h1").innerText(), /Stap 2/);
  await to(other, "signals");
  assert.equal(await other.locator("#field-fact").inputValue(), "Client is bang voor bezoek.");

  writeFileSync(file, readFileSync(file, "utf8").replace("bang", "boos"));
  await other.goto(`${base}/meldcode`);
  await other.locator("#field-file").setInputFiles(file);
  await press(other, 'form[action$="/resume"] button');
  assert.match(await other.locator("[role=alert]").innerText(), /veranderd of beschadigd/);
  await other.context().close();
});

test("a form without profession, and a municipality that is not there, are told at their field", async () => {
  const { page } = await newPage(browser);
  await page.goto(`${base}/meldcode`);
  await page.locator("#field-municipality").fill("Nergenshuizen");
  const response = await next(page);
  assert.equal(response.status(), 422);
  assert.deepEqual(await errorProblems(page), []);
  assert.equal(await page.locator("main .error-summary li").count(), 2);
  assert.equal(await page.locator("#field-municipality").inputValue(), "Nergenshuizen");
  await page.context().close();
});

test("a name, a day of birth and a number get a gentle warning, and stay", async () => {
  const { page } = await newPage(browser, PLAIN);
  await begin(page, "youth-help");
  await page.locator("#field-fact").fill("Kevin is geboren op 12-05-2014, BSN 111222333.");
  await next(page);
  const warning = await page.locator(".walk-hints").innerText();
  for (const part of ["Kevin", "12-05-2014", "111222333"]) {
    assert.ok(warning.includes(part), part);
  }
  await to(page, "signals");
  assert.match(await page.locator("#field-fact").inputValue(), /^Kevin/);
  await page.context().close();
});

test("with the keyboard alone: enter goes on, and every step can be reached", async () => {
  const { page } = await newPage(browser, { viewport: { width: 320, height: 640 } });
  await begin(page, "paramedic");
  const protects = page.locator("details", { has: page.locator('input[name="protective"]') });
  await protects.locator("summary").focus();
  for (const key of ["Enter", "Tab", "Space"]) {
    await page.keyboard.press(key);
  }
  assert.ok(await page.locator('input[name="protective"]').first().isChecked());
  await Promise.all([page.waitForLoadState("load"), page.keyboard.press("Enter")]);
  await page.locator("h1", { hasText: "Stap 2" }).waitFor();
  await page.locator('.walk-steps button[value="talk"]').focus();
  await page.keyboard.press("Enter");
  await page.locator("h1", { hasText: "Stap 3" }).waitFor();
  await answer(page, "conversation", { "child-danger": "yes" });
  await press(page, 'form#walk button[name="go"][value="same"]:not(.language)');
  assert.equal(await page.locator(".walk-outcome.walk-not-now").count(), 1);
  await page.context().close();
});
