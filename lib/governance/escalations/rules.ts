// Answers "what can the organisation set in this room?" (ESC-1, ESC-6, ESC-7): stages that count, categories that are never
// downgraded, and when briefing, summary and digest go out. Browser-safe.
import { z } from "zod";
import { VentureStage } from "../portfolio/schema.ts";
import { Category } from "./schema.ts";

const Hour = z
  .int({ error: "An hour is a whole number" })
  .min(0, { message: "An hour is from 0 to 23" })
  .max(23, { message: "An hour is from 0 to 23" });
const isDistinct = (list: readonly unknown[]) => new Set(list).size === list.length;

export const EscalationRules = z.strictObject({
  keyStages: z
    .array(VentureStage)
    .max(25)
    .refine(isDistinct, { message: "Name each stage once" })
    .meta({ description: "Stages of a venture that add to the severity" }),
  exemptCategories: z
    .array(Category)
    .max(Category.options.length)
    .refine(isDistinct, { message: "Name each category once" })
    .meta({ description: "Categories that are never moved down for want of budget" }),
  briefingHour: Hour.meta({ description: "When the briefing goes out each day, and the weekly digest on its day" }),
  summaryHour: Hour.meta({ description: "When the daily summary goes out" }),
  weeklyDay: z
    .int({ error: "A day of the week is a whole number" })
    .min(1, { message: "1 is Monday" })
    .max(7, { message: "7 is Sunday" })
    .meta({ description: "The day of the weekly digest; 1 is Monday" }),
});
export type EscalationRules = z.infer<typeof EscalationRules>;

export const STANDARD_RULES: EscalationRules = {
  keyStages: [3, 5, 16, 23],
  exemptCategories: ["security_incident", "data_breach"],
  briefingHour: 8,
  summaryHour: 17,
  weeklyDay: 1,
};

export const RulesInput = z.strictObject({ ...EscalationRules.partial().shape, revision: z.int().min(0).optional() });
export const RulesView = z.strictObject({
  ...EscalationRules.shape,
  revision: z.int(),
  updatedAt: z.iso.datetime().nullable(),
});
