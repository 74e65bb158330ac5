// Answers "which role does a board seat bring?" (ORG table, BRD table): roles of the board are held, never granted.
import type { Role } from "../kernel/permission.ts";

/** Roles that follow from an active seat; a chair may everything a member may. */
export function roleOfSeat(seatRole: string): readonly Role[] {
  if (seatRole === "chair") return ["chair", "board_member"];
  return seatRole === "external_advisor" ? ["advisor"] : ["board_member"];
}
