import { describe, expect, test } from "vitest";
import { findFollower } from "./expiring-terms.ts";
import { planMemberUpdate } from "./member-update.ts";
import { planRenewal } from "./renewal.ts";
import { toRenewalRefusal } from "./renewal-refusal.ts";
import { assessSeating, hasChairSuccessor, type NamedSeat } from "./seating.ts";
import { deriveTenure, findRenewal, findRenewed } from "./tenure.ts";

const AT = new Date("2026-11-20T12:00:00.000Z");
const day = (date: string) => new Date(`${date}T00:00:00.000Z`);

/** A technical lead in office until 1 March 2027. */
function seat(reference: string, change: Partial<NamedSeat> = {}): NamedSeat {
  return {
    reference,
    userId: "tess",
    role: "technical_lead",
    termStartAt: day("2025-03-01"),
    termEndAt: day("2027-03-01"),
    endedAt: null,
    isMember: true,
    ...change,
  };
}
const held = seat("HELD");
const next = seat("NEXT", { termStartAt: day("2027-03-01"), termEndAt: day("2029-03-01") });
const chair = seat("HELD", { role: "chair" });
const chairNext = { ...next, role: "chair" } as const;

type Circumstances = {
  readonly endOn?: string;
  readonly timeZone?: string;
  readonly others?: readonly NamedSeat[];
  readonly models?: readonly string[];
};
const plan = (of: NamedSeat, { endOn, others = [], models = [], timeZone = "UTC" }: Circumstances = {}) =>
  planRenewal(of, { endOn: endOn ?? null, timeZone }, { seats: [of, ...others], ownedModels: models, at: AT });

describe("a renewal", () => {
  test("[BRD-140] begins at the very instant the term ends and runs for the role's minimum", () => {
    const { verdict, term } = plan(held);
    expect(verdict.outcome).toBe("accepted");
    expect(term).toEqual({ startAt: day("2027-03-01"), endAt: day("2028-09-01") });
  });

  test("[BRD-140] in another time zone than the term was made in, it still begins where the term ends", () => {
    const { term } = plan(held, { timeZone: "Asia/Tokyo" });
    expect(term.startAt).toEqual(held.termEndAt);
    expect(term.endAt.toISOString()).toBe("2028-08-31T15:00:00.000Z");
  });

  test("[BRD-140] on the last day of a term it begins with that end, not with the act", () => {
    const lastDay = seat("LAST", { termEndAt: new Date("2026-11-20T23:00:00.000Z") });
    expect(plan(lastDay, { timeZone: "Europe/Berlin" }).term.startAt).toEqual(lastDay.termEndAt);
  });

  test.each<[string, NamedSeat, Circumstances, string, string]>([
    ["that ends before it starts", held, { endOn: "2027-02-28" }, "board.term_refused", "termEndOn"],
    ["that ends as it starts", held, { endOn: "2027-03-01" }, "board.term_refused", "termEndOn"],
    ["one day below the minimum", held, { endOn: "2028-08-31" }, "board.term_refused", "termEndOn"],
    ["of a term that has not begun", next, {}, "board.seat_not_in_office", "reference"],
    ["of a seat that was ended", seat("GONE", { endedAt: day("2026-01-01") }), {}, "board.seat_not_held", "reference"],
    ["of a term that is over", seat("OVER", { termEndAt: AT }), {}, "board.seat_not_held", "reference"],
    ["of somebody who left", seat("LEFT", { isMember: false }), {}, "board.seat_not_held", "reference"],
    ["a second time", held, { others: [next] }, "board.already_renewed", "reference"],
    ["of a chair who owns a model", chair, { models: ["MDL-1"] }, "board.chair_owns_models", "reference"],
    [
      "of a chair whose successor is appointed",
      chair,
      { others: [{ ...chairNext, reference: "OTHER", userId: "otto" }] },
      "board.chair_taken",
      "reference",
    ],
    [
      "into another seat of the person",
      held,
      { others: [{ ...next, role: "chair", termStartAt: day("2027-09-01") }] },
      "board.person_seated",
      "reference",
    ],
  ])("[BRD-141] %s is refused at its field", (_name, of, wish, code, path) => {
    const { verdict } = plan(of, wish);
    expect(verdict.outcome).toBe("refused");
    expect(toRenewalRefusal(verdict)).toMatchObject({ code, errors: [{ path }] });
  });

  test.each<[string, NamedSeat, Circumstances]>([
    ["of exactly the minimum", held, { endOn: "2028-09-01" }],
    ["of an owner of models who is no chair", held, { models: ["MDL-1"] }],
    ["beside another holder of the role", held, { others: [seat("TWIN", { userId: "tim" })] }],
    ["after a renewal that was withdrawn", held, { others: [{ ...next, endedAt: next.termStartAt }] }],
  ])("[BRD-141] %s is accepted", (_name, of, wish) => {
    expect(plan(of, wish).verdict.outcome).toBe("accepted");
  });
});

