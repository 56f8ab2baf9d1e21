// The sharing guide: each outcome on a narrow screen without scripts, back and reload, the other language, with a
// keyboard only, and in order on every page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { base, launch, newPage } from "../lib/browser.mjs";
import { problems } from "../lib/checks.mjs";
import { errorProblems } from "../lib/forms.mjs";

const OUTCOMES = [
  {
    outcome: "must",
    receiver: "gi-ots",
    answers: { "sharing-initiative": "asked" },
  },
  {
    outcome: "may",
    receiver: "veilig-thuis",
    answers: { "sharing-danger": "yes" },
  },
  {
    outcome: "only-if",
    receiver: "gp",
    answers: { "sharing-consent": "refused", "sharing-danger": "no", "sharing-suspicion": "yes" },
  },
  {
    outcome: "may-not",
    receiver: "gp",
    answers: { "sharing-consent": "refused", "sharing-danger": "no", "sharing-suspicion": "no" },
  },
];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const next = (page) => page.locator('main button[value="next"]').click();
const choose = (page, name, value) => page.locator(`main input[name="${name}"][value="${value}"]`).check();
const shown = (page, outcome) => page.locator(`main .outcome-${outcome}`).waitFor();

async function begin(page, lang = "") {
  const response = await page.goto(`${base}${lang}/guide`);
  await page.locator("main select").selectOption("gp-doctor");
  await choose(page, "sharing-about", "child-under-12");
  return response;
}

async function ask(page, { outcome, receiver, answers }, lang = "") {
  await begin(page, lang);
  await next(page);
  await choose(page, "sharing-receiver", receiver);
  await next(page);
  for (const [name, value] of Object.entries(answers)) {
    await choose(page, name, value);
  }
  await next(page);
  await shown(page, outcome);
}

// Going back to what is not kept shows a page of the browser first, which may still be coming.
async function reloaded(page) {
  for (let left = 5; left > 0; left -= 1) {
    const response = await page.reload().catch(() => null);
    if (response?.ok()) {
      return;
    }
    await page.waitForTimeout(200);
  }
  throw new Error("the page does not come back");
}

for (const way of OUTCOMES) {
  test(`${way.outcome}: without scripts, on a narrow screen, in both languages`, async () => {
    for (const lang of ["", "/en"]) {
      const { page, complaints } = await newPage(browser, {
        javaScriptEnabled: false,
        viewport: { width: 320, height: 640 },
      });
      await ask(page, way, lang);
      for (const number of ["112", "08002000"]) {
        assert.ok(await page.locator(`main a[href="tel:${number}"]`).first().isVisible(), `${number} is not on top`);
      }
      assert.ok((await page.locator("main .certainty").count()) > 0, "no mark of certainty");
      assert.doesNotMatch(await page.title(), /mishandel|abuse|geweld|violence/i);
      // Back by our own button, and forward again with what was chosen.
      await page.locator('main button[value="back"]').click();
      const [name, value] = Object.entries(way.answers)[0];
      assert.ok(await page.locator(`main input[name="${name}"][value="${value}"]`).isChecked());
      await next(page);
      await shown(page, way.outcome);
      // One other answer.
      await page.locator('main button[value="change-receiver"]').click();
      assert.ok(await page.locator(`main input[value="${way.receiver}"]`).isChecked());
      assert.deepEqual(complaints, []);
      await page.context().close();
    }
  });
}

test("a file is kept and gone on with elsewhere; one of the five steps is refused with a sentence", async () => {
  const plain = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } };
  const { page } = await newPage(browser, { ...plain, acceptDownloads: true });
  await ask(page, OUTCOMES[2]);
  await page.locator("#field-own-1").fill("Ik wil rust op school.");
  const keep = async (button, name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
    assert.match(download.suggestedFilename(), name);
    return download.path();
  };
  const file = await keep('main button[value="keep"]', /^wegwijzer-.*txt$/);
  const resume = async (chosen) => {
    await page.goto(`${base}/guide`);
    await page.locator("#field-file").setInputFiles({
      name: "gekozen.txt",
      mimeType: "text/plain",
      buffer: readFileSync(chosen),
    });
    await page.locator('form[action$="/resume"] button').click();
  };
  await resume(file);
  await shown(page, OUTCOMES[2].outcome);
  assert.equal(await page.locator("#field-own-1").inputValue(), "Ik wil rust op school.");

  await page.goto(`${base}/meldcode`);
  await page.locator("#field-profession").selectOption("nurse");
  await page.locator('.walk-go button[value="signals"]').click();
  await resume(await keep('.walk-go button[formaction$="/meldcode/file"]', /^stappen-.*txt$/));
  assert.match(await page.locator("[role=alert]").innerText(), /vijf stappen/);
  await page.context().close();
});

