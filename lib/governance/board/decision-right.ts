// Answers "what does the charter demand for each kind of board decision?" (BRD-8, VOT table of board decisions).
// Browser-safe: the charter's editable grid, the charter versions and the voting engine share these shapes.
// A decision right is data of a charter version; voting freezes a rule from it when a proposal opens (VOT-3).
import { z } from "zod";
import { Comparison, Fraction } from "../kernel/fraction.ts";

export const BoardDecisionKind = z.enum([
  "model_approval",
  "decommission",
  "policy_change",
  "charter_amendment",
  "risk_acceptance",
  "exception_grant",
  "emergency_action",
  "incident_response",
]);
export type BoardDecisionKind = z.infer<typeof BoardDecisionKind>;

/** The kinds that a chair may be given to decide alone; nothing else takes effect before the board has voted (VOT-11). */
export const CHAIR_DECISION_KINDS = [
  "emergency_action",
  "incident_response",
] as const satisfies readonly BoardDecisionKind[];

/** Who has to agree. `chair_ratify`: the chair decides now and the board ratifies by the threshold given here. */
export const BoardAuthority = z.enum(["board_vote", "full_board", "supermajority", "chair_plus_two", "chair_ratify"]);
export type BoardAuthority = z.infer<typeof BoardAuthority>;

/** The denominator of a threshold. Abstentions and silence count only in `all_entitled` (VOT-7). */
export const ThresholdBase = z.enum(["yes_plus_no", "all_entitled"]);

/** How much yes is needed. A threshold that nothing, or nobody at all, could reach is refused. */
export const Threshold = z
  .strictObject({
    numerator: z.int().min(0).max(1_000_000),
    denominator: z.int().min(1).max(1_000_000),
    comparison: Comparison,
    base: ThresholdBase,
  })
  .refine((t) => t.numerator <= t.denominator, { path: ["numerator"], message: "A fraction must not exceed 1" })
  .refine((t) => t.comparison === "more_than" || t.numerator > 0, {
    path: ["numerator"],
    message: "At least 0 of the votes asks for nothing; enter a fraction above 0",
  })
  .refine((t) => t.comparison === "at_least" || t.numerator < t.denominator, {
    path: ["numerator"],
    message: "More than all of the votes can never be reached; choose at least",
  });
export type Threshold = z.infer<typeof Threshold>;

/** Whom the quorum is counted over (BRD-4): all voting seats in office, or those left after recusal. */
export const QuorumBase = z.enum(["voting_seats", "entitled_after_recusal"]);
export type QuorumBase = z.infer<typeof QuorumBase>;

/** A ratio r asks for floor(n x r) + 1 participants, so 1/1 could never be met. */
const QuorumRatio = Fraction.refine((f) => f.numerator < f.denominator, {
  path: ["numerator"],
  message: "A quorum is one more than this share, so the share must stay below 1",
});

/** The charter's quorum rules for the whole board. */
export const QuorumRules = z.strictObject({
  ratio: QuorumRatio,
  base: QuorumBase,
  minimumNonRecused: z.int().min(2).max(50),
});
export type QuorumRules = z.infer<typeof QuorumRules>;

export const STANDARD_QUORUM_RULES: QuorumRules = {
  ratio: { numerator: 1, denominator: 2 },
  base: "voting_seats",
  minimumNonRecused: 2,
};

/** `charter`: the charter's quorum rules; `own`: another ratio by the same formula; `none`: the threshold alone decides. */
export const QuorumDemand = z.discriminatedUnion("source", [
  z.strictObject({ source: z.literal("charter") }),
  z.strictObject({ source: z.literal("own"), ratio: QuorumRatio }),
  z.strictObject({ source: z.literal("none") }),
]);
export type QuorumDemand = z.infer<typeof QuorumDemand>;

export const DecisionRight = z.strictObject({
  authority: BoardAuthority,
  threshold: Threshold,
  quorum: QuorumDemand,
  /** The act is escalated to the chair and board as it happens. */
  escalates: z.boolean(),
});
export type DecisionRight = z.infer<typeof DecisionRight>;

/** One decision right per kind, none missing. */
export const DecisionRights = z.record(BoardDecisionKind, DecisionRight);
export type DecisionRights = z.infer<typeof DecisionRights>;

const MORE_THAN_HALF: Threshold = { numerator: 1, denominator: 2, comparison: "more_than", base: "yes_plus_no" };
const TWO_THIRDS_OF_ALL: Threshold = { numerator: 2, denominator: 3, comparison: "at_least", base: "all_entitled" };
const THREE_QUARTERS: Threshold = { numerator: 3, denominator: 4, comparison: "at_least", base: "yes_plus_no" };
/** All of yes + no: nobody says no. */
const UNOPPOSED: Threshold = { numerator: 1, denominator: 1, comparison: "at_least", base: "yes_plus_no" };

const BOARD_VOTE: DecisionRight = {
  authority: "board_vote",
  threshold: MORE_THAN_HALF,
  quorum: { source: "charter" },
  escalates: false,
};
const CHAIR_PLUS_TWO: DecisionRight = {
  authority: "chair_plus_two",
  threshold: UNOPPOSED,
  quorum: { source: "none" },
  escalates: false,
};
const CHAIR_RATIFY: DecisionRight = {
  authority: "chair_ratify",
  threshold: MORE_THAN_HALF,
  quorum: { source: "charter" },
  escalates: true,
};

/** The rows of the design's table of board decisions; both charter templates begin with them. */
export const STANDARD_DECISION_RIGHTS: Record<BoardDecisionKind, DecisionRight> = {
  model_approval: BOARD_VOTE,
  decommission: BOARD_VOTE,
  policy_change: {
    authority: "full_board",
    threshold: TWO_THIRDS_OF_ALL,
    quorum: { source: "none" },
    escalates: false,
  },
  charter_amendment: {
    authority: "supermajority",
    threshold: THREE_QUARTERS,
    quorum: { source: "charter" },
    escalates: false,
  },
  risk_acceptance: CHAIR_PLUS_TWO,
  exception_grant: CHAIR_PLUS_TWO,
  emergency_action: CHAIR_RATIFY,
  incident_response: CHAIR_RATIFY,
};
