// What people come to the monitor to do, with the keyboard or without scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("somebody finds which goal does worst in small municipalities, and how many know whom they reach", async () => {
  const { page, complaints } = await newPage(browser, { javaScriptEnabled: false });
  await page.goto(`${base}/`);
  await page.getByRole("link", { name: "Bekijk de hele meting" }).click();
  await page.getByRole("link", { name: "minder dan 25.000 inwoners" }).first().click();
  assert.match(page.url(), /size=1/);
  const goals = page.locator("ol.goals > li");
  assert.equal(await goals.count(), 10);
  const scores = (await goals.locator(".figure").allInnerTexts()).map((text) => Number(text.replace(",", ".")));
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a), "goals go from strong to weak");
  assert.match(await goals.last().innerText(), /Opvoeden zonder geweld/);
  assert.match(await page.locator(".key-figures").innerText(), /zicht op wie wordt bereikt\s*\d+%/);
  assert.deepEqual(complaints.splice(0), []);
  await page.context().close();
});

test("the parts of the score can be switched off, the comparison follows, and the address can be shared", async () => {
  const { page } = await newPage(browser, { javaScriptEnabled: false });
  await page.goto(`${base}/monitor/2026/goals/2`);
  const whole = await page.locator(".big-score .figure").innerText();
  await page.getByRole("link", { name: /^bereik/ }).click();
  assert.match(page.url(), /parts=embedding,measures/);
  assert.match(await page.locator(".big-score").innerText(), /van 75/);
  const less = await page.locator(".big-score .figure").innerText();
  assert.notEqual(less, whole);
  const shared = page.url();
  await page.getByRole("link", { name: "English" }).click();
  assert.match(page.url(), /\/en\/monitor\/2026\/goals\/2\?parts=embedding,measures/);
  await page.goto(shared);
  assert.equal(await page.locator(".big-score .figure").innerText(), less);
  await page.context().close();
});

test("a municipality is found by its name, and shows its score only if it agreed", async () => {
  const { page } = await newPage(browser, { javaScriptEnabled: false });
  await page.goto(`${base}/monitor/2026/municipalities`);
  await page.getByRole("searchbox").fill("utrecht");
  await page.getByRole("searchbox").press("Enter");
  await page.getByRole("link", { name: "Utrecht", exact: true }).click();
  assert.match(page.url(), /GM0344/);
  assert.equal(await page.locator("h1").innerText(), "Utrecht");
  await page.context().close();
});

test("the report can be taken along in every form", async () => {
  const { page } = await newPage(browser);
  await page.goto(`${base}/en/monitor/2026/downloads`);
  for (const name of ["report.pdf", "report.html", "report.xlsx", "report.json"]) {
    const link = page.locator(`a[href*="${name}"]`).first();
    // The tests run an unoptimized build, which makes one PDF at a time, and the crawler asks for some too.
    const url = new URL(await link.getAttribute("href"), base).href;
    const answer = await page.request.get(url, { timeout: 300_000 });
    assert.equal(answer.status(), 200, name);
    assert.ok((await answer.body()).length > 5000, `${name} is not empty`);
  }
  await page.context().close();
});

test("who is worried about a child finds whom to call on every page", async () => {
  const { page } = await newPage(browser);
  for (const path of ["/", "/en/monitor/2017/goals/5", "/method", "/nothing-here"]) {
    await page.goto(`${base}${path}`);
    const help = page.locator("aside.help");
    for (const number of ["08002000", "112", "08000432"]) {
      assert.equal(await help.locator(`a[href="tel:${number}"]`).count(), 1, `${number} on ${path}`);
    }
  }
  await page.context().close();
});
