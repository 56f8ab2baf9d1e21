// Filling in a form: saves each answer when it changes. One answer at a time, the newest of each question; what could
// not be saved is tried again until it is, and nothing that was typed is ever taken off the page.
// Without this script the button at the foot saves the whole page.
(() => {
  "use strict";
  const form = document.querySelector("form[data-fill]");
  if (!form) return;
  const status = form.querySelector("[data-status]");
  const words = form.dataset;
  const PAUSE = 1200;
  const LONGEST_WAIT = 30000;
  /** Questions with an answer that is not saved yet. */
  const waiting = new Set();
  /** Per question the save that the editor saw, where it is not that of the page. */
  const seen = new Map();
  /** Questions whose answer is that of the last wave, taken over: told with the save, so that it can be put back. */
  const taken = new Set();
  let busy = false;
  let tries = 0;
  let later = null;
  let leaving = false;

  const say = (text, failed) => {
    status.classList.toggle("failed", failed);
    if (status.textContent !== text) status.textContent = text;
  };
  const place = (name) => [...form.querySelectorAll("[data-field]")].find((one) => one.dataset.field === name);
  const controls = (name) =>
    [...form.elements].filter((one) => one.name === name && !("was" in one.dataset));

  const value = (name) => {
    const all = controls(name).filter((one) => !["radio", "checkbox"].includes(one.type) || one.checked);
    return all.map((one) => one.value).filter(Boolean).join(";");
  };
  const put = (name, text) => {
    const codes = text.split(";");
    for (const one of controls(name)) {
      if (one.type === "radio") one.checked = one.value === text;
      else if (one.type === "checkbox") one.checked = codes.includes(one.value);
      else one.value = text;
    }
  };

  // With the button the whole page is sent: from now on this question also when it is back as it was.
  const always = (name) => {
    const was = place(name).querySelector("[data-was]");
    if (was.name === "field") return;
    was.name = "field";
    was.value = name;
  };

  const problem = (name, text) => {
    const box = place(name).querySelector(".utrecht-form-field");
    const id = `error-${name}`;
    let line = document.getElementById(id);
    const first = controls(name)[0];
    const described = box.matches("fieldset") ? box : first;
    const others = (described.getAttribute("aria-describedby") || "").split(" ").filter((one) => one && one !== id);
    box.classList.toggle("utrecht-form-field--invalid", Boolean(text));
    for (const one of controls(name)) {
      if (text) one.setAttribute("aria-invalid", "true");
      else one.removeAttribute("aria-invalid");
    }
    if (!text) {
      if (line) line.remove();
    } else {
      if (!line) {
        line = document.createElement("p");
        line.className = "utrecht-form-field-error-message";
        line.id = id;
        const hint = document.getElementById(`hint-${name}`) || box.querySelector("legend, label");
        hint.after(line);
      }
      const spoken = document.createElement("span");
      spoken.className = "visually-hidden";
      spoken.textContent = `${words.error}: `;
      line.replaceChildren(spoken, text);
      others.push(id);
    }
    if (others.length) described.setAttribute("aria-describedby", others.join(" "));
    else described.removeAttribute("aria-describedby");
  };

  const button = (text, act) => {
    const one = document.createElement("button");
    one.type = "button";
    one.className = "utrecht-button";
    one.textContent = text;
    one.addEventListener("click", act);
    return one;
  };
  const line = (text) => {
    const one = document.createElement("p");
    one.textContent = text;
    return one;
  };
  const unclash = (name) => {
    const box = place(name).querySelector(".clash");
    if (box) box.remove();
  };
  // Both answers stay in sight until the editor chooses one.
  const clash = ({ name, text, theirs, ours }, revision) => {
    unclash(name);
    const box = document.createElement("div");
    box.className = "clash";
    box.setAttribute("role", "alert");
    const choose = (answer, keep) => () => {
      seen.set(name, revision);
      put(name, answer);
      box.remove();
      controls(name)[0].focus();
      if (keep) changed(name);
      else say(words.saved, false);
    };
    box.append(
      line(text),
      line(`${words.clashTheirs} ${theirs[1]}`),
      line(`${words.clashOurs} ${ours[1]}`),
      button(words.clashKeep, choose(theirs[0], false)),
      button(words.clashChoose, choose(ours[0], true)),
    );
    place(name).firstElementChild.append(box);
  };

  const show = (answer, name) => {
    for (const one of form.querySelectorAll("[data-field]")) problem(one.dataset.field, answer.problems[one.dataset.field]);
    const score = form.querySelector("[data-score]");
    if (score && answer.score) {
      const open = score.querySelector("details")?.open;
      score.innerHTML = answer.score;
      const details = score.querySelector("details");
      if (details && open) details.open = true;
    }
    const mine = answer.clashes.filter((one) => one.name === name);
    for (const one of mine) clash(one, answer.revision);
    if (!mine.length) unclash(name);
    return mine.length > 0;
  };

  const again = () => {
    tries += 1;
    clearTimeout(later);
    later = setTimeout(next, Math.min(1000 * 2 ** Math.min(tries, 5), LONGEST_WAIT));
  };

  const send = async (name) => {
    const body = new URLSearchParams({ seen: seen.get(name) ?? form.elements.seen.value, field: name });
    body.append(name, value(name));
    if (taken.has(name)) body.append("take", name);
    const headers = { accept: "application/json", "x-zicht-form": form.elements.form_token.value };
    const stop = new AbortController();
    const clock = setTimeout(() => stop.abort(), LONGEST_WAIT);
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers, redirect: "manual", signal: stop.signal });
      const isOurs = (answer.headers.get("content-type") || "").includes("json");
      return { status: answer.status, said: isOurs ? await answer.json() : null };
    } finally {
      clearTimeout(clock);
    }
  };

  const next = async () => {
    if (busy || leaving || !waiting.size) return;
    const [name] = waiting;
    busy = true;
    // What is typed from here on waits for its own turn.
    waiting.delete(name);
    say(words.saving, false);
    let done = { status: 0, said: null };
    try {
      done = await send(name);
    } catch {
      // No answer: it is tried again below.
    }
    busy = false;
    if (done.said && (done.status === 200 || done.status === 409)) {
      tries = 0;
      const isClash = show(done.said, name);
      if (isClash) say(done.said.clashes[0].text, true);
      else if (!waiting.size) say(words.saved, false);
      next();
      return;
    }
    waiting.add(name);
    if (done.status === 422 && done.said) {
      // Trying the same again does not help: the answer itself, or the state of the form, stands in the way.
      say(done.said.message, true);
    } else if (done.status === 401 || done.status === 403) {
      say(words.signedOut, true);
      again();
    } else {
      say(words.failed, true);
      again();
    }
  };

  const changed = (name, takes = false) => {
    always(name);
    if (takes) taken.add(name);
    else taken.delete(name);
    waiting.add(name);
    clearTimeout(later);
    tries = 0;
    next();
  };

  let typing = null;
  form.addEventListener("input", (event) => {
    const name = event.target.name;
    if (event.target.tagName !== "TEXTAREA" || !place(name)) return;
    always(name);
    taken.delete(name);
    waiting.add(name);
    clearTimeout(typing);
    typing = setTimeout(next, PAUSE);
  });
  form.addEventListener("change", (event) => {
    if (event.target.name && place(event.target.name)) changed(event.target.name);
  });
  form.addEventListener("click", (event) => {
    const take = event.target.closest("button[data-take]");
    if (take) {
      event.preventDefault();
      // The button turns into its own way back.
      const before = value(take.value);
      const back = button(words.untake, () => {
        back.replaceWith(take);
        put(take.value, before);
        changed(take.value);
        take.focus();
      });
      for (const one of take.querySelectorAll(".visually-hidden")) back.append(one.cloneNode(true));
      put(take.value, take.dataset.take);
      changed(take.value, true);
      take.replaceWith(back);
      back.focus();
      return;
    }
    const undo = event.target.closest("button[data-undo]");
    if (!undo) return;
    event.preventDefault();
    put(undo.value, undo.dataset.undo);
    changed(undo.value);
    undo.remove();
    controls(undo.value)[0].focus();
  });
  form.addEventListener("submit", () => {
    leaving = true;
  });
  window.addEventListener("online", next);
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && (waiting.size || busy)) event.preventDefault();
  });
  say("", false);
})();
