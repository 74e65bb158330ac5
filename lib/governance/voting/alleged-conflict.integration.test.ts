// Conflicts of interest in a board that votes: declared, alleged, answered, ruled on; against a real PostgreSQL, two
// connections at once where it matters.
import { describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { cast, stageBoard } from "../../testing/board-stage.ts";
import {
  type BoardWorld,
  buildBoard,
  buildModel,
  endSeatOf,
  type OpenVote,
  openVote,
  submit,
} from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { readBoard } from "../board/operations/read-board.ts";
import { withdrawConflict } from "../board/operations/withdraw-conflict.ts";
import { readHome } from "../dashboard/operations/read-home.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { assignOwner } from "../registry/operations/assign-owner.ts";
import { allegeConflict } from "./operations/allege-conflict.ts";
import { answerAllegation } from "./operations/answer-allegation.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { declareConflict } from "./operations/declare-conflict.ts";
import { listAllegations } from "./operations/list-allegations.ts";
import { readAllegation } from "./operations/read-allegation.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { recuseMember } from "./operations/recuse-member.ts";
import { recuseOwners } from "./operations/recuse-owners.ts";
import { ruleOnAllegation } from "./operations/rule-on-allegation.ts";

const START = "2026-03-02T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

const read = (actor: PersonActor, { reference }: { reference: string }) =>
  invoke(readProposal, { actor, input: { reference } });
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

async function seatOf(person: PersonActor): Promise<string> {
  const [row] = await database.query<{ reference: string }>(
    "SELECT reference FROM board_members WHERE organization_id = $1 AND user_id = $2",
    [person.organizationId, person.userId],
  );
  return row?.reference ?? "";
}

const declare = async (person: PersonActor, about: object, by = person) =>
  invoke(declareConflict, { actor: by, input: { reference: await seatOf(person), reason: "Shareholder", ...about } });
const vendor = (name: string) => ({ kind: "vendor", vendor: name });
const allege = async (by: PersonActor, of: PersonActor, about: object) =>
  invoke(allegeConflict, {
    actor: by,
    input: { reference: await seatOf(of), reason: "Was paid by them", evidence: "Annual report, page 12", ...about },
  });
const rule = (actor: PersonActor, reference: string, ruling = "upheld") =>
  invoke(ruleOnAllegation, { actor, input: { reference, ruling, reason: "The payments are on record" } });
const answer = (actor: PersonActor, reference: string) =>
  invoke(answerAllegation, { actor, input: { reference, statement: "They ended two years ago" } });

const recusedNames = async (vote: OpenVote, reader = world.auditor) =>
  (await read(reader, vote)).recused.map((each) => each.person.name);
const castsOf = (vote: OpenVote, person: PersonActor) =>
  database.query<{ choice: string; withdrawn: boolean }>(
    `SELECT c.choice, c.withdrawn_at IS NOT NULL AS withdrawn FROM ballot_casts c JOIN proposals p ON p.id = c.proposal_id
     WHERE p.reference = $1 AND c.voter_user_id = $2`,
    [vote.reference, person.userId],
  );
const entriesOf = (subject: string) =>
  database.query<{ action: string; details: Record<string, unknown>; leaf: string; personal: unknown }>(
    "SELECT action, leaf::jsonb -> 'details' AS details, leaf, personal FROM audit_entries WHERE subject_reference = $1 ORDER BY number",
    [subject],
  );
const toldOf = async (kind: string, reference: string) =>
  (
    await database.query<{ user_id: string }>("SELECT user_id FROM notifications WHERE source_key = $1", [
      `${kind}:${reference}`,
    ])
  ).map((row) => row.user_id);

describe("a conflict declared while votes run", () => {
  test("[BRD-171] [VOT-180] the member leaves every open vote that it touches, at once and in one act", async () => {
    const own = await buildBoard();
    const [one, two] = [await openVote(own, { tags: ["Acme"] }), await openVote(own, { tags: ["acme"] })];
    const other = await openVote(own, { tags: ["Contoso"] });
    await cast(own.data, one, "yes", "Convincing");
    await cast(own.data, other);
    const { recusedFrom } = await declare(own.data, vendor("ACME"));
    expect(recusedFrom).toEqual([
      { proposal: one.reference, isBallotWithdrawn: true, isInquorate: false },
      { proposal: two.reference, isBallotWithdrawn: false, isInquorate: false },
    ]);
    const page = await read(own.auditor, one);
    expect(page).toMatchObject({ tally: { yes: { voters: 0 }, recused: { voters: 1 } } });
    expect(page.recused).toMatchObject([{ basis: "declared_conflict", reason: "Shareholder", by: null }]);
    expect(await castsOf(one, own.data)).toEqual([{ choice: "yes", withdrawn: true }]);
    expect(await castsOf(other, own.data)).toEqual([{ choice: "yes", withdrawn: false }]);
    expect(await recusedNames(other, own.auditor)).toEqual([]);
    expect(await toldOf("voting.recused", one.reference)).toEqual([own.data.userId]);
    expect(await codeOf(cast(own.data, one))).toBe("voting.recused");
    const [entry, ...more] = await entriesOf(await seatOf(own.data));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      action: "board.conflict_declared",
      details: { recusedFrom: [one.reference, two.reference], inquorate: [] },
    });
    expect((await declare(own.data, vendor("acme "))).recusedFrom).toEqual([]);
  });

  test("[BRD-171] withdrawing it puts nobody back into a vote that is open", async () => {
    const vote = await openVote(world);
    const { id, reference } = await declare(world.legal, { kind: "model", model: vote.model });
    await invoke(withdrawConflict, { actor: world.legal, input: { reference, conflictId: id } });
    expect(await recusedNames(vote)).toEqual(["Lee Legal"]);
    expect(await codeOf(cast(world.legal, vote))).toBe("voting.recused");
  });

  test("[BRD-171] declared by an admin, it is shown who did", async () => {
    const vote = await openVote(world);
    await declare(world.business, { kind: "model", model: vote.model }, world.admin);
    expect((await read(world.auditor, vote)).recused).toMatchObject([
      { person: { name: "Bea Business" }, basis: "declared_conflict", by: { name: "Ari Admin" } },
    ]);
  });

  test("[VOT-180] declare | close: the ballot is counted or withdrawn, never both", async () => {
    for (let round = 0; round < 4; round += 1) {
      const own = await buildBoard();
      const vote = await openVote(own);
      for (const voter of own.voters) await cast(voter, vote);
      const acts = [
        () => declare(own.data, { kind: "model", model: vote.model }),
        () => invoke(closeProposal, { actor: own.chair, input: { reference: vote.reference } }),
      ];
      if (round % 2 === 1) acts.reverse();
      await Promise.all(acts.map((act) => act()));
      const [recusals, [ballot]] = [await recusedNames(vote, own.auditor), await castsOf(vote, own.data)];
      const { tally } = await read(own.auditor, vote);
      expect(tally?.yes.voters).toBe(ballot?.withdrawn ? 6 : 7);
      expect(recusals).toEqual(ballot?.withdrawn ? ["Dana Data"] : []);
    }
  });

  test("[BRD-171] declare | open: whichever comes first, the member stands aside", async () => {
    for (let round = 0; round < 4; round += 1) {
      const own = await buildBoard();
      const model = await buildModel(own);
      const seat = await seatOf(own.legal);
      const input = { reference: seat, kind: "model", model, reason: "Advised them" };
      const acts = [() => submit(own, model), () => invoke(declareConflict, { actor: own.legal, input })];
      if (round % 2 === 1) acts.reverse();
      await Promise.all(acts.map((act) => act()));
      const [row] = await database.query<{ reference: string }>(
        "SELECT p.reference FROM proposals p JOIN models m ON m.id = p.model_id WHERE m.reference = $1",
        [model],
      );
      expect((await read(own.auditor, { reference: row?.reference ?? "" })).recused).toHaveLength(1);
    }
  });
});

