// Answers "may this person act on this model?" (REG-113, REG-1, REG-9), beyond the permission that the act needs at all.
import { type Actor, hasRole } from "../kernel/actor.ts";
import type { Authority } from "./status.ts";

type Owned = { readonly ownerUserId: string | null };

export function isOwn(actor: Actor, model: Owned): boolean {
  return actor.kind === "person" && actor.userId === model.ownerUserId;
}

/** Facts and scorecard: the owner and an admin. */
export function mayEdit(actor: Actor, model: Owned): boolean {
  return isOwn(actor, model) || hasRole(actor, "admin") || actor.kind === "system";
}

/** Raising a tier: the owner, an admin and everybody with a voting seat. */
export function mayRaiseTier(actor: Actor, model: Owned): boolean {
  return mayEdit(actor, model) || hasRole(actor, "chair") || hasRole(actor, "board_member");
}

/** What the actor brings to a change of status. An admin's role brings nothing: status belongs to owner, chair and board. */
export function authoritiesOf(actor: Actor, model: Owned): readonly Extract<Authority, "owner" | "chair">[] {
  return [
    ...(isOwn(actor, model) ? (["owner"] as const) : []),
    ...(hasRole(actor, "chair") ? (["chair"] as const) : []),
  ];
}
