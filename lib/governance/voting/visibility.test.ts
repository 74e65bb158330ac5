import { describe, expect, test } from "vitest";
import type { Role } from "../kernel/permission.ts";
import type { Place } from "./roll.ts";
import { assessVisibility, canSeeProposal } from "./visibility.ts";

type Row = [name: string, facts: { isOver: boolean; isSealed: boolean; place: Place; roles: Role[] }, expected: string];

const ROWS: Row[] = [
  [
    "open, a member",
    { isOver: false, isSealed: false, place: "elector", roles: ["board_member"] },
    "tally choices hidden",
  ],
  ["open, an auditor", { isOver: false, isSealed: false, place: "none", roles: ["auditor"] }, "tally choices hidden"],
  ["open, an owner", { isOver: false, isSealed: false, place: "none", roles: ["model_owner"] }, "tally hidden"],
  ["open, recused", { isOver: false, isSealed: false, place: "recused", roles: ["board_member"] }, "hidden"],
  ["open, recused and auditor", { isOver: false, isSealed: false, place: "recused", roles: ["auditor"] }, "hidden"],
  ["sealed, the chair", { isOver: false, isSealed: true, place: "elector", roles: ["chair"] }, "hidden"],
  [
    "sealed and over, the chair",
    { isOver: true, isSealed: true, place: "elector", roles: ["chair"] },
    "tally choices named",
  ],
  ["over, an owner", { isOver: true, isSealed: false, place: "none", roles: ["model_owner"] }, "tally unnamed"],
  ["over, an admin", { isOver: true, isSealed: false, place: "none", roles: ["admin"] }, "tally unnamed"],
  ["over, recused", { isOver: true, isSealed: false, place: "recused", roles: ["board_member"] }, "tally hidden"],
];

describe("what a reader sees of a vote", () => {
  test.each(ROWS)("[VOT-117] %s", (_, facts, expected) => {
    const { tally, choices, dissent } = assessVisibility(facts);
    expect([tally ? "tally" : "", choices ? "choices" : "", dissent].filter((word) => word !== "").join(" ")).toBe(
      expected,
    );
  });

  test("[VOT-118] a proposal that never opened is for its proposer, admins and the system", () => {
    const draft = { openedAt: null, proposerUserId: "ann" };
    const person = (userId: string, roles: Role[]) => ({ kind: "person", userId, roles }) as never;
    const sees = (actor: never) => canSeeProposal(draft, actor);
    expect(sees(person("ann", ["model_owner"]))).toBe(true);
    expect(sees(person("ben", ["admin"]))).toBe(true);
    expect(sees({ kind: "system" } as never)).toBe(true);
    expect(sees(person("ben", ["chair", "board_member"]))).toBe(false);
    expect(canSeeProposal({ ...draft, openedAt: new Date(0) }, person("ben", []))).toBe(true);
  });
});