describe("a seat and its renewal", () => {
  test("[BRD-142] the chair's own renewal is no successor; once it is the one withdrawn, the chair stays", () => {
    expect(hasChairSuccessor([chair, chairNext], chair, AT)).toBe(false);
    expect(hasChairSuccessor([chair, chairNext], chairNext, AT)).toBe(true);
  });

  test("[BRD-142] a chair is replaced although renewed", () => {
    const request = {
      userId: "otto",
      role: "chair",
      startOn: "2026-11-20",
      endOn: null,
      timeZone: "UTC",
      replaces: chair,
    } as const;
    const verdict = assessSeating(request, { seats: [chair, chairNext], ownedModels: [], at: AT });
    expect(verdict.outcome).toBe("accepted");
  });

  test("[BRD-142] the end of a renewed term does not move", () => {
    const member = { ...held, department: "", expertise: [] };
    for (const termEndOn of ["2027-02-01", "2027-06-01"]) {
      const { verdict } = planMemberUpdate(member, { termEndOn }, { others: [next], timeZone: "UTC", at: AT });
      expect(verdict?.reasons[0]?.code).toBe("board.already_renewed");
    }
    const same = planMemberUpdate(member, { department: "Lab" }, { others: [next], timeZone: "UTC", at: AT });
    expect([same.verdict, same.fields]).toEqual([null, ["department"]]);
  });

  test.each<[string, NamedSeat, string | null]>([
    ["the next term", next, "NEXT"],
    ["one after a gap", { ...next, termStartAt: day("2027-03-02") }, null],
    ["one in another role", { ...next, role: "data_steward" }, null],
    ["one of another person", { ...next, userId: "tim" }, null],
    ["one that was withdrawn", { ...next, endedAt: next.termStartAt }, null],
  ])("[BRD-140] renews: %s", (_name, other, expected) => {
    expect(findRenewal([held, other], held)?.reference ?? null).toBe(expected);
    expect(findRenewed([held, other], other)?.reference ?? null).toBe(expected === null ? null : "HELD");
  });
});

describe("who goes on", () => {
  const tim = seat("TIM", { userId: "tim" });
  const timNext = { ...next, reference: "TIM-NEXT", userId: "tim" };
  const una = { ...next, reference: "UNA", userId: "una" };
  test.each<[string, readonly NamedSeat[], string | null]>([
    ["nobody", [held], null],
    ["the same person, renewed", [held, next, una], "NEXT"],
    ["somebody appointed", [held, una], "UNA"],
    ["not the renewal of another holder", [held, tim, timNext], null],
    ["the first of two appointed", [held, { ...una, reference: "LATER", termStartAt: day("2027-04-01") }, una], "UNA"],
  ])("[BRD-143] %s", (_name, seats, expected) => {
    expect(findFollower(seats, held, AT)?.reference ?? null).toBe(expected);
  });
});

describe("tenure", () => {
  const before = seat("BEFORE", { role: "data_steward", termStartAt: day("2023-01-01"), termEndAt: day("2025-03-01") });
  test.each<[string, readonly NamedSeat[], string, string]>([
    ["one term", [held], "2025-03-01", "2027-03-01"],
    ["renewed", [held, next], "2025-03-01", "2029-03-01"],
    ["from another role", [next, before, held], "2023-01-01", "2029-03-01"],
    ["after a gap", [held, { ...before, termEndAt: day("2025-02-28") }], "2025-03-01", "2027-03-01"],
    ["ended before the next", [seat("HELD", { endedAt: day("2026-06-01") }), next], "2025-03-01", "2026-06-01"],
    ["a renewal withdrawn", [held, { ...next, endedAt: next.termStartAt }], "2025-03-01", "2027-03-01"],
    ["of others", [held, { ...next, userId: "tim" }], "2025-03-01", "2027-03-01"],
  ])("[BRD-144] %s", (_name, seats, from, to) => {
    const own = seats.find((each) => each.reference === "HELD") ?? held;
    expect(deriveTenure(seats, own)).toEqual({ startAt: day(from), endAt: day(to) });
  });
});
