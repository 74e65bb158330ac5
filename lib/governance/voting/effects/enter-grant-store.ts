// A risk acceptance or an exception enters the register (VOT-170, VOT-171).

import { dateAt } from "../../board/calendar-date.ts";
import { loadTimeZone } from "../../board/store.ts";
import { addHours } from "../../kernel/calendar.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { findGrantObstacle, findTermProblems } from "../../policy/grant.ts";
import { holdGrant, insertGrant, loadGrantFacts, loadToday } from "../../policy/grant-store.ts";
import { namePolicy } from "../../policy/policy-store.ts";
import { refuse as refuseInPolicy } from "../../policy/refusals.ts";
import { loadModelById, type StoredModel } from "../../registry/store.ts";
import type { KindEffect } from "../kinds/kind.ts";
import { hasPendingRenewal } from "../renewal-store.ts";
import { requireOwnModel } from "./change-status-store.ts";
import type { Carrier } from "./effect-store.ts";

const isGone = (model: StoredModel | null) => model?.status === "decommissioned";

export const enterGrant: Carrier<Extract<KindEffect, { type: "enter_grant" }>> = {
  locksModel: false,
  check: async (tx, { grant }, { model, proposal, actor, at }) => {
    if (model !== null && actor.kind === "person") requireOwnModel(model, actor);
    const { renews } = grant.terms;
    if (renews !== undefined) await holdGrant(tx, renews);
    const today = await loadToday(tx, at);
    const facts = await loadGrantFacts(tx, grant, { isModelGone: isGone(model), today });
    const voteEndsOn = dateAt(addHours(at, proposal.votingHours), await loadTimeZone(tx));
    const problems = findTermProblems(grant, facts, voteEndsOn);
    if (problems.length > 0) {
      const errors = problems.map((problem) => ({ ...problem, path: `payload.${problem.path}` }));
      throw refuseInKernel("kernel.invalid_input", { fields: errors.map((error) => error.path) }, errors);
    }
    if (renews !== undefined && (await hasPendingRenewal(tx, renews, proposal.id))) {
      throw refuseInPolicy("policy.renewal_pending", { grant: renews });
    }
  },
  lookUp: (tx, { grant }) => namePolicy(tx, grant.kind === "exception_grant" ? grant.terms.policy : null),
  hold: async (tx, { grant }) => {
    if (grant.terms.renews !== undefined) await holdGrant(tx, grant.terms.renews);
  },
  carryOut: async (tx, { grant }, { proposal, decision, at }) => {
    const { modelId, proposerUserId, reference } = proposal;
    // A retry comes without the model: what is granted leaves it as it is.
    const model = modelId === null ? null : await loadModelById(tx, modelId);
    const today = await loadToday(tx, at);
    const facts = await loadGrantFacts(tx, grant, { isModelGone: isGone(model), today });
    const obstacle = findGrantObstacle(grant, facts);
    if (obstacle !== null) return obstacle;
    await insertGrant(tx, { granted: grant, modelId, proposerUserId, proposal: reference, decision, today, at });
    return null;
  },
  giveBack: async () => {},
};
