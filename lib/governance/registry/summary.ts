// Answers "how many models, in which status and tier, and how many are due?" (REG-11) from grouped counts.
import { ModelStatus, type RegistrySummary, Tier } from "./schema.ts";

/** One group as the store counts it: `due` of the `count` models are due for review. */
export type ModelGroup = {
  readonly status: ModelStatus;
  readonly tier: Tier;
  readonly count: number;
  readonly due: number;
};

const zeros = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;

/** Every status and tier is there, with 0 where there is none. */
export function toRegistrySummary(groups: readonly ModelGroup[]): RegistrySummary {
  const summary = { total: 0, byStatus: zeros(ModelStatus.options), byTier: zeros(Tier.options), dueForReview: 0 };
  for (const group of groups) {
    summary.total += group.count;
    summary.byStatus[group.status] += group.count;
    summary.byTier[group.tier] += group.count;
    summary.dueForReview += group.due;
  }
  return summary;
}
