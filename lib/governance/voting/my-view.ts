// Answers "what is this reader's own part in it?" (VOT-4, VOT-6): place, ballot, receipt and possible acts.
import { listMyActs, type MyFacts } from "./my-acts.ts";
import type { MyView } from "./proposal-view.ts";
import { completeReceipt, toReceiptDraft } from "./receipt.ts";
import type { VoteReceipt } from "./schema.ts";

export type MyPart = MyFacts & {
  readonly userId: string | null;
  /** Number of the entry that holds the receipt of the latest ballot. */
  readonly receiptEntry: number | null;
};

export function toMyView(facts: MyPart): MyView {
  const { record, standing, userId } = facts;
  const { ballot, weight } = facts.own;
  return {
    place: standing.place,
    weight: standing.place === "elector" ? weight : null,
    isProposer: userId !== null && userId === record.proposerUserId,
    ballot:
      ballot === null
        ? null
        : {
            choice: ballot.choice,
            reasoning: ballot.reasoning,
            castAt: ballot.castAt.toISOString(),
            castNumber: ballot.castNumber,
            isStale: ballot.subjectDigest !== record.subjectDigest,
          },
    receipt: toReceipt(facts),
    acts: listMyActs(facts),
  };
}

function toReceipt({ own, userId, receiptEntry, reference }: MyPart): VoteReceipt | null {
  const { ballot } = own;
  if (ballot === null || userId === null || receiptEntry === null) return null;
  return completeReceipt(toReceiptDraft({ ...ballot, proposal: reference, voterUserId: userId }), receiptEntry);
}
