// Answers "what does this reader do with conflicts of interest?" for the pages of the board.
import { assessPermission, type PersonActor } from "@/lib/governance/kernel/actor";
import type { ConflictReader } from "./conflict-section";

export function toConflictReader(actor: PersonActor): ConflictReader {
  const alleging = assessPermission(actor, { permission: "board.allege_conflict", effect: "write" });
  return {
    userId: actor.userId,
    isAdmin: actor.roles.includes("admin"),
    isChair: actor.roles.includes("chair"),
    mayAllege: alleging.outcome === "allowed",
  };
}
