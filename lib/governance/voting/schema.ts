// Answers "which words and bounds does voting have?" (VOT-1, VOT-2, VOT-10, VOT-15): vocabulary, inputs, outputs.
// Browser-safe: forms, screens and the HTTP interface validate with these.
import { z } from "zod";
import {
  BoardAuthority,
  BoardDecisionKind,
  CHAIR_DECISION_KINDS,
  QuorumBase,
  Threshold,
} from "../board/decision-right.ts";
import { Fraction } from "../kernel/fraction.ts";
import { textSchema } from "../kernel/text.ts";

export const TrustWeightedKind = z.enum([
  "configuration",
  "policy",
  "trust_adjustment",
  "overlay_registration",
  "overlay_update",
  "emergency",
]);
export type TrustWeightedKind = z.infer<typeof TrustWeightedKind>;

export const ProposalKind = z.enum([...BoardDecisionKind.options, ...TrustWeightedKind.options]);
export type ProposalKind = z.infer<typeof ProposalKind>;

/** What a chair may decide alone, subject to ratification (VOT-11). */
export const ChairDecisionKind = BoardDecisionKind.extract(CHAIR_DECISION_KINDS, {
  error:
    "A chair decides alone only on an emergency action (`emergency_action`) or an incident response (`incident_response`)",
});
export type ChairDecisionKind = z.infer<typeof ChairDecisionKind>;

/** `provisional`: in force until the board has ratified it or not (VOT-11). */
export const DecisionStanding = z.enum(["provisional", "final", "reversed"]);
export type DecisionStanding = z.infer<typeof DecisionStanding>;

export const Choice = z.enum(["yes", "no", "abstain"]);
export type Choice = z.infer<typeof Choice>;

export const ProposalStatus = z.enum([
  "draft",
  "open",
  "passed",
  "rejected",
  "no_quorum",
  "executed",
  "execution_failed",
  "withdrawn",
  "deferred",
  "cancelled",
]);
export type ProposalStatus = z.infer<typeof ProposalStatus>;

/** Acts on a proposal; casting a ballot and recusing are acts of a member and judged apart. */
export const ProposalAct = z.enum([
  "edit",
  "open",
  "close",
  "withdraw",
  "defer",
  "cancel",
  "execute",
  "decide_advised",
]);
export type ProposalAct = z.infer<typeof ProposalAct>;

export const DecisionOutcome = z.enum(["approved", "conditional", "deferred", "rejected", "withdrawn"]);
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;

export const ResultOutcome = z.enum(["passed", "rejected", "no_quorum"]);
export type ResultOutcome = z.infer<typeof ResultOutcome>;

/** What the chair may do with advice (REG-6). */
export const AdvisedDecision = z.enum(["approved", "rejected"]);
export type AdvisedDecision = z.infer<typeof AdvisedDecision>;

const Authority = z.enum([...BoardAuthority.options, "trust_weighted"]);

export const RecusalBasis = z.enum([
  "declared_conflict",
  "ownership",
  "own_request",
  "chair_ruling",
  "own_decision",
  "subject",
]);
export type RecusalBasis = z.infer<typeof RecusalBasis>;

export const ProposalTitle = textSchema({ max: 200, what: "The title" });
export const ProposalDescription = textSchema({ max: 10_000, multiline: true, what: "The reason for the proposal" });
export const VotingHours = z
  .int({ error: "Voting time is a whole number of hours" })
  .min(1, { message: "Voting takes at least 1 hour" })
  .max(168, { message: "Voting takes at most 168 hours (7 days)" });
export const Reasoning = textSchema({ min: 0, max: 2_000, multiline: true, what: "The reasoning" });
/** Why somebody withdraws, defers, cancels, recuses or goes against advice. */
export const ActReason = textSchema({ max: 2_000, multiline: true, what: "The reason" });
export const ConditionInput = z.strictObject({
  text: textSchema({ max: 500, what: "The condition" }),
  /** Days after the decision by which the condition has to be met; left out, the setting `conditions.dueDays` says it. */
  dueInDays: z
    .int({ error: "The time to meet a condition is a whole number of days" })
    .min(1, { message: "A condition needs at least 1 day" })
    .max(730, { message: "A condition is due within 730 days" })
    .optional(),
});
export type ConditionInput = z.infer<typeof ConditionInput>;
export const Conditions = z.array(ConditionInput).max(20, { message: "At most 20 conditions" });
/** SHA-256 of the decision package, 64 hexadecimal digits. */
export const SubjectDigest = z
  .string()
  .regex(/^[0-9a-f]{64}$/u, { message: "A package digest has 64 hexadecimal digits" });

