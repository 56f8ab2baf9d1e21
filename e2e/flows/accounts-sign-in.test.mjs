// From an invitation to signing in, with each kind of proof, and back out again: against a `zicht serve` of its own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { enrol, fill, isSignedIn, send, signIn } from "../lib/account.mjs";
import { launch, newPage } from "../lib/browser.mjs";
import { accessibility } from "../lib/checks.mjs";
import { errorProblems, formProblems } from "../lib/forms.mjs";
import { linkIn, startMailbox } from "../lib/mailbox.mjs";
import { withPasskeys } from "../lib/passkey.mjs";
import { ADMINISTRATOR, startZicht } from "../lib/serve.mjs";
import { freshCode } from "../lib/totp.mjs";

const PASSWORD = "zeven groene fietsen in Assen";
const OTHER_PASSWORD = "acht blauwe bootjes op de Eem";

let browser, mailbox, zicht;
/** The first administrator, once enrolled: address, password, secret, the last code, recovery codes. */
let administrator;

before(async () => {
  [browser, mailbox] = await Promise.all([launch(), startMailbox()]);
  zicht = await startZicht({ mailbox });
  const { page } = await open();
  const { secret, used, codes } = await enrol(page, zicht.firstLink, PASSWORD);
  administrator = { email: ADMINISTRATOR, password: PASSWORD, secret, used, codes };
  await page.context().close();
});
after(async () => {
  await browser?.close();
  await zicht?.stop();
  await mailbox?.stop();
});

const open = (options = {}) => newPage(browser, { base: zicht.url, ...options });

/** Signs the administrator in on a new page: with a recovery code, because one of the app comes every 30 seconds. */
async function asAdministrator(options) {
  const opened = await open(options);
  await signIn(opened.page, zicht.url, { ...administrator, code: administrator.codes.pop() });
  assert.ok(await isSignedIn(opened.page), await opened.page.locator("main").innerText());
  return opened;
}

/** Invites somebody to the first organisation, and takes the link from the mail. */
async function invite(page, email, name = "Iemand Nieuw") {
  await page.goto(`${zicht.url}/organisations`);
  await page.locator('main a[href*="/organisations/"]:not([href$="/merge"]):not([href$="/new"])').first().click();
  await page.goto(`${page.url().replace(/\/people.*$/, "")}/people/invite`);
  await fill(page, { name, email, lang: "nl", role: "reader" });
  await send(page, "email");
  return linkIn(await mailbox.take(email), "/invitation/");
}

