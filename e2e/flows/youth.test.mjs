// Young people answer on a telephone, without scripts; their municipality spreads the link and sees no figure under ten.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { signInAs } from "../lib/demo-roles.mjs";
import { errorProblems } from "../lib/forms.mjs";

const EDITOR = "Esra Yildirim";

let browser;
let link;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** The page about young people in the first form that is open for the editor's municipality. */
async function ownPage(options) {
  const { page } = await newPage(browser, options);
  await signInAs(page, EDITOR);
  await page.goto(`${base}/forms`);
  const form = await page.locator('main a[href*="/forms/"]').first().getAttribute("href");
  const response = await page.goto(`${base}${form}/youth`);
  return { page, response };
}

test("an editor makes a link with a QR code, and it is in order", async () => {
  const { page } = await ownPage({});
  await page.locator('main form[action$="/youth/link"] button').click();
  await page.waitForLoadState();
  link = await page.locator("main code.link").innerText();
  assert.match(link, /\/youth\/[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  assert.equal(await page.locator("main svg.qr").count(), 1);
  const response = await page.reload();
  assert.deepEqual(await problems(page, response), []);
  await page.context().close();
});

test("a young person answers without scripts on a narrow screen, in both languages", async () => {
  const path = new URL(link).pathname;
  for (const [lang, thanks] of [
    ["", "Dank je wel"],
    ["/en", "Thank you"],
  ]) {
    const { page } = await newPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    await page.goto(base + lang + path);
    // An empty form is told of, and nothing is lost or counted.
    await page.locator("main form button[type=submit]").click();
    assert.equal(await page.locator("main .error-summary").count(), 1);
    await page.locator("main input[type=radio]").first().check();
    await page.locator("main form button[type=submit]").click();
    assert.equal(await page.locator("h1").innerText(), thanks);
    await page.context().close();
  }
  const { page } = await newPage(browser);
  const response = await page.goto(base + path);
  assert.deepEqual(await problems(page, response), []);
  assert.equal(await page.locator("main input[type=text], main textarea").count(), 0, "something can be typed");
  assert.doesNotMatch(await page.title(), /mishandeling|Zicht op/i);
  await page.locator("main form button[type=submit]").click();
  assert.deepEqual(await errorProblems(page), []);
  await page.context().close();
});

test("the municipality sees no figure while there are fewer than ten, and can stop the link", async () => {
  const { page } = await ownPage({ javaScriptEnabled: false });
  assert.match(await page.locator("main").innerText(), /nog geen tien antwoorden/);
  assert.equal(await page.locator("main table").count(), 0);
  await page.locator('main form[action$="/youth/end"] button').click();
  await page.waitForLoadState();
  const stranger = await newPage(browser);
  const response = await stranger.page.goto(base + new URL(link).pathname);
  assert.equal(response.status(), 410);
  await stranger.page.context().close();
  await page.context().close();
});
