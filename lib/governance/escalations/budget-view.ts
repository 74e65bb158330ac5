// Inputs and outputs of budgets of attention (ESC-5).
import { z } from "zod";
import { normalizeReference } from "../kernel/reference.ts";
import { textSchema } from "../kernel/text.ts";
import { SCOPE_LEVELS } from "./budget.ts";

const Limit = (what: string) =>
  z
    .int({ error: `${what} is a whole number` })
    .min(0, { message: `${what} is at least 0` })
    .max(100_000, { message: `${what} is at most 100,000` });

export const Limits = z.strictObject({
  immediatePerDay: Limit("The limit of immediate items a day"),
  nextBriefingPerDay: Limit("The limit of decision cards a day"),
  weeklyPerWeek: Limit("The limit of weekly items a week"),
});

/** A level of the tree, or one portfolio or venture by its reference. */
const BudgetScope = z
  .string()
  .max(40)
  .transform((typed) => ((SCOPE_LEVELS as readonly string[]).includes(typed) ? typed : normalizeReference(typed)))
  .meta({ description: "`ecosystem`, `portfolio`, `venture`, or the reference of a portfolio or venture" });

export const SetBudgetInput = z.strictObject({
  scope: BudgetScope,
  ...Limits.shape,
  reason: textSchema({ max: 1_000, multiline: true, what: "The reason" }),
  revision: z.int().min(0).optional().meta({ description: "The revision that was seen; 0 while nothing was set" }),
});

export const BudgetAnswer = z.strictObject({ scope: z.string(), ...Limits.shape, revision: z.int() });

const Use = z.strictObject({ used: z.int(), limit: z.int() });
export const BudgetsView = z.strictObject({
  /** The organisation's today, and the Monday of its week. */
  day: z.string(),
  week: z.string(),
  levels: z.array(z.strictObject({ level: z.enum(SCOPE_LEVELS), ...Limits.shape, revision: z.int() })),
  scopes: z.array(
    z.strictObject({
      level: z.enum(SCOPE_LEVELS),
      /** null for the ecosystem. */
      reference: z.string().nullable(),
      name: z.string(),
      /** It has limits of its own. */
      isOwn: z.boolean(),
      revision: z.int(),
      immediate: Use,
      nextBriefing: Use,
      weekly: Use,
    }),
  ),
  history: z.array(
    z.strictObject({
      scope: z.string(),
      before: Limits,
      after: Limits,
      reason: z.string(),
      at: z.iso.datetime(),
      by: z.string().nullable(),
    }),
  ),
});
