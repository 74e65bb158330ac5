import { describe, expect, test } from "vitest";
import { deriveHeadline, type HeadlineFacts } from "./headline.ts";

const calm: HeadlineFacts = {
  votes: { total: 0, nextDeadlineAt: null },
  chairMatters: null,
  escalations: null,
  rulings: 0,
  owner: null,
  overdueFollowUps: 0,
  setUp: null,
  entries: null,
  models: 12,
  openProposals: 0,
};
const votes = { total: 2, nextDeadlineAt: "2026-11-21T16:00:00.000Z" };

describe("the headline", () => {
  test.each([
    ["[DSH-3] all quiet", {}, ["dashboard.all_quiet"]],
    ["[DSH-3] votes run without you", { openProposals: 3 }, ["dashboard.votes_run_without_you"]],
    ["[DSH-3] an auditor sees the record", { entries: 40, openProposals: 3 }, ["dashboard.record_stands"]],
    ["[DSH-3] an auditor who is asked", { entries: 40, overdueFollowUps: 1 }, ["dashboard.follow_ups_overdue"]],
    [
      "[DSH-3] the chair's matters before votes",
      { votes, chairMatters: 1 },
      ["dashboard.chair_must_act", "dashboard.votes_need_you"],
    ],
    [
      "[DSH-3] a vote before models",
      { votes, owner: { total: 1, asked: 1 } },
      ["dashboard.votes_need_you", "dashboard.models_ask_you"],
    ],
    [
      "[DSH-16] escalations before everything else",
      { votes, chairMatters: 1, escalations: 3 },
      ["dashboard.escalations_need_you", "dashboard.chair_must_act", "dashboard.votes_need_you"],
    ],
    ["[DSH-3] a chair with nothing to move", { chairMatters: 0, escalations: 0 }, ["dashboard.all_quiet"]],
    ["[DSH-3] an owner of whom nothing is asked", { owner: { total: 4, asked: 0 } }, ["dashboard.all_quiet"]],
    [
      "[DSH-3] the whole order",
      { votes, chairMatters: 2, rulings: 1, owner: { total: 4, asked: 1 }, overdueFollowUps: 1, setUp: 2, entries: 9 },
      [
        "dashboard.chair_must_act",
        "dashboard.rulings_need_you",
        "dashboard.votes_need_you",
        "dashboard.models_ask_you",
        "dashboard.follow_ups_overdue",
        "dashboard.set_up_missing",
      ],
    ],
    ["[DSH-3] no model yet, in place of the set-up", { models: 0, setUp: 3, entries: 2 }, ["dashboard.no_models"]],
  ] as const)("%s", (_name, more, expected) => {
    expect(deriveHeadline({ ...calm, ...more }).map((reason) => reason.code)).toEqual(expected);
  });

  test("[DSH-3] the reason carries its figures", () => {
    expect(deriveHeadline({ ...calm, votes })[0]?.facts).toEqual(votes);
    expect(deriveHeadline({ ...calm, chairMatters: 3 })[0]?.facts).toEqual({ total: 3 });
  });
});
