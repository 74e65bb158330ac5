// Answers "what does voting show in lists and answer to acts?" (VOT-1 to VOT-15): outputs of its operations. Browser-safe.
// One proposal with all that belongs to it is in `proposal-view.ts`.
import { z } from "zod";
import { ReceiptProof } from "../audit/schema.ts";
import { ModelStatus, Tier } from "../registry/schema.ts";
import { PersonView } from "../registry/scorecard-view.ts";
import {
  Choice,
  DecisionOutcome,
  DecisionStanding,
  ProposalKind,
  ProposalStatus,
  ReasonOutput,
  VoteReceipt,
} from "./schema.ts";

const Instant = z.iso.datetime();
const count = z.int().min(0);
const Reasons = z.array(ReasonOutput).readonly();

export const ModelCard = z.strictObject({
  reference: z.string(),
  name: z.string(),
  version: z.string(),
  unit: z.string(),
  tier: Tier,
  status: ModelStatus,
});
export type ModelCard = z.infer<typeof ModelCard>;

export const ConditionView = z.strictObject({ text: z.string(), dueInDays: z.int() });
export type StoredCondition = z.infer<typeof ConditionView>;

// ── answers to acts ──────────────────────────────────────────────────────────────────────────────────────────────────
const SubmissionRoute = z.enum(["approved_by_rule", "returned_to_owner", "advisory_vote", "board_vote"]);

export const SubmissionAnswer = z.strictObject({
  route: SubmissionRoute,
  reasons: Reasons,
  packageDigest: z.string(),
  modelStatus: ModelStatus,
  /** Set when the board votes. */
  proposal: z.string().nullable(),
  deadlineAt: Instant.nullable(),
  /** Set when it was approved by rule. */
  decision: z.string().nullable(),
  nextReviewAt: Instant.nullable(),
});
export type SubmissionAnswer = z.infer<typeof SubmissionAnswer>;

/** Where a proposal stands after an act on it. */
export const ProposalAnswer = z.strictObject({
  reference: z.string(),
  state: ProposalStatus,
  outcome: DecisionOutcome.nullable(),
  isAwaitingChair: z.boolean(),
  deadlineAt: Instant.nullable(),
  decision: z.string().nullable(),
  why: z.string().nullable(),
});
export type ProposalAnswer = z.infer<typeof ProposalAnswer>;

export const RecusalAnswer = z.strictObject({
  reference: z.string(),
  userId: z.string(),
  /** null where it may not be known: under seal, of another. */
  isBallotWithdrawn: z.boolean().nullable(),
  isInquorate: z.boolean(),
});

/** `checkpoint`: the latest signed one kept (AUD-3); it may be older than the entry. */
export const BallotAnswer = z.strictObject({
  kind: z.enum(["first", "changed", "unchanged"]),
  receipt: VoteReceipt,
  /** `AR-00042`: where the audit log holds the receipt's digest. */
  entry: z.string(),
  checkpoint: z.string().nullable(),
});
export type BallotAnswer = z.infer<typeof BallotAnswer>;

/** The receipt of one's own ballot as a file, with the proof that the log holds it (AUD-3, AUD-4). */
export const ReceiptView = z.strictObject({
  choice: Choice,
  reasoning: z.string(),
  receipt: VoteReceipt,
  entry: z.string(),
  proof: ReceiptProof,
});
export type ReceiptView = z.infer<typeof ReceiptView>;

/** What a draft says, for the form that changes it. */
export const DraftView = z.strictObject({
  reference: z.string(),
  kind: ProposalKind,
  title: z.string(),
  description: z.string(),
  payload: z.record(z.string(), z.unknown()),
  votingHours: z.int(),
  conditions: z.array(ConditionView),
});
export type DraftView = z.infer<typeof DraftView>;

/** What the chair decided alone: in force at once, and put to the board (VOT-11). */
export const ChairDecisionAnswer = z.strictObject({
  decision: z.string(),
  standing: z.literal("provisional"),
  /** The vote that ratifies it. */
  proposal: z.string(),
  deadlineAt: Instant,
  /** Whether those in office could ratify it at all (VOT-144). */
  canBeRatified: z.boolean(),
  outlook: z.string(),
});
export type ChairDecisionAnswer = z.infer<typeof ChairDecisionAnswer>;

