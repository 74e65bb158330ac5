import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import type { Actor } from "../../kernel/actor.ts";
import { toPersonId } from "../../notifications/person.ts";
import { refuse as refuseInRegistry } from "../../registry/refusals.ts";
import { assessRoute } from "../../registry/routing.ts";
import { lockModel, type StoredModel } from "../../registry/store.ts";
import { holdBoard } from "../electorate-store.ts";
import { toVotingEvent } from "../events.ts";
import { SubmitModelInput } from "../request.ts";
import { assessSubmission } from "../submission.ts";
import { approveByRule, type FrozenSubmission, freezeSubmission, openSubmission } from "../submission-store.ts";
import { SubmissionAnswer } from "../view.ts";

export const submitModel = defineOperation({
  name: "voting.submit_model",
  summary: "Submit a model: freeze its package and send it the way of its tier",
  permission: "registry.submit",
  effect: "write",
  input: SubmitModelInput,
  output: SubmissionAnswer,
  async run({ input, actor, now, tx }) {
    const by = toPersonId(actor);
    const model = await lockModel(tx, input.reference);
    requireSubmittable(model, actor);
    await holdBoard(tx);
    const at = await now();
    const frozen = await freezeSubmission(tx, { model, input, by, at });
    const { outcome: route, reasons } = assessRoute(frozen.model.tier, frozen.evaluation);
    const answer = { route, reasons, packageDigest: frozen.digest };
    switch (route) {
      case "approved_by_rule":
        return { ...answer, ...(await concludeByRule(tx, frozen, at)) };
      case "returned_to_owner":
        return { ...answer, ...(await returnToOwner(tx, frozen)) };
      case "advisory_vote":
      case "board_vote":
        return { ...answer, ...(await openVote(tx, frozen, { isBinding: route === "board_vote", actor, by, at })) };
    }
  },
});

const NOTHING = { proposal: null, deadlineAt: null, decision: null, nextReviewAt: null } as const;

function requireSubmittable(model: StoredModel, actor: Actor): void {
  const [reason] = assessSubmission(model, actor).reasons;
  switch (reason?.code) {
    case "registry.not_own_model":
      throw refuseInRegistry(reason.code, { model: model.reference, act: "submit it" });
    case "registry.already_submitted":
      throw refuseInRegistry(reason.code, { model: model.reference, proposal: model.lockedByProposal ?? "" });
    case "registry.not_submittable":
      throw refuseInRegistry(reason.code, { model: model.reference, status: model.status });
  }
}

function toFacts(frozen: FrozenSubmission) {
  const { numerator, denominator } = frozen.evaluation.overall;
  return { subjectDigest: frozen.digest, overallScore: `${numerator}/${denominator}` };
}

async function concludeByRule(tx: UnitOfWork, frozen: FrozenSubmission, at: Date) {
  const { decision, model } = await approveByRule(tx, frozen, at);
  const nextReviewAt = model.nextReviewAt?.toISOString() ?? "";
  const subject = { type: "model", reference: model.reference } as const;
  const conditions = frozen.conditions.length;
  await tx.record(
    toVotingEvent("voting.tier_one_approved", subject, { ...toFacts(frozen), conditions, decision, nextReviewAt }),
  );
  return { ...NOTHING, modelStatus: model.status, decision, nextReviewAt };
}

async function returnToOwner(tx: UnitOfWork, frozen: FrozenSubmission) {
  const { reference, status } = frozen.model;
  const reasons = frozen.evaluation.reasons.map((reason) => reason.code);
  const subject = { type: "model", reference } as const;
  await tx.record(toVotingEvent("voting.tier_one_returned", subject, { ...toFacts(frozen), reasons }));
  return { ...NOTHING, modelStatus: status };
}

async function openVote(tx: UnitOfWork, frozen: FrozenSubmission, opening: Parameters<typeof openSubmission>[2]) {
  const { proposal, details } = await openSubmission(tx, frozen, opening);
  const { reference, tier, status } = frozen.model;
  const facts = { ...details, ...toFacts(frozen), tier, conditions: frozen.conditions.length };
  const subject = { type: "model", reference } as const;
  await tx.record(toVotingEvent("voting.model_submitted", subject, { ...facts, proposal: proposal.reference }));
  const modelStatus = status === "proposed" ? ("under_review" as const) : status;
  return { ...NOTHING, modelStatus, proposal: proposal.reference, deadlineAt: details.deadlineAt };
}
