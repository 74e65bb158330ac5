// Answers "could the board decide on that day, if these members are recused?" (BRD-4, BRD-148 to BRD-150): who is out and why,
// and the first day on which it could not because terms end. Counts as voting does: recused members stay in the base or
// leave it as the charter says, and there are never fewer than the members who must not be recused.
import { addMonths } from "../kernel/calendar.ts";
import type { Verdict } from "../kernel/verdict.ts";
import type { QuorumRules } from "./decision-right.ts";
import { requiredForQuorum } from "./quorum-capability.ts";
import { hasVotingRights, lastInstantOf, type Seat } from "./term.ts";

export type Standing = "takes_part" | "recused" | "term_over";

export type ForecastMember<Member extends Seat = Seat> = {
  /** The seat held on that day; where the term is over by then, the one held now. */
  readonly seat: Member;
  readonly standing: Standing;
  /** Not in office yet today. */
  readonly isJoining: boolean;
};

export type QuorumForecast<Member extends Seat = Seat> = Verdict<
  "achievable" | "out_of_reach",
  "board.quorum_achievable" | "board.quorum_out_of_reach" | "board.too_few_not_recused"
> & {
  /** Voting seats held on that day. */
  readonly seats: number;
  /** Those who are not recused. */
  readonly available: number;
  readonly required: number;
  readonly members: readonly ForecastMember<Member>[];
};

type Suppositions = {
  readonly now: Date;
  /** The instant that is asked about, `now` or later. */
  readonly at: Date;
  readonly recusedUserIds: readonly string[];
};

export function forecastQuorum<Member extends Seat>(
  seats: readonly Member[],
  rules: QuorumRules,
  { now, at, recusedUserIds }: Suppositions,
): QuorumForecast<Member> {
  const then = seats.filter((seat) => hasVotingRights(seat, at));
  const today = seats.filter((seat) => hasVotingRights(seat, now));
  const isAmong = (list: readonly Seat[], seat: Seat) => list.some((other) => other.userId === seat.userId);
  const members: ForecastMember<Member>[] = [
    ...then.map((seat) => ({
      seat,
      standing: recusedUserIds.includes(seat.userId) ? ("recused" as const) : ("takes_part" as const),
      isJoining: !isAmong(today, seat),
    })),
    ...today
      .filter((seat) => !isAmong(then, seat))
      .map((seat) => ({ seat, standing: "term_over" as const, isJoining: false })),
  ];
  const available = members.filter((member) => member.standing === "takes_part").length;
  const base = rules.base === "voting_seats" ? then.length : available;
  const required = requiredForQuorum(base, rules);
  const facts = { seats: then.length, available, required };
  const { minimumNonRecused } = rules;
  if (available >= required && available >= minimumNonRecused) {
    const reasons = [{ code: "board.quorum_achievable" as const, facts: { ...facts, spare: available - required } }];
    return { outcome: "achievable", reasons, ...facts, members };
  }
  const code = available < minimumNonRecused ? "board.too_few_not_recused" : "board.quorum_out_of_reach";
  return {
    outcome: "out_of_reach",
    reasons: [{ code, facts: { ...facts, missing: required - available } }],
    ...facts,
    members,
  };
}

/** How far ahead changes are looked for. */
const LOOKS_AHEAD_MONTHS = 12;

export type ForecastStep<Member extends Seat = Seat> = {
  readonly at: Date;
  readonly leaving: readonly Member[];
  readonly joining: readonly Member[];
  readonly forecast: QuorumForecast<Member>;
};

/** Every instant of the next twelve months at which voting seats change hands, become vacant or are filled. */
export function listForecastSteps<Member extends Seat>(
  seats: readonly Member[],
  rules: QuorumRules,
  { now, recusedUserIds }: Omit<Suppositions, "at">,
): readonly ForecastStep<Member>[] {
  const limit = addMonths(now, LOOKS_AHEAD_MONTHS);
  const instants = new Set(seats.flatMap((seat) => [seat.termStartAt.getTime(), lastInstantOf(seat).getTime()]));
  const ordered = [...instants].filter((each) => each > now.getTime() && each <= limit.getTime()).sort((a, b) => a - b);
  let before = seats.filter((seat) => hasVotingRights(seat, now));
  const steps: ForecastStep<Member>[] = [];
  for (const instant of ordered) {
    const at = new Date(instant);
    const after = seats.filter((seat) => hasVotingRights(seat, at));
    // A renewed member leaves one seat for the next: nothing changes for the quorum.
    const leaving = before.filter((seat) => !after.some((other) => other.userId === seat.userId));
    const joining = after.filter((seat) => !before.some((other) => other.userId === seat.userId));
    before = after;
    if (leaving.length + joining.length === 0) continue;
    steps.push({ at, leaving, joining, forecast: forecastQuorum(seats, rules, { now, at, recusedUserIds }) });
  }
  return steps;
}

/** The first instant within twelve months at which ending terms alone, nobody recused, cost the board its quorum. */
export function findQuorumLoss(seats: readonly Seat[], rules: QuorumRules, now: Date): Date | null {
  if (forecastQuorum(seats, rules, { now, at: now, recusedUserIds: [] }).outcome === "out_of_reach") return now;
  const steps = listForecastSteps(seats, rules, { now, recusedUserIds: [] });
  return steps.find((step) => step.forecast.outcome === "out_of_reach")?.at ?? null;
}