test("every page is in order, also with what is missing", async () => {
  const { page, complaints } = await newPage(browser);
  const order = async (go) => {
    const [response] = await Promise.all([page.waitForResponse((one) => one.url().endsWith("/guide")), go()]);
    await page.waitForLoadState();
    assert.deepEqual(await problems(page, response), []);
    assert.equal(response.headers()["cache-control"], "no-store");
  };
  await order(() => page.goto(`${base}/guide`));
  await next(page);
  assert.deepEqual(await errorProblems(page), []);
  // The browser itself tells of the answer that is an error.
  complaints.splice(0);
  await begin(page);
  await order(() => next(page));
  await choose(page, "sharing-receiver", "gp");
  await order(() => next(page));
  await choose(page, "sharing-consent", "refused");
  await choose(page, "sharing-danger", "no");
  await choose(page, "sharing-suspicion", "yes");
  await order(() => next(page));
  assert.equal(await page.locator("main textarea").count(), 5);
  await page.locator("main textarea").first().fill("Eigen afweging");
  await order(() => page.locator('main button[value="same"]').click());
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".on-paper .note").first().isVisible(), "own words are not on paper");
  assert.equal(await page.locator(".on-paper .note").first().innerText(), "Eigen afweging");
  assert.ok(!(await page.locator("main textarea").first().isVisible()));
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("reload and the browser's own back lose nothing", async () => {
  const { page } = await newPage(browser);
  await ask(page, OUTCOMES[2]);
  await page.reload();
  await shown(page, "only-if");
  // The browser keeps no copy: it asks for the page again, with what was sent.
  await page.goBack().catch(() => {});
  await reloaded(page);
  assert.ok(await page.locator('main input[name="sharing-consent"]').first().isVisible());
  await choose(page, "sharing-consent", "given");
  await choose(page, "sharing-danger", "no");
  await next(page);
  await shown(page, "may");
  await page.context().close();
});

test("the other language keeps what was chosen", async () => {
  const { page } = await newPage(browser, { javaScriptEnabled: false });
  await begin(page);
  await page.locator("header button.language").click();
  await page.waitForURL(`${base}/en/guide`);
  assert.equal(await page.locator("main select").inputValue(), "gp-doctor");
  assert.ok(await page.locator('main input[value="child-under-12"]').isChecked());
  await next(page);
  assert.match(await page.locator("h1").innerText(), /With whom/);
  await page.context().close();
});

test("with a keyboard only, the Enter key goes on", async () => {
  const { page } = await newPage(browser);
  await page.goto(`${base}/guide`);
  await page.locator("main select").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.locator('main input[name="sharing-receiver"]').first().waitFor();
  assert.equal(new URL(page.url()).pathname, "/guide", "Enter changed the language");
  await page.locator('main input[name="sharing-receiver"]').first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.locator('main input[name="sharing-danger"]').first().waitFor();
  await page.context().close();
});

test("leaving quickly: the page is gone at once, and going back does not bring it", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await newPage(browser, { javaScriptEnabled });
    const elsewhere = { contentType: "text/html", body: "<title>Weer</title>" };
    await page.route("https://www.buienradar.nl/**", (route) => route.fulfill(elsewhere));
    await page.goto(`${base}/rules`);
    await begin(page);
    await page.locator(".leave a").click();
    await page.waitForURL("https://www.buienradar.nl/");
    if (javaScriptEnabled) {
      await page.goBack();
      assert.equal(page.url(), `${base}/rules`);
    }
    await page.context().close();
  }
});
