// Answers "would this act be refused to them anyway?", so that a page offers only what can be done. The door judges again.
import type { PersonActor } from "../governance/kernel/actor.ts";
import { assessPermission } from "../governance/kernel/actor.ts";
import type { Operation } from "../governance/kernel/operation.ts";

export function mayInvoke(actor: PersonActor, operation: Pick<Operation, "permission" | "effect">): boolean {
  return assessPermission(actor, operation).outcome === "allowed";
}
