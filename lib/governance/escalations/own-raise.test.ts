import { describe, expect, test } from "vitest";
import { type OverdueModel, OWN_RAISES, type OwnFacts, raiseOverdueReviews } from "./own-raise.ts";
import { RaiseInput } from "./schema.ts";

const proposal = (status: string) => ({
  ...{ reference: "PRP-7K3M9Q2A", title: "Approve “Claims triage”", status, model: "MDL-7K3M9Q2A" },
});
const action = { reference: "AI-7K3M9Q2A", title: "Add the missing evaluation", model: null };

describe("what the product raises by itself", () => {
  test.each<[string, string, object, OwnFacts, string | null]>([
    [
      "a decision that failed",
      "voting.execution_failed",
      {},
      { proposal: proposal("execution_failed"), action: null },
      "failed_execution high",
    ],
    [
      "one without a quorum",
      "voting.decision_recorded",
      {},
      { proposal: proposal("no_quorum"), action: null },
      "stalled_vote medium",
    ],
    [
      "one that was carried out",
      "voting.decision_recorded",
      {},
      { proposal: proposal("executed"), action: null },
      null,
    ],
    ["a decision without a vote", "voting.decision_recorded", {}, { proposal: null, action: null }, null],
    [
      "a vote that cannot reach its quorum",
      "voting.proposal_inquorate",
      {},
      { proposal: proposal("open"), action: null },
      "stalled_vote high",
    ],
    [
      "a decision of the chair reversed",
      "voting.chair_decision_settled",
      { standing: "reversed" },
      { proposal: proposal("rejected"), action: null },
      "reversed_decision high",
    ],
    [
      "one that could not be reversed",
      "voting.chair_decision_settled",
      { standing: "provisional", failure: "moved on" },
      { proposal: proposal("rejected"), action: null },
      "reversed_decision high",
    ],
    [
      "one that was ratified",
      "voting.chair_decision_settled",
      { standing: "final" },
      { proposal: proposal("executed"), action: null },
      null,
    ],
    ["an overdue follow-up", "meetings.action_overdue", {}, { proposal: null, action }, "overdue_action medium"],
    ["a follow-up that is gone", "meetings.action_overdue", {}, { proposal: null, action: null }, null],
  ])("[ESC-114] %s", (_name, topic, payload, facts, expected) => {
    const own = OWN_RAISES[topic]?.(payload, facts, "act") ?? null;
    expect(own === null ? null : `${own.raise.category} ${own.raise.severity}`).toBe(expected);
    if (own !== null) expect(RaiseInput.safeParse(own.raise).success).toBe(true);
  });

  test("[ESC-114] a long title is cut and stays a title", () => {
    const long = { ...proposal("execution_failed"), title: "x".repeat(200) };
    const own = OWN_RAISES["voting.execution_failed"]?.({}, { proposal: long, action: null }, "act");
    expect(RaiseInput.safeParse(own?.raise).success).toBe(true);
  });

  test.each([
    [1, 1],
    [25, 25],
    [26, 26],
    [400, 26],
  ])("[ESC-114] %i overdue reviews are %i items, and every date is an occasion", (count, items) => {
    const models = Array.from(
      { length: count },
      (_, index): OverdueModel => ({
        ...{ reference: `MDL-${index}`, name: `Model ${index}`, tier: "tier_3_high", nextReviewAt: null },
      }),
    );
    const raises = raiseOverdueReviews(models, "Europe/Oslo");
    expect(raises).toHaveLength(items);
    expect(new Set(raises.flatMap(({ occasions }) => occasions)).size).toBe(count);
    for (const { raise } of raises) expect(RaiseInput.safeParse(raise).success).toBe(true);
  });

  test.each([
    ["a day of the organisation", new Date("2026-10-24T23:32:57.080Z"), "was due on 25 Oct 2026"],
    ["never dated", null, "is due and was never dated"],
  ])("[ESC-114] the words say when it was due: %s", (_, nextReviewAt, words) => {
    const model = { reference: "MDL-1", name: "Model", tier: "tier_3_high", nextReviewAt } as OverdueModel;
    expect(raiseOverdueReviews([model], "Europe/Oslo")[0]?.raise.description).toContain(words);
  });
});
