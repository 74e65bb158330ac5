// Answers "what of a vote may this reader see?" (VOT-13, BRD-5, VOT-117, VOT-118).
import { type Actor, hasRole } from "../kernel/actor.ts";
import type { Role } from "../kernel/permission.ts";
import type { Place } from "./roll.ts";

export type Visibility = {
  /** Tally, turnout, why, and who has voted. */
  readonly tally: boolean;
  /** Who chose what, with the reasoning. */
  readonly choices: boolean;
  /** The reasoning of the other side, after close. */
  readonly dissent: "named" | "unnamed" | "hidden";
};

const SEES_CHOICES: readonly Role[] = ["chair", "board_member", "advisor", "auditor"];

/** `isOver`: voting has ended in any way. A person's own ballot is always theirs to see. */
export function assessVisibility(facts: {
  readonly isOver: boolean;
  readonly isSealed: boolean;
  readonly place: Place;
  readonly roles: readonly Role[];
}): Visibility {
  const { isOver, isSealed, place } = facts;
  if (place === "recused") return { tally: isOver, choices: false, dissent: "hidden" };
  if (!isOver && isSealed) return { tally: false, choices: false, dissent: "hidden" };
  const seesChoices = SEES_CHOICES.some((role) => facts.roles.includes(role));
  const dissent = seesChoices ? "named" : "unnamed";
  return { tally: true, choices: seesChoices, dissent: isOver ? dissent : "hidden" };
}

/** A draft is between its proposer and the admins; whether it was withdrawn before it opened does not matter. */
export function canSeeProposal(
  proposal: { readonly openedAt: Date | null; readonly proposerUserId: string },
  actor: Actor,
): boolean {
  if (proposal.openedAt !== null || actor.kind === "system" || hasRole(actor, "admin")) return true;
  return actor.kind === "person" && actor.userId === proposal.proposerUserId;
}
