// A `zicht serve` as an administrator makes it: `zicht init` in an empty folder, settings for mail and for a
// provider, and the link of the first administrator.

import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { freePort } from "./listen.mjs";

export const ADMINISTRATOR = "beheer@example.org";
const START_WAIT_MS = 60_000;

/** Makes and starts it, with mail to `mailbox` and signing in at `provider`, if given. */
export async function startZicht({ mailbox, provider } = {}) {
  const program = process.env.ZICHT_BIN;
  const folder = mkdtempSync(join(tmpdir(), "zicht-serve-"));
  const port = await freePort();
  // A passkey belongs to a name, not to a number.
  const url = `http://localhost:${port}`;
  const words = ["init", folder, "--public-url", url, "--email", ADMINISTRATOR, "--name", "Eerste Beheerder"];
  const { stdout } = await promisify(execFile)(program, [...words, "--organisation", "Landelijk bureau"]);
  const firstLink = stdout.match(/https?:\/\/\S+\/invitation\/[0-9a-f]+/)?.[0];
  const settings = join(folder, "zicht.toml");
  const made = readFileSync(settings, "utf8").replace(/^listen = .*$/m, `listen = "127.0.0.1:${port}"`);
  writeFileSync(settings, made + mail(mailbox) + signIn(provider, folder));

  const server = spawn(program, ["serve", "--config", settings], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => server.once("exit", resolve).once("error", resolve));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(server);
    return { url, firstLink, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const mail = (mailbox) =>
  mailbox
    ? `\n[smtp]\nhost = "${mailbox.host}"\nport = ${mailbox.port}\nsecurity = "none"\nfrom = "Zicht <zicht@example.org>"\n`
    : "";

function signIn(provider, folder) {
  if (!provider) {
    return "";
  }
  const secret = join(folder, "provider-secret");
  writeFileSync(secret, provider.clientSecret, { mode: 0o600 });
  return (
    `\n[[oidc]]\nid = "test"\nname = "Provider"\nissuer = "${provider.issuer}"\n` +
    `client_id = "${provider.clientId}"\nclient_secret_file = "${secret}"\n`
  );
}

// Resolves once it has printed its address; what it printed goes into the error if that never comes.
function listening(server) {
  return new Promise((resolve, reject) => {
    let printed = "";
    const fail = (what) => reject(new Error(`zicht serve ${what}:\n${printed}`));
    const late = setTimeout(() => fail("prints no address"), START_WAIT_MS);
    const read = (chunk) => {
      printed += chunk;
      if (/^Zicht: http/m.test(printed)) {
        clearTimeout(late);
        resolve();
      }
    };
    server.stdout.setEncoding("utf8").on("data", read);
    server.stderr.setEncoding("utf8").on("data", read);
    server.once("exit", (code) => fail(`ended with status ${code}`));
  });
}
