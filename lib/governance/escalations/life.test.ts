import { describe, expect, test } from "vitest";
import { toCharterContent } from "../board/charter-template.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Role } from "../kernel/permission.ts";
import { assessAct, type EscalationAct, isOverdue, type LifeFacts } from "./life.ts";
import { describeProtocol } from "./protocol.ts";

const AT = new Date("2026-11-20T09:00:00.000Z");
const item: LifeFacts = {
  ...{ status: "open", severity: "medium", assigneeUserId: null, ownerUserId: "mira", leadUserId: "lea" },
  ...{ acknowledgedAt: null, acknowledgedBy: null, hasReview: false },
};
const by = (userId: string, ...roles: Role[]): Actor => ({
  ...{ kind: "person", organizationId: "org", userId, name: "", email: "", roles, trustLevel: "standard" },
  ...{ scopes: null, sessionId: null, keyId: null },
});
const acknowledged = {
  status: "acknowledged",
  acknowledgedAt: AT,
  acknowledgedBy: "ada",
  assigneeUserId: "ada",
} as const;

describe("who may act", () => {
  test.each<[string, Actor, boolean]>([
    ["the chair", by("ada", "chair"), true],
    ["a member of the board", by("theo", "board_member"), true],
    ["an admin", by("ari", "admin"), true],
    ["the owner of its model", by("mira", "model_owner"), true],
    ["another owner", by("otis", "model_owner"), false],
    ["the lead of its venture", by("lea", "model_owner"), true],
    ["an auditor", by("una", "auditor"), false],
    ["the product", { kind: "system", organizationId: "org", name: "test" }, true],
  ])("[ESC-116] %s", (_name, actor, isAllowed) => {
    expect(assessAct(item, "acknowledge", actor, AT).outcome).toBe(isAllowed ? "allowed" : "not_yours");
  });

  test("[ESC-116] its assignee, whoever that is", () => {
    const facts = { ...item, assigneeUserId: "otis" };
    expect(assessAct(facts, "resolve", by("otis", "model_owner"), AT).outcome).toBe("allowed");
  });
});

describe("what may be done", () => {
  const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

  test.each<[string, EscalationAct, Partial<LifeFacts>, Date, string]>([
    ["acknowledge an open one", "acknowledge", {}, AT, "act_allowed"],
    ["acknowledge twice", "acknowledge", acknowledged, AT, "already_acknowledged"],
    ["acknowledge a resolved one", "acknowledge", { status: "resolved" }, AT, "already_resolved"],
    ["assign an open one", "assign", {}, AT, "act_allowed"],
    ["assign an acknowledged one", "assign", acknowledged, AT, "act_allowed"],
    ["assign a resolved one", "assign", { status: "resolved" }, AT, "already_resolved"],
    ["resolve a medium one", "resolve", {}, AT, "act_allowed"],
    ["resolve a low one", "resolve", { severity: "low" }, AT, "act_allowed"],
    ["resolve a high one without a review", "resolve", { severity: "high" }, AT, "review_required"],
    ["resolve a critical one without a review", "resolve", { severity: "critical" }, AT, "review_required"],
    ["resolve a critical one with its review", "resolve", { severity: "critical", hasReview: true }, AT, "act_allowed"],
    ["resolve twice", "resolve", { status: "resolved" }, AT, "already_resolved"],
    ["review a medium one", "review", {}, AT, "review_not_needed"],
    ["review a high one", "review", { severity: "high" }, AT, "act_allowed"],
    ["review it twice", "review", { severity: "high", hasReview: true }, AT, "review_recorded"],
    ["undo what was never done", "undo_acknowledge", {}, AT, "not_acknowledged"],
    ["undo at once", "undo_acknowledge", acknowledged, AT, "act_allowed"],
    ["undo just in time", "undo_acknowledge", acknowledged, new Date(AT.getTime() + 299_999), "act_allowed"],
    ["undo at five minutes", "undo_acknowledge", acknowledged, later(5), "undo_too_late"],
    ["undo another's", "undo_acknowledge", { ...acknowledged, acknowledgedBy: "theo" }, AT, "undo_too_late"],
  ])("[ESC-8] [ESC-9] [ESC-117] %s", (_name, act, facts, at, code) => {
    const verdict = assessAct({ ...item, ...facts }, act, by("ada", "chair"), at);
    expect(verdict.reasons.map((reason) => reason.code)).toEqual([`escalations.${code}`]);
  });

  test.each([
    ["before", -1, "open", false],
    ["at the deadline", 0, "open", true],
    ["after, acknowledged", 1, "acknowledged", true],
    ["after, resolved", 1, "resolved", false],
  ] as const)("[ESC-8] overdue %s", (_name, minutes, status, isLate) => {
    expect(isOverdue({ status, respondBy: AT }, later(minutes))).toBe(isLate);
  });
});

test("[ESC-9] the protocol of a critical one: who is told when, what is recorded, and that a review is needed", () => {
  const span = { severeSince: AT, respondBy: new Date(AT.getTime() + 4 * 3_600_000) };
  const path = toCharterContent("standard", "Northwind").escalationPaths.critical;
  const { steps, needsReview, mustRecord } = describeProtocol("critical", path, span);
  expect(steps.map(({ kind, audiences, dueAt }) => [kind, audiences.join("+"), dueAt.toISOString()])).toEqual([
    ["first", "board+executive", "2026-11-20T09:00:00.000Z"],
    ["half_time", "board+executive", "2026-11-20T11:00:00.000Z"],
    ["step", "chair", "2026-11-20T13:00:00.000Z"],
  ]);
  expect([needsReview, mustRecord.length]).toEqual([true, 4]);
  expect(describeProtocol("low", path, span).needsReview).toBe(false);
});

test("[ESC-9] [ESC-101] the protocol says the same instants as the path, also where the deadline had passed before", () => {
  const span = { severeSince: AT, respondBy: new Date(AT.getTime() - 3_600_000) };
  const path = { ...toCharterContent("standard", "Northwind").escalationPaths.low };
  const { steps } = describeProtocol("low", path, span);
  expect(steps.map(({ kind, step, dueAt }) => [kind, step, dueAt.toISOString()])).toEqual([
    ["first", 0, "2026-11-20T09:00:00.000Z"],
    ["step", 1, "2026-11-20T09:00:00.000Z"],
    ["step", 2, "2026-11-20T09:05:00.000Z"],
  ]);
});
