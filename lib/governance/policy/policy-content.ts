// Answers "is this the content of a policy?" (POL-4) and "may this change be asked for in that form?": pure schemas. What is
// not said in a policy has a default; what is unknown is refused with its path.
import { z } from "zod";
import { CalendarDay } from "../kernel/calendar-day.ts";
import { referenceSchema } from "../kernel/reference.ts";
import { textSchema } from "../kernel/text.ts";
import { findConditionProblems } from "./condition.ts";
import {
  type Condition,
  DEFAULT_PRIORITY,
  HIGHEST_PRIORITY,
  PolicyChangeKind,
  PolicyMode,
  PolicyScope,
  PolicyType,
  RuleAction,
  RuleTarget,
} from "./schema.ts";

const MOST_RULES = 50;
const MOST_LINES = 200;
const MOST_BYTES = 64 * 1_024;

const PolicyCondition = z
  .unknown()
  .superRefine((given, context) => {
    for (const { path, message } of findConditionProblems(given)) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  })
  .transform((given) => given as Condition)
  .meta({ description: "`field`, `operator` and `value`, or `all`, `any` (lists) or `not` of conditions, 5 deep" });

const SENDS: readonly RuleAction[] = ["escalate", "require_approval"];

const PolicyRule = z
  .strictObject({
    condition: PolicyCondition,
    action: RuleAction,
    /** For `escalate` and `require_approval`; left out, the nearest level above that may. */
    target: RuleTarget.nullable().default(null),
    /** What the agent and the reader of the log are told. */
    message: textSchema({ min: 0, max: 500, what: "The message" }).default(""),
  })
  .refine((rule) => rule.target === null || SENDS.includes(rule.action), {
    path: ["target"],
    message: "Only escalating and asking for approval have a target",
  });
export type PolicyRule = z.infer<typeof PolicyRule>;

const ScopeId = textSchema({ max: 100, what: "What the scope is of" });

export const PolicyContent = z
  .strictObject({
    name: textSchema({ max: 120, what: "The name" }),
    type: PolicyType,
    scope: PolicyScope,
    scopeId: ScopeId.nullable().default(null),
    statement: textSchema({ max: 10_000, multiline: true, what: "The statement" }),
    /** In order: the first one that decides ends it (POL-5). */
    rules: z
      .array(PolicyRule)
      .max(MOST_RULES, { message: `At most ${MOST_RULES} rules` })
      .default([]),
    active: z.boolean().default(true),
    /** Higher first. */
    priority: z
      .int({ error: "The priority is a whole number" })
      .min(0, { message: "The priority is at least 0" })
      .max(HIGHEST_PRIORITY, { message: `The priority is at most ${HIGHEST_PRIORITY}` })
      .default(DEFAULT_PRIORITY),
    mode: PolicyMode.default("enforce"),
    /** First day; null: with the decision. */
    effectiveFrom: CalendarDay.nullable().default(null),
    /** Last day; null: until changed or retired. */
    effectiveUntil: CalendarDay.nullable().default(null),
  })
  .superRefine((content, context) => {
    for (const [path, message] of findContentProblems(content)) {
      context.addIssue({ code: "custom", path: [path], message });
    }
  });
export type PolicyContent = z.infer<typeof PolicyContent>;

type Judged = Pick<PolicyContent, "scope" | "scopeId" | "statement" | "effectiveFrom" | "effectiveUntil" | "rules">;

function findContentProblems(content: Judged): [path: string, message: string][] {
  const { scope, scopeId, statement, effectiveFrom: from, effectiveUntil: until, rules } = content;
  const problems: [string, string][] = [];
  if (scope === "ecosystem" && scopeId !== null) problems.push(["scopeId", "The ecosystem is one; leave this empty"]);
  if (scope !== "ecosystem" && scopeId === null) problems.push(["scopeId", `Say which ${scope} it is for`]);
  if (statement.split("\n").length > MOST_LINES) {
    problems.push(["statement", `The statement may have at most ${MOST_LINES} lines`]);
  }
  if (from !== null && until !== null && until < from) {
    problems.push(["effectiveUntil", "The last day comes before the first"]);
  }
  if (JSON.stringify(rules).length > MOST_BYTES) {
    problems.push(["rules", "The rules together are too long; split the policy"]);
  }
  return problems;
}

/** Payload of `policy_change` and `policy`. `baseVersion`: the version that the proposer saw. */
export const PolicyChange = z
  .strictObject({
    change: PolicyChangeKind,
    policy: referenceSchema("policy").nullable().default(null),
    baseVersion: z
      .int({ error: "The base version is the number of the version you saw" })
      .min(1, { message: "The base version is the number of the version you saw" })
      .nullable()
      .default(null),
    content: PolicyContent.nullable().default(null),
  })
  .superRefine(({ change, policy, baseVersion, content }, context) => {
    const ask = (path: string, isMissing: boolean, isSuperfluous: boolean, what: string) => {
      const message = isMissing ? `Say ${what}` : "Leave this out here";
      if (isMissing || isSuperfluous) context.addIssue({ code: "custom", path: [path], message });
    };
    const isNew = change === "create";
    ask("policy", !isNew && policy === null, isNew && policy !== null, "which policy it is about");
    ask("baseVersion", !isNew && baseVersion === null, isNew && baseVersion !== null, "which version it is based on");
    ask(
      "content",
      change !== "retire" && content === null,
      change === "retire" && content !== null,
      "what the policy is to say",
    );
  });
export type PolicyChange = z.infer<typeof PolicyChange>;