describe("what others allege", () => {
  test("[BRD-170] [BRD-172] alleged, told, answered once, upheld: on record, and out of the open votes", async () => {
    const own = await buildBoard();
    const vote = await openVote(own, { tags: ["Acme"] });
    await cast(own.risk, vote);
    const made = await allege(own.ethics, own.risk, vendor("Acme"));
    expect(made.ruler).toMatchObject({ name: "Ada Chair" });
    const { reference } = made;
    expect(await toldOf("voting.conflict_alleged", reference)).toEqual([own.risk.userId]);
    expect(await toldOf("voting.ruling_needed", reference)).toEqual([own.chair.userId]);
    await cast(own.risk, vote, "no");
    expect(await codeOf(answer(own.data, reference))).toBe("voting.answer_not_yours");
    await answer(own.risk, reference);
    expect(await codeOf(answer(own.risk, reference))).toBe("voting.already_answered");
    const before = await invoke(readAllegation, { actor: own.chair, input: { reference } });
    expect(before).toMatchObject({
      member: { name: "Rita Risk" },
      answer: { statement: "They ended two years ago" },
      ruler: { name: "Ada Chair", role: "chair" },
      touches: [{ reference: vote.reference }],
      mine: { rule: { isAllowed: true }, answer: { isAllowed: false } },
    });
    expect((await rule(own.chair, reference)).recusedFrom).toEqual([
      { proposal: vote.reference, isBallotWithdrawn: true, isInquorate: false },
    ]);
    expect((await read(own.auditor, vote)).recused).toMatchObject([
      { basis: "chair_ruling", reason: "The payments are on record", by: { name: "Ada Chair" } },
    ]);
    expect(await castsOf(vote, own.risk)).toEqual([
      { choice: "yes", withdrawn: false },
      { choice: "no", withdrawn: true },
    ]);
    const { conflicts } = await invoke(readBoard, { actor: own.auditor, input: {} });
    expect(conflicts).toMatchObject([{ basis: "ruling", target: "Acme", declaredByName: "Ada Chair" }]);
    const after = await invoke(readAllegation, { actor: own.risk, input: { reference } });
    expect(after.ruling).toMatchObject({ outcome: "upheld", recusedFrom: [vote.reference], isOnRecord: true });
    const next = await openVote(own, { tags: ["acme"] });
    expect(await recusedNames(next, own.auditor)).toEqual(["Rita Risk"]);
  });

  test("[BRD-174] the record names person and act, and not a word of what was written", async () => {
    const { reference } = await allege(world.ethics, world.business, vendor("Fabrikam"));
    await answer(world.business, reference);
    await rule(world.chair, reference, "dismissed");
    const entries = await entriesOf(reference);
    expect(entries.map((entry) => entry.action)).toEqual([
      "voting.conflict_alleged",
      "voting.allegation_answered",
      "voting.allegation_ruled",
    ]);
    expect(entries.at(-1)?.details).toMatchObject({ userId: world.business.userId, ruling: "dismissed", as: "chair" });
    const told = JSON.stringify(entries);
    for (const word of ["Was paid", "Annual report", "two years", "payments", "Fabrikam"])
      expect(told).not.toContain(word);
  });

  test("[BRD-174] nor do the subjects of mail, which admins see, name member or matter", async () => {
    for (const [by, of, ruler] of [
      [world.ethics, world.legal, world.chair],
      [world.chair, world.legal, world.technical],
    ] as const) {
      const { reference } = await allege(by, of, vendor("Contoso"));
      await answer(of, reference);
      await rule(ruler, reference, "dismissed");
      const told = await database.query<{ title: string; body: string }>(
        "SELECT title, body FROM notifications WHERE source_key LIKE '%:' || $1",
        [reference],
      );
      expect(told.length).toBeGreaterThanOrEqual(5);
      for (const { title, body } of told) {
        expect(title).not.toMatch(/Lee|Contoso/u);
        expect(body).toContain("Contoso");
      }
    }
  });

  test("[BRD-172] dismissed, it changes nothing and stays on record; the same may be alleged anew", async () => {
    const vote = await openVote(world, { tags: ["Initech"] });
    const { reference } = await allege(world.legal, world.technical, vendor("Initech"));
    expect(await codeOf(allege(world.data, world.technical, vendor("initech ")))).toBe("voting.allegation_pending");
    expect((await rule(world.chair, reference, "dismissed")).recusedFrom).toEqual([]);
    expect(await recusedNames(vote)).toEqual([]);
    expect(await toldOf("voting.allegation_ruled", reference)).toEqual(
      expect.arrayContaining([world.technical.userId, world.legal.userId]),
    );
    expect(await codeOf(answer(world.technical, reference))).toBe("voting.already_ruled");
    expect(await codeOf(rule(world.chair, reference))).toBe("voting.already_ruled");
    expect(await codeOf(allege(world.legal, world.technical, vendor("Initech")))).toBe("done");
  });

  test("[BRD-172] on one vote it holds for that vote alone; the advisor alleges too", async () => {
    const [vote, other] = [await openVote(world), await openVote(world)];
    const about = { kind: "proposal", proposal: vote.reference };
    const { reference } = await allege(world.advisor, world.ethics, about);
    const { recusedFrom } = await rule(world.chair, reference);
    expect(recusedFrom.map((each) => each.proposal)).toEqual([vote.reference]);
    expect([await recusedNames(vote), await recusedNames(other)]).toEqual([["Edda Ethics"], []]);
    const page = await invoke(readAllegation, { actor: world.auditor, input: { reference } });
    expect(page.ruling).toMatchObject({ isOnRecord: false });
    expect(await codeOf(allege(world.advisor, world.ethics, about))).toBe("voting.allegation_known");
  });

  test("[BRD-172] upheld after its vote has ended, it changes nothing of the result", async () => {
    const own = await buildBoard();
    const vote = await openVote(own);
    const { reference } = await allege(own.data, own.risk, { kind: "proposal", proposal: vote.reference });
    for (const voter of own.voters) await cast(voter, vote);
    await invoke(closeProposal, { actor: own.chair, input: { reference: vote.reference } });
    expect((await rule(own.chair, reference)).recusedFrom).toEqual([]);
    expect(await read(own.auditor, vote)).toMatchObject({ tally: { yes: { voters: 7 } }, recused: [] });
  });

  test("[BRD-170] of oneself, of what is known, of somebody without a vote: refused", async () => {
    const vote = await openVote(world);
    const about = { kind: "proposal", proposal: vote.reference };
    expect(await codeOf(allege(world.risk, world.risk, vendor("Umbrella")))).toBe("voting.allegation_of_oneself");
    expect(await codeOf(allege(world.risk, world.advisor, about))).toBe("voting.allegation_not_voting");
    await declare(world.legal, vendor("Umbrella"));
    expect(await codeOf(allege(world.risk, world.legal, vendor("umbrella")))).toBe("voting.allegation_known");
    expect(await codeOf(allege(world.owner, world.legal, vendor("Stark")))).toBe("kernel.not_permitted");
    expect(await codeOf(allege(world.risk, world.legal, { kind: "model", model: "MDL-00000000" }))).toBe(
      "kernel.invalid_input",
    );
    expect(await codeOf(allege(world.risk, world.legal, { ...vendor("Stark"), evidence: " " }))).toBe(
      "kernel.invalid_input",
    );
  });

  test("[BRD-175] what a ruling put on record the member cannot withdraw; the chair lifts it", async () => {
    const { reference } = await allege(world.legal, world.data, vendor("Wonka"));
    await rule(world.chair, reference);
    const { conflicts } = await invoke(readBoard, { actor: world.auditor, input: {} });
    const conflictId = conflicts.find((each) => each.target === "Wonka")?.id;
    const input = { reference: await seatOf(world.data), conflictId };
    const lift = (actor: PersonActor) => codeOf(invoke(withdrawConflict, { actor, input }));
    expect([await lift(world.data), await lift(world.admin)]).toEqual(Array(2).fill("board.conflict_by_ruling"));
    expect(await lift(world.chair)).toBe("done");
  });

  test("[BRD-175] nor by having declared it before the ruling: the ruling takes its place", async () => {
    const { reference } = await allege(world.legal, world.business, vendor("Hooli"));
    await declare(world.business, vendor("hooli"));
    await rule(world.chair, reference);
    const { conflicts } = await invoke(readBoard, { actor: world.auditor, input: {} });
    const standing = conflicts.filter((each) => each.target.toLowerCase() === "hooli");
    expect(standing).toMatchObject([{ basis: "ruling", declaredByName: "Ada Chair" }]);
    const input = { reference: await seatOf(world.business), conflictId: standing[0]?.id };
    expect(await codeOf(invoke(withdrawConflict, { actor: world.business, input }))).toBe("board.conflict_by_ruling");
  });

  test("[BRD-175] an admin lifts nothing of somebody who was chair once", async () => {
    const own = await buildBoard();
    const { reference } = await allege(own.admin, own.chair, vendor("Acme"));
    await rule(own.technical, reference);
    const { conflicts } = await invoke(readBoard, { actor: own.auditor, input: {} });
    const input = { reference: await seatOf(own.chair), conflictId: conflicts[0]?.id };
    await endSeatOf(database, own.chair);
    const lift = invoke(withdrawConflict, { actor: own.admin, input });
    expect(await codeOf(lift)).toBe("board.conflict_by_ruling");
  });
});

