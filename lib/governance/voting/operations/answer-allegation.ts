import { defineOperation } from "../../../db/operation.ts";
import { digestOf } from "../../kernel/digest.ts";
import { toPersonId } from "../../notifications/person.ts";
import { notify } from "../../notifications/store.ts";
import { assessAnswer } from "../allegation.ts";
import { allegationAnswered } from "../allegation-notices.ts";
import { refuseAllegation } from "../allegation-refusals.ts";
import { lockAllegation, requireVisible, saveAllegation } from "../allegation-store.ts";
import { AllegationReference, AnswerAllegationInput } from "../allegation-view.ts";
import { toVotingEvent } from "../events.ts";
import { loadBench, loadRulingRight } from "../ruling-store.ts";

export const answerAllegation = defineOperation({
  name: "voting.answer_allegation",
  summary: "Answer, once, what is alleged of oneself",
  permission: "board.answer_allegation",
  effect: "write",
  input: AnswerAllegationInput,
  output: AllegationReference,
  async run({ input, actor, now, tx }) {
    const { statement } = input;
    const allegation = requireVisible(await lockAllegation(tx, input.reference), input.reference, actor);
    const { reference, userId, seatReference, kind } = allegation;
    const verdict = assessAnswer(allegation, toPersonId(actor));
    if (verdict.outcome === "refused") throw refuseAllegation(verdict.reasons[0], reference);
    const at = await now();
    await saveAllegation(tx, allegation.id, { answer: statement, answeredAt: at });
    const { ruler } = await loadRulingRight(tx, allegation, await loadBench(tx, at));
    if (ruler !== null) await notify(tx, allegationAnswered(allegation, ruler.userId));
    const details = { userId, seat: seatReference, kind, textDigest: digestOf({ reference, statement }) };
    const subject = { type: "allegation", reference } as const;
    await tx.record(toVotingEvent("voting.allegation_answered", subject, details, { isAnnounced: false }));
    return { reference };
  },
});
