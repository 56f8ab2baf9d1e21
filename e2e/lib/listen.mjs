// A server on a free port of this machine only.

/** Starts `server` and resolves to its address, such as `http://127.0.0.1:40123`. */
export function listen(server, scheme = "http") {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(`${scheme}://127.0.0.1:${server.address().port}`));
  });
}
