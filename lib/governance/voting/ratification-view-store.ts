// What a reader sees of the chair's decision beside the vote that ratifies it (VOT-11).
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { loadKindContext } from "./effect-store.ts";
import { sayActNow, sayActUndone } from "./kinds/chair-act.ts";
import type { ProposalPage } from "./page-store.ts";
import type { RatificationView } from "./proposal-view.ts";
import { loadDecisions, toDecisionView } from "./reading-store.ts";

/** null for every other vote. */
export async function loadRatification(
  tx: UnitOfWork,
  { proposal, reading, model }: ProposalPage,
): Promise<RatificationView | null> {
  const { effect } = reading;
  if (effect.type !== "ratify") return null;
  const [decision] = await loadDecisions(tx, { reference: effect.decision }, 1);
  if (decision === undefined) throw new Error(`Proposal ${proposal.reference} ratifies a decision that is not there`);
  const context = await loadKindContext(tx, reading, { model, conditions: 0 });
  return {
    decision: toDecisionView(decision),
    inForce: sayActNow(effect.act, context),
    ifNotRatified: sayActUndone(effect.act, context),
  };
}
