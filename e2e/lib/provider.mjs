// An OpenID provider on this machine, such as an organisation has: PKCE required, keys that can be changed while
// it runs, and a sign-out that tells its clients (back-channel logout).

import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";

import { listen } from "./listen.mjs";

const CLIENT = "zicht";
const SECRET = "a-secret-of-the-tests-only";
/** Survives a change of keys, as the browser's session at the provider does. */
const COOKIE_KEYS = [randomUUID()];

/**
 * Starts a provider for one client. `people` maps a subject to its claims; `client` gives where Zicht listens:
 * `{ redirect, logout }`, or nothing until `setClient` is called.
 */
export async function startProvider({ people }) {
  // Loaded here, so that only the tests that need it wait for it.
  const { default: Provider } = await import("oidc-provider");
  const state = { keys: [signingKey()], client: { redirect: "http://127.0.0.1:1/", logout: undefined }, seen: [] };
  let handle = () => {};
  const server = createServer((request, response) => handle(request, response));
  const issuer = await listen(server);

  const build = () => {
    const provider = quietly(() => new Provider(issuer, configuration(state, people)));
    provider.on("server_error", (_ctx, error) => state.seen.push(`server error: ${error.message}`));
    provider.on("backchannel.error", (_ctx, error) => state.seen.push(`back-channel logout failed: ${error.message}`));
    provider.on("backchannel.success", () => state.seen.push("back-channel logout"));
    provider.on("authorization.accepted", (ctx) => {
      const { code_challenge_method: method, nonce } = ctx.oidc.params;
      state.seen.push(`authorization with ${method ?? "no challenge"} and ${nonce ? "a" : "no"} nonce`);
    });
    const pages = provider.callback();
    handle = (request, response) => {
      const signIn = new URL(request.url, issuer).pathname.match(/^\/interaction\/[\w-]+$/);
      return signIn ? interaction(provider, people, request, response) : pages(request, response);
    };
  };
  build();

  return {
    issuer,
    clientId: CLIENT,
    clientSecret: SECRET,
    /** What happened, in words, oldest first. */
    seen: state.seen,
    /** Tells where the client is, once it runs. */
    setClient(client) {
      state.client = client;
      build();
    },
    /** Signs with a new key from now on; the old one is published no longer. */
    rotateKeys() {
      state.keys = [signingKey()];
      build();
    },
    stop: () => new Promise((resolve) => server.close(resolve) && server.closeAllConnections()),
  };
}

function configuration(state, people) {
  return {
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        redirect_uris: [state.client.redirect],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        backchannel_logout_uri: state.client.logout,
        backchannel_logout_session_required: Boolean(state.client.logout),
      },
    ],
    jwks: { keys: state.keys },
    cookies: { keys: COOKIE_KEYS },
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"], groups: ["groups"] },
    scopes: ["openid", "email", "profile", "groups"],
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, subject) =>
      people[subject] && { accountId: subject, claims: () => ({ sub: subject, ...people[subject] }) },
    // Nobody is asked to agree: the organisation did so for its people.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        accountId: ctx.oidc.session.accountId,
        clientId: ctx.oidc.client.clientId,
      });
      grant.addOIDCScope("openid email profile groups");
      await grant.save();
      return grant;
    },
    // A provider does well not to knock inside its own network; here everything is on one machine.
    fetch: (url, { dispatcher: _, ...options }) => fetch(url, options),
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 3600, IdToken: 300, Interaction: 600, Session: 3600 },
  };
}

// A page with one field. Who is asked for must exist; there are no passwords here.
async function interaction(provider, people, request, response) {
  if (request.method === "POST") {
    const login = new URLSearchParams(await body(request)).get("login") ?? "";
    if (people[login]) {
      return provider.interactionFinished(request, response, { login: { accountId: login } });
    }
  }
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(
    '<!doctype html><html lang="en"><title>Provider</title><h1>Provider</h1><form method="post">' +
      '<label>Login <input name="login"></label><button>Sign in</button></form>',
  );
}

async function body(request) {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
  }
  return text;
}

function signingKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" };
}

// The library warns that what it keeps is gone when it stops, which here is what we want.
function quietly(work) {
  const { warn } = console;
  console.warn = () => {};
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}
