import { describe, expect, test } from "vitest";
import { standardRule } from "./decision-rule.ts";
import { DEADLINE, draftRecord, OPENED, openRecord } from "./record-fixture.ts";
import { tallyOf } from "./tally-fixture.ts";
import { assessTransition, type TransitionActor, type TransitionFacts } from "./transition.ts";

const nobody: TransitionActor = { userId: "other", isSystem: false, isAdmin: false, isChair: false, isRecused: false };
const proposer = { ...nobody, userId: "proposer" };
const admin = { ...nobody, isAdmin: true };
const chair = { ...nobody, isChair: true };
const recusedChair = { ...chair, isRecused: true };
const system = { ...nobody, userId: null, isSystem: true };

const WAITING = tallyOf({ yes: 4, waiting: 3, chair: "yes" });
const ALL_CAST = tallyOf({ yes: 4, no: 2, lapsed: 1, chair: "yes" });
const FAILED = tallyOf({ yes: 2, no: 5, chair: "no" });
const before = new Date(DEADLINE.getTime() - 1);
const rule = standardRule("model_approval");
const closed = openRecord({ closedAt: DEADLINE });
const advised = openRecord({ closedAt: DEADLINE, rule: { ...rule, effect: "advisory" } });

type Row = [string, Partial<TransitionFacts>, string];
const OK = "voting.act_allowed";

function suite(act: TransitionFacts["act"], base: Omit<TransitionFacts, "act">, rows: Row[]) {
  test.each(rows)("%s", (_name, change, code) => {
    const verdict = assessTransition({ act, ...base, ...change });
    expect(verdict.reasons.map((reason) => reason.code)).toEqual([code]);
    expect(verdict.outcome).toBe(code === OK ? "allowed" : "refused");
  });
}

describe("edit", () => {
  const base = { record: draftRecord(), now: OPENED, actor: proposer, tally: null };
  suite("edit", base, [
    ["[VOT-190] the proposer changes a draft", {}, OK],
    ["[VOT-190] an admin does not", { actor: admin }, "voting.not_own_draft"],
    ["[VOT-190] nor the chair", { actor: chair }, "voting.not_own_draft"],
    ["[VOT-190] nor the system", { actor: system }, "voting.not_own_draft"],
    ["[VOT-190] not once it is open", { record: openRecord() }, "voting.not_draft"],
    ["[VOT-190] not after withdrawal", { record: draftRecord({ withdrawnAt: OPENED }) }, "voting.not_draft"],
    ["[VOT-190] not after cancelling", { record: draftRecord({ cancelledAt: OPENED }) }, "voting.not_draft"],
  ]);
});

describe("open", () => {
  const base = { record: draftRecord(), now: OPENED, actor: proposer, tally: tallyOf({ waiting: 7 }), rule };
  suite("open", base, [
    ["[VOT-2] the proposer opens a draft", {}, OK],
    ["[VOT-2] an admin too", { actor: admin }, OK],
    ["[VOT-2] nobody else, not even the chair", { actor: chair }, "voting.not_proposer"],
    ["[VOT-2] the system has no proposal of its own", { actor: system }, "voting.not_proposer"],
    ["[VOT-1] not twice", { record: openRecord() }, "voting.not_draft"],
    ["[VOT-1] not after withdrawal", { record: draftRecord({ withdrawnAt: OPENED }) }, "voting.not_draft"],
    [
      "[VOT-104] not to members who could not pass it",
      { tally: tallyOf({ waiting: 3, recused: 4 }) },
      "voting.cannot_pass",
    ],
    ["[VOT-104] not without the chair it needs", { rule: standardRule("exception_grant") }, "voting.cannot_pass"],
  ]);
});

