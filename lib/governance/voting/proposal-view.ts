// Answers "what does a decision need on one screen?" (VOT-1 to VOT-15, BRD-5, REG-5): one proposal, one result. Browser-safe.
// Whatever somebody may not see is null, never an empty list: sealed ballots, deliberation for the recused (VOT-13, BRD-5).
import { z } from "zod";
import { AdviceView } from "../advisory/schema.ts";
import { SectionDifference } from "../board/charter-draft.ts";
import { BoardRole } from "../board/schema.ts";
import { PolicyChangeView } from "../policy/view.ts";
import { Criterion, Evidence } from "../registry/schema.ts";
import { EvaluationView, PackageView, PersonView } from "../registry/scorecard-view.ts";
import {
  Choice,
  DecisionOutcome,
  DecisionRule,
  ProposalKind,
  ProposalStatus,
  QuorumState,
  ReasonOutput,
  RecusalBasis,
  ResultOutcome,
  Tally,
  ThresholdState,
  VoteReceipt,
  Why,
} from "./schema.ts";
import { ConditionView, DecisionView, ModelCard, MyPlace } from "./view.ts";

const Instant = z.iso.datetime();
const count = z.int().min(0);
const Reasons = z.array(ReasonOutput).readonly();

const Difference = PackageView.shape.difference.unwrap();

export const ScorecardRow = z.strictObject({
  criterion: Criterion,
  label: z.string(),
  scoreRatio: z.number(),
  weightRatio: z.number(),
  weightedScoreRatio: z.number(),
  isPassFail: z.boolean(),
  status: EvaluationView.shape.criteria.unwrap().element.shape.status,
  justification: z.string(),
  evidence: z.array(Evidence).readonly(),
});
export type ScorecardRow = z.infer<typeof ScorecardRow>;

export const FrozenScorecard = z.strictObject({
  overallRatio: z.number(),
  thresholdRatio: z.number(),
  recommendation: z.enum(["approve", "reject"]),
  lowestRatio: z.number(),
  highestRatio: z.number(),
  evidenceCount: count,
  rows: z.array(ScorecardRow),
});
export type FrozenScorecard = z.infer<typeof FrozenScorecard>;

/** What approving does: a sentence, and each effect with its value now and after. */
export const EffectView = z.strictObject({
  sentence: z.string(),
  items: z.array(z.strictObject({ what: z.string(), before: z.string().nullable(), after: z.string() })),
});
export type EffectView = z.infer<typeof EffectView>;

/** One of the terms that are decided on, in full. */
const TermView = z.strictObject({ what: z.string(), lines: z.array(z.string()).readonly() });
export type TermView = z.infer<typeof TermView>;

export const ElectorView = z.strictObject({
  person: PersonView,
  seatRole: BoardRole.nullable(),
  isChair: z.boolean(),
  /** In the rule's unit: 1 a seat, or half-votes. */
  weight: count,
  /** The right to vote ended since opening. */
  isLapsed: z.boolean(),
  /** null when one may not know (sealed, recused). */
  hasVoted: z.boolean().nullable(),
  choice: Choice.nullable(),
  reasoning: z.string().nullable(),
  castAt: Instant.nullable(),
});
export type ElectorView = z.infer<typeof ElectorView>;

export const RecusedView = z.strictObject({
  person: PersonView,
  seatRole: BoardRole.nullable(),
  isChair: z.boolean(),
  basis: RecusalBasis,
  reason: z.string(),
  recusedAt: Instant,
  /** Who ruled, when it was not the member. */
  by: PersonView.nullable(),
});
export type RecusedView = z.infer<typeof RecusedView>;

/** Shown with the result (VOT-15). `person` is null for readers who are neither board nor auditor. */
export const DissentView = z.strictObject({ person: PersonView.nullable(), choice: Choice, reasoning: z.string() });
export type DissentView = z.infer<typeof DissentView>;

/** One person one vote, beside votes by weight; it decides nothing (VOT-153). `sentence` where it would come out otherwise. */
const HeadsView = z.strictObject({ outcome: ResultOutcome, sentence: z.string().nullable() });

/** Whether the reader may do it now and, if not, why in a sentence. */
export const ActView = z.strictObject({ isAllowed: z.boolean(), code: z.string(), why: z.string().nullable() });
export type ActView = z.infer<typeof ActView>;

export const MyView = z.strictObject({
  place: MyPlace,
  /** Of one's own vote, in the rule's unit; null for whoever has none. */
  weight: count.nullable(),
  isProposer: z.boolean(),
  ballot: z
    .strictObject({ choice: Choice, reasoning: z.string(), castAt: Instant, castNumber: z.int(), isStale: z.boolean() })
    .nullable(),
  receipt: VoteReceipt.nullable(),
  acts: z.strictObject({
    vote: ActView,
    recuse: ActView,
    edit: ActView,
    open: ActView,
    close: ActView,
    defer: ActView,
    withdraw: ActView,
    cancel: ActView,
    decideAdvised: ActView,
    execute: ActView,
    /** The chair rules on another member's conflict. */
    ruleOnConflict: ActView,
    /** Alleging one, for a ruling. */
    allegeConflict: ActView,
  }),
});
export type MyView = z.infer<typeof MyView>;

export const FollowUpView = z.strictObject({
  reference: z.string(),
  title: z.string(),
  status: z.enum(["open", "in_progress", "completed", "cancelled"]),
  dueAt: Instant,
  assignee: PersonView.nullable(),
});
export type FollowUpView = z.infer<typeof FollowUpView>;