describe("who rules", () => {
  test("[BRD-173] on the chair another rules; the chair, the admin and the others are refused", async () => {
    const vote = await openVote(world, { tags: ["Tyrell"] });
    const { reference, ruler } = await allege(world.admin, world.chair, vendor("Tyrell"));
    expect(ruler).toMatchObject({ name: "Theo Tech" });
    expect(await toldOf("voting.ruling_needed", reference)).toEqual([world.technical.userId]);
    expect([await codeOf(rule(world.chair, reference)), await codeOf(rule(world.risk, reference))]).toEqual(
      Array(2).fill("voting.ruling_not_yours"),
    );
    expect(await codeOf(rule(world.admin, reference))).toBe("kernel.not_permitted");
    expect((await rule(world.technical, reference)).recusedFrom).toHaveLength(1);
    expect(await recusedNames(vote)).toEqual(["Ada Chair"]);
    const page = await invoke(readAllegation, { actor: world.auditor, input: { reference } });
    expect(page.ruling).toMatchObject({ by: { name: "Theo Tech" }, as: "technical_lead" });
  });

  test("[BRD-173] in a matter of the chair's own the next rules, and the chair is told", async () => {
    const own = await buildBoard();
    const vote = await openVote(own);
    await invoke(recuseMember, { actor: own.chair, input: { reference: vote.reference, reason: "Own team" } });
    const about = { kind: "proposal", proposal: vote.reference };
    const { reference, ruler } = await allege(own.legal, own.risk, about);
    expect(ruler).toMatchObject({ name: "Theo Tech" });
    expect(await toldOf("voting.ruled_by_another", reference)).toEqual([own.chair.userId]);
    expect(await codeOf(rule(own.chair, reference))).toBe("voting.ruling_not_yours");
  });

  test("[BRD-173] where nobody may it waits, and the admins are told without a word of it", async () => {
    const own = await buildBoard({ seats: ["chair", "legal", "data"] });
    const { reference, ruler } = await allege(own.legal, own.chair, vendor("Acme"));
    expect(ruler).toBeNull();
    const told = await database.query<{ user_id: string; title: string; body: string }>(
      "SELECT user_id, title, body FROM notifications WHERE source_key = $1",
      [`voting.nobody_rules:${reference}`],
    );
    expect(told.map((row) => row.user_id)).toEqual([own.admin.userId]);
    expect(JSON.stringify(told)).not.toMatch(/Ada|Acme/u);
    expect(await codeOf(rule(own.data, reference))).toBe("voting.nobody_rules");
  });

  test("[BRD-172] two rulings at once: one stands, one is refused, one conflict is on record", async () => {
    const vote = await openVote(world, { tags: ["Cyberdyne"] });
    const { reference } = await allege(world.legal, world.business, vendor("Cyberdyne"));
    const codes = await Promise.all([
      codeOf(rule(world.chair, reference)),
      codeOf(rule(world.chair, reference, "dismissed")),
    ]);
    expect(codes.sort()).toEqual(["done", "voting.already_ruled"]);
    const page = await invoke(readAllegation, { actor: world.auditor, input: { reference } });
    const isUpheld = page.ruling?.outcome === "upheld";
    expect(await recusedNames(vote)).toEqual(isUpheld ? ["Bea Business"] : []);
    expect((await entriesOf(reference)).filter((entry) => entry.action === "voting.allegation_ruled")).toHaveLength(1);
  });

  test("[VOT-180] cast | ruling: no ballot of the recused is ever counted", async () => {
    for (let round = 0; round < 4; round += 1) {
      const own = await buildBoard();
      const vote = await openVote(own);
      const { reference } = await allege(own.legal, own.data, { kind: "proposal", proposal: vote.reference });
      const acts = [() => codeOf(cast(own.data, vote)), () => codeOf(rule(own.chair, reference))];
      if (round % 2 === 1) acts.reverse();
      const codes = await Promise.all(acts.map((act) => act()));
      const casts = await castsOf(vote, own.data);
      expect(casts.every((each) => each.withdrawn)).toBe(true);
      expect(codes.includes("voting.recused")).toBe(casts.length === 0);
      expect((await read(own.auditor, vote)).tally).toMatchObject({ yes: { voters: 0 }, recused: { voters: 1 } });
    }
  });
});

