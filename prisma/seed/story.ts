// How the demo's stories are written down. `history.ts` carries them out.

import type { Criterion, ModelStatus } from "../../lib/governance/registry/schema.ts";
import type { Choice, ProposalKind } from "../../lib/governance/voting/schema.ts";

/** The board in the order of the ballots below. */
export const VOTERS = ["ingrid", "tomas", "priya", "amara", "jonathan", "elena", "david"] as const;

/** One letter a voter, in the order above: y, n, a, or - for no ballot. A recused member is a -. */
export type Ballots = string;

export type Submission = {
  readonly kind: "submission";
  readonly model: string;
  /** Hours before now. */
  readonly hoursAgo: number;
  readonly quality: number;
  readonly weak?: readonly Criterion[];
  readonly votingHours?: number;
  readonly conditions?: readonly { readonly text: string; readonly dueInDays: number }[];
  readonly ballots?: Ballots;
  readonly reasons?: Readonly<Partial<Record<(typeof VOTERS)[number], string>>>;
  readonly end?: "deadline" | "open" | { readonly withdrawnAfterHours: number; readonly reason: string };
  /** The chair's decision on advice, hours after the deadline. */
  readonly advised?: {
    readonly decision: "approved" | "rejected";
    readonly reason: string;
    readonly afterHours: number;
  };
  readonly recuse?: { readonly member: (typeof VOTERS)[number]; readonly reason: string };
};

export type StatusProposal = {
  readonly kind: "activation" | "decommission";
  readonly model: string;
  readonly hoursAgo: number;
  readonly votingHours: number;
  readonly by: string;
  readonly reason: string;
  readonly ballots: Ballots;
  readonly end: "deadline" | "open";
};

/** What a payload may name: models and policies by what they are called here, and days counted from today. */
export type DecisionFacts = {
  readonly model: (key: string) => string;
  readonly policy: (name: string) => Promise<{ readonly policy: string; readonly baseVersion: number }>;
  readonly day: (daysAhead: number) => string;
};

/** A decision about something else than a model’s approval. */
export type BoardDecision = {
  readonly kind: "decision";
  readonly what: ProposalKind;
  readonly by: string;
  readonly hoursAgo: number;
  readonly votingHours: number;
  readonly title: string;
  readonly description: string;
  readonly payload: (facts: DecisionFacts) => object | Promise<object>;
  readonly ballots: Ballots;
  readonly reasons?: Readonly<Partial<Record<(typeof VOTERS)[number], string>>>;
  readonly end: "deadline" | "open";
};

export type Transition = {
  readonly kind: "transition";
  readonly model: string;
  readonly hoursAgo: number;
  readonly by: string;
  readonly to: ModelStatus;
  readonly reason: string;
};

/** The chair suspends a model alone; `open` awaits its ratification today. */
export type ChairDecision = {
  readonly kind: "chair";
  readonly decision: "emergency_action" | "incident_response";
  readonly title: string;
  readonly model: string;
  readonly hoursAgo: number;
  readonly rationale: string;
  readonly ballots: Ballots;
  readonly reasons?: Submission["reasons"];
  readonly end: "deadline" | "open";
};

/** The charter's scope grows by a line, by vote. */
export type ScopeAmendment = {
  readonly kind: "scope_amendment";
  readonly hoursAgo: number;
  readonly votingHours: number;
  readonly by: string;
  readonly added: string;
  readonly title: string;
  readonly summary: string;
  readonly reason: string;
  readonly ballots: Ballots;
  readonly reasons?: Submission["reasons"];
};

/** Prepared and not opened yet. */
export type Draft = {
  readonly kind: "draft";
  readonly model: string;
  readonly hoursAgo: number;
  readonly by: string;
  readonly reason: string;
};

export type Story = Submission | StatusProposal | BoardDecision | ChairDecision | Transition | ScopeAmendment | Draft;

/** Whatever the board voted on. */
export type Voted = Pick<Submission, "hoursAgo" | "ballots" | "reasons">;

export const CHOICES: Readonly<Record<string, Choice>> = { y: "yes", n: "no", a: "abstain" };

const HOURS_PER_DAY = 24;

export const days = (count: number): number => count * HOURS_PER_DAY;

export function approved(model: string, daysAgo: number, quality: number, rest: Partial<Submission> = {}): Submission {
  return { kind: "submission", model, hoursAgo: days(daysAgo), quality, ballots: "yyyyy-y", end: "deadline", ...rest };
}

export function activated(model: string, daysAgo: number, by: string): Transition {
  const reason = "Approved; the release checks of operations are done.";
  return { kind: "transition", model, hoursAgo: days(daysAgo), by, to: "active", reason };
}