/** `asked`: not there yet. `withheld`: the reader stands aside (BRD-5). `none`: nobody was asked, or nothing came of it. */
export const AdviceAnswer = z.strictObject({
  advice: AdviceView.nullable(),
  adviceState: z.enum(["given", "asked", "withheld", "none"]),
});
export type AdviceAnswer = z.infer<typeof AdviceAnswer>;
/** An amendment of the charter beside the version it amends. */
export const AmendmentView = z.strictObject({
  baseVersion: z.int(),
  baseLabel: z.string(),
  nextLabel: z.string(),
  isBaseInForce: z.boolean(),
  contentDigest: z.string(),
  differences: z.array(SectionDifference),
});
export type AmendmentView = z.infer<typeof AmendmentView>;

/** The chair's decision that the vote ratifies (VOT-11). */
export const RatificationView = z.strictObject({
  decision: DecisionView,
  /** What holds since it was decided. */
  inForce: z.string(),
  /** What reversing it would do now. */
  ifNotRatified: z.string(),
});
export type RatificationView = z.infer<typeof RatificationView>;

export const ProposalView = z.strictObject({
  reference: z.string(),
  kind: ProposalKind,
  title: z.string(),
  description: z.string(),
  /** What is asked, in the kind's words. */
  asked: z.string(),
  /** The reason given by the proposer, for kinds that have one. */
  grounds: z.string().nullable(),
  state: ProposalStatus,
  stateReasons: Reasons,
  outcome: DecisionOutcome.nullable(),
  effect: z.enum(["binding", "advisory"]),
  isInquorate: z.boolean(),
  /** Why these members can no longer decide it, and what would help; null while they can. */
  inquorate: z
    .strictObject({ reasons: Reasons, membersShort: z.int().nullable(), help: z.array(z.string()).readonly() })
    .nullable(),
  isSealed: z.boolean(),
  isAwaitingChair: z.boolean(),
  /** The reader stands aside and sees no deliberation (BRD-5). */
  isRestricted: z.boolean(),
  proposer: PersonView,
  /** The reason of a withdrawal or a deferral. */
  actReason: z.string().nullable(),
  /** Who withdrew, deferred or cancelled it; null for the product itself. */
  actedBy: PersonView.nullable(),
  createdAt: Instant,
  openedAt: Instant.nullable(),
  deadlineAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  votingHours: z.int(),
  /** For a draft the rule that opening would freeze. */
  rule: DecisionRule,
  ruleSentence: z.string(),
  model: ModelCard.nullable(),
  owner: PersonView.nullable(),
  /** What ballots must name; null for a draft. */
  subjectDigest: z.string().nullable(),
  /** A package stands behind it: number and digest. */
  package: z
    .strictObject({ sequence: z.int(), digest: z.string(), submittedAt: Instant, submittedBy: PersonView })
    .nullable(),
  scorecard: FrozenScorecard.nullable(),
  /** Evidence and score gaps, a sentence each. */
  gaps: z.array(z.string()),
  conditions: z.array(ConditionView),
  /** Why a decision in favour could not be carried out, or one that was not ratified not reversed. */
  executionFailure: z.string().nullable(),
  ratification: RatificationView.nullable(),
  /** What an amendment of the charter changes; null for every other kind. */
  amendment: AmendmentView.nullable(),
  /** What a change of a policy changes; null for every other kind. */
  policyChange: PolicyChangeView.nullable(),
  whatItDoes: EffectView,
  /** Empty where what it does says it all. */
  terms: z.array(TermView),
  /** What is on record because of it, elsewhere than here; null before it is carried out, and where that is the model. */
  became: z
    .strictObject({
      type: z.enum(["grant", "policy"]),
      reference: z.string(),
      name: z.string(),
      version: z.int().nullable(),
    })
    .nullable(),
  /** Against the package before this one; null when there is none. */
  sinceLastTime: z.strictObject({ digest: z.string(), submittedAt: Instant, difference: Difference }).nullable(),
  /** The last decision on the same model, and what changed since its package. */
  lastDecision: z.strictObject({ decision: DecisionView, difference: Difference.nullable() }).nullable(),
  tally: Tally.nullable(),
  quorum: QuorumState.nullable(),
  threshold: ThresholdState.nullable(),
  why: Why.nullable(),
  /** null where every vote weighs the same, and where the tally is not shown. */
  heads: HeadsView.nullable(),
  /** How many there are; of a large electorate `electors`, `recused` and `dissent` name at most 50 each (VOT-152). */
  roll: z.strictObject({ entitled: count, recused: count, isWhole: z.boolean() }),
  electors: z.array(ElectorView),
  recused: z.array(RecusedView),
  dissent: z.array(DissentView).nullable(),
  /** Asked for when a proposal opens; it decides nothing (ADV-1). */
  ...AdviceAnswer.shape,
  mine: MyView,
  decision: DecisionView.nullable(),
  followUps: z.array(FollowUpView),
  /** The database's clock when this was read. */
  at: Instant,
});
export type ProposalView = z.infer<typeof ProposalView>;

export const ResultView = z.strictObject({
  reference: z.string(),
  state: ProposalStatus,
  outcome: DecisionOutcome.nullable(),
  result: ResultOutcome.nullable(),
  isFinal: z.boolean(),
  isAwaitingChair: z.boolean(),
  reasons: Reasons,
  tally: Tally.nullable(),
  quorum: QuorumState.nullable(),
  threshold: ThresholdState.nullable(),
  why: Why.nullable(),
  heads: HeadsView.nullable(),
  ruleSentence: z.string(),
  subjectDigest: z.string().nullable(),
  deadlineAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  recused: z.array(RecusedView),
  dissent: z.array(DissentView).nullable(),
  decision: DecisionView.nullable(),
  executionFailure: z.string().nullable(),
  ratification: RatificationView.nullable(),
});
export type ResultView = z.infer<typeof ResultView>;
