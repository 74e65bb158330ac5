import { defineOperation } from "../../../db/operation.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { toPersonId } from "../../notifications/person.ts";
import { lockModel } from "../../registry/store.ts";
import { freezeChairAct, takeEffect } from "../chair-act-store.ts";
import { findChairObjection } from "../chair-power-store.ts";
import { findProvisional, insertProvisional, type Provisional } from "../decision-standing-store.ts";
import { announceDecision } from "../decision-store.ts";
import { holdBoard } from "../electorate-store.ts";
import { toVotingEvent } from "../events.ts";
import { modelOfAct, subjectOfAct } from "../kinds/chair-act.ts";
import { DECIDED_ALONE } from "../ratification.ts";
import { openRatification } from "../ratification-store.ts";
import { refuse } from "../refusals.ts";
import { DecideAsChairInput } from "../request.ts";
import { ChairDecisionAnswer } from "../view.ts";

/**
 * The decision, its effect, the vote that ratifies it and the entry are one transaction: a kill leaves all of it or nothing.
 * Lock order: model, board, the subject's provisional decision, record.
 */
export const decideAsChair = defineOperation({
  name: "voting.decide_as_chair",
  summary: "Decide alone as chair, with effect at once, subject to ratification by the board",
  permission: "voting.decide_as_chair",
  effect: "write",
  input: DecideAsChairInput,
  output: ChairDecisionAnswer,
  async run({ input, actor, now, tx }) {
    const chairUserId = toPersonId(actor);
    const { kind, title, rationale, payload } = input;
    const about = modelOfAct(payload);
    const model = about === null ? null : await lockModel(tx, about);
    await holdBoard(tx);
    const at = await now();
    const objection = await findChairObjection(tx, { kind, model, chairUserId, at });
    if (objection !== null) throw objection;
    const subject = subjectOfAct(payload);
    const pending = await findProvisional(tx, subject);
    if (pending !== null) throw refuseSecond(subject, pending);
    const act = await freezeChairAct(tx, payload, { model, at });

    const reference = tx.reference("decision");
    const decision = { reference, kind, subject, title, rationale, why: DECIDED_ALONE };
    const made = { ...decision, modelId: model?.id ?? null, decidedBy: chairUserId, decidedAt: at };
    if (!(await insertProvisional(tx, made))) throw refuseSecond(subject, await findProvisional(tx, subject));
    await takeEffect(tx, act, { model, at });
    const facts = { decision: reference, kind, title, rationale, act, model, chairUserId, actor, at };
    const { proposal, details, outlook } = await openRatification(tx, facts);
    await announceDecision(tx, {
      reference,
      outcome: "approved",
      proposal: null,
      model,
      conditions: [],
      decidedAt: at,
    });
    const { canBeRatified } = outlook;
    await tx.record(
      toVotingEvent(
        "voting.decided_as_chair",
        model === null ? { type: "decision", reference } : { type: "model", reference: model.reference },
        { ...details, act: act.type, decision: reference, proposal: proposal.reference, canBeRatified },
        { personal: { title, rationale } },
      ),
    );
    return {
      ...{ decision: reference, standing: "provisional" as const, proposal: proposal.reference },
      ...{ deadlineAt: details.deadlineAt, canBeRatified, outlook: outlook.sentence },
    };
  },
});

/** Names the decision that is in the way; null when it was settled in the instant between. */
function refuseSecond(subject: string, pending: Provisional | null): Refusal {
  const decision = pending?.reference ?? subject;
  const proposal = pending?.ratification?.reference ?? decision;
  return refuse("voting.provisional_pending", { subject, decision, proposal });
}
