import { describe, expect, test } from "vitest";
import { riskInstants, weekStarts } from "./week.ts";

const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString());

describe("weeks begin on Monday at midnight there", () => {
  test.each([
    ["[DSH-9] a Friday", "2026-11-20T09:00:00.000Z", "Europe/Berlin", "2026-11-15T23:00:00.000Z"],
    ["[DSH-9] Monday at midnight itself", "2026-11-15T23:00:00.000Z", "Europe/Berlin", "2026-11-15T23:00:00.000Z"],
    ["[DSH-9] a millisecond before it", "2026-11-15T22:59:59.999Z", "Europe/Berlin", "2026-11-08T23:00:00.000Z"],
    ["[DSH-9] already Monday in Auckland", "2026-11-15T12:00:00.000Z", "Pacific/Auckland", "2026-11-15T11:00:00.000Z"],
    ["[DSH-9] still Sunday in Denver", "2026-11-16T05:00:00.000Z", "America/Denver", "2026-11-09T07:00:00.000Z"],
  ])("%s", (_name, at, zone, expected) => {
    expect(iso(weekStarts(new Date(at), zone, 0, 1))).toEqual([expected]);
  });

  test("[DSH-9] the clock change moves the instant, not the hour on the wall", () => {
    const starts = weekStarts(new Date("2026-10-21T09:00:00.000Z"), "Europe/Berlin", 0, 3);
    expect(iso(starts)).toEqual(["2026-10-18T22:00:00.000Z", "2026-10-25T23:00:00.000Z", "2026-11-01T23:00:00.000Z"]);
  });
});

describe("instants of the risk chart", () => {
  test("[DSH-7] the starts of the last weeks, then now", () => {
    const at = new Date("2026-11-20T09:00:00.000Z");
    expect(iso(riskInstants(at, "UTC", 3))).toEqual([
      "2026-11-02T00:00:00.000Z",
      "2026-11-09T00:00:00.000Z",
      "2026-11-16T00:00:00.000Z",
      "2026-11-20T09:00:00.000Z",
    ]);
  });
  test("[DSH-7] now is not named twice when a week begins now", () => {
    const at = new Date("2026-11-16T00:00:00.000Z");
    expect(iso(riskInstants(at, "UTC", 2))).toEqual(["2026-11-09T00:00:00.000Z", "2026-11-16T00:00:00.000Z"]);
  });
});
