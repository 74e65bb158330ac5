import { expect, test } from "vitest";
import type { VotingMetrics } from "@/lib/governance/voting/view";
import { toDayRows, toDecidedRows, toShareRows } from "./month-rows";

const NOTHING = { approved: 0, conditional: 0, deferred: 0, rejected: 0, withdrawn: 0 };
const MONTHS: VotingMetrics["months"] = [
  {
    startsAt: "2026-01-31T23:00:00.000Z",
    decided: { ...NOTHING, approved: 2 },
    medianHours: 42,
    participationRatio: 2 / 3,
  },
  { startsAt: "2026-02-28T23:00:00.000Z", decided: NOTHING, medianHours: null, participationRatio: null },
  {
    startsAt: "2026-03-31T22:00:00.000Z",
    decided: { ...NOTHING, withdrawn: 1 },
    medianHours: 0.5,
    participationRatio: null,
  },
];

test("[VOT-194] every month has its bar, also an empty one", () => {
  expect(toDecidedRows(MONTHS).map((row) => [row.startsAt.slice(0, 7), row.approved, row.withdrawn])).toEqual([
    ["2026-01", 2, 0],
    ["2026-02", 0, 0],
    ["2026-03", 0, 1],
  ]);
});

test("[VOT-194] a month without a mean has none, which is not nought", () => {
  expect(toShareRows(MONTHS).map(({ share }) => share)).toEqual([67, null, null]);
  expect(toDayRows(MONTHS).map(({ days }) => days)).toEqual([1.8, null, 0]);
});
