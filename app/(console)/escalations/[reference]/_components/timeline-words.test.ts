import { expect, test } from "vitest";
import { sayEntry } from "./timeline-words";

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
