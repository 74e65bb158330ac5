// Answers "is this vote the one on record?" (AUD-113): the file that a voter keeps says choice and reasoning in the open;
// its salt opens the commitment that the entry holds, so a file that says something else is found out.
import { z } from "zod";
import { digestOf } from "../kernel/digest.ts";

const Text = z.string().refine((text) => text.isWellFormed());
const VoteClaim = z.object({
  choice: Text,
  reasoning: Text,
  receipt: z.object({
    proposal: Text,
    castNumber: z.int(),
    castAt: Text,
    subjectDigest: Text,
    choiceCommitment: Text,
    salt: Text,
    digest: Text,
  }),
});
export type VoteClaim = z.infer<typeof VoteClaim>;

const BallotLeaf = z.object({
  action: z.literal("voting.ballot_cast"),
  actor: z.object({ id: Text }),
  details: z.object({ receiptDigest: Text }),
});

export type FoundClaim = VoteClaim | { readonly broken: string } | null;

/** null: the file says of no vote what it was. `broken` names the part that is not as it was given out. */
export function readVoteClaim(value: object): FoundClaim {
  if (!("choice" in value)) return null;
  const parsed = VoteClaim.safeParse(value);
  return parsed.success ? parsed.data : { broken: parsed.error.issues[0]?.path.join(".") || "choice" };
}

/** `leaf` is the text of the entry, already proven to be the one that was signed. */
export function isVoteOnRecord({ choice, reasoning, receipt }: VoteClaim, leaf: string): boolean {
  const entry = BallotLeaf.safeParse(JSON.parse(leaf));
  if (!entry.success) return false;
  const { proposal, castNumber, castAt, subjectDigest, choiceCommitment, salt, digest } = receipt;
  const body = { proposal, castNumber, castAt, subjectDigest, choiceCommitment };
  const opened = { proposal, voterUserId: entry.data.actor.id, choice, reasoning, salt };
  return (
    digest === entry.data.details.receiptDigest && digestOf(body) === digest && digestOf(opened) === choiceCommitment
  );
}
