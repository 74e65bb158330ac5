import { randomBytes } from "node:crypto";
import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { formatEntryNumber } from "../../audit/schema.ts";
import { toPersonId } from "../../notifications/person.ts";
import { assessBallot, planBallot } from "../ballot.ts";
import { type BallotBox, loadBallotBox, loadReceiptEntry, saveBallot } from "../ballot-store.ts";
import { toVotingEvent } from "../events.ts";
import { holdForCast, type StoredProposal, toRecord } from "../proposal-store.ts";
import { completeReceipt, type ReceiptFacts, toReceiptDraft } from "../receipt.ts";
import { refuseFor } from "../refusals.ts";
import { CastBallotInput } from "../request.ts";
import type { RollBallot } from "../roll.ts";
import { BallotAnswer } from "../view.ts";

/** Holds the row that closing locks (VOT-5): what is answered with a receipt is counted. */
export const castBallot = defineOperation({
  name: "voting.cast_ballot",
  summary: "Cast or change one's ballot; answers with a receipt",
  permission: "voting.vote",
  effect: "write",
  input: CastBallotInput,
  output: BallotAnswer,
  async run({ input, actor, tx }) {
    const voterUserId = toPersonId(actor);
    const proposal = await holdForCast(tx, { reference: input.reference, actor, voterUserId });
    const box = await loadBallotBox(tx, proposal.id, voterUserId);
    const { place, hasRights, now } = box;
    const seenDigest = input.subjectDigest;
    const verdict = assessBallot({ record: toRecord(proposal), now, place, hasRights, seenDigest });
    if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], proposal.reference);

    const plan = planBallot(box.previous, input);
    if (plan.kind === "unchanged" && box.previous !== null) {
      tx.unchanged();
      return repeat(tx, { proposal, voterUserId, box, previous: box.previous });
    }
    const facts: ReceiptFacts = {
      proposal: proposal.reference,
      voterUserId,
      choice: input.choice,
      reasoning: input.reasoning,
      castNumber: plan.castNumber,
      castAt: now,
      subjectDigest: seenDigest,
      salt: randomBytes(16).toString("hex"),
    };
    const draft = toReceiptDraft(facts);
    await saveBallot(tx, { ...facts, proposalId: proposal.id, weight: box.weight, receiptDigest: draft.digest });
    const { number } = await tx.record(
      toVotingEvent(
        "voting.ballot_cast",
        { type: "proposal", reference: proposal.reference },
        {
          castNumber: plan.castNumber,
          choiceCommitment: draft.choiceCommitment,
          receiptDigest: draft.digest,
          subjectDigest: seenDigest,
        },
        // Under seal nobody is to follow the turnout live (VOT-123).
        { isAnnounced: !proposal.isSealed },
      ),
    );
    const receipt = completeReceipt(draft, number);
    return { kind: plan.kind, receipt, entry: formatEntryNumber(number), checkpoint: box.checkpoint };
  },
});

/** The same ballot again: the same receipt, from what was kept (VOT-4). */
async function repeat(
  tx: UnitOfWork,
  cast: { proposal: StoredProposal; voterUserId: string; box: BallotBox; previous: RollBallot },
) {
  const { proposal, voterUserId, previous } = cast;
  const draft = toReceiptDraft({ ...previous, proposal: proposal.reference, voterUserId });
  const number = await loadReceiptEntry(tx, proposal.reference, draft.digest);
  const receipt = completeReceipt(draft, number);
  return { kind: "unchanged" as const, receipt, entry: formatEntryNumber(number), checkpoint: cast.box.checkpoint };
}
