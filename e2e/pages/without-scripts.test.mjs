// Everything works where scripts are forbidden: the ways through the site, and every form.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const start of ["/", "/en"]) {
  test(`without scripts, from ${start} the navigation leads to pages with content`, async () => {
    const { page } = await newPage(browser, { javaScriptEnabled: false });
    await page.goto(base + start);
    const items = await page.locator("header nav a").count();
    assert.ok(items > 0, "no navigation");
    for (let item = 0; item < items; item += 1) {
      await page.goto(base + start);
      await page.locator("header nav a").nth(item).click();
      await page.waitForLoadState();
      assert.equal(await page.locator("h1").count(), 1, page.url());
      assert.ok((await page.locator("main").innerText()).trim().length > 40, `${page.url()} is empty`);
    }
  });

  test(`without scripts, from ${start} every form on the main pages answers`, async () => {
    const { page } = await newPage(browser, { javaScriptEnabled: false });
    await page.goto(base + start);
    const pages = await page.locator("header nav a").evaluateAll((links) => links.map((link) => link.href));
    for (const url of [base + start, ...pages]) {
      await page.goto(url);
      const forms = await page.locator("main form").count();
      for (let form = 0; form < forms; form += 1) {
        await page.goto(url);
        const submitted = page.waitForResponse((response) => response.request().isNavigationRequest());
        await page.locator("main form").nth(form).locator("button:not([type=button])").first().click();
        const status = (await submitted).status();
        // A form in which something must be chosen says so when it is sent empty.
        const says = status === 422 && (await page.locator("main .error-summary").count()) === 1;
        assert.ok(status === 200 || says, `${url}, form ${form + 1}: ${status}`);
        assert.equal(await page.locator("h1").count(), 1, page.url());
      }
    }
  });

  test(`the language link on ${start} leads to the same page in the other language and back`, async () => {
    const { page } = await newPage(browser, { javaScriptEnabled: false });
    await page.goto(base + start);
    const own = await page.locator("html").getAttribute("lang");
    await page.locator("header a[hreflang]").first().click();
    await page.waitForLoadState();
    assert.notEqual(await page.locator("html").getAttribute("lang"), own);
    await page.locator("header a[hreflang]").first().click();
    await page.waitForLoadState();
    assert.equal(new URL(page.url()).pathname, start);
  });
}
