// Answers "are these the same bytes?": RFC 8785 canonical JSON and SHA-256 (REG-5, AUD-2).
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** RFC 8785 text of a JSON value. Throws on anything JSON cannot carry (undefined, NaN, lone surrogates). */
export function toCanonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Not a JSON value");
  return text;
}

/** Lower-case hexadecimal SHA-256 of text (as UTF-8) or bytes. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** Digest of a JSON value: SHA-256 over its canonical text, 64 hexadecimal digits. */
export function digestOf(value: unknown): string {
  return sha256Hex(toCanonicalJson(value));
}
