// Signing in on the demo: one button for each person that it has.

import { base, newPage } from "./browser.mjs";

const SIGN_IN = "/demo/sign-in";

/** The buttons of the demo's sign-in page, by their words, in order. */
export async function demoRoles(browser) {
  const { page } = await newPage(browser);
  await page.goto(base + SIGN_IN);
  const words = (await buttons(page).allInnerTexts()).map((text) => text.trim().replace(/\s+/g, " "));
  await page.context().close();
  return words;
}

/** Signs the page in as the person of one button: its place, or a name on it. */
export async function signInAs(page, who) {
  await page.goto(base + SIGN_IN);
  const button = typeof who === "number" ? buttons(page).nth(who) : buttons(page).filter({ hasText: who });
  await Promise.all([page.waitForURL((url) => url.pathname !== SIGN_IN), button.click()]);
}

const buttons = (page) => page.locator("main form[method=post] button");
