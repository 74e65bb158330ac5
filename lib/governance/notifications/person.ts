// Answers "whose notifications are these?": only people have any (NTF-101).
import type { Actor } from "../kernel/actor.ts";
import { refuse } from "../kernel/refusal.ts";

export function toPersonId(actor: Actor): string {
  if (actor.kind !== "person") throw refuse("kernel.sign_in_required", {});
  return actor.userId;
}
