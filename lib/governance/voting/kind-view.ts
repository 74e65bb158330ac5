// Answers "what can be proposed, by whom, and what does its form ask for?" (VOT-111, VOT-115, VOT-161): what the operations
// that tell of kinds answer. Browser-safe.
import { z } from "zod";
import { TrustLevel } from "../kernel/permission.ts";
import { ModelStatus } from "../registry/schema.ts";
import type { FormField } from "./kinds/form-field.ts";
import { DecisionRule, ProposalKind } from "./schema.ts";

const Asked = {
  name: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  isOptional: z.boolean().optional(),
  onlyWhen: z.strictObject({ field: z.string(), value: z.string() }).readonly().optional(),
};
const most = z.int();
const Options = z.array(z.strictObject({ value: z.string(), label: z.string() }).readonly()).readonly();

const FormFieldView = z.discriminatedUnion("type", [
  z.strictObject({ ...Asked, type: z.enum(["text", "long_text", "lines"]), most }).readonly(),
  z.strictObject({ ...Asked, type: z.literal("whole_number"), least: z.int(), most, unit: z.string() }).readonly(),
  z.strictObject({ ...Asked, type: z.literal("day") }).readonly(),
  z.strictObject({ ...Asked, type: z.literal("choice"), options: Options }).readonly(),
  z
    .strictObject({
      ...{ ...Asked, type: z.literal("model"), statuses: z.array(ModelStatus).readonly().optional() },
      evenUnderVote: z.boolean().optional(),
    })
    .readonly(),
  z.strictObject({ ...Asked, type: z.enum(["person", "component", "policy"]) }).readonly(),
  z
    .strictObject({ ...Asked, type: z.enum(["setting_change", "policy_content", "trust_change", "component_change"]) })
    .readonly(),
]) satisfies z.ZodType<FormField>;

const KindItem = z.strictObject({
  kind: ProposalKind,
  /** `board`: one seat, one vote. `members`: all of them, weighted by trust. */
  decidedBy: z.enum(["board", "members"]),
  summary: z.string(),
  /** Where it comes from, when it has no form of its own. */
  ownWay: z.string().nullable(),
  leastTrust: TrustLevel,
  mayPropose: z.boolean(),
  /** Why the reader may not; null when they may. */
  why: z.string().nullable(),
});
export type KindItem = z.infer<typeof KindItem>;

export const KindList = z.strictObject({ items: z.array(KindItem) });

export const ReadKindInput = z.strictObject({ kind: ProposalKind });

export const KindView = z.strictObject({
  ...KindItem.shape,
  /** Empty for a kind with a way of its own. */
  fields: z.array(FormFieldView),
  /** Fills the title in: `{name}` stands for what the field of that name says. */
  title: z.string().nullable(),
  takesConditions: z.boolean(),
  defaults: z.strictObject({ votingHours: z.int(), conditionDays: z.int() }),
  /** What would decide it if it opened now; recusals come with its subject. */
  rule: DecisionRule,
  ruleSentence: z.string(),
});
export type KindView = z.infer<typeof KindView>;
