// Ports of this machine only.

import { createServer } from "node:net";

/** Starts `server` and resolves to its address, such as `http://127.0.0.1:40123`. */
export function listen(server, scheme = "http") {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(`${scheme}://127.0.0.1:${server.address().port}`));
  });
}

/** A port that nobody uses now. */
export async function freePort() {
  const server = createServer();
  const { port } = new URL(await listen(server));
  await new Promise((resolve) => server.close(resolve));
  return Number(port);
}
