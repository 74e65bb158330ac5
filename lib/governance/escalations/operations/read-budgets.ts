import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadOrganization } from "../../identity/store.ts";
import { type BudgetLimits, periodOf, SCOPE_LEVELS, STANDARD_BUDGETS } from "../budget.ts";
import { loadBudgetChanges, loadBudgets, loadUses } from "../budget-store.ts";
import { BudgetsView, Limits } from "../budget-view.ts";

const MOST_CHANGES = 50;

export const readBudgets = defineOperation({
  name: "escalations.read_budgets",
  summary: "Budgets of attention: limits and use per scope and period, and how the limits changed",
  permission: "escalations.read",
  effect: "read",
  input: z.strictObject({}),
  output: BudgetsView,
  async run({ now, tx }) {
    const clock = { at: await now(), zone: (await loadOrganization(tx)).timeZone };
    const [day, week] = [periodOf("day", clock), periodOf("week", clock)];
    const set = await loadBudgets(tx);
    const standing = (scope: string | null, level: (typeof SCOPE_LEVELS)[number]) =>
      set.get(scope ?? level) ?? set.get(level) ?? { ...STANDARD_BUDGETS[level], revision: 0 };
    const uses = await loadUses(tx, { day, week });
    const changes = await loadBudgetChanges(tx, MOST_CHANGES);
    return {
      ...{ day, week },
      levels: SCOPE_LEVELS.map((level) => ({ level, ...standing(null, level) })),
      scopes: uses.map(({ level, reference, name, ...used }) => {
        const limits: BudgetLimits = standing(reference, level);
        return {
          ...{
            level,
            reference,
            name,
            isOwn: set.has(reference ?? level),
            revision: set.get(reference ?? level)?.revision ?? 0,
          },
          immediate: { used: used.immediate, limit: limits.immediatePerDay },
          nextBriefing: { used: used.nextBriefing, limit: limits.nextBriefingPerDay },
          weekly: { used: used.weekly, limit: limits.weeklyPerWeek },
        };
      }),
      history: changes.map(({ before, after, changedAt, ...change }) => ({
        ...change,
        before: Limits.parse(before),
        after: Limits.parse(after),
        at: changedAt.toISOString(),
      })),
    };
  },
});
