// A whole wave on an installation of its own, with a mail server: made, invited, filled in by two editors of whom one
// is signed out in the middle, with evidence, approved, sent back and approved again, closed and published; then the
// pages, report.json, the PDF and the API give the same figures. Once in Dutch and once in English.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { fill, send } from "../lib/account.mjs";
import { newPage } from "../lib/browser.mjs";
import { GOALS, act, answerAll, box, day, mailedDaysAgo, save, settle, signInAgain } from "../lib/installation.mjs";
import { linkIn } from "../lib/mailbox.mjs";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

let world;
before(async () => {
  world = await settle();
});
after(() => world?.stop());

test("people come in by the links in their mail", { timeout: 300_000 }, async () => {
  await world.found();
  const wijchen = await world.join("Wijchen", "GM0296");
  await world.invite(wijchen, "editor", "editor");
  await world.invite(wijchen, "colleague", "editor", "en");
  await world.invite(wijchen, "approver", "approver");
  await world.invite(await world.join("Druten", "GM0225"), "neighbour", "editor", "en");
});

for (const [lang, year] of [["nl", 2031], ["en", 2032]]) {
  const prefix = lang === "en" ? "/en" : "";
  const id = `${year}`;

  test(`a wave from plan to published figures (${lang})`, { timeout: 600_000 }, async () => {
    const { zicht, mailbox } = world;
    const url = zicht.url + prefix;
    const [wave, form] = [`${url}/waves/${id}`, `${url}/forms/${id}/GM0296`];
    const { researcher, editor, colleague, approver, neighbour } = world.people;

    // Made and opened: each gets a mail in the own language.
    await researcher.page.goto(`${url}/waves/new`);
    await fill(researcher.page, { id, title_nl: `Peiling ${id}`, title_en: `Wave ${id}`, opens: day(0), closes: day(20), reference: "2023-01-01", invited: "chosen", chosen: "Wijchen, Druten" });
    await send(researcher.page, "closes");
    await researcher.page.goto(`${wave}/open`);
    await send(researcher.page, "changed");
    const [toEditor, toColleague] = [await mailbox.take(editor.email), await mailbox.take(colleague.email)];
    assert.match(toEditor.subject, new RegExp(`Peiling ${id}`));
    assert.match(toColleague.subject, new RegExp(`Wave ${id}`));

    // Filled in: from the link in the mail, all ten goals.
    await editor.page.goto(linkIn(toEditor, `/forms/${id}`));
    for (let goal = 1; goal <= GOALS; goal += 1) {
      await editor.page.goto(`${form}/goals/${goal}`);
      await answerAll(editor.page, (goal % 3) + 1);
      if (goal === 4) {
        // The session is over in the middle: what was ticked travels through signing in.
        await editor.page.context().clearCookies();
        assert.equal((await save(editor.page)).status(), 401);
        await signInAgain(editor);
      } else {
        await save(editor.page);
      }
    }
    await editor.page.goto(`${form}/goals/4`);
    assert.ok(await box(editor.page, "d4.beleid", "ja").isChecked(), "what was typed before signing in is lost");

    // Two editors on one question: the second sees both answers and chooses.
    for (const { page } of [editor, colleague]) {
      await page.goto(`${form}/goals/8`);
    }
    const share = (page, at) => page.locator('main input[name="d8.bereik"]').nth(at);
    await share(editor.page, 1).check();
    await save(editor.page);
    const chosen = await share(colleague.page, 2).getAttribute("value");
    await share(colleague.page, 2).check();
    assert.equal((await save(colleague.page)).status(), 409);
    assert.equal(await colleague.page.locator("main fieldset").count(), 1);
    await box(colleague.page, "d8.bereik", chosen).check();
    await colleague.page.locator("main form .submit button").last().click();
    await editor.page.goto(`${form}/goals/8`);
    assert.ok(await box(editor.page, "d8.bereik", chosen).isChecked(), "the answer that was chosen is not kept");

    // Evidence, and whether the municipality is shown by name.
    await editor.page.goto(`${form}/goals/1/more`);
    await editor.page.fill("#field-file_title", "Nota");
    await editor.page.setInputFiles("#field-file", { name: "nota.pdf", mimeType: "application/pdf", buffer: PDF });
    await send(editor.page, "file_title");
    await editor.page.goto(`${form}/other`);
    await box(editor.page, "openbaar", "ja").check();
    await save(editor.page);

    // Sent in, sent back with a reason, sent in again and approved, by somebody else.
    await act(editor.page, form, "submit");
    await approver.page.goto(`${form}/check`);
    await approver.page.locator("main textarea").fill("Doel 8 klopt nog niet.");
    await approver.page.locator('main form[action$="/reopen"] button').click();
    await editor.page.goto(`${form}/check`);
    assert.match(await editor.page.locator("main").innerText(), /Doel 8 klopt nog niet/);
    await act(editor.page, form, "submit");
    await act(approver.page, form, "approve");

    // Within three days nobody is reminded; after that who is not done, and nobody else. Then closed and published.
    await mailbox.take(neighbour.email);
    await researcher.page.goto(`${wave}/remind`);
    assert.equal(await researcher.page.locator("main form").count(), 0);
    await mailedDaysAgo(zicht, id, 4);
    mailbox.mails.splice(0);
    await researcher.page.goto(`${wave}/remind`);
    await send(researcher.page, "changed");
    const reminder = await mailbox.take(neighbour.email);
    assert.match(reminder.text, /Wave|wave/);
    assert.match(linkIn(reminder, `/forms/${id}`), /GM0225|forms/);
    assert.deepEqual(mailbox.mails.map((mail) => mail.to), [], "who is done was reminded");
    for (const step of ["close", "publish"]) {
      await researcher.page.goto(`${wave}/${step}`);
      await send(researcher.page, "changed");
    }
    await same(world, url, lang, id, editor.page);
  });
}

