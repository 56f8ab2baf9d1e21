// The six digits that an authenticator app would show (RFC 6238, SHA-1, 30 seconds).

import { createHmac } from "node:crypto";

const STEP_SECONDS = 30;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** A code that is about to change is not typed any more. */
const MARGIN_MS = 3_000;

/** The code of the secret (base32, spaces allowed) at a moment in milliseconds. */
export function totp(secret, at = Date.now()) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 1000 / STEP_SECONDS)));
  const mac = createHmac("sha1", base32(secret)).update(counter).digest();
  const number = mac.readUInt32BE(mac[mac.length - 1] & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** A code that was not used before: a step later than `used`, waiting for it where that is needed. */
export async function freshCode(secret, used) {
  for (;;) {
    const left = STEP_SECONDS * 1000 - (Date.now() % (STEP_SECONDS * 1000));
    if (left > MARGIN_MS && totp(secret) !== used) {
      return totp(secret);
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(left + 100, 1000)));
  }
}

function base32(text) {
  const bits = [...text.toUpperCase().replace(/[^A-Z2-7]/g, "")]
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