describe("whose turn it is", () => {
  test("[DSH-12] [BRD-173] the home of whoever rules shows what waits, and nobody else's", async () => {
    const own = await buildBoard();
    const first = await allege(own.legal, own.risk, vendor("Acme"));
    const ofChair = await allege(own.legal, own.chair, vendor("Acme"));
    const waiting = async (actor: PersonActor) => {
      const { rulings, headline } = await invoke(readHome, { actor, input: {} });
      const isSaid = headline.some((reason) => reason.code === "dashboard.rulings_need_you");
      return [rulings.items.map((each) => each.reference), isSaid];
    };
    expect(await waiting(own.chair)).toEqual([[first.reference], true]);
    expect(await waiting(own.technical)).toEqual([[ofChair.reference], true]);
    for (const actor of [own.risk, own.admin, own.owner]) expect(await waiting(actor)).toEqual([[], false]);
    await rule(own.chair, first.reference);
    expect(await waiting(own.chair)).toEqual([[], false]);
  });
});

describe("who may know of it", () => {
  test("[BRD-174] owners and admins find nothing; board, advisor, auditor and the person do", async () => {
    const { reference } = await allege(world.ethics, world.legal, vendor("Soylent"));
    const reads = (actor: PersonActor) => codeOf(invoke(readAllegation, { actor, input: { reference } }));
    const lists = async (actor: PersonActor) =>
      (await invoke(listAllegations, { actor, input: { state: "pending", limit: 200 } })).items.some(
        (item) => item.reference === reference,
      );
    for (const actor of [world.owner, world.admin]) {
      expect([await reads(actor), await lists(actor)]).toEqual(["kernel.not_found", false]);
    }
    for (const actor of [world.legal, world.chair, world.advisor, world.auditor]) {
      expect([await reads(actor), await lists(actor)]).toEqual(["done", true]);
    }
  });

  test("[BRD-174] an allegation of another organisation answers like an unknown one", async () => {
    const theirs = await buildBoard();
    const vote = await openVote(theirs);
    const { reference } = await allege(theirs.ethics, theirs.legal, vendor("Acme"));
    const foreignSeat = await seatOf(theirs.risk);
    const about = { kind: "proposal", proposal: vote.reference };
    const words = { reason: "x", evidence: "y" };
    const answers = [
      await codeOf(invoke(readAllegation, { actor: world.auditor, input: { reference } })),
      await codeOf(answer(world.legal, reference)),
      await codeOf(rule(world.chair, reference)),
      await codeOf(
        invoke(allegeConflict, {
          actor: world.risk,
          input: { reference: foreignSeat, ...vendor("Acme"), ...words },
        }),
      ),
      await codeOf(allege(world.risk, world.legal, about)),
    ];
    expect(answers).toEqual(Array(5).fill("kernel.not_found"));
    const { items } = await invoke(listAllegations, { actor: world.auditor, input: { limit: 200 } });
    expect(items.map((item) => item.reference)).not.toContain(reference);
    expect(await codeOf(rule(theirs.chair, reference))).toBe("done");
  });

  test("[BRD-174] the list is read page by page, newest first, of one member where asked", async () => {
    const own = await buildBoard();
    const made: string[] = [];
    for (const name of ["One", "Two", "Three"])
      made.unshift((await allege(own.ethics, own.legal, vendor(name))).reference);
    await allege(own.ethics, own.risk, vendor("Four"));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const input = { member: await seatOf(own.legal), limit: 2, ...(cursor && { cursor }) };
      const page = await invoke(listAllegations, { actor: own.auditor, input });
      seen.push(...page.items.map((item) => item.reference));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(made);
  });
});

