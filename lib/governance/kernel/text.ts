// Answers "is this text fit to keep?": no NUL, no lone surrogates, bounded length (quality: worst input).
import { z } from "zod";

export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/** Text of `min` to `max` characters (Unicode code points), trimmed; one line unless `multiline`. */
export function textSchema(options: { min?: number; max: number; multiline?: boolean; what: string }) {
  const { min = 1, max, what } = options;
  return z
    .string({ error: `${what} must be text` })
    .refine(isStorable, {
      message: `${what} contains characters that cannot be stored; remove them`,
    })
    .transform((text) => (options.multiline ? text.replaceAll("\r\n", "\n") : text.replace(/\s+/gu, " ")).trim())
    .refine((text) => [...text].length >= min, {
      message: min === 1 ? `${what} is missing` : `${what} needs at least ${min} characters`,
    })
    .refine((text) => text.length <= max || [...text].length <= max, {
      message: `${what} may have at most ${max.toLocaleString("en")} characters`,
    });
}

/** A web address that a browser may follow: http or https only. */
export const WebLink = z
  .string()
  .max(2_000, { message: "A link may have at most 2,000 characters" })
  .refine((text) => /^https?:\/\//iu.test(text) && URL.canParse(text) && isStorable(text), {
    message: "A link must begin with http:// or https://",
  });

/** Compares names the way people do: Unicode form, case and spaces do not matter. */
export function normalizeName(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** Path of a text in a value that PostgreSQL or JSON could not carry; null when all is well. Values may be of any depth. */
export function findUnstorableText(value: unknown): string | null {
  const left: { readonly value: unknown; readonly path: string }[] = [{ value, path: "" }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value: at, path } = next;
    if (typeof at === "string" && !isStorable(at)) return path;
    if (typeof at !== "object" || at === null || at instanceof Uint8Array) continue;
    for (const [key, child] of Object.entries(at).reverse()) {
      if (!isStorable(key)) return path;
      left.push({ value: child, path: path === "" ? key : `${path}.${key}` });
    }
  }
  return null;
}
