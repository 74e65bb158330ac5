// Answers "what can this person propose, and why not the rest?" (VOT-111, VOT-161), for whoever chooses.
import { type Actor, assessPermission } from "../kernel/actor.ts";
import { isBoardDecision, PROPOSAL_KINDS } from "./decision-kind.ts";
import type { KindItem } from "./kind-view.ts";
import { assessProposer, leastTrustFor } from "./proposer.ts";
import { ProposalKind } from "./schema.ts";

/** Kinds without a summary have their rule and not yet their form. */
export function listKindItems(actor: Actor): KindItem[] {
  return ProposalKind.options
    .filter((kind) => PROPOSAL_KINDS[kind].summary !== "")
    .map((kind) => toKindItem(kind, actor));
}

export function toKindItem(kind: ProposalKind, actor: Actor): KindItem {
  const { summary, way } = PROPOSAL_KINDS[kind];
  const why = explainRefusal(kind, actor);
  return {
    ...{ kind, summary, why },
    decidedBy: isBoardDecision(kind) ? "board" : "members",
    ownWay: way.by === "own_way" ? way.sentence : null,
    leastTrust: leastTrustFor(kind),
    mayPropose: why === null,
  };
}

function explainRefusal(kind: ProposalKind, actor: Actor): string | null {
  const permission = assessPermission(actor, { permission: "voting.propose", effect: "write" });
  if (permission.outcome === "denied") {
    return permission.reasons[0]?.code === "kernel.quarantined"
      ? "Your access is restricted to reading."
      : "Your role does not propose this.";
  }
  if (actor.kind !== "person") return null;
  const verdict = assessProposer(kind, actor);
  if (verdict.outcome === "allowed") return null;
  if (verdict.reasons[0]?.code === "voting.role_missing") return "Your role does not bring matters before the board.";
  return `It takes the trust level ${leastTrustFor(kind)}; yours is ${actor.trustLevel}.`;
}
