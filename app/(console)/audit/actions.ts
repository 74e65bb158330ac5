"use server";
import { checkEvidence } from "@/lib/governance/audit/operations/check-evidence";
import { erasePersonal } from "@/lib/governance/audit/operations/erase-personal";
import { checkReceiptClaim } from "@/lib/governance/voting/operations/check-receipt-claim";
import { toAction } from "@/lib/server/to-action";

export const checkEvidenceAction = toAction(checkEvidence);
export const checkReceiptClaimAction = toAction(checkReceiptClaim);
export const erasePersonalAction = toAction(erasePersonal);
