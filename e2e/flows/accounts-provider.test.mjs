// Signing in at an OpenID provider: PKCE, a change of its keys, and signing out there.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { enrol, isSignedIn } from "../lib/account.mjs";
import { launch, newPage } from "../lib/browser.mjs";
import { startMailbox } from "../lib/mailbox.mjs";
import { startProvider } from "../lib/provider.mjs";
import { ADMINISTRATOR, startZicht } from "../lib/serve.mjs";

const PASSWORD = "zeven groene fietsen in Assen";

let browser, mailbox, provider, zicht;
before(async () => {
  [browser, mailbox] = await Promise.all([launch(), startMailbox()]);
  provider = await startProvider({
    people: {
      jan: { email: ADMINISTRATOR, email_verified: true, name: "Jan" },
      els: { email: "els@example.org", email_verified: true, name: "Els" },
    },
  });
  zicht = await startZicht({ mailbox, provider });
  provider.setClient({ redirect: `${zicht.url}/oidc/test/callback`, logout: `${zicht.url}/oidc/test/logout` });
  const { page } = await open();
  await enrol(page, zicht.firstLink, PASSWORD);
  await page.goto(`${zicht.url}/account/security`);
  await goThere(page, "jan");
  await page.context().close();
});
after(async () => {
  await browser?.close();
  await zicht?.stop();
  await provider?.stop();
  await mailbox?.stop();
});

const open = () => newPage(browser, { base: zicht.url, also: [provider.issuer] });

/** Presses the button that leads to the provider, says there who it is, if it asks, and waits to be back. */
async function goThere(page, login) {
  const elsewhere = async () => {
    await page.waitForFunction(() => !window.leaving && !location.pathname.startsWith("/oidc/"));
    return page.url().startsWith(`${provider.issuer}/interaction`);
  };
  const leave = async (button) => {
    await page.evaluate(() => (window.leaving = true));
    await button.click();
  };
  await leave(page.locator('main form[action*="/oidc/test"] button').first());
  if (await elsewhere()) {
    await page.locator("[name=login]").fill(login);
    await leave(page.locator("button"));
    await elsewhere();
  }
  assert.ok(page.url().startsWith(zicht.url), page.url());
}

async function signInAtProvider(page, login) {
  await page.goto(`${zicht.url}/sign-in`);
  await goThere(page, login);
}

test("a person that was linked signs in at the provider, with PKCE and a nonce", async () => {
  const { page } = await open();
  await signInAtProvider(page, "jan");
  assert.ok(await isSignedIn(page), page.url());
  assert.ok(provider.seen.includes("authorization with S256 and a nonce"), provider.seen.join("\n"));
  await page.context().close();
});

test("a person that was not linked is not let in, whatever the address", async () => {
  const { page } = await open();
  await signInAtProvider(page, "els");
  assert.ok(!(await isSignedIn(page)));
  await page.context().close();
});

test("the provider changes its keys, and signing in goes on", async () => {
  provider.rotateKeys();
  const { page } = await open();
  await signInAtProvider(page, "jan");
  assert.ok(await isSignedIn(page), page.url());
  await page.context().close();
});

test("signing out at the provider signs out here", async () => {
  const { page } = await open();
  await signInAtProvider(page, "jan");
  await page.goto(`${zicht.url}/account`);
  assert.ok(await isSignedIn(page));
  const there = await page.context().newPage();
  await there.goto(`${provider.issuer}/session/end`);
  await there.locator("button[name=logout], button[value=yes], button").first().click();
  await there.waitForLoadState();
  assert.ok(provider.seen.includes("back-channel logout"), provider.seen.join("\n"));
  await page.goto(`${zicht.url}/account`);
  assert.match(page.url(), /\/sign-in/);
  await page.context().close();
});

test("a forged sign-out is refused", async () => {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const events = { "http://schemas.openid.net/event/backchannel-logout": {} };
  const claims = { iss: provider.issuer, aud: provider.clientId, sub: "jan", iat: Math.floor(Date.now() / 1000), jti: "x", events };
  for (const header of [{ alg: "none", typ: "logout+jwt" }, { alg: "RS256", typ: "logout+jwt", kid: "unknown" }]) {
    const token = `${part(header)}.${part(claims)}.${part("signature")}`;
    const answer = await fetch(`${zicht.url}/oidc/test/logout`, {
      method: "POST",
      body: new URLSearchParams({ logout_token: token }),
    });
    assert.equal(answer.status, 400, JSON.stringify(header));
  }
});
