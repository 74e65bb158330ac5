// Answers "what is this thing called in public?": PREFIX- and eight Crockford base32 characters (domain: conventions).
import { z } from "zod";

export const REFERENCE_PREFIXES = {
  model: "MDL",
  charter: "CHR",
  member: "MBR",
  proposal: "PRP",
  decision: "DEC",
  escalation: "ESC",
  review: "REV",
  meeting: "MTG",
  actionItem: "AI",
  conflict: "CNF",
  program: "PRG",
  event: "EVT",
  report: "RPT",
  import: "IMP",
  component: "CMP",

  policy: "POL",
  grant: "GRT",

  allegation: "COI",
  portfolio: "PTF",
  venture: "VNT",
  silence: "SIL",
} as const;
export type ReferenceKind = keyof typeof REFERENCE_PREFIXES;

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Five random bytes (40 bits) spelled as a reference; the caller supplies the randomness. */
export function toReference(kind: ReferenceKind, random: Uint8Array): string {
  if (random.length !== 5) throw new RangeError("A reference needs exactly 5 random bytes");
  // Forty bits are exact in a number, shifted by division.
  let bits = 0;
  for (const byte of random) bits = bits * 256 + byte;
  let text = "";
  for (let place = 0; place < 8; place += 1, bits = Math.floor(bits / 32)) text = `${CROCKFORD[bits % 32]}${text}`;
  return `${REFERENCE_PREFIXES[kind]}-${text}`;
}

/** Reads what a person typed: case and the look-alikes O, I, L are forgiven. */
export function normalizeReference(typed: string): string {
  const [prefix = "", body = ""] = typed.trim().toUpperCase().split("-", 2);
  return `${prefix}-${body.replaceAll("O", "0").replaceAll("I", "1").replaceAll("L", "1")}`;
}

/** A zod schema for one kind of reference; an ill-formed one is answered like an unknown one. */
export function referenceSchema(kind: ReferenceKind) {
  return z
    .string()
    .max(40)
    .transform(normalizeReference)
    .meta({
      description: `Reference of a ${kind}, such as ${REFERENCE_PREFIXES[kind]}-7K3M9Q2A`,
    });
}