export const ChairDecisionPreview = z.strictObject({
  /** Why this chair may not; null when they may. */
  objection: z.strictObject({ title: z.string(), detail: z.string(), hint: z.string().nullable() }).nullable(),
  canBeRatified: z.boolean(),
  entitled: count,
  outlook: z.string(),
  hours: z.int(),
});
export type ChairDecisionPreview = z.infer<typeof ChairDecisionPreview>;

// ── lists ────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const MyPlace = z.enum(["elector", "recused", "none"]);

export const ProposalItem = z.strictObject({
  reference: z.string(),
  kind: ProposalKind,
  title: z.string(),
  state: ProposalStatus,
  effect: z.enum(["binding", "advisory"]),
  outcome: DecisionOutcome.nullable(),
  isInquorate: z.boolean(),
  isSealed: z.boolean(),
  isAwaitingChair: z.boolean(),
  model: ModelCard.nullable(),
  proposer: PersonView,
  createdAt: Instant,
  openedAt: Instant.nullable(),
  deadlineAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  entitled: count,
  recused: count,
  /** Ballots cast; null when one may not know. */
  cast: count.nullable(),
  myPlace: MyPlace,
  myChoice: Choice.nullable(),
  needsMyVote: z.boolean(),
  decision: z.string().nullable(),
  /** Of the chair's decision that it ratifies; null for every other vote (VOT-11). */
  standing: DecisionStanding.nullable(),
});
export type ProposalItem = z.infer<typeof ProposalItem>;
export const ProposalList = z.strictObject({ items: z.array(ProposalItem), nextCursor: z.string().nullable() });
export type ProposalList = z.infer<typeof ProposalList>;

export const ProposerView = z.strictObject({ id: z.string(), name: z.string(), proposals: count });
export type ProposerView = z.infer<typeof ProposerView>;
export const ProposerList = z.strictObject({ items: z.array(ProposerView) });

export const DecisionView = z.strictObject({
  reference: z.string(),
  kind: ProposalKind,
  outcome: DecisionOutcome,
  standing: DecisionStanding,
  title: z.string(),
  proposal: z.string().nullable(),
  /** The vote that ratifies a chair's decision. */
  ratification: z.string().nullable(),
  /** The chair's decision that this one made final or reversed. */
  settles: z.string().nullable(),
  /** The decision that made this one final or reversed it. */
  settledBy: z.string().nullable(),
  model: ModelCard.nullable(),
  packageDigest: z.string().nullable(),
  decidedAt: Instant,
  /** The chair who decided on advice; null when the vote or a rule did. */
  decidedBy: PersonView.nullable(),
  why: z.string(),
  rationale: z.string(),
  conditions: z.array(ConditionView),
});
export type DecisionView = z.infer<typeof DecisionView>;
export const DecisionList = z.strictObject({ items: z.array(DecisionView), nextCursor: z.string().nullable() });
export type DecisionList = z.infer<typeof DecisionList>;

export const VotingMetrics = z.strictObject({
  total: count,
  active: count,
  byStatus: z.record(ProposalStatus, count),
  votesCast: count,
  /** Mean of participants / entitled over closed votes; null while there is none. */
  averageParticipationRatio: z.number().nullable(),
  /** Oldest first, at most 24 closed votes. */
  participation: z.array(
    z.strictObject({
      reference: z.string(),
      title: z.string(),
      closedAt: Instant,
      participants: count,
      entitled: count,
    }),
  ),
  /** The last twelve calendar months of the organisation, the present one last; decisions that votes led to. */
  months: z.array(
    z.strictObject({
      startsAt: Instant,
      decided: z.record(DecisionOutcome, count),
      /** Median hours from opening to the decision; null in a month without one. */
      medianHours: z.number().min(0).nullable(),
      /** Mean of participants / entitled over the votes that ended with a result. */
      participationRatio: z.number().min(0).max(1).nullable(),
    }),
  ),
});
export type VotingMetrics = z.infer<typeof VotingMetrics>;
