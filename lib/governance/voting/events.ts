// Answers "what does voting record?" (AUD-1). Details are hashed for ever: references, numbers, codes and digests only;
// names and free text are `personal`. A choice appears in neither, only its commitment: recused members read the record
// too, and before the vote ends (VOT-13, BRD-5).
import type { AuditEvent, Json } from "../kernel/audit-event.ts";
import type { AllegationKind, RulingOutcome } from "./allegation-view.ts";
import type { ChairActInput } from "./request.ts";
import type {
  AdvisedDecision,
  DecisionOutcome,
  DecisionStanding,
  ProposalKind,
  RecusalBasis,
  ResultOutcome,
  Tally,
} from "./schema.ts";

type DecisionDetails = {
  kind: ProposalKind;
  subject: string;
  subjectDigest: string;
};

type TallyDetails = { yes: number; no: number; abstain: number; entitled: number; recused: number };

/** What opening froze (VOT-3). */
type OpeningDetails = DecisionDetails & {
  ruleDigest: string;
  ruleVersion: string;
  electorateDigest: string;
  entitled: number;
  recused: number;
  deadlineAt: string;
  effect: "binding" | "advisory";
  ballots: "open" | "sealed";
};

/** Of whom and about what kind of thing; what is alleged and said stays out of the record (BRD-174). */
type AllegationDetails = { userId: string; seat: string; kind: AllegationKind; textDigest: string };

/** What the end of a ratification made of the chair's decision (VOT-11). */
export type Settled = { settles: string; standing: DecisionStanding };

export type VotingEventDetails = {
  /** `subjectDigest` is fixed when it opens. */
  "voting.proposal_created": Omit<DecisionDetails, "subjectDigest"> & { votingHours: number; conditions: number };
  /** Names of the parts that changed; the digests before and after cover their text. */
  "voting.draft_edited": {
    kind: ProposalKind;
    subject: string;
    changed: readonly string[];
    votingHours: number;
    conditions: number;
  };
  "voting.proposal_opened": OpeningDetails;
  "voting.ballot_cast": {
    castNumber: number;
    choiceCommitment: string;
    receiptDigest: string;
    subjectDigest: string;
  };
  /** `ballotWithdrawn` is left out where it would tell of a sealed ballot. */
  "voting.member_recused": { userId: string; basis: RecusalBasis; ballotWithdrawn?: boolean; inquorate: boolean };
  "voting.conflict_alleged": AllegationDetails & { ruler: string | null };
  "voting.allegation_answered": AllegationDetails;
  /** `conflictId`: the conflict that the ruling put on record. */
  "voting.allegation_ruled": AllegationDetails & {
    ruling: RulingOutcome;
    as: string;
    conflictId: string | null;
    recusedFrom: readonly string[];
    inquorate: readonly string[];
  };
  "voting.owners_recused": { recusedFrom: readonly string[]; inquorate: readonly string[] };
  "voting.proposal_closed": {
    subject: string;
    result: ResultOutcome;
    outcome: DecisionOutcome | null;
    tally: TallyDetails;
    reasons: readonly string[];
    isEarly: boolean;
    /** Why a decision in favour could not be carried out. */
    failure?: string;
    subjectDigest: string;
    /** Reference of the decision; null while advice waits for the chair. */
    decision: string | null;
  } & Partial<Settled>;
  "voting.proposal_withdrawn": { subject: string; decision: string | null; failure?: string } & Partial<Settled>;
  "voting.proposal_deferred": { subject: string; decision: string | null };
  "voting.proposal_cancelled": { subject: string; decision: string | null };
  "voting.proposal_executed": { subject: string; outcome: DecisionOutcome | null } & Partial<Settled>;
  "voting.proposal_execution_failed": { subject: string; cause: string };
  "voting.renewal_drafted": { kind: ProposalKind; grant: string; until: string };
  /** Its last day has come and nothing is left to renew. */
  "voting.grant_lapsed": { kind: ProposalKind; until: string };
  "voting.advice_decided": {
    decision: AdvisedDecision;
    advice: ResultOutcome;
    isAgainstAdvice: boolean;
    outcome: DecisionOutcome | null;
    subjectDigest: string;
    decided: string | null;
  };
  /** What the chair did alone, and the vote that ratifies it. */
  "voting.decided_as_chair": OpeningDetails & {
    act: ChairActInput["type"];
    decision: string;
    proposal: string;
    canBeRatified: boolean;
  };
  "voting.model_submitted": OpeningDetails & {
    tier: string;
    overallScore: string;
    conditions: number;
    proposal: string;
  };
  "voting.tier_one_approved": {
    subjectDigest: string;
    overallScore: string;
    conditions: number;
    decision: string;
    nextReviewAt: string;
  };
  "voting.tier_one_returned": { subjectDigest: string; overallScore: string; reasons: readonly string[] };
};

export type VotingAction = keyof VotingEventDetails;
export type EventExtras = Pick<AuditEvent, "personal" | "outcome" | "beforeDigest" | "afterDigest" | "isAnnounced">;

/** One typed event. `subject` is the proposal, the model for submissions, what is alleged, or a chair's decision about none. */
export function toVotingEvent<Action extends VotingAction>(
  action: Action,
  subject: { readonly type: "proposal" | "model" | "grant" | "allegation" | "decision"; readonly reference: string },
  details: VotingEventDetails[Action],
  extras: EventExtras = {},
): AuditEvent {
  return { action, subject, details: withoutUndefined(details), ...extras };
}

/** Canonical JSON carries no undefined. */
function withoutUndefined(details: object): Record<string, Json> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

/** Numbers of a tally for the record, in the rule's unit. */
export function toTallyDetails(tally: Tally): TallyDetails {
  return {
    yes: tally.yes.weight,
    no: tally.no.weight,
    abstain: tally.abstain.weight,
    entitled: tally.entitled.weight,
    recused: tally.recused.weight,
  };
}
