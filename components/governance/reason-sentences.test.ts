import { expect, test } from "vitest";
import { reasonSentence } from "./reason-sentences";

test.each([
  [
    "quorum",
    { code: "voting.quorum_short", facts: { short: 1, required: 4, participants: 3 } },
    "Quorum is short by 1: 3 took part, 4 needed",
  ],
  [
    "threshold",
    {
      code: "voting.threshold_short",
      facts: { yes: 2, of: 4, required: 3, fraction: "1/2", comparison: "more_than", base: "yes_and_no" },
    },
    "Yes has 2 of 4; it needs 3 (more than 1/2 of yes and no)",
  ],
  [
    "scorecard",
    { code: "registry.criteria_missing", facts: { criteria: ["documentation", "monitoring_plan"] } },
    "Still missing: documentation and monitoring plan",
  ],
  [
    "a code without a sentence is still shown",
    { code: "area.something_new", facts: { daysLeft: 3 } },
    "Something new (days left 3)",
  ],
])("reasons become sentences: %s", (_name, reason, expected) => {
  expect(reasonSentence(reason)).toBe(expected);
});
