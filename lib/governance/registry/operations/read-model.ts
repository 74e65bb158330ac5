// Everything that a model's page shows, and what the person asking may do there.
import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { type Actor, assessPermission, hasRole } from "../../kernel/actor.ts";
import type { Permission } from "../../kernel/permission.ts";
import { authoritiesOf, isOwn, mayEdit, mayRaiseTier } from "../access.ts";
import { compareToPackage } from "../decision-package.ts";
import { toTierFacts } from "../model-change.ts";
import { loadPeople, loadTransitionRequest, type TransitionRequest } from "../owner-store.ts";
import {
  findProvisionalSuspension,
  loadApprovedPackage,
  loadModelDecisions,
  loadModelHistory,
  loadOpenProposal,
  loadPackages,
  loadRiskHistory,
  loadScorecardView,
  loadSource,
  toPackage,
  toPackageSummaries,
} from "../read-store.ts";
import { isReviewDue } from "../review-schedule.ts";
import { ModelStatus } from "../schema.ts";
import { isChangeable, isOperational } from "../status.ts";
import { loadModel, type StoredModel } from "../store.ts";
import { assessTier, TIERS } from "../tier.ts";
import { listTransitions } from "../transition-plan.ts";
import { ModelReference, ModelView } from "../view.ts";

export const readModel = defineOperation({
  name: "registry.read_model",
  summary: "Everything about one model, and what the caller may do with it",
  permission: "registry.read",
  effect: "read",
  input: ModelReference,
  output: ModelView,
  async run({ input, actor, now, tx }) {
    const model = await loadModel(tx, input.reference);
    const at = await now();
    const request = await loadTransitionRequest(tx, model);
    const { id, tierOverride, lastReviewAt, nextReviewAt } = model;
    const personOf = await loadPeople(tx, [model.ownerUserId, tierOverride?.by ?? null, request?.requestedBy ?? null]);
    const { reference, name, version, description, unit, agency, bureau, tier, tierReasons, status } = model;
    const provisional = await findProvisionalSuspension(tx, reference);
    const { suspendedFrom, riskScore, riskContributions, revision } = model;
    return {
      ...{ reference, name, version, description, unit, agency, bureau, tier, tierReasons, status },
      ...{ suspendedFrom, riskScore, riskContributions, revision, provisional },
      tags: [...model.tags],
      owner: model.ownerUserId === null ? null : personOf(model.ownerUserId),
      facts: toTierFacts(model),
      assessedTier: assessTier(toTierFacts(model)).outcome,
      tierOverride: tierOverride && {
        ...tierOverride,
        by: tierOverride.by === null ? null : personOf(tierOverride.by),
      },
      review: {
        lastReviewAt: lastReviewAt?.toISOString() ?? null,
        nextReviewAt: nextReviewAt?.toISOString() ?? null,
        isDue: isReviewDue(model, at),
        everyDays: TIERS[tier].reviewEveryDays,
      },
      ...(await loadSource(tx, id)),
      riskHistory: await loadRiskHistory(tx, id, 200),
      openProposal: await loadOpenProposal(tx, model),
      approval: await loadApproval(tx, model),
      scorecard: await loadScorecardView(tx, model),
      packages: await toPackageSummaries(tx, model, await loadPackages(tx, id, 20)),
      decisions: await loadModelDecisions(tx, id, 20),
      history: await loadModelHistory(tx, reference, 50),
      transitionRequest: request && {
        to: ModelStatus.parse(request.to),
        reason: request.reason,
        requestedBy: personOf(request.requestedBy),
        requestedAs: request.requestedAs,
        requestedAt: request.requestedAt.toISOString(),
      },
      acts: actsOf(actor, model, { request, isProvisional: provisional !== null }),
      createdAt: model.createdAt.toISOString(),
      updatedAt: model.updatedAt.toISOString(),
    };
  },
});

async function loadApproval(tx: UnitOfWork, model: StoredModel) {
  const approved = await loadApprovedPackage(tx, model);
  if (approved === null) return null;
  return { digest: approved.digest, ...compareToPackage(model, toPackage(approved)) };
}

/** What the page offers; the operations judge again. */
function actsOf(
  actor: Actor,
  model: StoredModel,
  { request, isProvisional }: { readonly request: TransitionRequest | null; readonly isProvisional: boolean },
) {
  const may = (permission: Permission) =>
    assessPermission(actor, { permission, effect: "write" }).outcome === "allowed";
  const isOpen = isChangeable(model.status);
  const isFree = isOpen && model.lockedByProposal === null;
  const standing = request && { to: ModelStatus.parse(request.to), as: request.requestedAs };
  // A provisional suspension is undone by the vote, or taken back by the chair there (VOT-147).
  const transitions = listTransitions(model, authoritiesOf(actor, model), standing).filter(
    ({ to }) => !isProvisional || model.status !== "suspended" || to === "decommissioned",
  );
  return {
    isOwn: isOwn(actor, model),
    canEdit: isOpen && may("registry.edit") && mayEdit(actor, model),
    canEditScorecard: isFree && may("registry.edit") && mayEdit(actor, model),
    canSubmit:
      isFree &&
      (model.status === "proposed" || isOperational(model.status)) &&
      may("registry.submit") &&
      mayEdit(actor, model),
    canRaiseTier: isFree && may("registry.assess_tier") && mayRaiseTier(actor, model),
    canLowerTier: isFree && may("registry.assess_tier") && hasRole(actor, "chair"),
    canAssignOwner: isOpen && may("registry.assign_owner"),
    transitions: may("registry.transition")
      ? transitions
      : transitions.map((transition) => ({ ...transition, for: "others" as const })),
  };
}
