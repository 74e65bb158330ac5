import { describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildBoard, endSeatOf, openVote } from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { assessReceiptProof } from "../audit/receipt-proof.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { castBallot } from "./operations/cast-ballot.ts";
import { closeDueProposal } from "./operations/close-due-proposal.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { readReceipt } from "./operations/read-receipt.ts";
import { readResult } from "./operations/read-result.ts";
import { recuseMember } from "./operations/recuse-member.ts";
import { isReceiptFor } from "./receipt.ts";

const START = "2026-03-02T09:00:00.000Z";
const DEADLINE = "2026-03-05T09:00:00.000Z";

let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

type Ballot = { reference: string; digest: string; choice?: "yes" | "no" | "abstain"; reasoning?: string };

const cast = (actor: PersonActor, { reference, digest, choice = "yes", reasoning = "" }: Ballot) =>
  invoke(castBallot, { actor, input: { reference, choice, reasoning, subjectDigest: digest } });

const countBallots = async (reference: string) => {
  const [row] = await database.query<{ ballots: number; casts: number }>(
    `SELECT (SELECT count(*)::int FROM ballots WHERE proposal_id = p.id) AS ballots,
       (SELECT count(*)::int FROM ballot_casts WHERE proposal_id = p.id) AS casts FROM proposals p WHERE reference = $1`,
    [reference],
  );
  return row;
};

describe("casting", () => {
  test("[VOT-4] a ballot can be changed until the deadline; the last counts and the history stays", async () => {
    const vote = await openVote(world);
    const first = await cast(world.risk, vote);
    await database.setClock({ at: "2026-03-05T08:59:59.999Z" });
    const second = await cast(world.risk, { ...vote, choice: "no", reasoning: "Monitoring is thin" });
    expect([first.kind, second.kind]).toEqual(["first", "changed"]);
    expect([first.receipt.castNumber, second.receipt.castNumber]).toEqual([1, 2]);
    expect(await countBallots(vote.reference)).toEqual({ ballots: 1, casts: 2 });
    const { tally } = await invoke(readResult, { actor: world.risk, input: { reference: vote.reference } });
    expect(tally).toMatchObject({ yes: { voters: 0 }, no: { voters: 1 }, waiting: { voters: 6 } });
  });

  test("[VOT-4] the same ballot again is the same ballot with the same receipt, and records nothing", async () => {
    const vote = await openVote(world);
    const first = await cast(world.risk, { ...vote, reasoning: "Sound" });
    const again = await cast(world.risk, { ...vote, reasoning: "Sound" });
    expect(again).toEqual({ ...first, kind: "unchanged" });
    expect(await countBallots(vote.reference)).toEqual({ ballots: 1, casts: 1 });
  });

  test("[VOT-4] a receipt opens to exactly the ballot, and the record holds it under a signed checkpoint", async () => {
    const vote = await openVote(world);
    const { receipt, entry } = await cast(world.risk, { ...vote, reasoning: "Sound" });
    const kept = await invoke(readReceipt, { actor: world.risk, input: { reference: vote.reference } });
    expect(kept).toMatchObject({ receipt, entry, choice: "yes", reasoning: "Sound" });
    const claim = { voterUserId: world.risk.userId, reasoning: "Sound" };
    expect(isReceiptFor(receipt, { ...claim, choice: "yes" })).toBe(true);
    expect(isReceiptFor(receipt, { ...claim, choice: "no" })).toBe(false);
    expect(assessReceiptProof(kept.proof, kept.proof.publicKey).outcome).toBe("included");
    expect(JSON.parse(kept.proof.leaf)).toMatchObject({ details: { receiptDigest: receipt.digest } });
  });

  test("[VOT-13] neither details nor personal data of the entry tell the choice", async () => {
    const vote = await openVote(world);
    const { receipt } = await cast(world.risk, { ...vote, choice: "abstain", reasoning: "Undecided" });
    const [row] = await database.query<{ leaf: string; personal: unknown }>(
      "SELECT leaf, personal FROM audit_entries WHERE organization_id = $1 AND number = $2",
      [world.organizationId, receipt.auditEntry],
    );
    expect(row?.leaf).not.toMatch(/abstain|Undecided/u);
    expect(row?.personal).toBeNull();
  });

  test("[VOT-6] a ballot on another package than the one under vote is refused", async () => {
    const vote = await openVote(world);
    const other = await openVote(world);
    await expect(cast(world.risk, { ...vote, digest: other.digest })).rejects.toMatchObject({
      code: "voting.stale_digest",
      status: 409,
    });
    expect(await countBallots(vote.reference)).toEqual({ ballots: 0, casts: 0 });
  });

  test("[VOT-5] a ballot exactly at the deadline is late, also before anybody has closed the vote", async () => {
    const vote = await openVote(world);
    await database.setClock({ at: DEADLINE });
    await expect(cast(world.risk, vote)).rejects.toMatchObject({ code: "voting.deadline_passed", status: 409 });
  });

  test.each([
    ["the owner, who is no member of the board", () => world.owner, "voting.not_an_elector", 403],
    ["an advisor, whose seat does not vote", () => world.advisor, "kernel.not_permitted", 403],
    ["an auditor", () => world.auditor, "kernel.not_permitted", 403],
  ])("[VOT-3] %s cannot cast", async (_, who, code, status) => {
    const vote = await openVote(world);
    await expect(cast(who(), vote)).rejects.toMatchObject({ code, status });
  });

  test("[BRD-5] a recused member cannot cast", async () => {
    const vote = await openVote(world);
    const input = { reference: vote.reference, reason: "My sister works on it" };
    await invoke(recuseMember, { actor: world.legal, input });
    await expect(cast(world.legal, vote)).rejects.toMatchObject({ code: "voting.recused", status: 403 });
  });

  test("[ORG-3] a member of another organisation gets the answer that a random reference gets", async () => {
    const vote = await openVote(world);
    const foreign = await buildBoard({ seats: ["chair", "risk"] });
    const random = { ...vote, reference: "PRP-00000000" };
    const answers = await Promise.all(
      [vote, random].map((each) => cast(foreign.risk, each).catch((error: Error & { code: string }) => error.code)),
    );
    expect(answers).toEqual(["kernel.not_found", "kernel.not_found"]);
  });
});

