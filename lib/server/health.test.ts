import { describe, expect, test } from "vitest";
import { assessHealth } from "./health.ts";

const well = { outboxAgeSeconds: 0, overdueAgeSeconds: 0, damagedRecords: 0 };

describe("health", () => {
  test.each([
    ["all is well", well, { status: "ok", database: "ok", jobs: "ok", audit: "ok" }],
    ["a minute is not yet behind", { ...well, outboxAgeSeconds: 60 }, { status: "ok", jobs: "ok" }],
    ["messages wait", { ...well, outboxAgeSeconds: 60.1 }, { status: "degraded", jobs: "behind", audit: "ok" }],
    ["deadlines wait", { ...well, overdueAgeSeconds: 61 }, { status: "degraded", jobs: "behind" }],
    ["a record is damaged", { ...well, damagedRecords: 1 }, { status: "degraded", jobs: "ok", audit: "damaged" }],
    ["no answer", null, { status: "degraded", database: "away", jobs: "unknown", audit: "unknown" }],
  ] as const)("%s", (_name, facts, expected) => {
    expect(assessHealth(facts, "1.2.3")).toMatchObject({ ...expected, version: "1.2.3" });
  });
});
