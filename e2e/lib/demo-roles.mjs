// Signing in on the demo: one button for each person that it has.

import assert from "node:assert/strict";

import { base, newPage } from "./browser.mjs";

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

/** A page on which somebody is signed in; without scripts unless asked for. */
export async function pageOf(browser, name, options = { javaScriptEnabled: false }) {
  const { page } = await newPage(browser, options);
  await signInAs(page, name);
  return page;
}

/** Opens a page and sees that it is there. */
export async function open(page, address) {
  const response = await page.goto(address);
  assert.equal(response.status(), 200, address);
  return response;
}