describe("rights that end while the vote is open", () => {
  test("[VOT-3] a seat that ended cannot cast or change; the ballot cast before stays and counts", async () => {
    const own = await buildBoard();
    const vote = await openVote(own);
    await cast(own.data, vote);
    await endSeatOf(database, own.data);
    await endSeatOf(database, own.legal);
    for (const late of [own.data, own.legal]) {
      await expect(cast(late, { ...vote, choice: "no" })).rejects.toMatchObject({ code: "voting.rights_ended" });
    }
    const { tally } = await invoke(readResult, { actor: own.auditor, input: { reference: vote.reference } });
    expect(tally).toMatchObject({
      yes: { voters: 1 },
      lapsed: { voters: 1 },
      waiting: { voters: 5 },
      entitled: { voters: 7 },
    });
  });

  test("[VOT-3] somebody seated after opening is not in the electorate", async () => {
    const own = await buildBoard({ seats: ["chair", "technical", "risk", "ethics"] });
    const vote = await openVote(own);
    await database.query(
      `INSERT INTO board_members (organization_id, reference, user_id, role, term_start_at, term_end_at)
       VALUES ($1, 'MBR-LATE0001', $2, 'legal_counsel', governance_now(), governance_now() + interval '1 year')`,
      [own.organizationId, own.legal.userId],
    );
    const seated = { ...own.legal, roles: ["board_member" as const] };
    await expect(cast(seated, vote)).rejects.toMatchObject({ code: "voting.not_an_elector", status: 403 });
  });
});

describe("at once", () => {
  test("[VOT-4] two identical casts at once give one ballot and the same receipt", async () => {
    const vote = await openVote(world);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => cast(world.risk, { ...vote, reasoning: "Sound" })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.receipt))).size).toBe(1);
    expect(answers.map((answer) => answer.kind).sort()).toEqual(["first", ...Array(5).fill("unchanged")]);
    expect(await countBallots(vote.reference)).toEqual({ ballots: 1, casts: 1 });
  });

  test("[VOT-4] different casts of one person at once are one ballot, each with a place in the history", async () => {
    const vote = await openVote(world);
    const choices = ["yes", "no", "abstain"] as const;
    const answers = await Promise.all(choices.map((choice) => cast(world.risk, { ...vote, choice })));
    expect(answers.map((answer) => answer.receipt.castNumber).sort()).toEqual([1, 2, 3]);
    expect(await countBallots(vote.reference)).toEqual({ ballots: 1, casts: 3 });
    const last = answers.findIndex((answer) => answer.receipt.castNumber === 3);
    const kept = await invoke(readReceipt, { actor: world.risk, input: { reference: vote.reference } });
    expect(kept.choice).toBe(choices[last]);
  });

  test("[VOT-5] cast and close at once: what got a receipt is in the result, what did not was refused", async () => {
    const rounds = await Promise.all(Array.from({ length: 5 }, () => openVote(world)));
    for (const vote of rounds) {
      await Promise.all(world.voters.map((voter) => cast(voter, vote)));
      const change = cast(world.risk, { ...vote, choice: "no" }).then(
        () => "counted",
        (error: { code: string; status: number }) => `${error.status} ${error.code}`,
      );
      const close = invoke(closeProposal, { actor: world.chair, input: { reference: vote.reference } });
      const [answer] = await Promise.all([change, close]);
      const { tally } = await invoke(readResult, { actor: world.chair, input: { reference: vote.reference } });
      expect(["counted", "409 voting.not_open"]).toContain(answer);
      expect(tally?.no.voters).toBe(answer === "counted" ? 1 : 0);
    }
  });

  test("[VOT-5] the last cast and the deadline's close at once never lose a receipt", async () => {
    const vote = await openVote(world);
    await database.setClock({ at: DEADLINE });
    const late = cast(world.risk, vote).catch((error: { code: string }) => error.code);
    const close = invoke(closeDueProposal, {
      actor: systemActor(world.organizationId, "sweep"),
      input: { reference: vote.reference },
    });
    expect(await late).toBe("voting.deadline_passed");
    expect(await close).toMatchObject({ state: "no_quorum", outcome: "deferred" });
  });

  test("[BRD-5] recuse and vote at once: the member ends recused, and no ballot of theirs counts", async () => {
    const vote = await openVote(world);
    const input = { reference: vote.reference, reason: "A friend works on it" };
    const [answer] = await Promise.all([
      cast(world.data, vote).then(
        () => "counted",
        (error: { code: string }) => error.code,
      ),
      invoke(recuseMember, { actor: world.data, input }),
    ]);
    expect(["counted", "voting.recused"]).toContain(answer);
    expect((await countBallots(vote.reference))?.ballots).toBe(0);
    const { tally } = await invoke(readResult, { actor: world.chair, input: { reference: vote.reference } });
    expect(tally).toMatchObject({ yes: { voters: 0 }, recused: { voters: 1 }, entitled: { voters: 6 } });
  });
});
