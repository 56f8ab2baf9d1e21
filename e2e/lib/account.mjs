// What somebody with an account does in the browser.

import { freshCode } from "./totp.mjs";

/** Fields by the names that the server knows; boxes and radios by their value. */
export async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`);
    const type = await field.first().getAttribute("type");
    if (type === "radio" || type === "checkbox") {
      await page.locator(`main [name="${name}"][value="${value}"]`).check();
    } else {
      await field.first().fill(value);
    }
  }
}

/** Sends the form in the content that has this field, and waits for the page after it. */
export async function send(page, field) {
  const form = page.locator("main form").filter({ has: page.locator(`[name="${field}"]`) }).first();
  const answer = page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303);
  await form.locator("button").last().click();
  return answer;
}

/** Accepts an invitation with a password and an authenticator app. Resolves to the app's secret and the codes. */
export async function enrol(page, link, password) {
  await page.goto(link);
  await fill(page, { new_password: password });
  await send(page, "new_password");
  const secret = secretIn(await page.locator("main").innerText());
  const used = await freshCode(secret);
  await fill(page, { code: used });
  await send(page, "code");
  return { secret, used, codes: codesIn(await page.locator("main").innerText()) };
}

/** Signs in with address, password and a code. */
export async function signIn(page, base, { email, password, code }) {
  await page.goto(`${base}/sign-in`);
  await fill(page, { email, password });
  await send(page, "password");
  await fill(page, { code });
  await send(page, "code");
}

/** The secret of an authenticator app, as it stands on the page to be typed. */
export function secretIn(text) {
  const found = text.match(/\b(?:[A-Z2-7]{4} ?){8,}\b/) ?? text.match(/\b[A-Z2-7]{26,}\b/);
  if (!found) {
    throw new Error(`no secret of an app on the page:\n${text}`);
  }
  return found[0].replaceAll(" ", "");
}

/** The recovery codes on a page: ten groups of letters and digits on a line of their own. */
export function codesIn(text) {
  const codes = text.split("\n").map((line) => line.trim()).filter((line) => /^[a-z0-9]{3,6}(-[a-z0-9]{3,6})+$/i.test(line));
  if (codes.length !== 10) {
    throw new Error(`${codes.length} recovery codes on the page:\n${text}`);
  }
  return codes;
}

/** Whether the page shows somebody who is signed in. */
export async function isSignedIn(page) {
  return (await page.locator('header form[action$="/sign-out"]').count()) > 0;
}
