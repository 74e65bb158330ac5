import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { EvidenceCheck, EvidenceInput } from "../../audit/schema.ts";
import { assessReceiptClaim } from "../receipt-claim.ts";

/** Beside `audit.check_evidence`, which holds the proof in the same file against the log (VOT-125). */
export const checkReceiptClaim = defineOperation({
  name: "voting.check_receipt_claim",
  summary: "Whether a vote receipt names the choice and the reasoning that were cast",
  permission: "audit.verify",
  effect: "read",
  input: EvidenceInput,
  output: z.strictObject({ check: EvidenceCheck.nullable() }),
  async run({ input }) {
    return { check: assessReceiptClaim(input.evidence) };
  },
});
