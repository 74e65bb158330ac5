import { describe, expect, test } from "vitest";
import { compareOwned, deriveOwnerTask, isAsked } from "./owner-task.ts";
import { OwnerTask } from "./schema.ts";

const at = new Date("2026-11-20T09:00:00.000Z");
const later = new Date("2026-11-20T09:00:00.001Z");
const plain = { nextReviewAt: later, hasDraft: false, wasRejected: false, awaitsChair: false };

describe("what is asked of an owner", () => {
  test.each([
    ["[DSH-4] proposed, nothing begun", { ...plain, status: "proposed" }, "fill_scorecard", true],
    ["[DSH-4] proposed, begun", { ...plain, status: "proposed", hasDraft: true }, "finish_scorecard", true],
    ["[DSH-4] sent back", { ...plain, status: "proposed", wasRejected: true }, "revise_scorecard", true],
    [
      "[DSH-4] sent back and begun anew",
      { ...plain, status: "proposed", wasRejected: true, hasDraft: true },
      "finish_scorecard",
      true,
    ],
    ["[DSH-4] under vote", { ...plain, status: "under_review" }, "await_vote", false],
    ["[DSH-4] advised", { ...plain, status: "under_review", awaitsChair: true }, "await_chair", false],
    ["[DSH-4] approved", { ...plain, status: "approved" }, "activate", true],
    ["[DSH-4] approved long ago", { ...plain, status: "approved", nextReviewAt: at }, "renew_review", true],
    ["[DSH-4] active, review still ahead", { ...plain, status: "active" }, "nothing", false],
    ["[DSH-4] active, review due this instant", { ...plain, status: "active", nextReviewAt: at }, "renew_review", true],
    ["[DSH-4] active, never reviewed", { ...plain, status: "active", nextReviewAt: null }, "renew_review", true],
    ["[DSH-4] suspended", { ...plain, status: "suspended", nextReviewAt: null }, "await_release", false],
    ["[DSH-4] deprecated", { ...plain, status: "deprecated", nextReviewAt: null }, "nothing", false],
    ["[DSH-4] decommissioned", { ...plain, status: "decommissioned", nextReviewAt: null }, "nothing", false],
  ] as const)("%s", (_name, model, expected, asked) => {
    expect(deriveOwnerTask(model, at)).toBe(expected);
    expect(isAsked(expected)).toBe(asked);
  });

  test("[DSH-4] what is asked comes first, then the riskier, then by reference", () => {
    const model = (task: OwnerTask, riskScore: number, reference: string) => ({ task, riskScore, reference });
    const sorted = [
      model("nothing", 90, "MDL-A"),
      model("await_vote", 80, "MDL-B"),
      model("fill_scorecard", 10, "MDL-D"),
      model("fill_scorecard", 10, "MDL-C"),
      model("fill_scorecard", 70, "MDL-E"),
      model("renew_review", 5, "MDL-F"),
    ].toSorted(compareOwned);
    expect(sorted.map((each) => each.reference)).toEqual(["MDL-F", "MDL-E", "MDL-C", "MDL-D", "MDL-B", "MDL-A"]);
    const order = OwnerTask.options.map((task) => model(task, 0, task)).toSorted(compareOwned);
    expect(order.findIndex((each) => !isAsked(each.task))).toBe(5);
  });
});
