// The next wave, under a changed questionnaire, after one from before Zicht that came in by import: trends survive
// where answers were mapped and say so where they can't be compared, municipalities that were formed meanwhile are
// explained, and a second scoring rule stands beside the first.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { fill, send } from "../lib/account.mjs";
import { GOALS, act, answerAll, box, day, save, settle } from "../lib/installation.mjs";

const WAVE = "2033";
/** Took part in 2017: one that is still there, and the three that became Voorne aan Zee. */
const THEN = ["GM0296", "GM0501", "GM0530", "GM0614"];
const [WIJCHEN, VOORNE] = ["GM0296", "GM1992"];

let world;
before(async () => {
  world = await settle();
});
after(() => world?.stop());

const press = (page, name) => page.locator("main").getByRole("button", { name, exact: true }).click();
const words = (page) => page.locator("main").innerText();
const get = async (path) => (await fetch(world.zicht.url + path)).text();
const figure = (value, digits = 1) => new Intl.NumberFormat("nl", { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** A file of answers of 2017 of municipalities that agreed to be named. */
function answersOf2017() {
  const source = new URL("../../definitions/demo/2017-reconstructie.csv", import.meta.url);
  const [header, ...rows] = readFileSync(source, "utf8").trim().split("\n").map((line) => line.split(","));
  const lines = THEN.map((code, at) => [...rows[at * 7], code, "ja"]);
  const file = join(world.zicht.folder, "antwoorden-2017.csv");
  writeFileSync(file, [[...header, "gemeente", "openbaar"], ...lines].map((line) => line.join(",")).join("\n"));
  return file;
}

test("a wave of before Zicht comes in, and people", { timeout: 300_000 }, async () => {
  await world.found();
  for (const [name, cbs, person] of [["Wijchen", WIJCHEN, "wijchen"], ["Voorne aan Zee", VOORNE, "voorne"]]) {
    await world.invite(await world.join(name, cbs), person, "editor");
  }
  const options = ["--questionnaire", "preventie-2017", "--wave", "2017", "--db", join(world.zicht.folder, "zicht.db")];
  const { stdout } = await promisify(execFile)(process.env.ZICHT_BIN, ["import", "answers", ...options, answersOf2017()]);
  assert.match(stdout, /4/);
});

test("a researcher changes the questionnaire and says what answers became", { timeout: 300_000 }, async () => {
  const { page } = world.people.researcher;
  await page.goto(`${world.zicht.url}/questionnaires/preventie-2017/1`);
  await press(page, "Kopie maken");
  const draft = page.url().split("?")[0];
  world.version = draft.split("/").at(-1);
  // Goal 1 loses an answer, of which is said what it became; goal 3 gets one more, which nobody could give before.
  await page.goto(`${draft}/goals/1/questions/1`);
  await page.locator("[name='retire.4']").check();
  await press(page, "Opslaan");
  await page.goto(`${draft}/goals/3/questions/1`);
  await page.fill("[name=new0_nl]", "Iets nieuws");
  await page.fill("[name=new0_en]", "Something new");
  await press(page, "Opslaan");
  await page.goto(`${draft}/mapping/1`);
  assert.equal(await page.locator("main .empty li").count(), 1, "one answer has nothing yet");
  const open = page.locator("main select").filter({ has: page.locator('option[value=""]:checked') });
  assert.equal(await open.count(), 1, "only the answer that went has nothing yet");
  await open.selectOption({ index: 2 });
  await press(page, "Opslaan");
  assert.equal(await page.locator("main .empty").count(), 0, await words(page));
  await page.goto(`${draft}/mapping/3`);
  assert.match(await words(page), /Iets nieuws/);
  await page.goto(`${draft}/trial`);
  assert.match(await words(page), /2017/);
  await page.goto(`${draft}/publish`);
  await press(page, "Vragenlijst publiceren");
});

test("the next wave says which municipalities were formed meanwhile, and is filled in", { timeout: 600_000 }, async () => {
  const { url } = world.zicht;
  const { researcher, wijchen, voorne } = world.people;
  await researcher.page.goto(`${url}/waves/new`);
  const chosen = { invited: "chosen", chosen: "Wijchen, Voorne aan Zee", reference: "2023-01-01" };
  await fill(researcher.page, { id: WAVE, title_nl: "Peiling 2033", title_en: "Wave 2033", opens: day(0), closes: day(20), ...chosen });
  await researcher.page.locator("main select[name=questionnaire]").selectOption(`preventie-2017/${world.version}`);
  await researcher.page.locator("main [name=four_eyes]").uncheck();
  await send(researcher.page, "closes");
  await researcher.page.goto(`${url}/waves/${WAVE}`);
  assert.match(await words(researcher.page), /Voorne aan Zee[^]*Brielle[^]*Hellevoetsluis[^]*Westvoorne/);
  await researcher.page.goto(`${url}/waves/${WAVE}/open`);
  await send(researcher.page, "changed");
  for (const [{ page }, code, more] of [[wijchen, WIJCHEN, 2], [voorne, VOORNE, 1]]) {
    const form = `${url}/forms/${WAVE}/${code}`;
    for (let goal = 1; goal <= GOALS; goal += 1) {
      await page.goto(`${form}/goals/${goal}`);
      await answerAll(page, more);
      await save(page);
    }
    await page.goto(`${form}/other`);
    await box(page, "openbaar", "ja").check();
    await save(page);
    await act(page, form, "submit");
  }
  for (const step of ["close", "publish"]) {
    await researcher.page.goto(`${url}/waves/${WAVE}/${step}`);
    await send(researcher.page, "changed");
  }
});

test("trends survive where answers were mapped, and are not drawn where they can't be", async () => {
  const report = JSON.parse(await get(`/monitor/${WAVE}/downloads/report.json`));
  const { change } = report;
  assert.equal(change.since, "2017");
  assert.deepEqual(change.not_comparable.map((one) => one.goal), [3]);
  assert.equal(typeof change.goals["1"], "number", "goal 1 was mapped");
  assert.equal(change.goals["3"], null, "goal 3 can't be compared");
  assert.match(await get(`/monitor/${WAVE}/goals/1`), /2017/);
  assert.match(await get(`/monitor/${WAVE}/goals/3`), /niet vergelijkbaar[^]*Iets nieuws/i);
  const { page } = world.people.wijchen;
  await page.goto(`${world.zicht.url}/own/${WIJCHEN}`);
  const own = await words(page);
  assert.match(own, /2017/);
  assert.match(own, /2033/);
});

test("who was formed meanwhile is not compared with one of its parts", async () => {
  const formed = await get(`/monitor/${WAVE}/municipalities/${VOORNE}`);
  for (const name of ["Brielle", "Hellevoetsluis", "Westvoorne"]) {
    assert.match(formed, new RegExp(name));
  }
  const then = await get(`/monitor/2017/municipalities/GM0501`);
  assert.match(then, /Voorne aan Zee/);
  assert.doesNotMatch(formed, /Score 2017/);
  assert.match(await get(`/monitor/${WAVE}/municipalities/${WIJCHEN}`), /Score 2017/);
});

test("under a second rule the same answers stand beside the first, and the first does not change", async () => {
  const rules = {};
  for (const rule of ["2017-a", "2017-b"]) {
    rules[rule] = JSON.parse(await get(`/monitor/${WAVE}/downloads/report.json?rule=${rule}`));
  }
  const means = Object.values(rules).map((report) => figure(report.overall.mean_total));
  assert.notEqual(means[0], means[1]);
  const method = await get("/method");
  const table = method.slice(method.indexOf("2017-a"));
  for (const mean of means) {
    assert.ok(table.includes(mean), `${mean} is not beside the other`);
  }
  const plain = JSON.parse(await get(`/monitor/${WAVE}/downloads/report.json`));
  assert.deepEqual(plain, rules["2017-a"]);
});
