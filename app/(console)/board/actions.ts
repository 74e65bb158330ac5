"use server";
import { declareConflict } from "@/lib/governance/board/operations/declare-conflict";
import { endSeat } from "@/lib/governance/board/operations/end-seat";
import { planRotation } from "@/lib/governance/board/operations/plan-rotation";
import { renewSeat } from "@/lib/governance/board/operations/renew-seat";
import { seatMember } from "@/lib/governance/board/operations/seat-member";
import { updateMember } from "@/lib/governance/board/operations/update-member";
import { withdrawConflict } from "@/lib/governance/board/operations/withdraw-conflict";
import { listModels } from "@/lib/governance/registry/operations/list-models";
import { toAction } from "@/lib/server/to-action";

export const seatMemberAction = toAction(seatMember);
export const updateMemberAction = toAction(updateMember);
export const renewSeatAction = toAction(renewSeat);
export const planRotationAction = toAction(planRotation);
export const endSeatAction = toAction(endSeat);
export const declareConflictAction = toAction(declareConflict);
export const withdrawConflictAction = toAction(withdrawConflict);
export const findModelsAction = toAction(listModels);
