// Answers "does this silence hold that item?" (ESC-111, ESC-112): every field that the matcher names must agree. Browser-safe.
import { z } from "zod";
import { referenceSchema } from "../kernel/reference.ts";
import { normalizeName, textSchema } from "../kernel/text.ts";
import type { Item } from "./item.ts";
import { Category, Severity } from "./schema.ts";

export const SilenceMatcher = z
  .strictObject({
    severity: z.array(Severity).min(1).max(4).optional(),
    category: z.array(Category).min(1).max(Category.options.length).optional(),
    venture: referenceSchema("venture").optional(),
    portfolio: referenceSchema("portfolio").optional(),
    model: referenceSchema("model").optional(),
    source: textSchema({ max: 120, what: "The source" }).optional(),
    titleContains: textSchema({ min: 3, max: 200, what: "The words of the title" }).optional(),
  })
  .refine((matcher) => Object.values(matcher).some((value) => value !== undefined), {
    message: "A silence names at least one field; it cannot hold everything",
  });
export type SilenceMatcher = z.infer<typeof SilenceMatcher>;

export type Silence = {
  readonly reference: string;
  readonly matcher: SilenceMatcher;
  readonly startsAt: Date;
  /** Half open: at its end it holds no more. */
  readonly endsAt: Date;
};

type Matched = Pick<Item, "severity" | "category" | "venture" | "model" | "titleKey"> & {
  readonly raise: { readonly source: string };
};

export function isSilenced({ matcher, startsAt, endsAt }: Silence, item: Matched, at: Date): boolean {
  if (at < startsAt || at >= endsAt) return false;
  const { severity, category, venture, portfolio, model, source, titleContains } = matcher;
  // A critical one is held only by a silence that names it: none is swept up with the rest.
  if (severity === undefined ? item.severity === "critical" : !severity.includes(item.severity)) return false;
  if (category !== undefined && (item.category === null || !category.includes(item.category))) return false;
  if (venture !== undefined && item.venture?.reference !== venture) return false;
  if (portfolio !== undefined && item.venture?.portfolioReference !== portfolio) return false;
  if (model !== undefined && item.model?.reference !== model) return false;
  if (source !== undefined && normalizeName(item.raise.source) !== normalizeName(source)) return false;
  return titleContains === undefined || item.titleKey.includes(normalizeName(titleContains));
}

const MOST_HOURS = 720;
const LEAST_HOURS = 0.1;

export const CreateSilenceInput = z.strictObject({
  matcher: SilenceMatcher,
  reason: textSchema({ min: 10, max: 1_000, multiline: true, what: "The reason" }),
  endsInHours: z
    .number({ error: "A silence needs an end: give the hours until then" })
    .positive({ message: "A silence ends later than now" })
    .min(LEAST_HOURS, { message: `A silence lasts at least ${LEAST_HOURS} hours (6 minutes)` })
    .max(MOST_HOURS, { message: `A silence lasts at most ${MOST_HOURS} hours (30 days)` }),
});
export const EndSilenceInput = z.strictObject({
  reference: referenceSchema("silence"),
  reason: textSchema({ max: 1_000, multiline: true, what: "The reason" }),
});
export const SilenceView = z.strictObject({
  reference: z.string(),
  matcher: SilenceMatcher,
  reason: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  isActive: z.boolean(),
  createdBy: z.strictObject({ id: z.string(), name: z.string() }),
  ended: z
    .strictObject({
      at: z.iso.datetime(),
      by: z.strictObject({ id: z.string(), name: z.string() }),
      reason: z.string(),
    })
    .nullable(),
  /** What it holds now. */
  holds: z.int(),
});
export type SilenceView = z.infer<typeof SilenceView>;
