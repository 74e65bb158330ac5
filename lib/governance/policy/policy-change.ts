// Answers "can this change of a policy be carried out now?" (POL-103): against the version in force, at proposing, at opening
// and again when the vote ends.
import { digestOf } from "../kernel/digest.ts";
import { normalizeName } from "../kernel/text.ts";
import type { PolicyChange, PolicyContent } from "./policy-content.ts";

export type PolicyNow = {
  readonly reference: string;
  readonly version: number;
  readonly isRetired: boolean;
  readonly content: PolicyContent;
};

export type ChangeObstacle =
  | "policy.unknown"
  | "policy.retired"
  | "policy.stale_base"
  | "policy.nothing_changed"
  | "policy.name_taken"
  | "policy.over_already";

export type ChangeFacts = {
  /** null when there is none by that reference, or when the change makes a new one. */
  readonly policy: PolicyNow | null;
  /** Reference of another policy that is not retired and has the name. */
  readonly namesake: string | null;
  /** In the organisation's time zone. */
  readonly today: string;
};

export function findChangeObstacle(change: PolicyChange, facts: ChangeFacts): ChangeObstacle | null {
  const { policy, namesake, today } = facts;
  const { content } = change;
  if (change.change !== "create") {
    if (policy === null) return "policy.unknown";
    if (policy.isRetired) return "policy.retired";
    if (policy.version !== change.baseVersion) return "policy.stale_base";
  }
  if (content === null) return null;
  if (policy !== null && digestOf(policy.content) === digestOf(content)) return "policy.nothing_changed";
  if (content.effectiveUntil !== null && content.effectiveUntil < today) return "policy.over_already";
  return namesake === null ? null : "policy.name_taken";
}

/** Two policies of one name cannot be told apart. */
export function toNameKey(name: string): string {
  return normalizeName(name);
}

export type PolicyStanding = "in_force" | "shadow" | "inactive" | "scheduled" | "over" | "retired";

/** Whether the latest version says anything today (POL-5). */
export function derivePolicyStanding(
  policy: { readonly content: PolicyContent; readonly isRetired: boolean },
  today: string,
): PolicyStanding {
  const { active, mode, effectiveFrom, effectiveUntil } = policy.content;
  if (policy.isRetired) return "retired";
  if (!active) return "inactive";
  if (effectiveFrom !== null && effectiveFrom > today) return "scheduled";
  if (effectiveUntil !== null && effectiveUntil < today) return "over";
  return mode === "shadow" ? "shadow" : "in_force";
}
