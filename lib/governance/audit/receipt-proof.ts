// Answers "how does a holder prove that one entry is in the log?" (AUD-3, AUD-4): the entry's leaf hash, its path to the
// root, and the signed checkpoint of that root, in one JSON text that the offline verifier reads.
import { toCanonicalJson } from "../kernel/digest.ts";
import type { Verdict } from "../kernel/verdict.ts";
import { type CheckpointVerdict, originOf, parseCheckpoint, verifyCheckpoint } from "./checkpoint.ts";
import { hashLeaf } from "./merkle.ts";
import { type NodeLookup, type ProofVerdict, planInclusionProof, toProof, verifyInclusion } from "./proof.ts";
import type { ReceiptProof } from "./schema.ts";

export const RECEIPT_FORMAT = "gavel-audit-receipt/1";

/** `checkpoint` is a signed note that covers the entry; `lookup` answers for the addresses of `planReceiptProof`. */
export function toReceiptProof(input: {
  readonly organizationId: string;
  readonly number: number;
  readonly leaf: string;
  readonly checkpoint: string;
  readonly publicKey: string;
  readonly lookup: NodeLookup;
}): ReceiptProof {
  const checkpoint = parseCheckpoint(input.checkpoint);
  if (checkpoint === null) throw new TypeError("The checkpoint of a receipt is not a signed note");
  const proof = toProof(planInclusionProof(input.number - 1, checkpoint.size), input.lookup);
  return {
    format: RECEIPT_FORMAT,
    organization: input.organizationId,
    number: input.number,
    leaf: input.leaf,
    leafHash: Buffer.from(hashLeaf(input.leaf)).toString("hex"),
    proof: proof.map((hash) => Buffer.from(hash).toString("hex")),
    checkpoint: input.checkpoint,
    publicKey: input.publicKey,
  };
}

export type ReceiptVerdict = Verdict<
  "included" | "rejected",
  ProofVerdict["reasons"][number]["code"] | CheckpointVerdict["reasons"][number]["code"] | "audit.receipt_other_leaf"
>;

/** Judges a receipt with a key that its holder trusts (not merely the one inside it). */
export function assessReceiptProof(receipt: ReceiptProof, trustedKey: string): ReceiptVerdict {
  const signature = verifyCheckpoint(receipt.checkpoint, trustedKey);
  if (signature.outcome === "rejected") return { outcome: "rejected", reasons: signature.reasons };
  const checkpoint = parseCheckpoint(receipt.checkpoint);
  if (checkpoint === null || checkpoint.origin !== originOf(receipt.organization)) {
    const facts = { origin: checkpoint?.origin ?? null, expected: originOf(receipt.organization) };
    return { outcome: "rejected", reasons: [{ code: "audit.checkpoint_other_origin", facts }] };
  }
  const leafHash = hashLeaf(receipt.leaf);
  if (Buffer.from(leafHash).toString("hex") !== receipt.leafHash) {
    return { outcome: "rejected", reasons: [{ code: "audit.receipt_other_leaf", facts: { number: receipt.number } }] };
  }
  const proof = receipt.proof.map((hash) => Buffer.from(hash, "hex"));
  const verdict = verifyInclusion({
    index: receipt.number - 1,
    size: checkpoint.size,
    leafHash,
    proof,
    root: checkpoint.root,
  });
  return { outcome: verdict.outcome === "proved" ? "included" : "rejected", reasons: verdict.reasons };
}

/** The receipt as a file. */
export function toReceiptText(receipt: ReceiptProof): string {
  return `${toCanonicalJson(receipt)}\n`;
}