describe("under seal", () => {
  test("[VOT-183] the chair's ruling tells nothing of a ballot; the member learns of their own", async () => {
    const own = await buildBoard({ isSealed: true });
    const vote = await openVote(own);
    for (const voter of [own.risk, own.data, own.legal]) await cast(voter, vote);
    const { reference } = await allege(own.ethics, own.risk, { kind: "proposal", proposal: vote.reference });
    const ruled = await rule(own.chair, reference);
    const direct = await invoke(recuseMember, {
      actor: own.chair,
      input: { reference: vote.reference, userId: own.data.userId, reason: "Own team" },
    });
    expect([ruled.recusedFrom[0]?.isBallotWithdrawn, direct.isBallotWithdrawn]).toEqual([null, null]);
    const entries = [...(await entriesOf(reference)), ...(await entriesOf(vote.reference))];
    expect(JSON.stringify(entries)).not.toMatch(/allots?Withdrawn/u);
    expect(await castsOf(vote, own.risk)).toEqual([{ choice: "yes", withdrawn: true }]);
    const mine = await invoke(recuseMember, {
      actor: own.legal,
      input: { reference: vote.reference, reason: "Own team" },
    });
    expect(mine.isBallotWithdrawn).toBe(true);
  });

  test("[VOT-181] whether it can still be decided depends on no ballot", async () => {
    const marks: boolean[] = [];
    for (const hasVoted of [true, false]) {
      const own = await buildBoard({ isSealed: true, seats: ["chair", "technical", "risk", "ethics", "legal"] });
      const vote = await openVote(own);
      if (hasVoted) await cast(own.legal, vote);
      // The right of this member ends: a ballot cast before stays, and nobody may learn whether there is one.
      await database.query("UPDATE board_members SET ended_at = governance_now() WHERE user_id = $1", [
        own.legal.userId,
      ]);
      await invoke(recuseMember, { actor: own.risk, input: { reference: vote.reference, reason: "Own team" } });
      const { isInquorate } = await invoke(recuseMember, {
        actor: own.ethics,
        input: { reference: vote.reference, reason: "Own team" },
      });
      marks.push(isInquorate);
    }
    expect(marks).toEqual([false, false]);
  });
});

