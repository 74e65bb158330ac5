// Answers "what does a voter hold as proof?" (VOT-4, VOT-13): a receipt whose digest stands in the audit log. The choice
// is behind a salted commitment, so that neither log nor receipt list tells it; the voter's salt opens it.
import { digestOf } from "../kernel/digest.ts";
import type { Choice, VoteReceipt } from "./schema.ts";

export type ReceiptFacts = {
  readonly proposal: string;
  readonly voterUserId: string;
  readonly choice: Choice;
  readonly reasoning: string;
  readonly castNumber: number;
  readonly castAt: Date;
  readonly subjectDigest: string;
  /** At least 16 random bytes as hexadecimal text; the caller supplies the randomness. */
  readonly salt: string;
};

/** SHA-256 over voter, proposal, choice, reasoning and salt. */
export function commitChoice(
  facts: Pick<ReceiptFacts, "proposal" | "voterUserId" | "choice" | "reasoning" | "salt">,
): string {
  if (!/^[0-9a-f]{32,}$/u.test(facts.salt)) throw new RangeError("A salt needs at least 16 bytes in hexadecimal");
  const { proposal, voterUserId, choice, reasoning, salt } = facts;
  return digestOf({ proposal, voterUserId, choice, reasoning, salt });
}

/** The receipt without its audit entry: its digest goes into that entry, whose number completes it. */
export function toReceiptDraft(facts: ReceiptFacts): Omit<VoteReceipt, "auditEntry"> {
  const body = {
    proposal: facts.proposal,
    castNumber: facts.castNumber,
    castAt: facts.castAt.toISOString(),
    subjectDigest: facts.subjectDigest,
    choiceCommitment: commitChoice(facts),
  };
  return { ...body, salt: facts.salt, digest: digestOf(body) };
}

export function completeReceipt(draft: Omit<VoteReceipt, "auditEntry">, auditEntry: number): VoteReceipt {
  return { ...draft, auditEntry };
}

/** Whether nothing in the receipt was altered and it commits to exactly this choice. */
export function isReceiptFor(
  receipt: VoteReceipt,
  claim: { readonly voterUserId: string; readonly choice: Choice; readonly reasoning: string },
): boolean {
  const { proposal, castNumber, castAt, subjectDigest, choiceCommitment, salt, digest } = receipt;
  return (
    digestOf({ proposal, castNumber, castAt, subjectDigest, choiceCommitment }) === digest &&
    commitChoice({ proposal, salt, ...claim }) === choiceCommitment
  );
}
