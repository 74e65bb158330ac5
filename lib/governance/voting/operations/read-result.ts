import { defineOperation } from "../../../db/operation.ts";
import { loadProposalPage } from "../page-store.ts";
import { ResultView } from "../proposal-view.ts";
import { loadRatification } from "../ratification-view-store.ts";
import { loadDecisionOf } from "../reading-store.ts";
import { ProposalReference } from "../request.ts";
import { loadDissent } from "../roll-store.ts";
import { toRecusedViews } from "../roll-view.ts";

export const readResult = defineOperation({
  name: "voting.read_result",
  summary: "The result of a proposal, or how it stands, and why",
  permission: "voting.read",
  effect: "read",
  input: ProposalReference,
  output: ResultView,
  async run({ input, actor, now, tx }) {
    const page = await loadProposalPage(tx, { reference: input.reference, actor, now });
    const { proposal, roll, standing, at } = page;
    const { result, tally, why, heads, visibility } = standing;
    return {
      reference: proposal.reference,
      state: standing.state,
      outcome: standing.outcome,
      result: result?.outcome ?? null,
      isFinal: standing.isOver,
      isAwaitingChair: standing.isAwaitingChair,
      reasons: result?.reasons ?? why?.reasons ?? [],
      tally,
      quorum: result?.quorum ?? null,
      threshold: result?.threshold ?? null,
      why,
      heads,
      ruleSentence: page.ruleSentence,
      subjectDigest: proposal.subjectDigest,
      deadlineAt: proposal.deadlineAt?.toISOString() ?? null,
      closedAt: (proposal.closedAt ?? proposal.actedAt)?.toISOString() ?? null,
      recused: toRecusedViews(roll),
      dissent: await loadDissent(tx, { proposalId: proposal.id, at, result: result?.outcome ?? null, visibility }),
      decision: await loadDecisionOf(tx, proposal.id),
      executionFailure: proposal.executionFailure,
      ratification: await loadRatification(tx, page),
    };
  },
});
