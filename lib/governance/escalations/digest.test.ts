import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DigestRow, toDigest } from "./digest.ts";
import { recipientsOf, tellDigest } from "./digest-words.ts";
import { Severity } from "./schema.ts";

const rowOf = (change: Partial<DigestRow>): DigestRow => ({
  ...{ venture: null, category: null, title: "Latency above target", severity: "medium", items: 1, occurrences: 1 },
  ...{ overdue: 0, downgraded: 0, overBudget: 0, resolved: 0, references: ["ESC-7K3M9Q2A"] },
  ...change,
});
const TIDE = { reference: "VNT-1", name: "Tide" };
const EBB = { reference: "VNT-2", name: "Ebb" };

describe("a digest", () => {
  test("[ESC-7] is grouped by venture, then category, the most severe group first", () => {
    const { groups } = toDigest("daily_summary", [
      rowOf({ venture: TIDE, category: "monitoring_alert" }),
      rowOf({ venture: TIDE, category: "user_complaint" }),
      rowOf({ venture: EBB, category: "monitoring_alert" }),
      rowOf({ venture: TIDE, category: "bias_incident", severity: "critical" }),
    ]);
    expect(groups.map(({ venture, category }) => [venture?.name, category])).toEqual([
      ["Tide", "bias_incident"],
      ["Ebb", "monitoring_alert"],
      ["Tide", "monitoring_alert"],
      ["Tide", "user_complaint"],
    ]);
  });

  test.each<[string, Partial<DigestRow>[], string]>([
    ["one item", [{}], "1 item: Latency above target"],
    ["one raised often", [{ occurrences: 12 }], "1 item, raised 12 times: Latency above target"],
    [
      "several matters",
      [{ items: 9, occurrences: 40 }, { title: "Drift" }, { title: "Outage", severity: "high" }],
      "11 items, raised 42 times: Outage, and 2 other matters",
    ],
    [
      "overdue and resolved ones",
      [{ items: 3, occurrences: 3, overdue: 1, resolved: 2 }],
      "3 items: Latency above target (3); 1 overdue; 2 resolved by now",
    ],
  ])("[ESC-7] says %s in one sentence", (_name, rows, summary) => {
    expect(toDigest("daily_summary", rows.map(rowOf)).groups.map((group) => group.summary)).toEqual([summary]);
  });

  test("[ESC-7] counts every item, also those whose lines are left out", () => {
    const rows = fc.array(
      fc.record({
        venture: fc.constantFrom(null, TIDE, EBB),
        category: fc.constantFrom(null, "monitoring_alert"),
        title: fc.string({ minLength: 1, maxLength: 3 }),
        severity: fc.constantFrom(...Severity.options),
        items: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const { items, groups } = toDigest("weekly_digest", list.map(rowOf));
        expect(items).toBe(list.reduce((sum, row) => sum + row.items, 0));
        expect(groups.reduce((sum, group) => sum + group.items, 0)).toBe(items);
        expect(groups.reduce((sum, group) => sum + group.lines.length + group.linesLeftOut, 0)).toBe(list.length);
        expect(Math.max(0, ...groups.map((group) => group.lines.length))).toBeLessThanOrEqual(25);
      }),
    );
  });
});

describe("whom it goes to", () => {
  const people = { chair: ["ada"], board: ["ada", "theo"], riskOfficer: ["rita"], technicalLead: [], admins: ["ari"] };

  test.each([
    ["next_briefing" as const, ["ada", "theo"]],
    ["daily_summary" as const, ["ada"]],
    ["weekly_digest" as const, ["ada", "mira"]],
  ])("[ESC-110] %s", (kind, expected) => {
    expect(recipientsOf(kind, people, ["mira", "ada"])).toEqual(expected);
  });

  test("[ESC-110] without a chair the admins stand in, and a late one says so", () => {
    expect(recipientsOf("daily_summary", { ...people, chair: [] }, [])).toEqual(["ari"]);
    const letter = tellDigest(toDigest("daily_summary", [rowOf({ venture: TIDE, category: "user_complaint" })]), true);
    expect([letter.title, letter.body]).toEqual([
      "Daily summary: 1 item",
      "This one is late: the product stood still.\nTide, user complaint: 1 item: Latency above target",
    ]);
  });
});
