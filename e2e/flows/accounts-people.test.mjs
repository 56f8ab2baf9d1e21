// An administrator and her people, and a privacy officer who watches: on the demonstration, without scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { fill, send } from "../lib/account.mjs";
import { base, launch, newPage } from "../lib/browser.mjs";
import { accessibility } from "../lib/checks.mjs";
import { signInAs } from "../lib/demo-roles.mjs";
import { errorProblems } from "../lib/forms.mjs";

const ADMINISTRATOR = "Anna Verhoeven";
const PRIVACY_OFFICER = "Wim Kersten";
const NEIGHBOUR = "Bram Hendriks";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A page without scripts on which somebody is signed in. */
async function as(name) {
  const { page } = await newPage(browser, { javaScriptEnabled: false });
  await signInAs(page, name);
  return page;
}

/** From the start page to the people of the own organisation; resolves to their address. */
async function toPeople(page) {
  await page.goto(`${base}/start`);
  await page.locator('main a[href*="/people"]').first().click();
  return page.url();
}

test("an administrator invites somebody with the keyboard, and passes the link on when there is no mail", async () => {
  const page = await as(ADMINISTRATOR);
  const people = await toPeople(page);
  await page.goto(`${people}/invite`);
  await send(page, "email");
  // Checks of the browser itself need scripts in the page, which axe brings; so that one is left to the others.
  assert.ok((await page.locator("main .error-summary a").count()) >= 3);
  await page.locator("main [name=name]").focus();
  await page.keyboard.type("Nieuwe Collega");
  await page.keyboard.press("Tab");
  await page.keyboard.type("nieuw@example.org");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.waitForLoadState();
  const link = await page.locator("main code.link").innerText();
  assert.match(link, /\/invitation\/[0-9a-f]{64}$/);

  const guest = await newPage(browser);
  await guest.page.goto(`${base}${new URL(link).pathname}`);
  assert.equal(await guest.page.locator('main [name="new_password"]').count(), 1);
  assert.deepEqual(await accessibility(guest.page), []);
  await guest.page.context().close();
  await page.context().close();
});

test("errors when inviting are announced and lead to their field", async () => {
  const { page } = await newPage(browser);
  await signInAs(page, ADMINISTRATOR);
  const people = await toPeople(page);
  for (const address of [`${people}/invite`, `${people.replace(base, `${base}/en`)}/invite`]) {
    await page.goto(address);
    await send(page, "email");
    assert.deepEqual(await errorProblems(page), [], address);
    assert.deepEqual(await accessibility(page), [], address);
  }
  await page.context().close();
});

test("an administrator gives a role and takes it back, and the other sees it at once", async () => {
  const page = await as(ADMINISTRATOR);
  await toPeople(page);
  await page.getByRole("link", { name: "Noor van Dam" }).click();
  const person = page.url();
  for (const [act, expected] of [["check", true], ["uncheck", false]]) {
    await page.goto(person);
    await page.locator('main [name=role][value="approver"]')[act]();
    await send(page, "role");
    await page.goto(person);
    assert.equal(await page.locator('main [name=role][value="approver"]').isChecked(), expected);
    const other = await as("Noor van Dam");
    await other.goto(`${base}/start`);
    const roles = await other.locator("main dl.facts").innerText();
    assert.equal(/accordeur|goedkeurder|approver/i.test(roles), expected, roles);
    await other.context().close();
  }
  await page.context().close();
});

test("nobody changes the own roles, and the people of the neighbour are not there", async () => {
  const page = await as(ADMINISTRATOR);
  await toPeople(page);
  await page.locator("main").getByRole("link", { name: ADMINISTRATOR }).click();
  assert.equal(await page.locator("main form [name=role]").count(), 0);
  const own = page.url();
  const neighbour = await as(NEIGHBOUR);
  assert.equal((await neighbour.goto(own)).status(), 404);
  await neighbour.context().close();
  await page.context().close();
});

test("a privacy officer sees who did what in the own organisation, takes it along, and nothing else", async () => {
  const page = await as(PRIVACY_OFFICER);
  await page.goto(`${base}/audit`);
  assert.ok((await page.locator("main tbody tr").count()) > 0);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator('main a[href*="/audit/export.csv"]').click(),
  ]);
  assert.match(download.suggestedFilename(), /\.csv$/);
  await page.goto(`${base}/audit?kind=audit.exported`);
  assert.ok((await page.locator("main tbody tr").count()) > 0, "the export is an event itself");
  assert.equal((await page.goto(`${base}/organisations`)).status(), 403);
  assert.equal((await page.goto(`${base}/operations`)).status(), 403);
  await page.goto(`${base}/audit?kind=account.refused`);
  assert.ok((await page.locator("main tbody tr").count()) > 0, "being refused is an event too");
  await page.context().close();
});
