import { describe, expect, test } from "vitest";
import { VentureInput } from "./schema.ts";
import { toTree } from "./tree.ts";
import { assessVentureChange, changedFields, type VentureFacts } from "./venture.ts";

const venture: VentureFacts = {
  portfolioId: "p",
  name: "Tide",
  description: "",
  stage: 3,
  allocationCents: 500_000,
  lifecycle: "active",
  leadUserId: null,
};

describe("a change of a venture", () => {
  test.each<[string, Partial<VentureFacts> | null, Partial<VentureFacts>, boolean, string]>([
    ["an admin moves the stage", {}, { stage: 4 }, false, "portfolio.change_possible"],
    ["an admin pauses it", {}, { lifecycle: "paused" }, false, "portfolio.change_possible"],
    [
      "an admin takes it up again",
      { lifecycle: "paused" },
      { lifecycle: "active" },
      false,
      "portfolio.change_possible",
    ],
    ["an admin lowers the allocation", {}, { allocationCents: 499_999 }, false, "portfolio.change_possible"],
    ["an admin leaves the allocation", {}, { allocationCents: 500_000 }, false, "portfolio.change_possible"],
    ["an admin raises it by a cent", {}, { allocationCents: 500_001 }, false, "portfolio.needs_chair"],
    ["the chair raises it", {}, { allocationCents: 900_000 }, true, "portfolio.change_possible"],
    ["an admin ends it", {}, { lifecycle: "ended" }, false, "portfolio.needs_chair"],
    ["the chair ends it", {}, { lifecycle: "ended" }, true, "portfolio.change_possible"],
    ["the chair wakes an ended one", { lifecycle: "ended" }, { lifecycle: "active" }, true, "portfolio.venture_ended"],
    ["an admin creates one with money", null, {}, false, "portfolio.needs_chair"],
    ["an admin creates one without", null, { allocationCents: 0 }, false, "portfolio.change_possible"],
  ])("[PRT-135] [PRT-136] %s", (_name, before, after, isChair, code) => {
    const was = before === null ? null : { ...venture, ...before };
    const verdict = assessVentureChange(was, { ...venture, ...before, ...after }, { isChair });
    expect(verdict.reasons.map((reason) => reason.code)).toEqual([code]);
    expect(verdict.outcome).toBe(code === "portfolio.change_possible" ? "possible" : "refused");
  });

  test("[PRT-137] names the fields that differ, and none when nothing does", () => {
    expect(changedFields(venture, { ...venture })).toEqual([]);
    expect(changedFields(venture, { ...venture, stage: 5, name: "Ebb" })).toEqual(["name", "stage"]);
  });
});

test.each([
  ["0", 0, false],
  ["1", 1, true],
  ["25", 25, true],
  ["26", 26, false],
  ["a fraction", 3.5, false],
  ["text", "3", false],
])("[PRT-132] stage %s", (_name, stage, isAccepted) => {
  const parsed = VentureInput.safeParse({ portfolio: "PTF-7K3M9Q2A", name: "Tide", stage });
  expect(parsed.success).toBe(isAccepted);
  if (!parsed.success) expect(parsed.error.issues.map(({ path }) => path.join("."))).toEqual(["stage"]);
});

test("[PRT-138] the tree is ordered by name and sums what portfolios say, down to the cent", () => {
  const portfolio = (reference: string, name: string, allocationUsd: number, ventures: number) => ({
    ...{
      reference,
      name,
      description: "",
      revision: 1,
      ventures,
      allocationUsd,
      updatedAt: "2026-11-20T09:00:00.000Z",
    },
  });
  const member = (reference: string, name: string, of: string) => ({
    ...{ reference, name, description: "", portfolio: { reference: of, name: "" }, stage: 1, allocationUsd: 0.1 },
    ...{ lifecycle: "ended" as const, lead: null, revision: 1, createdAt: "", updatedAt: "" },
  });
  const tree = toTree(
    "Northwind",
    [portfolio("PTF-2", "Water", 0.1, 1), portfolio("PTF-1", "Air", 0.2, 2)],
    [member("VNT-1", "Tide", "PTF-2"), member("VNT-2", "Ebb", "PTF-2")],
  );
  expect(tree.ecosystem).toEqual({ name: "Northwind", portfolios: 2, ventures: 3, allocationUsd: 0.3 });
  expect(tree.portfolios.map(({ name, members }) => [name, members.map((each) => each.name)])).toEqual([
    ["Air", []],
    ["Water", ["Ebb", "Tide"]],
  ]);
});
