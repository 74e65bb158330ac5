// Answers "which roles does a membership come to?" (ORG table, BRD table, ORG-131): roles of the board are held, never granted.
import type { Role } from "../kernel/permission.ts";

/** Roles that follow from an active seat; a chair may everything a member may. */
export function roleOfSeat(seatRole: string): readonly Role[] {
  if (seatRole === "chair") return ["chair", "board_member"];
  return seatRole === "external_advisor" ? ["advisor"] : ["board_member"];
}

/** Granted ones and those of the seat in office; whoever holds neither is a plain member. */
export function deriveRoles(granted: readonly Role[], seatRole: string | null): Role[] {
  const held = [...new Set([...granted, ...(seatRole === null ? [] : roleOfSeat(seatRole))])];
  return held.length === 0 ? ["member"] : held;
}