describe("when the last possible quorum goes", () => {
  test("[VOT-181] marked in the ruling itself, told and published once, with what would help", async () => {
    const own = await buildBoard({ seats: ["chair", "technical", "risk", "ethics"] });
    const vote = await openVote(own, { tags: ["Acme"] });
    await declare(own.ethics, vendor("Acme"));
    expect((await read(own.chair, vote)).inquorate).toBeNull();
    const { reference } = await allege(own.ethics, own.risk, { kind: "proposal", proposal: vote.reference });
    expect((await rule(own.chair, reference)).recusedFrom).toMatchObject([{ isInquorate: true }]);
    await invoke(recuseMember, { actor: own.technical, input: { reference: vote.reference, reason: "Own team" } });
    const published = await database.query("SELECT payload FROM outbox WHERE organization_id = $1 AND topic = $2", [
      own.organizationId,
      "voting.proposal_inquorate",
    ]);
    expect(published).toEqual([{ payload: { proposalReference: vote.reference } }]);
    expect((await toldOf("voting.inquorate", vote.reference)).sort()).toEqual(
      [own.chair.userId, own.admin.userId].sort(),
    );
    const page = await read(own.chair, vote);
    expect(page).toMatchObject({ isInquorate: true, inquorate: { membersShort: 3 } });
    expect(page.inquorate?.help.at(-1)).toContain("defer or withdraw");
    expect((await entriesOf(reference)).at(-1)?.details).toMatchObject({ inquorate: [vote.reference] });
  });
});

