// Every page that can be reached, by nobody and by each role: answers 200, accessible, its forms in order, no
// sideways scrolling, no request elsewhere.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { Frontier, MOST_PAGES, withoutFragment } from "../lib/crawler.mjs";
import { ONE_OF_EACH_ROLE, signInAs } from "../lib/demo-roles.mjs";

/** Tabs at once; one core each on a small machine. */
const TABS = 2;
/** What nobody in particular sees too, but for the home page: the first test was there. */
const PUBLIC = /^(\/en)?\/((monitor|conclusions|downloads|method|about)(\/|$)|regions$)/;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test("every page that can be reached is in order", { timeout: 1_800_000 }, async (t) => {
  const crawl = start({ frontier: new Frontier() });
  const first = await newPage(browser);
  await visitNext(crawl, first);
  await visitNext(crawl, first);
  const tabs = [first, ...(await Promise.all(Array.from({ length: TABS - 1 }, () => newPage(browser))))];
  await Promise.all(tabs.map((tab) => visitAll(crawl, tab)));
  assert.equal(tell(t, crawl).join("\n"), "");
  assert.ok(crawl.pages > 2, "the home pages link to nothing");
});

test("every page that a role adds is in order", { timeout: 1_800_000 }, async (t) => {
  const told = [];
  await each(ONE_OF_EACH_ROLE, TABS, async (who) => {
    const tab = await newPage(browser);
    await signInAs(tab.page, who);
    const crawl = start({ frontier: new Frontier({ leaveOut: PUBLIC, sample: 2 }), who });
    await visitAll(crawl, tab);
    await tab.page.context().close();
    told.push(...tell(t, crawl));
    assert.ok(crawl.pages > 2, `${who} reaches nothing`);
  });
  assert.equal(told.join("\n"), "");
});

function start(crawl) {
  const whole = { anchors: new Map(), fragments: [], found: new Map(), pages: 0, files: 0, ...crawl };
  whole.frontier.add(`${base}/`, "the start");
  whole.frontier.add(`${base}/en`, "the start");
  return whole;
}

// Says how much was visited; gives what was wrong.
function tell(t, crawl) {
  for (const { url, from } of crawl.fragments) {
    const anchors = crawl.anchors.get(withoutFragment(url));
    if (anchors && !anchors.has(decodeURIComponent(new URL(url).hash.slice(1)))) {
      complain(crawl, `links to ${url.slice(base.length)}, which has no such place`, from);
    }
  }
  t.diagnostic(
    `${crawl.who ?? "nobody"}: ${crawl.pages} pages and ${crawl.files} files visited, ` +
      `${crawl.frontier.sampled} left out as like others, ${crawl.frontier.waiting} left at the bound of ${MOST_PAGES}`,
  );
  return crawl.found.size > 0 ? [`${crawl.who ?? "nobody"}:\n${report(crawl.found)}`] : [];
}

// Does the work for each item, `most` at once.
async function each(items, most, work) {
  const waiting = [...items];
  const one = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: most }, one));
}

// One problem is often on many pages: it is told once, with the first of them.
function complain(crawl, problem, url) {
  crawl.found.set(problem, [...(crawl.found.get(problem) ?? []), url.slice(base.length)]);
}

function report(found) {
  return [...found]
    .map(([problem, urls]) => `${problem}\n    on ${urls.length} pages: ${urls.slice(0, 5).join(" ")}`)
    .join("\n");
}

async function visitAll(crawl, tab) {
  while (crawl.pages + crawl.files < MOST_PAGES && (await visitNext(crawl, tab)));
}

async function visitNext(crawl, tab) {
  const next = crawl.frontier.next();
  if (next) {
    const found = await visit(crawl, tab, next).catch((error) => [error.message]);
    found.forEach((problem) => complain(crawl, problem, next.url));
  }
  return next;
}

async function visit(crawl, { page, complaints }, { url, from }) {
  // Asked for first without showing it: a file would start a download instead of a page.
  // A PDF may have to wait for another one.
  const plain = await page.request.get(url, { timeout: 300_000 });
  if (plain.status() !== 200) {
    return [`status ${plain.status()}, linked from ${from}`];
  }
  const { "content-type": type = "", "content-disposition": disposition = "" } = plain.headers();
  if (!type.startsWith("text/html") || disposition.startsWith("attachment")) {
    crawl.files += 1;
    return (await plain.body()).length > 0 ? [] : ["an empty file"];
  }
  crawl.pages += 1;
  const response = await page.goto(url, { waitUntil: "load" });
  const found = await problems(page, response);
  await collectLinks(crawl, page);
  return [...found, ...complaints.splice(0)];
}

async function collectLinks(crawl, page) {
  const { ids, links } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    links: [...document.querySelectorAll("a[href]")].map((link) => (typeof link.href === "string" ? link.href : new URL(link.href.baseVal, document.baseURI).href)),
  }));
  const here = page.url();
  crawl.anchors.set(withoutFragment(here), new Set(["", "top", ...ids]));
  for (const link of links) {
    const url = new URL(link, here);
    if (url.origin !== base) {
      continue;
    }
    if (url.hash) {
      crawl.fragments.push({ url: url.href, from: here });
    }
    crawl.frontier.add(url.href, here);
  }
}
