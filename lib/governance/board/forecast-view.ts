// Answers "what may be asked of the forecast, and what does it answer?" (BRD-148 to BRD-151).
import { z } from "zod";
import { referenceSchema } from "../kernel/reference.ts";
import type { FieldError } from "../kernel/refusal.ts";
import { ROLE_ORDER } from "./board-role.ts";
import type { MemberFacts } from "./board-view.ts";
import { addCalendarMonths, dateAt, startOfDay } from "./calendar-date.ts";
import { QuorumBase, type QuorumRules } from "./decision-right.ts";
import { sayForecast } from "./forecast-sentence.ts";
import { findQuorumLoss, forecastQuorum, listForecastSteps } from "./quorum-forecast.ts";
import { BoardRole, CalendarDate, ReasonView } from "./schema.ts";
import { deriveTenure } from "./tenure.ts";
import { deriveVacancies } from "./vacancy.ts";

const InstantText = z.iso.datetime();

export const ForecastQuorumInput = z.strictObject({
  /** Today when left out. */
  on: CalendarDate.optional(),
  /** Seats whose holders are supposed to be recused. */
  recused: z.array(referenceSchema("member")).max(50, { message: "At most 50 members" }).default([]),
});

const NamedSeat = z.strictObject({ reference: z.string(), name: z.string(), role: BoardRole });

export const ForecastView = z.strictObject({
  at: InstantText,
  timeZone: z.string(),
  today: z.string(),
  /** The last day that can be asked about. */
  latestOn: z.string(),
  on: z.string(),
  canAchieveQuorum: z.boolean(),
  sentence: z.string(),
  votingSeats: z.int(),
  available: z.int(),
  required: z.int(),
  /** Whether recused members count in what the quorum is taken of. */
  base: QuorumBase,
  reasons: z.array(ReasonView).readonly(),
  members: z.array(
    NamedSeat.extend({
      standing: z.enum(["takes_part", "recused", "term_over"]),
      isJoining: z.boolean(),
      termStartAt: InstantText,
      /** With every renewal. */
      inOfficeUntil: InstantText,
    }),
  ),
  /** Required seats that nobody holds on that day. */
  vacantRequiredRoles: z.array(BoardRole),
  /** What changes within twelve months from now, with the same members recused. */
  steps: z.array(
    z.strictObject({
      on: z.string(),
      at: InstantText,
      leaving: z.array(NamedSeat),
      joining: z.array(NamedSeat),
      available: z.int(),
      votingSeats: z.int(),
      required: z.int(),
      canAchieveQuorum: z.boolean(),
    }),
  ),
  /** The first day within twelve months on which ending terms alone cost the quorum; today where it is lost already. */
  lossOn: z.string().nullable(),
});
export type ForecastView = z.infer<typeof ForecastView>;

export type ForecastQuestion = { readonly on: string; readonly recusedUserIds: readonly string[] };
type Asked = { readonly on?: string | undefined; readonly recused: readonly string[] };

const YEARS_AHEAD = 5;

/** Reads what was asked; the fields that make no sense, each with the remedy. */
export function readForecastQuestion(
  asked: Asked,
  facts: { readonly seats: readonly MemberFacts[]; readonly today: string },
): { readonly question: ForecastQuestion; readonly errors: readonly FieldError[] } {
  const { today } = facts;
  const latest = latestDay(today);
  const on = asked.on ?? today;
  const errors: FieldError[] = [];
  if (on < today || on > latest) {
    const message = `Choose a day from \`${today}\` to \`${latest}\``;
    errors.push({ path: "on", code: "board.day_out_of_range", message });
  }
  const recusedUserIds = asked.recused.flatMap((reference, index) => {
    const seat = facts.seats.find((each) => each.reference === reference);
    if (seat !== undefined) return [seat.userId];
    const message = `There is no seat \`${reference}\`; choose among the members of the board`;
    errors.push({ path: `recused.${index}`, code: "not_found", message });
    return [];
  });
  return { question: { on, recusedUserIds }, errors };
}

function latestDay(today: string): string {
  return addCalendarMonths(today, YEARS_AHEAD * 12);
}

type ForecastFacts = {
  readonly at: Date;
  readonly timeZone: string;
  readonly seats: readonly MemberFacts[];
  readonly rules: QuorumRules;
  readonly requiredRoles: readonly BoardRole[];
};

export function toForecastView({ on, recusedUserIds }: ForecastQuestion, facts: ForecastFacts): ForecastView {
  const { at, timeZone, rules } = facts;
  const rank = (role: BoardRole) => ROLE_ORDER.indexOf(role);
  const seats = facts.seats.toSorted((a, b) => rank(a.role) - rank(b.role));
  const today = dateAt(at, timeZone);
  const asked = on === today ? at : startOfDay(on, timeZone);
  const forecast = forecastQuorum(seats, rules, { now: at, at: asked, recusedUserIds });
  const lossAt = findQuorumLoss(seats, rules, at);
  return {
    at: at.toISOString(),
    timeZone,
    today,
    latestOn: latestDay(today),
    on,
    canAchieveQuorum: forecast.outcome === "achievable",
    sentence: sayForecast(forecast, on),
    votingSeats: forecast.seats,
    available: forecast.available,
    required: forecast.required,
    base: rules.base,
    reasons: [...forecast.reasons],
    members: forecast.members.map(({ seat, standing, isJoining }) => ({
      ...toNamed(seat),
      standing,
      isJoining,
      termStartAt: seat.termStartAt.toISOString(),
      inOfficeUntil: deriveTenure(seats, seat).endAt.toISOString(),
    })),
    vacantRequiredRoles: deriveVacancies(seats, facts.requiredRoles, asked)
      .filter((vacancy) => vacancy.isRequired)
      .map((vacancy) => vacancy.role),
    steps: listForecastSteps(seats, rules, { now: at, recusedUserIds }).map((step) => ({
      on: dateAt(step.at, timeZone),
      at: step.at.toISOString(),
      leaving: step.leaving.map(toNamed),
      joining: step.joining.map(toNamed),
      available: step.forecast.available,
      votingSeats: step.forecast.seats,
      required: step.forecast.required,
      canAchieveQuorum: step.forecast.outcome === "achievable",
    })),
    lossOn: lossAt && dateAt(lossAt, timeZone),
  };
}

function toNamed({ reference, name, role }: MemberFacts) {
  return { reference, name, role };
}