test("an invitation leads to a passkey, and the passkey signs in", async () => {
  const inviter = await asAdministrator();
  const link = await invite(inviter.page, "passkey@example.org");
  const { page, complaints } = await open();
  const device = await withPasskeys(page);
  await page.goto(link);
  await page.getByRole("button", { name: /toegangssleutel/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/invitation"));
  assert.equal((await device.held()).length, 1);
  assert.ok(await isSignedIn(page));

  await page.locator('header form[action$="/sign-out"] button').click();
  // The browser offers the passkey in the field of the address; this device says yes without being asked.
  await page.goto(`${zicht.url}/sign-in`);
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  assert.ok(await isSignedIn(page));

  await page.locator('header form[action$="/sign-out"] button').click();
  await device.answer(false);
  await page.goto(`${zicht.url}/sign-in`);
  const button = page.getByRole("button", { name: /toegangssleutel/i });
  await button.click();
  await device.answer(true);
  // A device that was asked a moment before its owner came keeps waiting; pressing again asks it anew.
  const left = () => page.waitForURL((url) => !url.pathname.startsWith("/sign-in"), { timeout: 5000 });
  await left().catch(async () => {
    await button.click();
    await left();
  });
  assert.ok(await isSignedIn(page));
  // The link was for one time.
  assert.equal((await page.goto(link)).status(), 410);
  assert.deepEqual(complaints.filter((text) => !text.includes("410")), []);
  await page.context().close();
  await inviter.page.context().close();
});

test("a password and a code sign in, without scripts and with the keyboard only", async () => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(`${zicht.url}/sign-in`);
  await tabTo(page, "email");
  await page.keyboard.type(administrator.email);
  await page.keyboard.press("Tab");
  await tabTo(page, "password", false);
  await page.keyboard.type(administrator.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/sign-in\/code/);
  await tabTo(page, "code");
  administrator.used = await freshCode(administrator.secret, administrator.used);
  await page.keyboard.type(administrator.used);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  assert.ok(await isSignedIn(page));
  await page.context().close();
});

test("a recovery code signs in once, and its owner is told by mail", async () => {
  const code = administrator.codes.pop();
  for (const works of [true, false]) {
    const { page } = await open();
    await page.goto(`${zicht.url}/sign-in`);
    await fill(page, { email: administrator.email, password: administrator.password });
    await send(page, "password");
    await fill(page, { code });
    await send(page, "code");
    assert.equal(await isSignedIn(page), works);
    await page.context().close();
  }
  assert.match((await mailbox.take(administrator.email)).text, /herstelcode/i);
});

test("a forgotten password is set anew by a link and a code, and ends every session", async () => {
  const elsewhere = await asAdministrator();
  const { page } = await open();
  await page.goto(`${zicht.url}/sign-in`);
  await page.locator('main a[href$="/reset"]').click();
  await fill(page, { email: administrator.email });
  await send(page, "email");
  const link = linkIn(await takeWith("/reset/"), "/reset/");
  await page.goto(link);
  administrator.used = await freshCode(administrator.secret, administrator.used);
  await fill(page, { new_password: OTHER_PASSWORD, code: administrator.used });
  await send(page, "new_password");
  administrator.password = OTHER_PASSWORD;
  assert.equal((await page.goto(link)).status(), 410, "the link works once");
  await elsewhere.page.goto(`${zicht.url}/account`);
  assert.match(elsewhere.page.url(), /\/sign-in/);
  await elsewhere.page.context().close();
  await page.context().close();
  const again = await asAdministrator();
  await again.page.context().close();
});

test("an address that nobody has is answered the same, and gets no mail", async () => {
  const { page } = await open();
  const answers = [];
  for (const email of ["niemand@example.org", "ook-niemand@example.org"]) {
    await page.goto(`${zicht.url}/reset`);
    await fill(page, { email });
    await send(page, "email");
    answers.push((await page.locator("main").innerText()).replaceAll(email, ""));
  }
  await page.goto(`${zicht.url}/reset`);
  await fill(page, { email: "passkey@example.org" });
  await send(page, "email");
  answers.push((await page.locator("main").innerText()).replaceAll("passkey@example.org", ""));
  assert.equal(new Set(answers).size, 1);
  assert.ok(mailbox.mails.every((mail) => !mail.to.some((to) => to.includes("niemand"))));
  await page.context().close();
});

test("the list of sessions shows every device, and one ends from another", async () => {
  const [here, there] = [await asAdministrator(), await asAdministrator()];
  await here.page.goto(`${zicht.url}/account/sessions`);
  const forms = here.page.locator('main form[action*="/account/sessions/"]');
  assert.ok((await forms.count()) >= 2, await here.page.locator("main").innerText());
  await here.page.locator('main form[action$="/others"] button, main form[action$="/end-others"] button').first().click();
  await here.page.waitForLoadState();
  assert.ok(await isSignedIn(here.page), "the own session goes on");
  await there.page.goto(`${zicht.url}/account`);
  assert.match(there.page.url(), /\/sign-in/);
  await here.page.context().close();
  await there.page.context().close();
});

for (const lang of ["", "/en"]) {
  test(`errors on forms are announced and lead to their field ("${lang}")`, async () => {
    const { page } = await open();
    for (const [path, field] of [["/sign-in", "password"], ["/reset", "email"]]) {
      await page.goto(zicht.url + lang + path);
      await send(page, field);
      assert.deepEqual(await errorProblems(page), [], path);
      assert.deepEqual(await accessibility(page), [], path);
      assert.deepEqual(await formProblems(page), [], path);
      const link = page.locator("main .error-summary a[href^='#']").first();
      const target = (await link.getAttribute("href")).slice(1);
      await link.click();
      assert.equal(await page.evaluate(() => document.activeElement.id), target);
    }
    await page.context().close();
  });
}

test("a password manager knows what the fields are", async () => {
  const { page } = await open();
  await page.goto(`${zicht.url}/sign-in`);
  const autocomplete = (name) => page.locator(`main [name=${name}]`).getAttribute("autocomplete");
  assert.match(await autocomplete("email"), /^username/);
  assert.equal(await autocomplete("password"), "current-password");
  await fill(page, { email: administrator.email, password: administrator.password });
  await send(page, "password");
  assert.equal(await autocomplete("code"), "one-time-code");
  const inviter = await asAdministrator();
  const link = await invite(inviter.page, "manager@example.org");
  await page.goto(link);
  assert.equal(await autocomplete("new_password"), "new-password");
  // So that the manager keeps the new password with the right account.
  assert.equal(await page.locator('main form [autocomplete="username"]').first().inputValue(), "manager@example.org");
  await page.context().close();
  await inviter.page.context().close();
});

/** Presses Tab until the field with this name has the focus. */
async function tabTo(page, name, first = true) {
  for (let stops = 0; stops < 60; stops += 1) {
    if (stops > 0 || first) {
      await page.keyboard.press("Tab");
    }
    if ((await page.evaluate(() => document.activeElement.getAttribute("name"))) === name) {
      return;
    }
    if (stops === 0 && !first) {
      await page.keyboard.press("Tab");
    }
  }
  throw new Error(`Tab does not reach ${name}`);
}

/** The administrator gets other mail too: takes the first with such a link. */
async function takeWith(part) {
  for (;;) {
    const mail = await mailbox.take(administrator.email);
    if (mail.text.includes(part)) {
      return mail;
    }
  }
}
