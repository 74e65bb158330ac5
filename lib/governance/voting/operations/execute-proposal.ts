import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { lockModelById, type StoredModel } from "../../registry/store.ts";
import { readPayload } from "../decision-kind.ts";
import { applyEffect, escalateFailure, findDecision } from "../decision-store.ts";
import { holdSubject, locksModel } from "../effect-store.ts";
import { toVotingEvent } from "../events.ts";
import { lockProposal, type StoredProposal, saveProposal, toRecord } from "../proposal-store.ts";
import { concludeRatification } from "../ratification-store.ts";
import { refuse, refuseFor } from "../refusals.ts";
import { ProposalReference } from "../request.ts";
import { explainSettlement, planSettlement } from "../settlement.ts";
import { assessTransition } from "../transition.ts";
import { loadTransitionActor } from "../transition-actor-store.ts";
import { ProposalAnswer } from "../view.ts";

export const executeProposal = defineOperation({
  name: "voting.execute_proposal",
  summary: "Carry out a decision again, or the reversal of what was not ratified, after the first attempt failed",
  permission: "voting.execute",
  effect: "write",
  input: ProposalReference,
  output: ProposalAnswer,
  async run({ input, actor, now, tx }) {
    const proposal = await lockProposal(tx, input.reference, actor);
    const { effect, subject } = readPayload(proposal.kind, proposal.payload);
    await holdSubject(tx, effect);
    const at = await now();
    const transitionActor = await loadTransitionActor(tx, actor, { proposal, at });
    const tally = proposal.result?.tally ?? null;
    const record = toRecord(proposal);
    const verdict = assessTransition({ act: "execute", record, now: at, actor: transitionActor, tally });
    if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], proposal.reference);
    const decision = await findDecision(tx, proposal.id);
    if (decision === null) throw new Error(`The decision on ${proposal.reference} is missing`);

    const model = await holdModel(tx, proposal, locksModel(effect));
    const settlement = planSettlement(record, at, tally);
    const facts = { model, proposal, decision: decision.reference, at, isRetry: true };
    const executed = await applyEffect(tx, effect, facts, settlement);
    const failure = executed.executionFailure;
    const { status, outcome } = planSettlement(toRecord({ ...proposal, ...executed }), at, tally);
    const saved = await saveProposal(tx, proposal.id, { ...executed, status });
    if (failure !== null) await escalateFailure(tx, saved, at);
    const why = explainSettlement(record, proposal.result);
    const ending = { model, settledBy: decision.reference, isRatified: settlement.mayProceed, failure, why, at };
    const concluded = await concludeRatification(tx, { ...ending, proposal: saved });
    const { reference } = proposal;
    const about = { type: "proposal", reference } as const;
    await tx.record(
      failure === null
        ? toVotingEvent("voting.proposal_executed", about, { subject, outcome, ...concluded?.settled })
        : toVotingEvent("voting.proposal_execution_failed", about, { subject, cause: failure }, { outcome: "failed" }),
    );
    const { status: state, deadlineAt } = saved;
    return {
      ...{
        reference,
        state,
        outcome,
        why: concluded?.why ?? proposal.result?.why.sentence ?? null,
        decision: decision.reference,
      },
      deadlineAt: deadlineAt?.toISOString() ?? null,
      isAwaitingChair: false,
    };
  },
});

/** A model under another vote by now is not changed under its voters' eyes, where the effect needs it free (REG-5). */
async function holdModel(
  tx: UnitOfWork,
  { modelId, reference }: StoredProposal,
  isFree: boolean,
): Promise<StoredModel | null> {
  if (modelId === null) return null;
  const model = await lockModelById(tx, modelId);
  const { lockedByProposal } = model;
  if (!isFree || lockedByProposal === null || lockedByProposal === reference) return model;
  throw refuse("voting.subject_locked", { subject: model.reference, proposal: lockedByProposal });
}