describe("an owner found while the vote runs", () => {
  test("[VOT-182] stands aside as soon as the assignment is heard, once", async () => {
    const vote = await openVote(world);
    await cast(world.data, vote);
    await invoke(assignOwner, { actor: world.admin, input: { models: [vote.model], owner: world.data.userId } });
    const heard = await database.query(
      "SELECT payload FROM outbox WHERE organization_id = $1 AND topic = 'registry.owner_assigned'",
      [world.organizationId],
    );
    expect(heard).toEqual([{ payload: {} }]);
    const actor = systemActor(world.organizationId, recuseOwners.name);
    expect(await invoke(recuseOwners, { actor, input: {} })).toEqual({ recusals: 1 });
    expect((await read(world.auditor, vote)).recused).toMatchObject([
      { person: { name: "Dana Data" }, basis: "ownership", by: null },
    ]);
    expect(await castsOf(vote, world.data)).toEqual([{ choice: "yes", withdrawn: true }]);
    expect(await invoke(recuseOwners, { actor, input: {} })).toEqual({ recusals: 0 });
    await invoke(assignOwner, { actor: world.admin, input: { models: [vote.model], owner: world.owner.userId } });
    await invoke(recuseOwners, { actor, input: {} });
    expect(await recusedNames(vote)).toEqual(["Dana Data"]);
  });
});
