// Starts a demo of Zicht, runs every browser test against it with node's own test runner, and stops it.
//
//   node run.mjs [FILE...]     only these test files
//
// ZICHT_BIN names the program (built by `cargo xtask test --only browser`). ZICHT_URL names a server that
// runs already; nothing is started then.

import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { startDemo } from "./lib/demo.mjs";

const FOLDERS = ["pages", "flows"];

function testFiles() {
  const here = import.meta.dirname;
  return FOLDERS.map((folder) => join(here, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith(".test.mjs"))
        .sort()
        .map((file) => join(folder, file)),
    );
}

async function main() {
  const named = process.argv.slice(2);
  const demo = process.env.ZICHT_URL ? { url: process.env.ZICHT_URL, stop() {} } : await startDemo();
  try {
    const files = named.length > 0 ? named : testFiles();
    const runner = spawn(process.execPath, ["--test", "--test-reporter=spec", "--test-concurrency=2", ...files], {
      stdio: "inherit",
      env: { ...process.env, ZICHT_URL: demo.url },
    });
    return await new Promise((resolve) => runner.once("exit", (code) => resolve(code ?? 1)));
  } finally {
    await demo.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
