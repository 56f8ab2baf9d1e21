// Programs: somebody makes a key on the pages, the API is asked by schemathesis with its default checks, and the key
// ends. Which things it asks for is in `api/schemathesis.toml`.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { base, launch, newPage } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { signInAs } from "../lib/demo-roles.mjs";

const CONFIG = join(import.meta.dirname, "../api/schemathesis.toml");
/** How many random questions of each operation; the coverage of the description comes on top. */
const EXAMPLES = "25";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A page on which somebody is signed in. */
async function as(name) {
  const { page } = await newPage(browser);
  await signInAs(page, name);
  return page;
}

/** Makes a key on the page of the own account, and reads it where it is shown once. */
async function makeKey(page, name, scope) {
  await page.goto(`${base}/account/keys`);
  await page.fill("#field-name", name);
  await page.locator("#field-organisation").selectOption({ index: 1 });
  await page.locator(`[name=scope][value=${scope}]`).check();
  const year = new Date().getFullYear() + 1;
  await page.fill("#field-until", `${year}-01-02`);
  const answer = page.waitForResponse((one) => one.request().method() === "POST");
  await page.locator("main form button[type=submit]").last().click();
  const found = await problems(page, await answer);
  assert.deepEqual(found, []);
  return (await page.locator("code.secret").innerText()).trim();
}

const ask = (key, path) => fetch(`${base}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });

test("a form without a name, a place or a day says so at each field", async () => {
  const page = await as("Esra Yildirim");
  await page.goto(`${base}/account/keys`);
  await page.locator("main form button[type=submit]").last().click();
  assert.equal(await page.locator(".error-summary li").count(), 3);
  await page.context().close();
});

test("schemathesis finds nothing wrong with the API", { timeout: 900_000 }, async () => {
  const python = process.env.ZICHT_PYTHON;
  assert.ok(python, "ZICHT_PYTHON does not say where Python is: run `cargo xtask test --only browser`");
  const [editor, researcher] = [await as("Esra Yildirim"), await as("Jeroen Bakker")];
  const key = await makeKey(editor, "schemathesis", "write");
  const researcherKey = await makeKey(researcher, "schemathesis", "read");
  const folder = mkdtempSync(join(tmpdir(), "zicht-api-"));
  const words = ["--config-file", CONFIG, "run", `${base}/api/v1/openapi.json`, "--max-examples", EXAMPLES, "--warnings", "off"];
  try {
    const running = promisify(execFile)(join(dirname(python), "schemathesis"), words, {
      cwd: folder,
      env: { ...process.env, ZICHT_KEY: key, ZICHT_RESEARCHER_KEY: researcherKey, NO_COLOR: "1" },
      maxBuffer: 64 * 1024 * 1024,
    });
    // It reads what comes in, and would wait for ever.
    running.child.stdin.end();
    await running.catch((error) => assert.fail(`${error.stdout}\n${error.stderr}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await Promise.all([editor, researcher].map((page) => page.context().close()));
});

test("a key works until its owner takes it back", async () => {
  const page = await as("Esra Yildirim");
  const key = await makeKey(page, "Zaaksysteem", "read");
  assert.equal((await ask(key, "/forms")).status, 200);
  await page.goto(`${base}/account/keys`);
  const card = page.locator(".card").filter({ hasText: "Zaaksysteem" });
  assert.match(await card.innerText(), /Laatst gebruikt/);
  await card.getByRole("button").click();
  assert.match(await page.locator("main").innerText(), /werkt niet meer/);
  assert.equal((await ask(key, "/forms")).status, 401);
  await page.context().close();
});

test("an administrator sees and ends the keys of the own organisation", async () => {
  const editor = await as("Esra Yildirim");
  const key = await makeKey(editor, "Oud systeem", "read");
  const page = await as("Anna Verhoeven");
  await page.goto(`${base}/organisations`);
  await page.locator("main a", { hasText: "Wijchen" }).first().click();
  await page.getByRole("link", { name: "Sleutels van de API" }).click();
  assert.deepEqual(await problems(page, await page.reload()), []);
  const card = page.locator("section.card").filter({ hasText: "Oud systeem" });
  assert.match(await card.innerText(), /Esra Yildirim/);
  await card.getByRole("button").click();
  assert.equal((await ask(key, "/forms")).status, 401);
  await Promise.all([editor, page].map((one) => one.context().close()));
});
