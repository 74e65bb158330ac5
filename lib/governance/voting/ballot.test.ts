import { describe, expect, test } from "vitest";
import { assessBallot, type BallotFacts, planBallot } from "./ballot.ts";
import { DEADLINE, DIGEST, draftRecord, OPENED, openRecord } from "./record-fixture.ts";

const facts: BallotFacts = { record: openRecord(), now: OPENED, place: "elector", hasRights: true, seenDigest: DIGEST };
const late = (ms: number) => new Date(DEADLINE.getTime() + ms);

describe("whether a ballot counts", () => {
  test.each<[string, Partial<BallotFacts>, string]>([
    ["[VOT-4] an elector at the opening instant", {}, "voting.ballot_accepted"],
    ["[VOT-5] a millisecond before the deadline", { now: late(-1) }, "voting.ballot_accepted"],
    ["[VOT-5] at the deadline it is late", { now: DEADLINE }, "voting.deadline_passed"],
    ["[VOT-5] after it, though no job has closed it", { now: late(1) }, "voting.deadline_passed"],
    ["[VOT-5] after an early close", { record: openRecord({ closedAt: OPENED }) }, "voting.not_open"],
    ["[VOT-3] before opening", { record: draftRecord() }, "voting.not_open"],
    ["[VOT-1] withdrawn", { record: openRecord({ withdrawnAt: OPENED }) }, "voting.not_open"],
    ["[VOT-1] deferred", { record: openRecord({ deferredAt: OPENED }) }, "voting.not_open"],
    ["[BRD-5] recused", { place: "recused" }, "voting.recused"],
    ["[VOT-3] not in the frozen electorate", { place: "none" }, "voting.not_an_elector"],
    ["[VOT-3] rights ended since opening", { hasRights: false }, "voting.rights_ended"],
    ["[VOT-6] a stale package", { seenDigest: "0".repeat(64) }, "voting.stale_digest"],
  ])("%s", (_name, change, code) => {
    const verdict = assessBallot({ ...facts, ...change });
    expect(verdict.reasons.map((reason) => reason.code)).toEqual([code]);
    expect(verdict.outcome).toBe(code === "voting.ballot_accepted" ? "accepted" : "refused");
  });
});

describe("one ballot a person", () => {
  const ballot = { choice: "yes", reasoning: "Sound evidence", subjectDigest: DIGEST } as const;

  test("[VOT-4] the first, a change that counts on, and the same again that changes nothing", () => {
    expect(planBallot(null, ballot)).toEqual({ kind: "first", castNumber: 1 });
    const cast = { ...ballot, castNumber: 3 };
    expect(planBallot(cast, ballot)).toEqual({ kind: "unchanged", castNumber: 3 });
    expect(planBallot(cast, { ...ballot, choice: "no" })).toEqual({ kind: "changed", castNumber: 4 });
    expect(planBallot(cast, { ...ballot, reasoning: "" })).toEqual({ kind: "changed", castNumber: 4 });
  });
});
