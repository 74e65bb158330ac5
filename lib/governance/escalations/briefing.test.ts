import { describe, expect, test } from "vitest";
import { toCard } from "./briefing.ts";
import type { QueueItem } from "./view.ts";

const item = (severity: QueueItem["severity"]): QueueItem => ({
  ...{ reference: "ESC-7K3M9Q2A", title: "Drift", source: "person", category: null, severity, severityScore: 5 },
  ...{ status: "open", isOverdue: false, occurrences: 1, episode: 1, isOverBudget: false, place: "delivered" },
  ...{ raisedAt: "2026-11-20T08:00:00.000Z", lastSeenAt: "2026-11-20T08:00:00.000Z" },
  ...{ respondBy: "2026-11-20T12:00:00.000Z", channel: "immediate", downgradedFrom: null, downgrades: [] },
  ...{ heldBy: null, until: null, model: null, venture: null, portfolio: null, assignee: null },
});
const SUSPENSION = { model: "MDL-7K3M9Q2A", name: "Claims triage 3.2", status: "active" };

describe("[ESC-11] what a card asks and offers", () => {
  test.each([
    ["a critical one on a model in operation", "critical", SUSPENSION, false, /does the model keep running/u],
    ["a critical one on nothing that runs", "critical", null, false, /what is stopped until then/u],
    ["a high one", "high", null, false, /what is decided/u],
  ] as const)("%s", (_name, severity, suspension, hasReview, question) => {
    const card = toCard(item(severity), { suspension, hasReview, needsReview: true });
    expect(card.question).toMatch(question);
    expect(card.options.map(({ act }) => act).includes("suspend_model")).toBe(suspension !== null);
    expect(card.respondBy).toBe("2026-11-20T12:00:00.000Z");
    for (const { label, does } of card.options) expect([label, does]).not.toContain("");
  });

  test.each([
    ["a grave one before its review", { hasReview: false, needsReview: true }, "review"],
    ["a grave one after it", { hasReview: true, needsReview: true }, "resolve"],
    ["one that needs none", { hasReview: false, needsReview: false }, "resolve"],
  ])("[ESC-9] the way to the end of %s", (_name, facts, last) => {
    expect(toCard(item("high"), { ...facts, suspension: null }).options.at(-1)?.act).toBe(last);
  });
});