/** The figures of a published wave are the same on the pages, in report.json, in the PDF and in the API. */
async function same({ zicht, browser }, url, lang, id, editor) {
  const get = async (address) => {
    const answer = await fetch(address, { headers: { "accept-language": lang } });
    assert.equal(answer.status, 200, address);
    return answer;
  };
  const file = await (await get(`${url}/monitor/${id}/downloads/report.json`)).json();
  const api = await (await get(`${zicht.url}/api/v1/waves/${id}/report`)).json();
  assert.deepEqual(api, file);
  assert.equal(file.respondents, 1);
  const mean = file.overall.mean_total;
  assert.ok(mean > 20 && mean < 100, `a mean of ${mean}`);
  const words = new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(mean);
  const one = await (await get(`${zicht.url}/api/v1/waves/${id}/municipalities/GM0296`)).json();
  assert.equal(one.mean_total, mean);
  const total = one.goals.reduce((sum, goal) => sum + goal.total, 0);
  assert.ok(Math.abs(total / one.goals.length - mean) < 1e-9);
  const { page } = await newPage(browser, { javaScriptEnabled: false });
  await page.goto(`${url}/monitor/${id}`);
  assert.ok((await page.locator("main").innerText()).includes(words), `${words} is not on the page of the wave`);
  for (const goal of file.goals) {
    await page.goto(`${url}/monitor/${id}/goals/${goal.number}`);
    const score = String(Math.floor(goal.mean.total + 0.5));
    assert.ok((await page.locator("main").innerText()).includes(score), `goal ${goal.number}: ${score}`);
  }
  await page.context().close();
  await editor.goto(`${url}/own/GM0296?wave=${id}`);
  assert.ok((await editor.locator("main").innerText()).includes(String(Math.floor(mean + 0.5))), "the own page says something else");
  const pdf = Buffer.from(await (await get(`${url}/monitor/${id}/downloads/report.pdf`)).arrayBuffer());
  const folder = mkdtempSync(join(tmpdir(), "zicht-pdf-"));
  try {
    writeFileSync(join(folder, "report.pdf"), pdf);
    const { stdout } = await promisify(execFile)("pdftotext", ["-layout", join(folder, "report.pdf"), "-"], { maxBuffer: 1 << 24 });
    assert.ok(stdout.includes(words), `${words} is not in the PDF`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
