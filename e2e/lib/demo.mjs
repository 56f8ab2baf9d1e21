// A demo server for the tests: its own database file, its own port.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort } from "./listen.mjs";

const START_WAIT_MS = 120_000;

/** Starts `zicht demo` and resolves once it has printed its address. */
export async function startDemo() {
  const program = process.env.ZICHT_BIN;
  if (!program) {
    throw new Error("ZICHT_BIN does not say where the program is: run `cargo xtask test --only browser`");
  }
  const folder = mkdtempSync(join(tmpdir(), "zicht-e2e-"));
  const server = spawn(program, ["demo", "--db", join(folder, "demo.db"), "--listen", `127.0.0.1:${await freePort()}`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => server.once("exit", resolve).once("error", resolve));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: await address(server), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

// The address may come on either stream; all that was printed goes into the error if it never comes.
function address(server) {
  return new Promise((resolve, reject) => {
    let printed = "";
    const late = setTimeout(() => fail("prints no address"), START_WAIT_MS);
    const fail = (what) => {
      clearTimeout(late);
      reject(new Error(`the demo ${what}:\n${printed}`));
    };
    const read = (chunk) => {
      printed += chunk;
      const found = printed.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) {
        clearTimeout(late);
        resolve(found[0]);
      }
    };
    server.stdout.setEncoding("utf8").on("data", read);
    server.stderr.setEncoding("utf8").on("data", read);
    server.once("error", (error) => fail(`cannot be started (${error.message})`));
    server.once("exit", (code) => fail(`ended with status ${code}`));
  });
}
