import { expect, test } from "vitest";
import { sayEntry, withAcknowledgement } from "./timeline-words";

test.each([
  ["escalations.merged", { occurrences: 1, source: "person" }, "Raised again"],
  ["escalations.merged", { occurrences: 1_200, source: "Monitor" }, "Raised again 1,200 times by Monitor"],
  [
    "step",
    { step: 2, audiences: ["chair", "executive"], isLate: true },
    "Overdue step 2: chair and executive management, late",
  ],
  ["escalations.incident_reviewed", { actions: 1 }, "Post-incident review recorded with 1 action"],
  ["escalations.something_new", {}, "Something new"],
])("%s", (code, facts, expected) => {
  expect(sayEntry({ code, facts })).toBe(expected);
});

const raised = {
  at: "2026-11-20T08:00:00.000Z",
  kind: "raised",
  code: "escalations.escalation_raised",
  by: null,
  facts: {},
} as const;
const by = { id: "1", name: "Ingrid" };

test("a bulk acknowledgement stands in the history of each, in its place", () => {
  const acknowledged = { at: "2026-11-20T09:00:00.000Z", by };
  const shown = withAcknowledgement({ timeline: [raised], acknowledged });
  expect(shown.map(({ code }) => code)).toEqual([
    "escalations.escalation_acknowledged",
    "escalations.escalation_raised",
  ]);
  const recorded = { at: "2026-11-20T09:00:00.120Z", by };
  expect(withAcknowledgement({ timeline: shown, acknowledged: recorded })).toHaveLength(2);
});
