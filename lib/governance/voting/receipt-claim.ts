// Answers "does this receipt say what was really cast?" (VOT-125). The proof that comes with a receipt shows that an entry
// is in the record; this holds the choice and the reasoning in the file to the commitment in that entry.
import { z } from "zod";
import { ReceiptProof } from "../audit/schema.ts";
import type { Reason } from "../kernel/verdict.ts";
import { isReceiptFor } from "./receipt.ts";
import { ReceiptView } from "./view.ts";

export type ReceiptClaimCheck = { readonly holds: boolean; readonly reason: Reason };

const CastLeaf = z.object({
  action: z.literal("voting.ballot_cast"),
  actor: z.object({ id: z.string() }),
  subject: z.object({ reference: z.string() }),
  details: z.object({ receiptDigest: z.string(), choiceCommitment: z.string() }),
});

/** A file that claims a choice: the receipt's own parts may be of any age, so unknown ones are passed over. */
const Claim = ReceiptView.omit({ proof: true }).extend({ proof: ReceiptProof }).partial({ entry: true });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** null when the text claims no choice: a bare proof, a checkpoint, or nothing of ours. */
export function assessReceiptClaim(text: string): ReceiptClaimCheck | null {
  const value = readJson(text);
  if (typeof value !== "object" || value === null || !("receipt" in value)) return null;
  const claim = Claim.safeParse(value);
  const leaf = CastLeaf.safeParse(claim.success ? readJson(claim.data.proof.leaf) : null);
  if (!claim.success || !leaf.success) return altered();
  const { receipt, choice, reasoning } = claim.data;
  const { actor, subject, details } = leaf.data;
  const isRecorded =
    details.receiptDigest === receipt.digest &&
    details.choiceCommitment === receipt.choiceCommitment &&
    subject.reference === receipt.proposal;
  const isOpened = isReceiptFor(receipt, { voterUserId: actor.id, choice, reasoning });
  if (!isRecorded || !isOpened) return altered();
  return { holds: true, reason: { code: "voting.receipt_claim_holds", facts: { choice } } };
}

function altered(): ReceiptClaimCheck {
  return { holds: false, reason: { code: "voting.receipt_claim_altered", facts: {} } };
}
