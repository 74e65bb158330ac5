import { expect, test } from "vitest";
import {
  inTimeWords,
  sumNoise,
  toAgeRows,
  toNoiseRows,
  toResponseRows,
  toResponseTable,
  toUseRows,
} from "./figure-rows";

const RESPONSES = [
  {
    ...{ severity: "critical" as const, raised: 3, acknowledged: 3, resolved: 2, inTime: 1 },
    ...{ medianHoursToAcknowledge: 1, medianHoursToResolve: 6.04, targetHours: 4 },
  },
  {
    ...{ severity: "low" as const, raised: 1, acknowledged: 0, resolved: 0, inTime: 0 },
    ...{ medianHoursToAcknowledge: null, medianHoursToResolve: null, targetHours: 168 },
  },
];

test("[ESC-141] every age has its row, with what there is of each severity", () => {
  const rows = toAgeRows([{ severity: "high", age: "under_72", count: 4 }]);
  expect(rows.map(({ label }) => label)).toEqual(["Under 4 h", "4 to 24 h", "1 to 3 days", "Over 3 days"]);
  expect(rows[2]).toMatchObject({ critical: 0, high: 4, medium: 0, low: 0 });
});

test("[ESC-141] times are drawn against the time there is; what nobody has answered has no bar", () => {
  expect(toResponseRows(RESPONSES)).toEqual([
    { label: "Critical", acknowledge: 25, acknowledgeWords: "1 h", resolve: 151, resolveWords: "6 h" },
    { label: "Low", acknowledge: null, acknowledgeWords: null, resolve: null, resolveWords: null },
  ]);
  expect(toResponseTable(RESPONSES).rows).toEqual([
    ["Critical", 3, 4, 1, 6, "1 of 2"],
    ["Low", 1, 168, null, null, null],
  ]);
  expect([inTimeWords(RESPONSES), inTimeWords([])]).toEqual(["50 %", "–"]);
});

test("[ESC-141] noise is summed over the weeks", () => {
  const noise = [
    { week: "2026-11-09", raised: 40, merged: 20, batched: 5, held: 1 },
    { week: "2026-11-16", raised: 2, merged: 0, batched: 0, held: 0 },
  ];
  expect(sumNoise(noise)).toEqual({ raised: 42, removed: 26 });
  expect(toNoiseRows(noise)[0]).toEqual({ startsAt: "2026-11-09T00:00:00.000Z", merged: 20, batched: 5, held: 1 });
});

test("[ESC-141] use is a share of the limit; a limit of nothing is whole as soon as something was used", () => {
  const days = [
    { day: "2026-11-19", immediate: 5, nextBriefing: 1 },
    { day: "2026-11-20", immediate: 0, nextBriefing: 0 },
  ];
  const rows = toUseRows({ limits: { immediatePerDay: 20, nextBriefingPerDay: 0 }, days });
  expect(rows.map(({ immediate, nextBriefing }) => [immediate, nextBriefing])).toEqual([
    [25, 100],
    [0, 0],
  ]);
});
