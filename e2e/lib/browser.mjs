// Chromium, told to stay at home, and pages that remember what they should not have done.

import { chromium } from "playwright-core";

/** The server under test, without a slash at its end. */
export const base = (process.env.ZICHT_URL ?? "").replace(/\/$/, "");
if (!base) {
  throw new Error("ZICHT_URL is not set: run these tests with `node run.mjs`");
}

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium with a profile of its own. */
export function launch() {
  // Chromium has no sandbox for the administrator, as whom a build machine often runs.
  const args = process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS;
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args });
}

/**
 * A new page, of the demo or of another `base`, that may also ask the hosts in `also`. Its
 * `complaints` fill up with console errors, script errors and requests to another host.
 * Take them with `complaints.splice(0)`.
 */
export async function newPage(browser, { base: own = base, also = [], ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && ![own, ...also].includes(url.origin)) {
      complaints.push(`asks another host: ${url.href}`);
    }
  });
  page.on("console", (message) => {
    if (message.type() === "error") {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  return { page, complaints };
}