describe("close", () => {
  const base = { record: openRecord(), now: DEADLINE, actor: system, tally: WAITING };
  suite("close", base, [
    ["[VOT-8] by itself at the deadline", {}, OK],
    ["[VOT-8] not a millisecond earlier", { now: before }, "voting.votes_outstanding"],
    [
      "[VOT-113] by the chair once everybody who still can has cast, though one right lapsed",
      { actor: chair, now: before, tally: ALL_CAST },
      OK,
    ],
    ["[VOT-8] by the chair once every entitled voter has cast", { actor: chair, now: before, tally: FAILED }, OK],
    [
      "[VOT-117] not by a recused chair before the deadline",
      { actor: recusedChair, now: before },
      "voting.chair_recused",
    ],
    ["[VOT-8] not by the chair while one can still cast", { actor: chair, now: before }, "voting.votes_outstanding"],
    ["[VOT-8] by the chair after the deadline", { actor: chair }, OK],
    ["[VOT-8] not by the proposer", { actor: proposer }, "voting.not_chair"],
    ["[VOT-5] not twice", { record: closed }, "voting.already_closed"],
    ["[VOT-1] not a draft", { record: draftRecord() }, "voting.not_open"],
    ["[VOT-1] not when withdrawn", { record: openRecord({ withdrawnAt: OPENED }) }, "voting.not_open"],
  ]);
});

describe("withdraw", () => {
  suite("withdraw", { record: openRecord(), now: before, actor: proposer, tally: WAITING, reason: "Reworked" }, [
    ["[VOT-105] the proposer, while open", {}, OK],
    ["[VOT-105] the proposer, as a draft", { record: draftRecord() }, OK],
    ["[VOT-105] an admin", { actor: admin }, OK],
    ["[VOT-105] not another member", { actor: chair }, "voting.not_proposer"],
    ["[VOT-1] not without a reason", { reason: "  " }, "voting.reason_required"],
    ["[VOT-105] not once the deadline has passed", { now: DEADLINE }, "voting.not_open"],
    ["[VOT-105] not twice", { record: openRecord({ withdrawnAt: OPENED }) }, "voting.not_open"],
  ]);
});

describe("withdraw while advice waits for the chair", () => {
  const waiting = { record: advised, now: DEADLINE, actor: admin, tally: ALL_CAST, reason: "No chair can decide" };
  suite("withdraw", waiting, [
    ["[VOT-124] an admin, while advice waits for the chair", {}, OK],
    ["[VOT-124] not without a reason", { reason: "" }, "voting.reason_required"],
    ["[VOT-124] not its proposer", { actor: proposer }, "voting.not_open"],
    [
      "[VOT-124] not once the chair has decided",
      { record: { ...advised, advisedDecision: "approved" } },
      "voting.not_open",
    ],
    ["[VOT-124] not a binding vote", { record: closed }, "voting.not_open"],
    ["[VOT-124] not twice", { record: { ...advised, withdrawnAt: DEADLINE } }, "voting.not_open"],
  ]);
});

describe("defer", () => {
  suite("defer", { record: openRecord(), now: before, actor: chair, tally: WAITING, reason: "Evidence is missing" }, [
    ["[VOT-10] the chair, while open", {}, OK],
    ["[VOT-10] nobody else", { actor: admin }, "voting.not_chair"],
    ["[VOT-105] not a chair who is recused", { actor: recusedChair }, "voting.chair_recused"],
    ["[VOT-10] not a draft", { record: draftRecord() }, "voting.not_open"],
    ["[VOT-105] not once the deadline has passed", { now: DEADLINE }, "voting.not_open"],
    ["[VOT-1] not without a reason", { reason: undefined }, "voting.reason_required"],
  ]);
});

describe("cancel", () => {
  suite("cancel", { record: openRecord(), now: before, actor: admin, tally: WAITING, reason: "The subject is gone" }, [
    ["[VOT-105] an admin", {}, OK],
    ["[VOT-105] the system", { actor: system }, OK],
    ["[VOT-105] not the chair", { actor: chair }, "voting.not_admin"],
    ["[VOT-105] not after the deadline", { now: DEADLINE }, "voting.not_open"],
    ["[VOT-1] not without a reason", { reason: "" }, "voting.reason_required"],
  ]);
});

describe("execute", () => {
  suite("execute", { record: closed, now: DEADLINE, actor: system, tally: ALL_CAST }, [
    ["[VOT-12] the system, after passing", {}, OK],
    ["[VOT-12] not before voting is over", { record: openRecord(), now: before }, "voting.not_decided_in_favour"],
    ["[VOT-12] not when rejected", { tally: FAILED }, "voting.not_decided_in_favour"],
    ["[VOT-12] not when withdrawn", { record: openRecord({ withdrawnAt: OPENED }) }, "voting.not_decided_in_favour"],
    ["[VOT-12] not twice", { record: { ...closed, execution: "succeeded" } }, "voting.already_executed"],
    ["[VOT-12] an admin retries a failure", { record: { ...closed, execution: "failed" }, actor: admin }, OK],
    ["[VOT-12] an admin does not start it", { actor: admin }, "voting.not_system"],
    ["[REG-6] not on advice alone", { record: advised }, "voting.not_decided_in_favour"],
    ["[REG-6] after the chair's approval", { record: { ...advised, advisedDecision: "approved" }, tally: FAILED }, OK],
  ]);
});

