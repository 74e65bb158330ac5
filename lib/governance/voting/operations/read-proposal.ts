import { defineOperation } from "../../../db/operation.ts";
import { loadPeople } from "../../registry/owner-store.ts";
import type { StoredModel } from "../../registry/store.ts";
import { loadAdvicePart } from "../advice-store.ts";
import { loadAmendment } from "../amendment-store.ts";
import { loadReceiptEntry } from "../ballot-store.ts";
import { loadKindContext } from "../effect-store.ts";
import { explainInquorate } from "../inquorate.ts";
import { toMyView } from "../my-view.ts";
import { loadProposalPage, type ProposalPage } from "../page-store.ts";
import { loadBecame, loadPolicyChange } from "../policy-change-store.ts";
import { toRecord } from "../proposal-store.ts";
import { ProposalView } from "../proposal-view.ts";
import { loadRatification } from "../ratification-view-store.ts";
import { loadDecisionOf, loadFollowUps, toModelCard } from "../reading-store.ts";
import { ProposalReference } from "../request.ts";
import { loadDissent } from "../roll-store.ts";
import { toElectorViews, toRecusedViews } from "../roll-view.ts";
import type { DecisionRule } from "../schema.ts";
import type { Standing } from "../standing.ts";
import { loadSubjectPart } from "../subject-page-store.ts";
import { loadTransitionActor } from "../transition-actor-store.ts";
import type { ModelCard } from "../view.ts";
import { withoutBallots } from "../why.ts";

export const readProposal = defineOperation({
  name: "voting.read_proposal",
  summary: "One proposal with all that a decision on it needs",
  permission: "voting.read",
  effect: "read",
  input: ProposalReference,
  output: ProposalView,
  async run({ input, actor, now, tx }) {
    const page = await loadProposalPage(tx, { reference: input.reference, actor, now });
    const { proposal, model, reading, own, standing, rule, opening, userId, at } = page;
    const context = await loadKindContext(tx, reading, { model, conditions: proposal.conditions.length });
    const whatItDoes = reading.describeEffect(context);
    const decision = await loadDecisionOf(tx, proposal.id);
    const ownerUserId = model?.ownerUserId ?? null;
    const personOf = await loadPeople(tx, [proposal.proposerUserId, ownerUserId, proposal.actedBy]);
    const { ballot } = own;
    const receiptEntry = ballot === null ? null : await loadReceiptEntry(tx, proposal.reference, ballot.receiptDigest);
    const { visibility, result } = standing;
    const transitionActor = await loadTransitionActor(tx, actor, { proposal, at });
    const facts = { reference: proposal.reference, record: toRecord(proposal), standing, own, actor, transitionActor };
    const { reference, kind, title, description, votingHours, subjectDigest, actReason, executionFailure } = proposal;
    return {
      ...{ reference, kind, title, description, votingHours, subjectDigest, actReason, executionFailure },
      ...{ rule, ruleSentence: page.ruleSentence, conditions: [...proposal.conditions] },
      ...(await loadSubjectPart(tx, page)),
      asked: reading.ask(context),
      grounds: reading.grounds,
      state: standing.state,
      stateReasons: standing.stateReasons,
      outcome: standing.outcome,
      effect: proposal.isBinding ? ("binding" as const) : ("advisory" as const),
      ...toInquoratePart(standing, rule),
      isSealed: rule.ballots === "sealed",
      isAwaitingChair: standing.isAwaitingChair,
      isRestricted: standing.place === "recused" && !standing.isOver,
      proposer: personOf(proposal.proposerUserId),
      actedBy: proposal.actedBy === null ? null : personOf(proposal.actedBy),
      createdAt: proposal.createdAt.toISOString(),
      openedAt: proposal.openedAt?.toISOString() ?? null,
      deadlineAt: proposal.deadlineAt?.toISOString() ?? null,
      closedAt: (proposal.closedAt ?? proposal.actedAt)?.toISOString() ?? null,
      model: model === null ? null : toCard(model),
      owner: ownerUserId === null ? null : personOf(ownerUserId),
      ratification: await loadRatification(tx, page),
      amendment: await loadAmendment(tx, proposal, at),
      policyChange: await loadPolicyChange(tx, reading),
      became: await loadBecame(tx, reading, reference),
      terms: [...(reading.describeTerms?.(context) ?? [])],
      whatItDoes: standing.isOver ? withoutBefore(whatItDoes) : whatItDoes,
      tally: standing.tally,
      quorum: result?.quorum ?? null,
      threshold: result?.threshold ?? null,
      why: standing.why,
      heads: standing.heads,
      ...toRollPart(page),
      dissent: await loadDissent(tx, { proposalId: proposal.id, at, result: result?.outcome ?? null, visibility }),
      ...(await loadAdvicePart(tx, page)),
      mine: toMyView({ ...facts, at, planned: opening, userId, receiptEntry }),
      decision,
      followUps: decision === null ? [] : await loadFollowUps(tx, decision.reference),
      at: at.toISOString(),
    };
  },
});

function toRollPart({ standing, opening, roll, isRollWhole, userId }: ProposalPage) {
  const { visibility } = standing;
  const { entitled, recused } = standing.countedTally ?? opening?.tally ?? { entitled: null, recused: null };
  return {
    roll: { entitled: entitled?.voters ?? 0, recused: recused?.voters ?? 0, isWhole: isRollWhole },
    electors: toElectorViews(roll, { userId, visibility }),
    recused: toRecusedViews(roll),
  };
}

/** For who stands aside, and under seal, it tells of no ballot (VOT-13, VOT-117). */
function toInquoratePart({ isInquorate, countedTally, visibility }: Standing, rule: DecisionRule) {
  if (!isInquorate || countedTally === null) return { isInquorate, inquorate: null };
  const tally = visibility.tally ? countedTally : withoutBallots(countedTally);
  return { isInquorate, inquorate: explainInquorate(tally, rule) };
}

function toCard({ reference, name, version, unit, tier, status }: StoredModel): ModelCard {
  return toModelCard({ reference, name, version, unit, tier, status });
}

/** Once it is over the model has moved on: what was there before is no longer what is there now. */
function withoutBefore(effect: ProposalView["whatItDoes"]): ProposalView["whatItDoes"] {
  return { ...effect, items: effect.items.map((item) => ({ ...item, before: null })) };
}
