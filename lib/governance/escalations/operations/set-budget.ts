import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { lockOrganization } from "../../identity/store.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { SCOPE_LEVELS, type ScopeLevel, STANDARD_BUDGETS } from "../budget.ts";
import { findBudget, saveBudget } from "../budget-store.ts";
import { BudgetAnswer, SetBudgetInput } from "../budget-view.ts";
import type { EscalationsEvent } from "../events.ts";
import { refuse } from "../refusals.ts";

export const setBudget = defineOperation({
  name: "escalations.set_budget",
  summary: "Set the budget of attention of a level, a portfolio or a venture, with a reason",
  permission: "escalations.triage",
  effect: "write",
  input: SetBudgetInput,
  output: BudgetAnswer,
  async run({ input, actor, now, tx }) {
    const { scope, reason, revision: seen, ...limits } = input;
    await lockOrganization(tx);
    const level = await findLevel(tx, scope);
    if (level === null) throw refuse("escalations.unknown_scope", { scope });
    const own = await findBudget(tx, scope);
    const at = await now();
    const revision = own?.revision ?? 0;
    if (seen !== undefined && seen !== revision) {
      throw refuseInKernel("kernel.changed_meanwhile", { subject: "Budget", reference: scope });
    }
    const { immediatePerDay, nextBriefingPerDay, weeklyPerWeek } =
      own ?? (await findBudget(tx, level)) ?? STANDARD_BUDGETS[level];
    const before = { immediatePerDay, nextBriefingPerDay, weeklyPerWeek };
    if (own !== null && JSON.stringify(before) === JSON.stringify(limits)) {
      tx.unchanged();
      return { scope, ...limits, revision };
    }
    const by = actor.kind === "person" ? actor.userId : null;
    await saveBudget(tx, scope, limits, { before, revision: revision + 1, reason, at, by });
    await tx.record({
      action: "escalations.budget_set",
      subject: { type: "budget", reference: scope },
      details: { scope, ...limits },
      personal: { reason },
    } satisfies EscalationsEvent & { personal: object });
    return { scope, ...limits, revision: revision + 1 };
  },
});

async function findLevel(tx: UnitOfWork, scope: string): Promise<ScopeLevel | null> {
  const level = SCOPE_LEVELS.find((each) => each === scope);
  if (level !== undefined) return level;
  const where = { reference: scope };
  if ((await tx.db.venture.findFirst({ where, select: { id: true } })) !== null) return "venture";
  return (await tx.db.portfolio.findFirst({ where, select: { id: true } })) === null ? null : "portfolio";
}
