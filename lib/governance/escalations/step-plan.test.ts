import { describe, expect, test } from "vitest";
import { toCharterContent } from "../board/charter-template.ts";
import { addHours } from "../kernel/calendar.ts";
import { type People, resolveAudience, resolveAudiences } from "./audience.ts";
import { type DueItem, planSteps } from "./step-plan.ts";

const AT = new Date("2026-11-20T09:00:00.000Z");
const people: People = {
  ...{
    chair: ["ada"],
    board: ["ada", "theo", "rita"],
    riskOfficer: ["rita"],
    technicalLead: ["theo"],
    admins: ["ari"],
  },
};
const nobody: People = { chair: [], board: [], riskOfficer: [], technicalLead: [], admins: ["ari"] };
const paths = toCharterContent("standard", "Northwind").escalationPaths;

const itemOf = (index: number, change: Partial<DueItem> = {}): DueItem => ({
  ...{ id: `e${index}`, reference: `ESC-${index}`, title: `Matter ${index}`, severity: "high", status: "open" },
  ...{ severeSince: AT, respondBy: addHours(AT, 24), pathStep: 0, isReminded: false, charterVersion: 1 },
  ...{ assigneeUserId: null, ownerUserId: null, leadUserId: null },
  ...change,
});

describe("audiences", () => {
  test.each([
    ["the team is the owner and the lead", "team", { ownerUserId: "mira", leadUserId: "lea" }, ["mira", "lea"]],
    ["a team without either is the risk officer", "team", { ownerUserId: null, leadUserId: null }, ["rita"]],
    ["the owner", "model_owner", { ownerUserId: "mira", leadUserId: null }, ["mira"]],
    ["no owner: the chair", "model_owner", { ownerUserId: null, leadUserId: null }, ["ada"]],
    ["the technical lead", "technical_lead", { ownerUserId: null, leadUserId: null }, ["theo"]],
    ["the executive is the lead and the admins", "executive", { ownerUserId: null, leadUserId: "lea" }, ["lea", "ari"]],
    ["the board", "board", { ownerUserId: null, leadUserId: null }, ["ada", "theo", "rita"]],
    ["the chair", "chair", { ownerUserId: null, leadUserId: null }, ["ada"]],
  ] as const)("[ESC-107] %s", (_name, audience, concerned, expected) => {
    expect(resolveAudience(audience, people, concerned)).toEqual(expected);
  });

  test("[ESC-107] somebody is always told, each once", () => {
    const concerned = { ownerUserId: null, leadUserId: null };
    expect(resolveAudience("board", nobody, concerned)).toEqual(["ari"]);
    expect(resolveAudiences(["board", "chair", "executive"], people, concerned)).toEqual([
      "ada",
      "theo",
      "rita",
      "ari",
    ]);
  });
});

describe("one sweep", () => {
  const plan = (items: readonly DueItem[], hours: number) =>
    planSteps(items, ({ severity }) => paths[severity], people, addHours(AT, hours));

  test("[ESC-108] three are told one by one, four in one letter, and each has its own state", () => {
    expect(
      plan(
        [1, 2, 3].map((index) => itemOf(index)),
        12,
      ).letters.map(({ taken }) => taken.length),
    ).toEqual([1, 1, 1]);
    const { letters, states } = plan(
      [1, 2, 3, 4].map((index) => itemOf(index)),
      12,
    );
    expect(letters.map(({ taken }) => taken.map(({ item }) => item.reference))).toEqual([
      ["ESC-1", "ESC-2", "ESC-3", "ESC-4"],
    ]);
    expect(states.map(({ isReminded, nextStepAt }) => [isReminded, nextStepAt])).toEqual(
      Array.from({ length: 4 }, () => [true, addHours(AT, 24)]),
    );
  });

  test("[ESC-106] after a standstill every step is told, in order, and the path is at its end", () => {
    const { letters, states } = plan([itemOf(1)], 100);
    expect(letters.map(({ taken }) => taken.map(({ step }) => [step.kind, step.step, step.isLate]))).toEqual([
      [["half_time", 0, true]],
      [["step", 1, true]],
    ]);
    expect(states).toEqual([{ id: "e1", pathStep: 1, isReminded: true, nextStepAt: null }]);
  });

  test("[ESC-107] whoever answers for it is told with the step", () => {
    const item = itemOf(1, { status: "acknowledged", assigneeUserId: "mira" });
    expect(plan([item], 24).letters.map(({ userIds }) => userIds)).toEqual([["ada", "mira"]]);
  });

  test("[ESC-104] one that was acknowledged meanwhile is told nothing, and waits for its deadline", () => {
    const { letters, states } = plan([itemOf(1, { status: "acknowledged" })], 12);
    expect(letters).toEqual([]);
    expect(states.map(({ nextStepAt }) => nextStepAt)).toEqual([addHours(AT, 24)]);
  });
});
