// What must hold on every page. Each check gives a list of problems, in words.

import axe from "axe-core";

import { formProblems } from "./forms.mjs";

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The narrowest screen, in CSS pixels: 1280 at 400% zoom (WCAG 1.4.10). */
const NARROW = 320;

/** Everything below, for the page that is open and the response it came with. */
export async function problems(page, response) {
  const wide = page.viewportSize();
  const found = [...policy(response), ...(await frame(page)), ...(await formProblems(page)), ...(await accessibility(page))];
  await page.setViewportSize({ width: NARROW, height: 640 });
  found.push(...(await overflow(page)));
  await page.setViewportSize(wide);
  return found;
}

/** A strict Content-Security-Policy: nothing inline, nothing evaluated. */
export function policy(response) {
  const header = response.headers()["content-security-policy"] ?? "";
  if (!/default-src 'none'|default-src 'self'/.test(header)) {
    return [`no strict Content-Security-Policy: ${header || "none"}`];
  }
  return /unsafe-inline|unsafe-eval/.test(header) ? [`the Content-Security-Policy is not strict: ${header}`] : [];
}

/** Language by path, a title, and one heading of the first level. */
export async function frame(page) {
  const found = [];
  const { pathname } = new URL(page.url());
  const expected = /^\/en(\/|$)/.test(pathname) ? "en" : "nl";
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title.trim(),
    headings: document.querySelectorAll("h1").length,
  }));
  if (seen.lang !== expected) {
    found.push(`the language is "${seen.lang}", not ${expected}`);
  }
  if (!seen.title) {
    found.push("no title");
  }
  if (seen.headings !== 1) {
    found.push(`${seen.headings} headings of the first level`);
  }
  return found;
}

/** Findings of axe, each with its first places. */
export async function accessibility(page) {
  // The browser's own door, which the page's policy does not close.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }),
    AXE_TAGS,
  );
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map((node) => node.target.join(" "));
    return `axe ${id}: ${help} (${nodes.length}x: ${places.join("; ")})`;
  });
}

/** No scrolling sideways: what is wider than the screen scrolls in a box of its own. */
export async function overflow(page) {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) {
      return null;
    }
    const scrolls = (element) => element && /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
    const inBox = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (scrolls(box)) {
          return true;
        }
      }
      return false;
    };
    const widest = [...document.body.querySelectorAll("*")].find(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !inBox(element),
    );
    return `${scrollWidth} px wide, by ${widest ? widest.outerHTML.slice(0, 120) : "an unknown element"}`;
  });
  return wide ? [`scrolls sideways at ${NARROW} px: ${wide}`] : [];
}
