import { describe, expect, test } from "vitest";
import type { PersonActor } from "../kernel/actor.ts";
import type { Role } from "../kernel/permission.ts";
import { assessAllegation, assessAnswer, assessRuling, canSeeAllegation } from "./allegation.ts";
import { deriveRulingRight } from "./ruling-right.ts";

const pending = { userId: "risk", allegedBy: "data", answer: null, ruling: null } as const;
const codeOf = (verdict: { reasons: readonly { code: string }[] }) => verdict.reasons[0]?.code;

describe("what may be alleged", () => {
  const facts = {
    actorUserId: "data",
    allegedUserId: "risk",
    isSeated: true,
    isKnown: false,
    pending: null,
    vote: null,
  };
  const open = { state: "open", place: "elector" } as const;
  test.each<[string, Partial<Parameters<typeof assessAllegation>[0]>, string]>([
    ["a conflict with a model or vendor", {}, "voting.may_allege"],
    ["on a vote that runs, of somebody who votes on it", { vote: open }, "voting.may_allege"],
    ["of oneself", { actorUserId: "risk" }, "voting.allegation_of_oneself"],
    ["of somebody whose seat is over", { isSeated: false }, "voting.allegation_seat_over"],
    ["what is on record", { isKnown: true }, "voting.allegation_known"],
    ["what is alleged already", { pending: "COI-1" }, "voting.allegation_pending"],
    ["on a vote that is over", { vote: { ...open, state: "over" } }, "voting.allegation_vote_over"],
    ["on a vote that was withdrawn", { vote: { ...open, state: "withdrawn" } }, "voting.allegation_vote_over"],
    ["on a draft", { vote: { ...open, state: "draft" } }, "voting.allegation_vote_over"],
    ["of somebody who stands aside from the vote", { vote: { ...open, place: "recused" } }, "voting.allegation_known"],
    ["of somebody who has no vote on it", { vote: { ...open, place: "none" } }, "voting.allegation_not_voting"],
  ])("[BRD-170] %s", (_name, more, code) => {
    const verdict = assessAllegation({ ...facts, ...more });
    expect(codeOf(verdict)).toBe(code);
    expect(verdict.outcome).toBe(code === "voting.may_allege" ? "allowed" : "refused");
  });
});

describe("the answer", () => {
  test.each([
    ["the person, before the ruling", pending, "risk", "voting.may_answer"],
    ["somebody else", pending, "data", "voting.answer_not_yours"],
    ["a second time", { ...pending, answer: "No" }, "risk", "voting.already_answered"],
    ["after the ruling", { ...pending, ruling: "dismissed" as const }, "risk", "voting.already_ruled"],
  ])("[BRD-170] %s", (_name, allegation, userId, code) => {
    expect(codeOf(assessAnswer(allegation, userId))).toBe(code);
  });
});

describe("the ruling", () => {
  const seat = { name: "Ada", role: "chair", termStartAt: new Date(0), canAct: true } as const;
  const right = (seats: string[]) =>
    deriveRulingRight({
      seats: seats.map((userId) => ({ ...seat, userId })),
      allegedUserId: "risk",
      allegedBy: "data",
      conflictedUserIds: new Set(),
    });
  test.each([
    ["whose right it is", pending, ["chair"], "chair", "voting.may_rule"],
    ["anybody else", pending, ["chair"], "ethics", "voting.ruling_not_yours"],
    ["an admin, where nobody may", pending, [], "admin", "voting.nobody_rules"],
    ["a second time", { ...pending, ruling: "upheld" as const }, ["chair"], "chair", "voting.already_ruled"],
    ["unanswered or answered", { ...pending, answer: "No" }, ["chair"], "chair", "voting.may_rule"],
  ])("[BRD-172] %s", (_name, allegation, seats, userId, code) => {
    expect(codeOf(assessRuling(allegation, right(seats), userId))).toBe(code);
  });
});

describe("who may know of it", () => {
  const as = (userId: string, ...roles: Role[]) => ({ kind: "person", userId, roles }) as unknown as PersonActor;
  test.each<[string, PersonActor, boolean]>([
    ["the chair", as("chair", "chair", "board_member"), true],
    ["a board member", as("ethics", "board_member"), true],
    ["the advisor", as("advisor", "advisor"), true],
    ["an auditor", as("auditor", "auditor"), true],
    ["whom it concerns, without any role left", as("risk"), true],
    ["an admin who alleged it", as("data", "admin"), true],
    ["another admin", as("admin", "admin"), false],
    ["a model owner", as("owner", "model_owner"), false],
    ["a member without a role", as("guest"), false],
  ])("[BRD-174] %s", (_name, actor, sees) => {
    expect(canSeeAllegation(pending, actor)).toBe(sees);
  });
});
