// Passkeys: asks the server for a challenge, the browser for an answer, and sends the answer as a form.
// Without this script the rest of the page works; the page says that a passkey needs it.
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;

  const toBytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const withIds = (list) => (list || []).map((one) => ({ ...one, id: toBytes(one.id) }));

  const prepared = (options) => {
    const key = { ...options.publicKey, challenge: toBytes(options.publicKey.challenge) };
    if (key.user) key.user = { ...key.user, id: toBytes(key.user.id) };
    if (key.excludeCredentials) key.excludeCredentials = withIds(key.excludeCredentials);
    if (key.allowCredentials) key.allowCredentials = withIds(key.allowCredentials);
    return key;
  };

  const written = (credential) => {
    const from = credential.response;
    const response = { clientDataJSON: toText(from.clientDataJSON) };
    if (from.attestationObject) {
      response.attestationObject = toText(from.attestationObject);
      if (from.getTransports) response.transports = from.getTransports();
    } else {
      response.authenticatorData = toText(from.authenticatorData);
      response.signature = toText(from.signature);
      response.userHandle = from.userHandle ? toText(from.userHandle) : null;
    }
    return JSON.stringify({
      id: credential.id,
      rawId: toText(credential.rawId),
      type: credential.type,
      response,
      extensions: credential.getClientExtensionResults(),
    });
  };

  const challenge = async (form) => {
    const body = new URLSearchParams({ form_token: form.elements.form_token.value });
    const answer = await fetch(form.dataset.options, { method: "POST", body, redirect: "manual" });
    if (!answer.ok || !(answer.headers.get("content-type") || "").includes("json")) return null;
    return answer.json();
  };

  // One question at a time: a browser refuses a second one while it waits for an answer to the first.
  let waiting = null;

  const ask = async (form, quietly) => {
    if (waiting) waiting.abort();
    const mine = new AbortController();
    waiting = mine;
    const given = await challenge(form);
    if (!given) {
      // Most likely the session wants a confirmation first.
      if (!quietly && form.dataset.confirm) window.location.assign(form.dataset.confirm);
      throw new Error("no challenge");
    }
    const question = { publicKey: prepared(given.options), signal: mine.signal };
    if (quietly) question.mediation = "conditional";
    const making = form.dataset.passkey === "create";
    const credential = await navigator.credentials[making ? "create" : "get"](question);
    form.elements.ceremony.value = given.ceremony;
    form.elements.credential.value = written(credential);
    form.submit();
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const message = form.querySelector("[data-message]");
    form.querySelector("[data-without-script]").hidden = true;
    form.querySelector("button[type=submit]").hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      message.textContent = "";
      ask(form, false).catch(() => {
        message.textContent = form.dataset.failed;
      });
    });
    if ("conditional" in form.dataset && PublicKeyCredential.isConditionalMediationAvailable) {
      PublicKeyCredential.isConditionalMediationAvailable()
        .then((possible) => possible && ask(form, true))
        .catch(() => {});
    }
  }
})();
