// Answers "who looks?": what the reads of this room need to know of an actor.
import { type Actor, hasRole } from "../kernel/actor.ts";
import { TAKING_PART } from "../kernel/permission.ts";

/** `userId` null: the product itself looks, to whom nothing is asked. */
export type Viewer = {
  readonly userId: string | null;
  /** A voting seat in office; without it a ballot on a board decision would be refused (VOT-3). */
  readonly votesOnBoard: boolean;
  /** Whether the roles vote where trust weighs (VOT-150). */
  readonly votesByTrust: boolean;
  readonly isQuarantined: boolean;
};

export function toViewer(actor: Actor): Viewer {
  if (actor.kind !== "person") return { userId: null, votesOnBoard: false, votesByTrust: false, isQuarantined: false };
  return {
    userId: actor.userId,
    votesOnBoard: hasRole(actor, "chair") || hasRole(actor, "board_member"),
    votesByTrust: TAKING_PART.some((role) => hasRole(actor, role)),
    isQuarantined: actor.trustLevel === "quarantine",
  };
}
