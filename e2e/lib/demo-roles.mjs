// Signing in on the demo: one button for each person that it has.

import { base } from "./browser.mjs";

const SIGN_IN = "/demo/sign-in";

/** Somebody for each role, the national ones last. */
export const ONE_OF_EACH_ROLE = [
  "Esra Yildirim",
  "Pieter de Groot",
  "Noor van Dam",
  "Anna Verhoeven",
  "Wim Kersten",
  "Rosa Janssen",
  "Jeroen Bakker",
  "Marloes Visser",
  "Sanne Mulder",
];

/** Signs the page in as the person of this name. */
export async function signInAs(page, name) {
  await page.goto(base + SIGN_IN);
  const button = page.locator("main form[method=post] button").filter({ hasText: name });
  await Promise.all([page.waitForURL((url) => url.pathname !== SIGN_IN), button.click()]);
}
