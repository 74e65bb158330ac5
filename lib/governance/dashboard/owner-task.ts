// Answers "what is asked of the owner of this model now?" (DSH-4): one thing, or whom the owner waits for.
import { isReviewDue } from "../registry/review-schedule.ts";
import type { ModelStatus } from "../registry/schema.ts";
import type { OwnerTask } from "./schema.ts";

export type OwnedModelFacts = {
  readonly status: ModelStatus;
  readonly nextReviewAt: Date | null;
  readonly hasDraft: boolean;
  /** The last decision on the model sent it back. */
  readonly wasRejected: boolean;
  /** A proposal on it is over and the chair has not decided on the advice. */
  readonly awaitsChair: boolean;
};

export function deriveOwnerTask(model: OwnedModelFacts, at: Date): OwnerTask {
  switch (model.status) {
    case "proposed":
      if (model.hasDraft) return "finish_scorecard";
      return model.wasRejected ? "revise_scorecard" : "fill_scorecard";
    case "under_review":
      return model.awaitsChair ? "await_chair" : "await_vote";
    case "approved":
      return isReviewDue(model, at) ? "renew_review" : "activate";
    case "active":
      return isReviewDue(model, at) ? "renew_review" : "nothing";
    case "suspended":
      return "await_release";
    case "deprecated":
    case "decommissioned":
      return "nothing";
  }
}

const ORDER: Readonly<Record<OwnerTask, number>> = {
  renew_review: 0,
  revise_scorecard: 1,
  finish_scorecard: 2,
  fill_scorecard: 3,
  activate: 4,
  await_release: 5,
  await_chair: 6,
  await_vote: 7,
  nothing: 8,
};

/** Whether the owner has to do something, as against waiting for others. */
export function isAsked(task: OwnerTask): boolean {
  return ORDER[task] <= ORDER.activate;
}

/** What is asked first, then what is riskier. */
export function compareOwned(
  a: { readonly task: OwnerTask; readonly riskScore: number; readonly reference: string },
  b: { readonly task: OwnerTask; readonly riskScore: number; readonly reference: string },
): number {
  return ORDER[a.task] - ORDER[b.task] || b.riskScore - a.riskScore || (a.reference < b.reference ? -1 : 1);
}
