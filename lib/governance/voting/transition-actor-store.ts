// Who acts on a proposal, and whether a conflict of interest keeps a chair from acting alone (VOT-124).
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { type Actor, hasRole } from "../kernel/actor.ts";
import { loadModelById } from "../registry/store.ts";
import { readPayload } from "./decision-kind.ts";
import { loadDeclaredConflicts, loadModelTouch } from "./electorate-store.ts";
import { loadPlace } from "./place-store.ts";
import type { StoredProposal } from "./proposal-store.ts";
import { planRecusals } from "./recusal.ts";
import type { TransitionActor } from "./transition.ts";

export function toTransitionActor(actor: Actor, isRecused: boolean): TransitionActor {
  return {
    userId: actor.kind === "person" ? actor.userId : null,
    isSystem: actor.kind === "system",
    isAdmin: hasRole(actor, "admin"),
    isChair: hasRole(actor, "chair"),
    isRecused,
  };
}

/**
 * Who acts on a proposal, with what keeps a chair from acting alone: a recusal on the roll, being whom it is about, or a
 * conflict of interest that stands now, whatever opening froze (VOT-124).
 */
export async function loadTransitionActor(
  tx: UnitOfWork,
  actor: Actor,
  {
    proposal,
    at,
  }: { readonly proposal: Pick<StoredProposal, "id" | "kind" | "payload" | "modelId">; readonly at: Date },
): Promise<TransitionActor> {
  const userId = actor.kind === "person" ? actor.userId : null;
  const isRecused = (await loadPlace(tx, proposal.id, userId, at)).place === "recused";
  if (isRecused || userId === null || !hasRole(actor, "chair")) return toTransitionActor(actor, isRecused);
  const { aboutUserIds = [] } = readPayload(proposal.kind, proposal.payload);
  return toTransitionActor(actor, aboutUserIds.includes(userId) || (await isConflicted(tx, proposal.modelId, userId)));
}

/** Whether a conflict of interest of this person in the model stands now. */
export async function isConflicted(tx: UnitOfWork, modelId: string | null, userId: string): Promise<boolean> {
  if (modelId === null) return false;
  const touch = await loadModelTouch(tx, await loadModelById(tx, modelId));
  const subject = { ...touch, decidedByUserId: null, aboutUserIds: [] };
  return planRecusals(subject, await loadDeclaredConflicts(tx)).some((recusal) => recusal.userId === userId);
}
