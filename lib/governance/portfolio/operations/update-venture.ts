import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { hasRole } from "../../kernel/actor.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import type { PortfolioEvent } from "../events.ts";
import { toCents } from "../money.ts";
import { VenturePatch, VentureSaved } from "../schema.ts";
import { refuse } from "../tree-refusals.ts";
import { findPortfolioId, isActiveMember, lockVenture, type StoredVenture, saveVenture } from "../tree-store.ts";
import { assessVentureChange, changedFields, type VentureFacts } from "../venture.ts";

export const updateVenture = defineOperation({
  name: "portfolio.update_venture",
  summary: "Change a venture: name, stage, allocation, lifecycle, lead or portfolio",
  permission: "portfolio.manage",
  effect: "write",
  input: VenturePatch,
  output: VentureSaved,
  async run({ input, actor, now, tx }) {
    const venture = await lockVenture(tx, input.reference);
    const { reference, revision } = venture;
    if (input.revision !== undefined && input.revision !== revision) {
      throw refuseInKernel("kernel.changed_meanwhile", { subject: "Venture", reference });
    }
    const after = await applyPatch(tx, venture, input);
    const fields = changedFields(venture, after);
    if (fields.length === 0) {
      tx.unchanged();
      return { reference, revision };
    }
    const verdict = assessVentureChange(venture, after, { isChair: hasRole(actor, "chair") });
    const [reason] = verdict.reasons;
    if (reason?.code === "portfolio.venture_ended") throw refuse("portfolio.venture_ended", { venture: reference });
    if (verdict.outcome === "refused") {
      throw refuse("portfolio.needs_chair", { acts: (reason?.facts.acts ?? []) as readonly string[] });
    }
    await saveVenture(tx, venture, after, await now());
    const { stage, allocationCents, lifecycle } = after;
    await tx.record({
      action: "portfolio.venture_changed",
      subject: { type: "venture", reference },
      details: { fields, stage, allocationCents, lifecycle, revision: revision + 1 },
    } satisfies PortfolioEvent);
    return { reference, revision: revision + 1 };
  },
});

async function applyPatch(tx: UnitOfWork, before: StoredVenture, patch: VenturePatch): Promise<VentureFacts> {
  const portfolioId = patch.portfolio === undefined ? before.portfolioId : await findPortfolioId(tx, patch.portfolio);
  if (portfolioId === null) throw refuse("portfolio.unknown_portfolio", { portfolio: patch.portfolio ?? "" });
  const leadUserId = patch.lead === undefined ? before.leadUserId : patch.lead;
  if (leadUserId !== null && leadUserId !== before.leadUserId && !(await isActiveMember(tx, leadUserId))) {
    throw refuse("portfolio.unknown_lead", {});
  }
  return {
    portfolioId,
    leadUserId,
    name: patch.name ?? before.name,
    description: patch.description ?? before.description,
    stage: patch.stage ?? before.stage,
    allocationCents:
      patch.allocationUsd === undefined
        ? before.allocationCents
        : (toCents(patch.allocationUsd) ?? before.allocationCents),
    lifecycle: patch.lifecycle ?? before.lifecycle,
  };
}
