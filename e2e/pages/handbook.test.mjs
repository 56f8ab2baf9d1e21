// The pictures of the handbook (docs/handboek): every page in them is opened as its reader and photographed. With
// ZICHT_HANDBOOK the pictures are written to that folder; without it they are only made.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";
import { signInAs } from "../lib/demo-roles.mjs";

const HANDBOOK = join(import.meta.dirname, "../../docs/handboek");
const FORM = "/forms/2027-proef/GM0296";
/** Name of the picture, who looks, and at what. */
const PICTURES = [
  ["vragenlijst", "Esra Yildirim", FORM],
  ["doel", "Esra Yildirim", `${FORM}/goals/1`],
  ["bewijs", "Esra Yildirim", `${FORM}/goals/1/more`],
  ["uw-gemeente", "Esra Yildirim", "/own/GM0296"],
  ["advies", "Esra Yildirim", "/own/GM0296/advice"],
  ["voorbeelden", "Esra Yildirim", "/examples"],
  ["respons", "Rosa Janssen", "/waves/2027-proef"],
  ["regio", "Rosa Janssen", "/regions/gelderland-zuid"],
  ["nieuwe-peiling", "Jeroen Bakker", "/waves/new"],
  ["peiling", "Jeroen Bakker", "/waves/2027-proef"],
];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test("every picture of the handbook can be taken again", async () => {
  const folder = process.env.ZICHT_HANDBOOK;
  for (const [name, who, path] of PICTURES) {
    const { page } = await newPage(browser);
    await page.setViewportSize({ width: 1100, height: 900 });
    await signInAs(page, who);
    const answer = await page.goto(base + path);
    assert.equal(answer.status(), 200, `${who} does not see ${path}`);
    const picture = await page.screenshot(folder ? { path: join(folder, `${name}.png`) } : {});
    assert.ok(picture.length > 10_000, `${path} is an empty page`);
    await page.context().close();
  }
});

test("the handbook shows every picture, and no picture that is not there", () => {
  const texts = readdirSync(HANDBOOK).filter((file) => file.endsWith(".md"));
  const text = texts.map((file) => readFileSync(join(HANDBOOK, file), "utf8")).join("\n");
  const shown = [...text.matchAll(/\(beelden\/([\w-]+)\.png\)/g)].map(([, name]) => name).sort();
  assert.deepEqual(shown, PICTURES.map(([name]) => name).sort());
  const kept = readdirSync(join(HANDBOOK, "beelden")).map((file) => file.replace(/\.png$/, "")).sort();
  assert.deepEqual(kept, shown);
});
