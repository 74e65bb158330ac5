// Answers "how much is decided, and how many take part?" (VOT-14).
import { type DecisionOutcome, ProposalStatus } from "./schema.ts";
import type { VotingMetrics } from "./view.ts";

export type ClosedVote = {
  readonly reference: string;
  readonly title: string;
  readonly closedAt: Date;
  readonly participants: number;
  readonly entitled: number;
};

export type MetricFacts = {
  readonly statuses: readonly { readonly status: ProposalStatus; readonly count: number }[];
  readonly votesCast: number;
  /** Every vote that ended with a result, oldest first. */
  readonly closed: readonly ClosedVote[];
  readonly months: readonly MonthFacts[];
};

/** Decisions that a vote led to in one calendar month of the organisation (VOT-194). */
export type MonthFacts = {
  readonly startsAt: Date;
  readonly decided: Readonly<Record<DecisionOutcome, number>>;
  /** From opening to the decision; null in a month without one. */
  readonly medianHours: number | null;
  readonly participationRatio: number | null;
};

const SHOWN = 24;

/** Participation of a vote = ballots / entitled; a vote that nobody was entitled to has none. */
export function toVotingMetrics({ statuses, votesCast, closed, months }: MetricFacts): VotingMetrics {
  const counted = new Map(statuses.map((row) => [row.status, row.count]));
  const pairs = ProposalStatus.options.map((status) => [status, counted.get(status) ?? 0]);
  const byStatus = Object.fromEntries(pairs) as VotingMetrics["byStatus"];
  const ratios = closed.filter((vote) => vote.entitled > 0).map((vote) => vote.participants / vote.entitled);
  const sum = ratios.reduce((total, ratio) => total + ratio, 0);
  return {
    total: statuses.reduce((total, { count }) => total + count, 0),
    active: byStatus.open,
    byStatus,
    votesCast,
    averageParticipationRatio: ratios.length === 0 ? null : sum / ratios.length,
    participation: closed.slice(-SHOWN).map((vote) => ({ ...vote, closedAt: vote.closedAt.toISOString() })),
    months: months.map((month) => ({ ...month, startsAt: month.startsAt.toISOString() })),
  };
}
