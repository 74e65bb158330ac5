import { describe, expect, test } from "vitest";
import { Trigger } from "./schema.ts";
import { matchTrigger, TRIGGERS } from "./trigger.ts";

describe("known triggers", () => {
  test.each([
    ["Data breach at a supplier", "data_breach"],
    ["DATA  BREACH", "data_breach"],
    ["Possible data-breach in claims", "data_breach"],
    ["Harmful outputs of the triage model", "harmful_outputs"],
    ["Regulatory investigation announced", "regulatory_investigation"],
    ["A safety incident on ward 3", "significant_safety_incident"],
    ["Performance degradation since Monday", "performance_degradation"],
    ["Monitoring alerts: latency", "monitoring_alerts"],
    ["Training needs of the board", "training_needs"],
    ["Training about data breaches", "data_breach"],
    ["Database reached its limit", null],
    ["Nothing in particular", null],
  ])("[ESC-2] `%s`", (title, trigger) => {
    expect(matchTrigger(title)).toBe(trigger);
  });

  test("[ESC-2] four of each severity, each matched by its own label", () => {
    const bySeverity = Object.groupBy(Trigger.options, (name) => TRIGGERS[name].severity);
    expect(Object.entries(bySeverity).map(([severity, names]) => [severity, names?.length])).toEqual([
      ["critical", 4],
      ["high", 4],
      ["medium", 4],
      ["low", 4],
    ]);
    for (const name of Trigger.options) expect(matchTrigger(TRIGGERS[name].label), name).toBe(name);
  });
});
