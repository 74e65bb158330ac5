import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BOARD_ROLES } from "./board-role.ts";
import { addCalendarMonths, dateAt, startOfDay } from "./calendar-date.ts";
import { BoardRole } from "./schema.ts";
import {
  assessTerm,
  deriveSeatState,
  hasVotingRights,
  minimumTermEndOn,
  type Seat,
  type TermRequest,
  toTerm,
} from "./term.ts";

const START = new Date("2026-03-01T00:00:00.000Z");
const END = new Date("2028-03-01T00:00:00.000Z");
const seat = (change: Partial<Seat> = {}): Seat => ({
  userId: "u1",
  role: "chair",
  termStartAt: START,
  termEndAt: END,
  endedAt: null,
  isMember: true,
  ...change,
});
const justBefore = (at: Date) => new Date(at.getTime() - 1);

describe("the board's table", () => {
  test.each([
    ["chair", true, "leadership", 24],
    ["technical_lead", true, "ml_ai", 18],
    ["risk_officer", true, "risk_management", 18],
    ["ethics_representative", true, "ai_ethics", 12],
    ["business_representative", true, "operations", 12],
    ["external_advisor", false, "industry", 12],
    ["legal_counsel", true, "legal_compliance", 24],
    ["data_steward", true, "data_governance", 18],
  ] as const)("[BRD-2] %s: votes %s, domain %s, at least %i months", (role, votes, domain, minimumTermMonths) => {
    expect(BOARD_ROLES[role]).toEqual({ votes, domain, minimumTermMonths });
  });
});

describe("voting rights", () => {
  test.each([
    ["in office", seat(), START, "in_office", true],
    ["at the first instant", seat(), START, "in_office", true],
    ["just before it", seat(), justBefore(START), "scheduled", false],
    ["at the last millisecond", seat(), justBefore(END), "in_office", true],
    ["at the end", seat(), END, "term_over", false],
    ["external advisor in office", seat({ role: "external_advisor" }), START, "in_office", false],
    ["ended just now", seat({ endedAt: new Date("2027-01-01") }), new Date("2027-01-01"), "ended", false],
    [
      "to be ended later",
      seat({ endedAt: new Date("2027-01-01") }),
      justBefore(new Date("2027-01-01")),
      "in_office",
      true,
    ],
  ] as const)("[BRD-2] [BRD-101] %s", (_name, given, at, state, votes) => {
    expect(deriveSeatState(given, at)).toBe(state);
    expect(hasVotingRights(given, at)).toBe(votes);
  });

  test("[BRD-102] somebody who left the organisation holds no seat", () => {
    const left = seat({ isMember: false });
    expect(deriveSeatState(left, START)).toBe("left_organization");
    expect(hasVotingRights(left, START)).toBe(false);
  });

  test("[BRD-109] an appointment withdrawn before its first day never took office", () => {
    const withdrawn = seat({ endedAt: START });
    expect(deriveSeatState(withdrawn, justBefore(START))).toBe("ended");
    expect(deriveSeatState(withdrawn, START)).toBe("ended");
  });
});

describe("calendar months", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2028-02-29", 48, "2032-02-29"],
    ["2096-02-29", 48, "2100-02-28"],
    ["2026-08-31", 18, "2028-02-29"],
    ["2026-10-31", 18, "2028-04-30"],
    ["2026-12-01", 24, "2028-12-01"],
    ["2026-12-15", 1, "2027-01-15"],
  ])("[BRD-2] %s plus %i months is %s", (from, months, to) => {
    expect(addCalendarMonths(from, months)).toBe(to);
  });
});

describe("days in a time zone", () => {
  test.each([
    ["winter in Berlin", "2027-01-10", "Europe/Berlin", "2027-01-09T23:00:00.000Z"],
    ["summer in Berlin", "2027-07-10", "Europe/Berlin", "2027-07-09T22:00:00.000Z"],
    ["west of Greenwich", "2027-01-10", "America/Los_Angeles", "2027-01-10T08:00:00.000Z"],
    ["half hours", "2027-01-10", "Asia/Kolkata", "2027-01-09T18:30:00.000Z"],
    ["midnight skipped in Santiago", "2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z"],
    ["midnight twice in Havana", "2026-11-01", "America/Havana", "2026-11-01T04:00:00.000Z"],
  ])("[BRD-104] a day begins: %s", (_name, date, zone, instant) => {
    expect(startOfDay(date, zone).toISOString()).toBe(instant);
  });

  test("[BRD-104] the instant before a day's start belongs to an earlier day, everywhere", () => {
    const zones = ["UTC", "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo"];
    const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (at, zone) => {
        const date = dateAt(at, zone);
        const start = startOfDay(date, zone);
        expect(dateAt(start, zone)).toBe(date);
        expect(dateAt(justBefore(start), zone) < date).toBe(true);
        expect(start <= at).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a term", () => {
  const AT = new Date("2026-11-20T09:30:00.000Z");
  const request = (change: Partial<TermRequest> = {}): TermRequest => ({
    role: "ethics_representative",
    startOn: "2026-12-01",
    endOn: null,
    timeZone: "Europe/Berlin",
    ...change,
  });

  test.each(BoardRole.options)("[BRD-2] the default term of %s is its minimum", (role) => {
    const term = toTerm(request({ role, startOn: "2027-03-01" }), AT);
    const months = BOARD_ROLES[role].minimumTermMonths;
    expect(dateAt(term.endAt, "Europe/Berlin")).toBe(addCalendarMonths("2027-03-01", months));
    expect(minimumTermEndOn(role, "2027-03-01")).toBe(addCalendarMonths("2027-03-01", months));
    expect(assessTerm(request({ role, startOn: "2027-03-01" }), AT).outcome).toBe("accepted");
  });

  test("[BRD-2] a term over a clock change still ends at midnight", () => {
    const term = toTerm(request({ startOn: "2027-03-01", endOn: "2028-07-01" }), AT);
    expect(term.startAt.toISOString()).toBe("2027-02-28T23:00:00.000Z");
    expect(term.endAt.toISOString()).toBe("2028-06-30T22:00:00.000Z");
  });

  test("[BRD-104] a term that begins today begins now, one of yesterday with that day", () => {
    expect(toTerm(request({ startOn: "2026-11-20" }), AT).startAt).toEqual(AT);
    expect(toTerm(request({ startOn: "2026-11-19" }), AT).startAt.toISOString()).toBe("2026-11-18T23:00:00.000Z");
  });

  test.each([
    ["ends before it begins", { endOn: "2026-11-30" }, "board.term_ends_before_start"],
    ["ends as it begins", { endOn: "2026-12-01" }, "board.term_ends_before_start"],
    ["one day below the minimum", { endOn: "2027-11-30" }, "board.term_below_minimum"],
    ["is already over", { startOn: "2024-01-01", endOn: "2026-11-20" }, "board.term_already_over"],
  ] as const)("[BRD-103] a term that %s is refused", (_name, change, code) => {
    expect(assessTerm(request(change), AT).reasons.map((reason) => reason.code)).toEqual([code]);
  });

  test.each([
    ["exactly the minimum", { endOn: "2027-12-01" }],
    ["ends tomorrow", { startOn: "2024-01-01", endOn: "2026-11-21" }],
  ])("[BRD-103] a term of %s is accepted", (_name, change) => {
    expect(assessTerm(request(change), AT).outcome).toBe("accepted");
  });
});
