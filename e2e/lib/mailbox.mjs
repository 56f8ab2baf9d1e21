// A mail server that keeps what it gets. Enough of SMTP (RFC 5321) for one polite client, no TLS.

import { createServer } from "node:net";

import { listen } from "./listen.mjs";

const WAIT_MS = 30_000;

/** Starts a mail server; `mails` fills up with `{ from, to, subject, text, html }`. */
export async function startMailbox() {
  const mails = [];
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy()));
    converse(socket, (mail) => mails.push(mail));
  });
  const address = new URL(await listen(server));
  return {
    host: address.hostname,
    port: Number(address.port),
    mails,
    /** Waits for the first mail to `to` that was not taken yet, and takes it. */
    async take(to) {
      const until = Date.now() + WAIT_MS;
      while (Date.now() < until) {
        const index = mails.findIndex((mail) => mail.to.includes(to));
        if (index >= 0) {
          return mails.splice(index, 1)[0];
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`no mail to ${to} within ${WAIT_MS / 1000} s`);
    },
    stop() {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The first link in a mail that leads to `part`, such as `/invitation/`. */
export function linkIn(mail, part) {
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((url) => url.includes(part));
  if (!link) {
    throw new Error(`no link to ${part} in:\n${mail.text}`);
  }
  return link;
}

function converse(socket, deliver) {
  let rest = "";
  let mail = { from: "", to: [] };
  let lines = null;
  const say = (text) => socket.write(`${text}\r\n`);
  const line = (text) => {
    if (lines) {
      if (text !== ".") {
        lines.push(text.replace(/^\.\./, "."));
        return;
      }
      deliver({ ...mail, ...parse(lines.join("\r\n")) });
      [lines, mail] = [null, { from: "", to: [] }];
      say("250 kept");
    } else if (/^(ehlo|helo)/i.test(text)) {
      say("250-mailbox\r\n250 8BITMIME");
    } else if (/^mail from:/i.test(text)) {
      mail.from = inBrackets(text);
      say("250 ok");
    } else if (/^rcpt to:/i.test(text)) {
      mail.to.push(inBrackets(text));
      say("250 ok");
    } else if (/^data/i.test(text)) {
      lines = [];
      say("354 go on, end with a dot");
    } else if (/^quit/i.test(text)) {
      socket.end("221 bye\r\n");
    } else {
      say("250 ok");
    }
  };
  socket.setEncoding("utf8").on("data", (chunk) => {
    const parts = (rest + chunk).split("\r\n");
    rest = parts.pop();
    parts.forEach(line);
  });
  say("220 mailbox");
}

const inBrackets = (text) => text.match(/<(.*?)>/)?.[1] ?? "";

// A message, or one part of it: headers, an empty line, the rest (RFC 2045, 2046).
function parse(message) {
  const [, head, body] = message.match(/^(.*?)\r\n\r\n(.*)$/s) ?? [null, message, ""];
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((header) => [header.split(":")[0].toLowerCase(), header.slice(header.indexOf(":") + 1).trim()]),
  );
  const type = headers["content-type"] ?? "text/plain";
  const subject = words(headers.subject ?? "");
  const boundary = type.match(/boundary="?([^";]+)"?/)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return parts.reduce((all, part) => {
      const { text, html } = parse(part.replace(/^\r\n/, ""));
      return { ...all, text: all.text || text, html: all.html || html };
    }, { headers, subject, text: "", html: "" });
  }
  const content = decoded(body, headers["content-transfer-encoding"] ?? "");
  return type.startsWith("text/html")
    ? { headers, subject, text: "", html: content }
    : { headers, subject, text: content, html: "" };
}

function decoded(body, encoding) {
  if (/base64/i.test(encoding)) {
    return Buffer.from(body, "base64").toString("utf8");
  }
  return /quoted-printable/i.test(encoding) ? quotedPrintable(body.replace(/=\r\n/g, "")) : body;
}

const quotedPrintable = (text) =>
  Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))), "latin1").toString("utf8");

// Words of a header that are not ASCII (RFC 2047).
const words = (text) =>
  text
    .replace(/(\?=)\s+(?==\?)/g, "$1")
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind, word) =>
      kind.toLowerCase() === "b" ? Buffer.from(word, "base64").toString("utf8") : quotedPrintable(word.replaceAll("_", " ")),
    );
