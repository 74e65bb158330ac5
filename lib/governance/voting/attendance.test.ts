import { describe, expect, test } from "vitest";
import {
  type AttendanceFacts,
  type CountedVote,
  listFlagRecipients,
  toMemberAttendance,
  votesMissed,
} from "./attendance.ts";

const vote = (proposal: string, hasCast: boolean): CountedVote => ({
  proposal,
  title: `Title ${proposal}`,
  endedAt: new Date("2026-11-01T00:00:00.000Z"),
  hasCast,
});
const facts = (change: Partial<AttendanceFacts> = {}): AttendanceFacts => ({
  userId: "jon",
  name: "Jon Park",
  seat: "MBR-JON",
  role: "business_representative",
  since: new Date("2026-01-01T00:00:00.000Z"),
  entitled: 8,
  cast: 5,
  missedInARow: 3,
  latest: [vote("P8", false), vote("P7", false), vote("P6", false)],
  ...change,
});

describe("attendance", () => {
  test.each<[string, Partial<AttendanceFacts>, number | null, boolean]>([
    ["nothing to vote on", { entitled: 0, cast: 0, missedInARow: 0, latest: [] }, null, false],
    ["all cast", { entitled: 4, cast: 4, missedInARow: 0, latest: [vote("P4", true)] }, 1, false],
    ["two missed in a row", { missedInARow: 2 }, 0.625, false],
    ["three missed in a row", { missedInARow: 3 }, 0.625, true],
    ["never there", { entitled: 3, cast: 0, missedInARow: 3 }, 0, true],
  ])("[BRD-153] %s", (_name, change, ratio, isFlagged) => {
    expect(toMemberAttendance(facts(change))).toMatchObject({ ratio, isFlagged });
  });

  test.each<[string, readonly CountedVote[], readonly string[]]>([
    ["none", [vote("P8", true), vote("P7", false)], []],
    ["one, before it a ballot", [vote("P8", false), vote("P7", true), vote("P6", false)], ["P8"]],
    ["three", facts().latest, ["P8", "P7", "P6"]],
  ])("[BRD-153] names the votes of the run: %s", (_name, latest, expected) => {
    expect(toMemberAttendance(facts({ latest })).lastMissed.map((missed) => missed.proposal)).toEqual(expected);
  });

  test("[BRD-154] a run has one key however long it lasts, the next run another", () => {
    const keyOf = (change: Partial<AttendanceFacts>) =>
      votesMissed(toMemberAttendance(facts(change)), ["chair"]).sourceKey;
    const third = keyOf({});
    expect(keyOf({ entitled: 9, missedInARow: 4 })).toBe(third);
    expect(keyOf({ entitled: 12, cast: 6, missedInARow: 3 })).not.toBe(third);
    expect(keyOf({ userId: "other" })).not.toBe(third);
  });

  test.each([
    ["a member", "jon", "ada", ["ada"]],
    ["the chair", "ada", "ada", ["sofia", "sven"]],
    ["no chair", "jon", null, ["sofia", "sven"]],
  ])("[BRD-154] of %s hears who should", (_name, flagged, chairUserId, expected) => {
    expect(listFlagRecipients(flagged, { chairUserId, adminUserIds: ["sofia", "sven"] })).toEqual(expected);
  });
});