/**
 * The rule of one proposal, frozen when it opens (VOT-3). `quorum.fraction` 0/1 with `at_least` asks for nobody.
 * `chairPlus`: the chair and that many others must say yes. `chairVotes` is false when the board ratifies the chair.
 */
export const DecisionRule = z.strictObject({
  kind: ProposalKind,
  /** Where the rule comes from, such as `charter 1.0`. */
  version: z.string().min(1).max(100),
  authority: Authority,
  effect: z.enum(["binding", "advisory"]),
  weightUnit: z.enum(["seat", "half_vote"]),
  threshold: Threshold,
  quorum: z.strictObject({
    fraction: Fraction,
    base: z.enum([...QuorumBase.options, "eligible_weight"]),
    formula: z.enum(["floor_plus_one", "at_least"]),
    minimumNonRecused: z.int().min(1).max(50),
  }),
  chairPlus: z.strictObject({ othersAtLeast: z.int().min(1).max(50) }).nullable(),
  chairVotes: z.boolean(),
  /** What a missing quorum means: a board decision stays undecided, a trust-weighted proposal is rejected (VOT-10). */
  withoutQuorum: z.enum(["no_quorum", "rejected"]),
  escalates: z.boolean(),
  ballots: z.enum(["open", "sealed"]),
});
export type DecisionRule = z.infer<typeof DecisionRule>;

/** Heads and weight; weight is 1 per seat, or in half-votes (ORG-4). */
export const Count = z.strictObject({ voters: z.int().min(0), weight: z.int().min(0) });
export type Count = z.infer<typeof Count>;

export const ChairPosition = z.enum([...Choice.options, "waiting", "lapsed", "recused", "none"]);
export type ChairPosition = z.infer<typeof ChairPosition>;

/**
 * Everything the deciding function needs. entitled = yes + no + abstain + waiting + lapsed; recused members are outside
 * it. `lapsed`: entitled at opening, did not cast, and the right to vote ended since.
 */
export const Tally = z.strictObject({
  yes: Count,
  no: Count,
  abstain: Count,
  waiting: Count,
  lapsed: Count,
  entitled: Count,
  recused: Count,
  chair: ChairPosition,
});
export type Tally = z.infer<typeof Tally>;

const Fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]);
export const ReasonOutput = z
  .strictObject({ code: z.string(), facts: z.record(z.string(), Fact).readonly() })
  .readonly();

export const QuorumState = z.strictObject({
  required: z.int(),
  participants: z.int(),
  base: z.int(),
  isMet: z.boolean(),
  /** With everybody who can still cast. */
  canBeAchieved: z.boolean(),
  short: z.int(),
});
export type QuorumState = z.infer<typeof QuorumState>;

/** Numbers are in the rule's unit: seats, or half-votes. `required` is the least yes that suffices at this `base`. */
export const ThresholdState = z.strictObject({
  yes: z.int(),
  base: z.int(),
  required: z.int(),
  isReached: z.boolean(),
});
export type ThresholdState = z.infer<typeof ThresholdState>;

export const Result = z.strictObject({
  outcome: ResultOutcome,
  reasons: z.array(ReasonOutput).readonly(),
  quorum: QuorumState,
  threshold: ThresholdState,
});
export type Result = z.infer<typeof Result>;

/** Ballots that would be cast (`from: waiting`) or changed; `amount` in the rule's unit. */
export const BallotChange = z.strictObject({
  from: z.enum(["waiting", ...Choice.options]),
  to: z.enum(["yes", "no"]),
  amount: z.int().min(1),
  includesChair: z.boolean(),
});
export type BallotChange = z.infer<typeof BallotChange>;

/** The why-sentence (VOT-9) with what it rests on. `changes` together flip the outcome; sealed ones tell nothing. */
export const Why = z.strictObject({
  visibility: z.enum(["open", "sealed"]),
  isFinal: z.boolean(),
  outcome: ResultOutcome.nullable(),
  reasons: z.array(ReasonOutput).readonly(),
  changes: z.array(BallotChange).readonly(),
  sentence: z.string(),
});
export type Why = z.infer<typeof Why>;

/** What a voter keeps. `salt` opens the commitment and is given to nobody else. */
export const VoteReceipt = z.strictObject({
  proposal: z.string(),
  castNumber: z.int().min(1),
  castAt: z.iso.datetime(),
  subjectDigest: SubjectDigest,
  choiceCommitment: z.string(),
  salt: z.string(),
  /** SHA-256 of the receipt without salt, digest and audit entry; the audit entry holds it. */
  digest: z.string(),
  auditEntry: z.int().min(1),
});
export type VoteReceipt = z.infer<typeof VoteReceipt>;
