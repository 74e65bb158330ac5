// What a submission writes by tier (REG-5, REG-6), in the transaction of the act: the frozen package, then a vote opened,
// an approval by rule, or nothing but the record.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Actor } from "../kernel/actor.ts";
import { toCanonicalJson } from "../kernel/digest.ts";
import { refuse as refuseInKernel } from "../kernel/refusal.ts";
import { notify } from "../notifications/store.ts";
import { buildDecisionPackage } from "../registry/decision-package.ts";
import { refuse as refuseInRegistry } from "../registry/refusals.ts";
import { type Condition, ScorecardSubmission } from "../registry/schema.ts";
import { assessCompleteness, type Evaluation, evaluateScorecard, toCompletenessErrors } from "../registry/scorecard.ts";
import {
  applyApproval,
  insertPackage,
  loadDraft,
  loadThreshold,
  refreshRiskScore,
  type StoredModel,
} from "../registry/store.ts";
import { readPayload } from "./decision-kind.ts";
import { recordDecision } from "./decision-store.ts";
import { loadVotingDefaults } from "./defaults-store.ts";
import { loadBoardUserIds } from "./electorate-store.ts";
import { approvedByRule } from "./notices.ts";
import { type Opened, openForVoting } from "./opening-store.ts";
import { insertProposal } from "./proposal-store.ts";
import type { SubmitModelInput } from "./request.ts";
import { explainRuleApproval, toStoredConditions, toSubmissionDescription, toSubmissionTitle } from "./submission.ts";

export type FrozenSubmission = {
  readonly model: StoredModel;
  readonly packageId: string;
  readonly sequence: number;
  readonly digest: string;
  readonly evaluation: Evaluation;
  readonly conditions: readonly Condition[];
  /** For those that say nothing. */
  readonly conditionDays: number;
  readonly votingHours: number;
};

/** The sent scorecard, or the saved draft, which must be complete (REG-4). */
async function chooseScorecard(tx: UnitOfWork, model: StoredModel, input: SubmitModelInput) {
  const draft = await loadDraft(tx, model.id);
  const conditions = input.conditions ?? (input.scores === undefined ? draft.conditions : []);
  const votingHours = input.votingHours ?? (input.scores === undefined ? draft.votingHours : null);
  const scores = input.scores ?? draft.scores;
  const verdict = assessCompleteness(scores);
  if (verdict.outcome === "incomplete") {
    const missing = [...new Set(verdict.reasons.map((reason) => String(reason.facts.criterion)))];
    const errors = toCompletenessErrors(verdict);
    throw refuseInRegistry("registry.scorecard_incomplete", { model: model.reference, missing }, errors);
  }
  const complete = ScorecardSubmission.shape.scores.safeParse(scores);
  if (!complete.success) throw refuseInKernel("kernel.invalid_input", { fields: ["scores"] });
  const defaults = await loadVotingDefaults(tx);
  return { ...defaults, scores: complete.data, conditions, votingHours: votingHours ?? defaults.votingHours };
}

/** Freezes the package under the model's lock and brings the risk score up to its scorecard. */
export async function freezeSubmission(
  tx: UnitOfWork,
  submission: { readonly model: StoredModel; readonly input: SubmitModelInput; readonly by: string; readonly at: Date },
): Promise<FrozenSubmission> {
  const { input, by, at } = submission;
  const { scores, conditions, conditionDays, votingHours } = await chooseScorecard(tx, submission.model, input);
  const threshold = await loadThreshold(tx);
  const { reference, stage } = submission.model;
  const built = buildDecisionPackage({ reference, stage, model: submission.model, scores, conditions, threshold });
  const evaluation = evaluateScorecard(scores, threshold);
  const { id: packageId, sequence } = await insertPackage(tx, {
    modelId: submission.model.id,
    canonical: toCanonicalJson(built.package),
    digest: built.digest,
    evaluation,
    submittedBy: by,
    submittedAt: at,
  });
  const model = await refreshRiskScore(tx, submission.model, at);
  return { model, packageId, sequence, digest: built.digest, evaluation, conditions, conditionDays, votingHours };
}

/** Tier 1: approved without a vote and reported to the board. */
export async function approveByRule(
  tx: UnitOfWork,
  frozen: FrozenSubmission,
  at: Date,
): Promise<{ readonly decision: string; readonly model: StoredModel }> {
  const title = toSubmissionTitle(frozen.model);
  const why = explainRuleApproval(frozen.evaluation);
  const conditions = toStoredConditions(frozen.conditions, frozen.conditionDays);
  const model = await applyApproval(tx, frozen.model, at, frozen.packageId);
  const decision = await recordDecision(tx, {
    kind: "model_approval",
    outcome: conditions.length > 0 ? "conditional" : "approved",
    title,
    proposal: null,
    model,
    packageDigest: frozen.digest,
    decidedBy: null,
    rationale: "",
    why,
    conditions,
    decidedAt: at,
  });
  const userIds = await loadBoardUserIds(tx, at);
  await notify(tx, approvedByRule({ reference: model.reference, title }, { userIds, decision, why }));
  return { decision, model };
}

/** Tiers 2 to 4: the vote opens at once, advisory or binding. */
export async function openSubmission(
  tx: UnitOfWork,
  frozen: FrozenSubmission,
  opening: { readonly isBinding: boolean; readonly actor: Actor; readonly by: string; readonly at: Date },
): Promise<Opened> {
  const { model, packageId, sequence, digest } = frozen;
  const { isBinding, actor, by, at } = opening;
  const proposal = await insertProposal(tx, {
    kind: "model_approval",
    title: toSubmissionTitle(model),
    description: toSubmissionDescription(model, frozen.evaluation),
    payload: { model: model.reference, package: sequence, digest },
    conditions: toStoredConditions(frozen.conditions, frozen.conditionDays),
    isBinding,
    proposerUserId: by,
    modelId: model.id,
    packageId,
    votingHours: frozen.votingHours,
    createdAt: at,
  });
  const reading = readPayload(proposal.kind, proposal.payload);
  return openForVoting(tx, { proposal, model, reading, subjectDigest: digest, actor, at });
}
