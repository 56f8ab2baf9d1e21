// What must hold of every form: a label with words on each field, one group around what belongs together, and
// what a password manager needs to know.

/** What a field that asks for this may say in `autocomplete` (HTML Living Standard, autofill). */
const AUTOCOMPLETE = [
  { asks: (field) => field.type === "password", says: /^(current-password|new-password)( webauthn)?$/ },
  { asks: (field) => field.type === "email", says: /^(username|email|off)( webauthn)?$/ },
  { asks: (field) => /^(code|totp)$/.test(field.name), says: /^(one-time-code|off)$/ },
  { asks: (field) => /^(name|full_name)$/.test(field.name), says: /^(name|off|organization)$/ },
];

/** Problems of every form in the content of the page that is open. */
export async function formProblems(page) {
  const { fields, groups, posts } = await page.evaluate(read);
  const found = [];
  for (const field of fields) {
    if (!field.label) {
      found.push(`no label with words on ${field.html}`);
    }
    for (const { asks, says } of AUTOCOMPLETE) {
      if (asks(field) && !says.test(field.autocomplete)) {
        found.push(`autocomplete is "${field.autocomplete}" on ${field.html}`);
      }
    }
    for (const id of field.described.filter((part) => !part.found)) {
      found.push(`${field.html} is described by ${id.id}, which is not there`);
    }
  }
  found.push(...groups.filter((group) => !group.legend).map((group) => `no legend around ${group.html}`));
  found.push(...posts.filter((form) => !form.token).map((form) => `no token in ${form.html}`));
  return found;
}

// Runs in the page.
function read() {
  const fields = [...document.querySelectorAll("main input, main select, main textarea")]
    .filter((field) => !field.hidden && !["hidden", "submit", "button"].includes(field.type))
    .map((field) => ({
      html: field.outerHTML.slice(0, 140),
      name: field.name,
      type: field.type,
      autocomplete: field.getAttribute("autocomplete") ?? "",
      label: [...(field.labels ?? [])].some((label) => label.textContent.trim() !== ""),
      described: (field.getAttribute("aria-describedby") ?? "")
        .split(/\s+/)
        .filter(Boolean)
        .map((id) => ({ id, found: document.getElementById(id) !== null })),
    }));
  const radios = [...document.querySelectorAll("main input[type=radio]")];
  const groups = [...new Set(radios.map((radio) => radio.closest("fieldset") ?? radio.form ?? radio))].map((group) => ({
    html: group.outerHTML.slice(0, 100),
    legend: group.querySelector?.(":scope > legend")?.innerText.trim() ?? "",
  }));
  const posts = [...document.querySelectorAll("main form[method=post i], header form[method=post i]")].map((form) => ({
    html: form.outerHTML.slice(0, 100),
    token: form.querySelector("input[type=hidden]")?.value ?? "",
  }));
  return { fields, groups, posts };
}

/**
 * What must hold of a form that was refused: the summary has the focus or is announced, each line leads to its
 * field, and the field says what is wrong. Resolves to the problems.
 */
export async function errorProblems(page) {
  return page.evaluate(() => {
    const found = [];
    const invalid = [...document.querySelectorAll("main [aria-invalid=true]")];
    const summary = document.querySelector("main [role=alert], main .error-summary");
    if (!summary) {
      return ["no summary of what is wrong"];
    }
    if (!summary.matches("[role=alert], :focus") && !summary.querySelector("[role=alert]")) {
      found.push("the summary is not announced");
    }
    const targets = [...summary.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href").slice(1));
    if (invalid.length === 0) {
      found.push("no field is marked as wrong");
    }
    for (const field of invalid) {
      // Boxes that belong together are one question: the group says what is wrong, the link leads to its first.
      const group = field.closest("fieldset");
      const first = group?.querySelector("input") ?? field;
      if (!targets.includes(first.id)) {
        found.push(`the summary has no link to ${first.id || first.outerHTML.slice(0, 80)}`);
      }
      const ids = ((group ?? field).getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
      const words = ids.map((id) => document.getElementById(id)?.innerText.trim() ?? "").join(" ");
      if (!words) {
        found.push(`${field.id} does not say what is wrong`);
      }
    }
    found.push(
      ...targets.filter((id) => !document.getElementById(id)).map((id) => `the summary links to ${id}, which is not there`),
    );
    return found;
  });
}
