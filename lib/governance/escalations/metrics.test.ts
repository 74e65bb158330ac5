import { describe, expect, test } from "vitest";
import { datesUntil, onEveryDate } from "./metrics.ts";

describe("[ESC-141] every date of the span", () => {
  test.each<[string, string, number, number, string[]]>([
    ["weeks over the turn of a year", "2027-01-04", 3, 7, ["2026-12-21", "2026-12-28", "2027-01-04"]],
    ["days over a leap day", "2028-03-01", 3, 1, ["2028-02-28", "2028-02-29", "2028-03-01"]],
    ["days over a change of the clocks", "2026-10-26", 2, 1, ["2026-10-25", "2026-10-26"]],
    ["one", "2026-11-20", 1, 7, ["2026-11-20"]],
  ])("%s", (_name, last, count, step, dates) => {
    expect(datesUntil(last, count, step)).toEqual(dates);
  });

  test("has its row, also where nothing happened, and nothing beside the span", () => {
    const rows = [
      { day: "2026-11-18", used: 4 },
      { day: "2026-01-01", used: 9 },
    ];
    const found = onEveryDate(
      datesUntil("2026-11-19", 3, 1),
      rows,
      ({ day }) => day,
      (day) => ({ day, used: 0 }),
    );
    expect(found).toEqual([
      { day: "2026-11-17", used: 0 },
      { day: "2026-11-18", used: 4 },
      { day: "2026-11-19", used: 0 },
    ]);
  });
});
