// An installation of its own with a mail server and people in it, who fill in forms without scripts.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { enrol, fill, send } from "./account.mjs";
import { launch, newPage } from "./browser.mjs";
import { linkIn, startMailbox } from "./mailbox.mjs";
import { startZicht } from "./serve.mjs";
import { freshCode } from "./totp.mjs";

const PASSWORD = "fiets lantaarn kwark zolder";
export const GOALS = 10;

/** Starts one. `people` fills up: page, address and the secret of the app, by name. */
export async function settle() {
  const [browser, mailbox] = [await launch(), await startMailbox()];
  const zicht = await startZicht({ mailbox });
  const people = {};

  async function arrive(name, link, email) {
    const { page } = await newPage(browser, { javaScriptEnabled: false });
    const { secret, used } = await enrol(page, link, PASSWORD);
    people[name] = { page, email, secret, used };
    return page;
  }

  /** Invites somebody to an organisation; the link comes by mail. */
  async function invite(organisation, name, role, lang = "nl") {
    const { page } = people.administrator;
    const email = `${name}@example.org`;
    await page.goto(`${organisation}/people/invite`);
    await fill(page, { name, email, lang, role });
    await send(page, "email");
    return arrive(name, linkIn(await mailbox.take(email), "/invitation/"), email);
  }

  /** The administrator comes in by the first link, and invites a researcher. */
  async function found() {
    const page = await arrive("administrator", zicht.firstLink, "beheer@example.org");
    await page.goto(`${zicht.url}/organisations`);
    await page.locator("main a", { hasText: "Landelijk bureau" }).first().click();
    await invite(page.url().split("?")[0], "researcher", "national-researcher");
  }

  /** A municipality joins; resolves to the address of its page. */
  async function join(name, cbs) {
    const { page } = people.administrator;
    await page.goto(`${zicht.url}/organisations/new`);
    await fill(page, { kind: "municipality", name, cbs, from: "2023-01-01" });
    await send(page, "cbs");
    const organisation = page.url().split("?")[0];
    assert.match(organisation, /\/organisations\/[0-9a-f-]{36}$/);
    return organisation;
  }

  async function stop() {
    await browser.close();
    await zicht.stop();
    await mailbox.stop();
  }

  return { browser, mailbox, zicht, people, invite, found, join, stop };
}

/** A day so many days from now: `2026-11-22`. */
export const day = (later) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);

/** Makes days pass for the mails of a wave: as if every one of them was sent so many days ago. */
export async function mailedDaysAgo(zicht, wave, days) {
  const moment = new Date(Date.now() - days * 86_400_000).toISOString().replace(/\.\d+Z$/, "Z");
  const script = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1],timeout=30); print(c.execute('update forms set invited_at=? where run=? and invited_at is not null',(sys.argv[3],sys.argv[2])).rowcount); c.commit()";
  const python = process.env.ZICHT_PYTHON ?? "python3";
  const { stdout } = await promisify(execFile)(python, ["-c", script, path.join(zicht.folder, "zicht.db"), wave, moment]);
  assert.ok(Number(stdout) > 0, "no mail was sent");
}

/** Ticks the first real answer of every question on a page, `more` of each where more can be ticked. */
export async function answerAll(page, more) {
  const inputs = await page.locator("main form[data-fill] input:is([type=radio],[type=checkbox])").evaluateAll((all) =>
    all.map((one) => ({ name: one.name, value: one.value, many: one.type === "checkbox" })),
  );
  const ticked = new Map();
  for (const { name, value, many } of inputs) {
    const count = ticked.get(name) ?? 0;
    const wanted = name.endsWith("eigen-maatregel") ? "nee" : null;
    const fits = wanted ? value === wanted : !["", "geen", "anders"].includes(value);
    if (fits && count < (many ? more : 1)) {
      await box(page, name, value).check();
      ticked.set(name, count + 1);
    }
  }
}

/** The box or radio of an answer. */
export const box = (page, name, value) => page.locator(`main input[name="${name}"][value="${value}"]`);

/** Sends the part of the form, and resolves to what comes back. */
export async function save(page) {
  const isAnswer = (one) => one.request().isNavigationRequest() && one.status() !== 303;
  const pressed = page.locator("main form[data-fill] .submit button").last().click();
  const [answer] = await Promise.all([page.waitForResponse(isAnswer), pressed]).catch((error) => assert.fail(`${page.url()}: ${error.message}`));
  return answer;
}

/** Submits, approves or sends back a form on its page of checking. */
export async function act(page, form, what) {
  await page.goto(`${form}/check`);
  const button = page.locator(`main form[action$="/${what}"] button`);
  assert.equal(await button.count(), 1, `${what}: ${await page.locator("main").innerText()}`);
  await button.click();
  await page.waitForLoadState();
}

/** Signs in again on the page that asked for it; what was typed is offered and sent. */
export async function signInAgain(person) {
  const { page, email, secret } = person;
  await page.locator("main form button").last().click();
  await fill(page, { email, password: PASSWORD });
  await send(page, "password");
  // A code works once, also for who signs in twice within half a minute.
  person.used = await freshCode(secret, person.used);
  await fill(page, { code: person.used });
  await send(page, "code");
  await page.locator("main form button").last().click();
  await page.waitForLoadState();
}
