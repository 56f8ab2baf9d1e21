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

/** Signs the page in as the person of one button. */
export async function signInAs(page, index) {
  await page.goto(base + SIGN_IN);
  await Promise.all([page.waitForURL((url) => url.pathname !== SIGN_IN), buttons(page).nth(index).click()]);
}

const buttons = (page) => page.locator("main form[method=post] button");
