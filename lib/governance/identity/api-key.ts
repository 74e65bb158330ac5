// Answers "is this a well-formed key, and which one?": gov_<id>_<secret><checksum> (api: auth). The checksum lets a leak
// scanner and a typo be told from a real key without a look-up.
import { createHash } from "node:crypto";

const KEY = /^gov_([0-9A-HJKMNP-TV-Z]{10})_([A-Za-z0-9_-]{43})([0-9a-f]{8})$/u;

export type ParsedApiKey = { readonly publicId: string; readonly secret: string };

function checksumOf(publicId: string, secret: string): string {
  return createHash("sha256").update(`gov_${publicId}_${secret}`).digest("hex").slice(0, 8);
}

/** Spells a key from its parts: `publicId` 10 Crockford characters, `secret` 32 bytes as base64url. */
export function formatApiKey(publicId: string, secret: string): string {
  return `gov_${publicId}_${secret}${checksumOf(publicId, secret)}`;
}

/** The parts of a key, or null when the form or the checksum is wrong. */
export function parseApiKey(presented: string): ParsedApiKey | null {
  const [, publicId, secret, checksum] = KEY.exec(presented) ?? [];
  if (publicId === undefined || secret === undefined || checksum !== checksumOf(publicId, secret)) return null;
  return { publicId, secret };
}

/** What is kept of a key's secret: SHA-256 in hexadecimal (the secret has 256 bits of its own, no stretching needed). */
export function hashApiSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
