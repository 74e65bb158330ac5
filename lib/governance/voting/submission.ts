// Answers "may this be submitted now, by this person, and what is asked of the board?" (REG-1, REG-4 to REG-6, VOT-114).

import { type Actor, hasRole } from "../kernel/actor.ts";
import type { Verdict } from "../kernel/verdict.ts";
import type { Condition, ModelStatus, Tier } from "../registry/schema.ts";
import { toModelTitle } from "../registry/schema.ts";
import type { Evaluation } from "../registry/scorecard.ts";
import { assessTransition, isOperational } from "../registry/status.ts";
import type { StoredCondition } from "./view.ts";

export type SubmittedModel = {
  readonly reference: string;
  readonly name: string;
  readonly version: string;
  readonly unit: string;
  readonly tier: Tier;
  readonly status: ModelStatus;
  readonly suspendedFrom: ModelStatus | null;
  readonly ownerUserId: string | null;
  readonly lockedByProposal: string | null;
};

export type SubmissionVerdict = Verdict<
  "allowed" | "refused",
  "voting.may_submit" | "registry.not_own_model" | "registry.already_submitted" | "registry.not_submittable"
>;

/** The owner or an admin; a proposed model for the first time, one in operation to renew its approval. */
export function assessSubmission(model: SubmittedModel, actor: Actor): SubmissionVerdict {
  const facts = { model: model.reference };
  const isOwner = actor.kind === "person" && actor.userId === model.ownerUserId;
  if (!isOwner && !hasRole(actor, "admin")) return refused("registry.not_own_model", { ...facts, act: "submit it" });
  if (model.lockedByProposal !== null) {
    return refused("registry.already_submitted", { ...facts, proposal: model.lockedByProposal });
  }
  const isFirst = assessTransition(model, "under_review", ["submission"]).outcome === "allowed";
  if (!isFirst && !isOperational(model.status)) {
    return refused("registry.not_submittable", { ...facts, status: model.status });
  }
  return { outcome: "allowed", reasons: [{ code: "voting.may_submit", facts }] };
}

function refused(code: SubmissionVerdict["reasons"][number]["code"], facts: Record<string, string>): SubmissionVerdict {
  return { outcome: "refused", reasons: [{ code, facts }] };
}

const TITLE_CHARACTERS = 200;

/** What the board is asked, in at most the characters of a title. */
export function toSubmissionTitle(model: Pick<SubmittedModel, "name" | "version">): string {
  const subject = [..."Approve “", ...toModelTitle(model)];
  const room = TITLE_CHARACTERS - 1;
  return `${(subject.length <= room ? subject : [...subject.slice(0, room - 1), "…"]).join("")}”`;
}

export function toSubmissionDescription(model: SubmittedModel, evaluation: Evaluation): string {
  const percent = (ratio: number) => `${Math.round(ratio * 1000) / 10} %`;
  const unit = model.unit === "" ? "" : ` of ${model.unit}`;
  return [
    `The owner asks for approval of “${toModelTitle(model)}”${unit}, tier ${model.tier.split("_")[1]}.`,
    `The scorecard reaches ${percent(evaluation.overallRatio)}; the threshold is ${percent(evaluation.thresholdRatio)}.`,
  ].join(" ");
}

/** `dueInDays`: what holds for a condition that says nothing (VOT-110). */
export function toStoredConditions(conditions: readonly Condition[], dueInDays: number): StoredCondition[] {
  return conditions.map((condition) => ({ text: condition.text, dueInDays: condition.dueInDays ?? dueInDays }));
}

/** Kept with a decision that no vote made (REG-6). */
export function explainRuleApproval(evaluation: Evaluation): string {
  const { overallRatio, thresholdRatio } = evaluation;
  const percent = (ratio: number) => `${Math.round(ratio * 1000) / 10} %`;
  return `Approved by rule: tier 1 is reported, not voted on, and ${percent(overallRatio)} reaches the threshold of ${percent(thresholdRatio)}.`;
}
