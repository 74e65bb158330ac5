"use server";
import { checkEvidence } from "@/lib/governance/audit/operations/check-evidence";
import { erasePersonal } from "@/lib/governance/audit/operations/erase-personal";
import { toAction } from "@/lib/server/to-action";

export const checkEvidenceAction = toAction(checkEvidence);
export const erasePersonalAction = toAction(erasePersonal);
