import { describe, expect, test } from "vitest";
import type { PersonActor } from "../kernel/actor.ts";
import type { Role } from "../kernel/permission.ts";
import { actsOf, assessAct, isOverdue, planAct } from "./action-item.ts";
import type { ActionStatus } from "./schema.ts";

const dueAt = new Date("2026-11-20T12:00:00.000Z");
const person = (userId: string, ...roles: Role[]): PersonActor => ({
  kind: "person",
  organizationId: "organization",
  userId,
  name: userId,
  email: `${userId}@example.org`,
  roles,
  trustLevel: "standard",
  scopes: null,
  sessionId: null,
  keyId: null,
});
const item = (status: ActionStatus) => ({ status, dueAt, assigneeUserId: "mira" });

describe("overdue is derived", () => {
  test.each([
    ["[MTG-4] one millisecond before the due date", "open", -1, false],
    ["[MTG-4] at the due instant", "open", 0, true],
    ["[MTG-4] after it, in progress", "in_progress", 1, true],
    ["[MTG-4] completed", "completed", 1, false],
    ["[MTG-4] cancelled", "cancelled", 1, false],
  ] as const)("%s", (_name, status, shiftMs, expected) => {
    expect(isOverdue(item(status), new Date(dueAt.getTime() + shiftMs))).toBe(expected);
  });
});

describe("who may act", () => {
  test.each([
    ["[MTG-101] the assignee", person("mira", "model_owner"), "allowed", "meetings.is_assignee"],
    ["[MTG-101] an admin", person("ada", "admin"), "allowed", "meetings.is_admin"],
    ["[MTG-101] the chair", person("cho", "chair"), "allowed", "meetings.is_chair"],
    ["[MTG-101] another owner", person("oto", "model_owner"), "not_yours", "meetings.not_your_action"],
    ["[MTG-101] a board member", person("ben", "board_member"), "not_yours", "meetings.not_your_action"],
    [
      "[MTG-101] the system",
      { kind: "system", organizationId: "o", name: "s" } as const,
      "not_yours",
      "meetings.not_your_action",
    ],
  ] as const)("%s", (_name, actor, outcome, code) => {
    const verdict = assessAct(item("open"), "complete", actor);
    expect({ outcome: verdict.outcome, code: verdict.reasons[0]?.code }).toEqual({ outcome, code });
  });

  test("[MTG-101] nobody acts on an item without assignee but admin and chair", () => {
    const unassigned = { status: "open", dueAt, assigneeUserId: null } as const;
    expect(actsOf(unassigned, person("mira", "model_owner"))).toEqual([]);
    expect(actsOf(unassigned, person("cho", "chair"))).toEqual(["start", "complete", "cancel"]);
  });
});

describe("the life of an item", () => {
  test.each([
    ["open", ["start", "complete", "cancel"]],
    ["in_progress", ["complete", "cancel"]],
    ["completed", []],
    ["cancelled", []],
  ] as const)("[MTG-102] from %s", (status, acts) => {
    expect(actsOf(item(status), person("mira"))).toEqual(acts);
    for (const act of ["start", "complete", "cancel"] as const) {
      const expected = (acts as readonly string[]).includes(act) ? "allowed" : "not_now";
      expect(assessAct(item(status), act, person("mira")).outcome).toBe(expected);
    }
  });

  test.each([
    ["start", { status: "in_progress", completedAt: null, closingNote: null }],
    ["complete", { status: "completed", completedAt: dueAt, closingNote: "done" }],
    ["cancel", { status: "cancelled", completedAt: dueAt, closingNote: "done" }],
  ] as const)("[MTG-102] what %s writes", (act, effect) => {
    expect(planAct(act, "done", dueAt)).toEqual(effect);
  });
});
