// With a keyboard only: the skip link, an order that follows the page, a focus that shows, a chart's table.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";

/** More stops than any page should have. */
const MOST_STOPS = 600;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const start of ["/", "/en"]) {
  test(`on ${start} the first stop is the link to the content, and it works`, async () => {
    const { page } = await newPage(browser);
    await page.goto(base + start);
    await page.keyboard.press("Tab");
    const first = await focused(page);
    assert.equal(first.name, "A");
    assert.match(first.href, /^#/);
    assert.ok(first.visible, "the skip link does not show when it has the focus");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(
      (target) => document.querySelector(target)?.contains(document.activeElement),
      first.href,
    );
    assert.ok(inside, "after the skip link the focus is not in the content");
  });

  test(`on ${start} the focus walks through the page in order and always shows`, async () => {
    const { page } = await newPage(browser);
    await page.goto(base + start);
    const stops = await walk(page);
    const hidden = stops.filter((stop) => !stop.visible || !stop.marked).map((stop) => stop.html);
    assert.deepEqual(hidden, [], "stops without a visible focus");
    assert.deepEqual(stops.filter((stop) => stop.tabIndex > 0).map((stop) => stop.html), [], "an order of its own");
    assert.ok(stops.length < MOST_STOPS, "the focus does not come to the end of the page");
  });
}

test("the table of a chart is reached and opened with the keyboard", async () => {
  const { page } = await newPage(browser);
  const found = await pageWithChartTable(page);
  assert.ok(found, "no page of the navigation has a chart with a table under it");
  let stop;
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press("Tab");
    stop = await focused(page);
    if (stop?.name === "SUMMARY" && stop.opensTable) {
      break;
    }
  }
  assert.equal(stop?.name, "SUMMARY", "Tab does not reach the table of a chart");
  await page.keyboard.press("Enter");
  const shown = await page.evaluate(() => {
    const box = document.activeElement.closest("details")?.querySelector("table")?.getBoundingClientRect();
    return Boolean(box && box.width > 0 && box.height > 0);
  });
  assert.ok(shown, "Enter does not show the table");
});

/** Opens the first page, from home on, that has a table behind a summary. */
async function pageWithChartTable(page) {
  await page.goto(`${base}/`);
  const links = await page.evaluate(() => [...document.querySelectorAll("header nav a, main a:not(svg a)")].map((link) => link.href));
  const urls = [`${base}/`, ...new Set(links.filter((url) => url.startsWith(base) && !url.includes("#")))].slice(0, 20);
  for (const url of urls) {
    const answer = await page.request.get(url);
    if ((answer.headers()["content-type"] ?? "").startsWith("text/html")) {
      await page.goto(url);
      if ((await page.locator("main details:has(table) > summary").count()) > 0) {
        return true;
      }
    }
  }
  return false;
}

/** Presses Tab until the focus leaves the page or comes back to where it was. */
async function walk(page) {
  const stops = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (!stop || stop.again) {
      break;
    }
    stops.push(stop);
  }
  return stops;
}

/** What has the focus now, or null if the page has not. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) {
      return null;
    }
    window.stopsBefore ??= new WeakSet();
    const again = window.stopsBefore.has(element);
    window.stopsBefore.add(element);
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      again,
      name: element.tagName.toUpperCase(),
      href: element.getAttribute("href") ?? "",
      html: element.outerHTML.slice(0, 120),
      tabIndex: element.tabIndex,
      visible: box.width > 0 && box.height > 0 && style.visibility === "visible",
      // SVG links draw their focus on what is inside them.
      marked: style.outlineStyle !== "none" || style.boxShadow !== "none" || element instanceof SVGElement,
      opensTable: Boolean(element.closest("details")?.querySelector("table")),
    };
  });
}