describe("decide on advice", () => {
  const base = { record: advised, now: DEADLINE, actor: chair, tally: ALL_CAST, decision: "approved" } as const;
  suite("decide_advised", base, [
    ["[REG-6] the chair follows without a reason", {}, OK],
    ["[REG-6] against it only with one", { decision: "rejected" }, "voting.reason_required"],
    ["[REG-6] against it with one", { decision: "rejected", reason: "New incident" }, OK],
    [
      "[VOT-108] without quorum only with a reason",
      { tally: tallyOf({ yes: 1, waiting: 6, chair: "yes" }) },
      "voting.reason_required",
    ],
    ["[REG-6] nobody else", { actor: admin }, "voting.not_chair"],
    ["[VOT-106] not a recused chair", { actor: recusedChair }, "voting.chair_recused"],
    [
      "[VOT-106] not when the frozen chair is recused",
      { tally: tallyOf({ yes: 5, recused: 1, chair: "recused" }) },
      "voting.chair_recused",
    ],
    ["[REG-6] not on a binding vote", { record: closed }, "voting.not_advisory"],
    ["[REG-6] not before the vote is closed", { record: { ...advised, closedAt: null } }, "voting.advice_not_ready"],
    [
      "[REG-6] not when withdrawn",
      { record: { ...advised, withdrawnAt: OPENED, closedAt: null } },
      "voting.advice_not_ready",
    ],
    ["[REG-6] not twice", { record: { ...advised, advisedDecision: "rejected" } }, "voting.advice_already_decided"],
  ]);
});

describe("ratification of what the chair decided", () => {
  const ratified = standardRule("incident_response");
  const record = openRecord({ rule: ratified });
  const decider = { ...recusedChair, userId: "proposer" };
  const base = { record, now: before, tally: WAITING, reason: "The fault is found" };
  suite(
    "open",
    { record: draftRecord(), now: OPENED, actor: proposer, tally: tallyOf({ recused: 1 }), rule: ratified },
    [["[VOT-144] opened also to members who could not pass it", {}, OK]],
  );
  suite("withdraw", { ...base, actor: decider }, [
    ["[VOT-143] the chair who decided takes it back", {}, OK],
    ["[VOT-143] with a reason", { reason: " " }, "voting.reason_required"],
    ["[VOT-143] not once out of the chair", { actor: proposer }, "voting.not_decider"],
    ["[VOT-143] not another chair", { actor: chair }, "voting.not_decider"],
    ["[VOT-143] not an admin", { actor: admin }, "voting.not_decider"],
    ["[VOT-143] not at the deadline", { now: DEADLINE }, "voting.not_open"],
  ]);
  suite("cancel", { ...base, actor: admin }, [
    ["[VOT-143] not cancelled by an admin", {}, "voting.not_decider"],
    ["[VOT-105] by the system, where the subject is gone", { actor: system }, OK],
  ]);
  suite("defer", { ...base, actor: chair }, [
    ["[VOT-143] not deferred by any chair", {}, "voting.ratification_not_deferrable"],
    ["[VOT-143] nor by the one who decided", { actor: decider }, "voting.ratification_not_deferrable"],
  ]);
  const over = openRecord({ rule: ratified, closedAt: DEADLINE });
  suite("execute", { record: { ...over, execution: "failed" }, now: DEADLINE, actor: admin, tally: FAILED }, [
    ["[VOT-146] an admin tries a failed reversal again", {}, OK],
    ["[VOT-146] so does the chair", { actor: decider }, OK],
    ["[VOT-146] nobody else", { actor: nobody }, "voting.not_system"],
    [
      "[VOT-146] also after a withdrawal in vain",
      { record: { ...record, withdrawnAt: OPENED, execution: "failed" } },
      OK,
    ],
    ["[VOT-142] a reversal that is done is not done again", { record: over }, "voting.not_system"],
    ["[VOT-142] not by the system either", { record: over, actor: system }, "voting.not_decided_in_favour"],
  ]);
});
