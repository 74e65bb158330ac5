import { describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { cast, stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildBoard, endSeatOf, type OpenVote, openVote } from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { arrange, currentPerson } from "../../testing/identity-world.ts";
import { addMember, openTrustVote, setTrust } from "../../testing/trust-vote.ts";
import { readHome } from "../dashboard/operations/read-home.ts";
import { readShell } from "../dashboard/operations/read-shell.ts";
import { endMembership } from "../identity/operations/end-membership.ts";
import { invitePerson } from "../identity/operations/invite-person.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { digestOf } from "../kernel/digest.ts";
import { castBallot } from "./operations/cast-ballot.ts";
import { closeDueProposal } from "./operations/close-due-proposal.ts";
import { createProposal } from "./operations/create-proposal.ts";
import { deferProposal } from "./operations/defer-proposal.ts";
import { listProposals } from "./operations/list-proposals.ts";
import { openProposal } from "./operations/open-proposal.ts";
import { readMetrics } from "./operations/read-metrics.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { readReceipt } from "./operations/read-receipt.ts";
import { readResult } from "./operations/read-result.ts";
import { recuseMember } from "./operations/recuse-member.ts";

const START = "2026-03-02T09:00:00.000Z";
const DEADLINE = "2026-03-05T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

const read = (actor: PersonActor, { reference }: Pick<OpenVote, "reference">) =>
  invoke(readProposal, { actor, input: { reference } });
const result = (actor: PersonActor, { reference }: OpenVote) => invoke(readResult, { actor, input: { reference } });
const closeDue = async (own: BoardWorld, { reference }: OpenVote) => {
  await database.setClock({ at: DEADLINE });
  return invoke(closeDueProposal, { actor: systemActor(own.organizationId, "sweep"), input: { reference } });
};
const frozen = ({ reference }: OpenVote) =>
  database.query<{ user_id: string; weight: number; recusal_basis: string | null }>(
    `SELECT e.user_id, e.weight, e.recusal_basis FROM electors e JOIN proposals p ON p.id = e.proposal_id
     WHERE p.reference = $1 ORDER BY e.user_id`,
    [reference],
  );

const addMany = (own: BoardWorld, count: number) =>
  database.query(
    `WITH people AS (INSERT INTO users (id, email, name)
       SELECT uuidv7(), uuidv7() || '@large.example', 'Member ' || n FROM generate_series(1, $2) n RETURNING id)
     INSERT INTO memberships (organization_id, user_id, granted_roles) SELECT $1, id, '{}' FROM people`,
    [own.organizationId, count],
  );

describe("who votes by trust", () => {
  test("[ORG-4] weighs core 5, trusted 3, standard 1 and sandbox 0.5 votes; quarantined and former members have none", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    const levels = ["core", "trusted", "standard", "sandbox", "quarantine"] as const;
    const members = await Promise.all(levels.map((level) => addMember(own, level, level)));
    const gone = await addMember(own, "Gone", "core");
    await invoke(endMembership, { actor: own.admin, input: { personId: gone.userId, reason: "Left" } });
    const weights = new Map((await frozen(await openTrustVote(own))).map((row) => [row.user_id, row.weight]));
    expect(members.map((member) => weights.get(member.userId))).toEqual([10, 6, 2, 1, undefined]);
    expect(weights.has(gone.userId)).toBe(false);
  });

  test("[VOT-150] members, owners, admins and the board vote; auditor, advisor and who never came in do not", async () => {
    const own = await buildBoard({ seats: ["chair", "risk"] });
    const plain = await addMember(own, "Pia Plain", "standard");
    const both = await addMember(own, "Bo Both", "standard");
    await arrange(own.organizationId, async (tx) => {
      const grantedRoles = ["auditor", "model_owner"];
      await tx.db.membership.updateMany({ where: { userId: both.userId }, data: { grantedRoles } });
    });
    const invited = await invoke(invitePerson, {
      actor: own.admin,
      input: { name: "Ina Vited", email: "ina@example.org", grantedRoles: [] },
    });
    const vote = await openTrustVote(own);
    const ids = new Set((await frozen(vote)).map((row) => row.user_id));
    for (const person of [plain, both, own.admin, own.owner, own.otherOwner, own.chair, own.risk, own.legal]) {
      expect([person.name, ids.has(person.userId)]).toEqual([person.name, true]);
    }
    for (const person of [own.auditor, own.advisor]) {
      expect([person.name, ids.has(person.userId)]).toEqual([person.name, false]);
      await expect(cast(person, vote)).rejects.toMatchObject({ code: "kernel.not_permitted", status: 403 });
    }
    expect(ids.has(invited.personId)).toBe(false);
    expect(await cast(plain, vote)).toMatchObject({ kind: "first" });
    expect(await cast(own.otherOwner, vote, "no")).toMatchObject({ kind: "first" });
  });

  test("[VOT-150] a plain member finds the vote, casts, and holds a receipt; board ballots stay with the seats", async () => {
    const own = await buildBoard();
    const plain = await addMember(own, "Pia Plain", "trusted");
    const [vote, board] = [await openTrustVote(own), await openVote(own)];
    const shell = () => invoke(readShell, { actor: plain, input: {} });
    expect(await shell()).toMatchObject({ votesNeedingYou: 1 });
    const home = await invoke(readHome, { actor: plain, input: {} });
    expect(home.votes.items.map((item) => item.reference)).toEqual([vote.reference]);
    const input = { group: "needs_my_vote" };
    const { items } = await invoke(listProposals, { actor: plain, input });
    expect(items).toMatchObject([{ reference: vote.reference, needsMyVote: true, myPlace: "elector" }]);
    const page = await read(plain, vote);
    expect(page.mine).toMatchObject({ place: "elector", weight: 6, acts: { vote: { isAllowed: true } } });
    await cast(plain, vote, "no", "Too early");
    expect(await invoke(readReceipt, { actor: plain, input: { reference: vote.reference } })).toMatchObject({
      choice: "no",
    });
    expect(await shell()).toMatchObject({ votesNeedingYou: 0 });
    await expect(cast(plain, board)).rejects.toMatchObject({ code: "voting.not_an_elector" });
  });

  test("[VOT-111] trust to propose is asked when the vote opens too", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    const owner = { ...own.owner, trustLevel: "sandbox" as const };
    await expect(openTrustVote(own, { by: owner })).rejects.toMatchObject({ code: "voting.trust_too_low" });
    const { reference } = await openTrustVote(own, { by: own.owner, isDraft: true });
    const input = { reference };
    await expect(invoke(openProposal, { actor: owner, input })).rejects.toMatchObject({
      code: "voting.trust_too_low",
      status: 403,
    });
    expect(await invoke(openProposal, { actor: own.owner, input })).toMatchObject({ state: "open" });
  });

  test("[VOT-111] nor opens one that was drafted in a seat that is over; an admin does", async () => {
    const own = await buildBoard();
    const terms = { risk: "Wrong at night", residualRisk: "low", residualExplanation: "A nurse looks" };
    const payload = { ...terms, about: "named", named: "Night shifts", measures: ["Two readers"], until: "2026-06-30" };
    const input = { kind: "risk_acceptance", title: "T", description: "D", payload };
    const { reference } = await invoke(createProposal, { actor: own.risk, input });
    await endSeatOf(database, own.risk);
    const former = await currentPerson(own.organizationId, own.risk.userId);
    expect(former.roles).toEqual(["member"]);
    const open = (actor: PersonActor) => invoke(openProposal, { actor, input: { reference } });
    await expect(open(former)).rejects.toMatchObject({ code: "voting.role_missing", status: 403 });
    expect(await open(own.admin)).toMatchObject({ state: "open" });
  });

  test("[VOT-111] a plain member does not bring a matter before the board", async () => {
    const plain = await addMember(world, "Pia Plain", "core");
    const payload = { model: "MDL-00000000", reason: "Old" };
    const input = { kind: "decommission", title: "T", description: "D", payload };
    await expect(invoke(createProposal, { actor: plain, input })).rejects.toMatchObject({
      code: "voting.role_missing",
    });
  });
});

describe("the roll is frozen in one statement", () => {
  test("[VOT-151] whom it is about and declared conflicts stand aside; the digest on record is that of the roll", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    const about = await addMember(own, "Abe About", "core");
    const vote = await openTrustVote(own, { about: [about] });
    const rows = await frozen(vote);
    expect(rows.filter((row) => row.recusal_basis !== null)).toMatchObject(
      [
        { user_id: own.owner.userId, recusal_basis: "ownership" },
        { user_id: about.userId, recusal_basis: "subject", weight: 10 },
      ].sort((a, b) => (a.user_id < b.user_id ? -1 : 1)),
    );
    const [entry] = await database.query<{ details: { electorateDigest: string; entitled: number; recused: number } }>(
      `SELECT leaf::jsonb -> 'details' AS details FROM audit_entries
       WHERE action = 'voting.proposal_opened' AND subject_reference = $1`,
      [vote.reference],
    );
    const electors = rows.filter((row) => row.recusal_basis === null);
    const recused = rows.filter((row) => row.recusal_basis !== null);
    expect(entry?.details).toMatchObject({
      entitled: electors.length,
      recused: 2,
      electorateDigest: digestOf({
        electors: electors.map((row) => ({ userId: row.user_id, weight: row.weight })),
        recused: recused.map((row) => ({ userId: row.user_id, basis: row.recusal_basis })),
      }),
    });
    await expect(cast(about, vote)).rejects.toMatchObject({ code: "voting.recused" });
  });

  test("[VOT-124] whom it is about, seated as chair after opening, does not act on it alone", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    const vote = await openTrustVote(own, { about: [own.auditor] });
    await endSeatOf(database, own.chair);
    await database.query(
      `INSERT INTO board_members (organization_id, reference, user_id, role, term_start_at, term_end_at)
       VALUES ($1, 'MBR-NEXTNEXT', $2, 'chair', governance_now(), governance_now() + interval '2 years')`,
      [own.organizationId, own.auditor.userId],
    );
    const chair = await currentPerson(own.organizationId, own.auditor.userId);
    const { reference } = vote;
    const refused = { code: "voting.chair_recused" };
    const reason = "Later";
    await expect(invoke(deferProposal, { actor: chair, input: { reference, reason } })).rejects.toMatchObject(refused);
    const ruling = { reference, userId: own.admin.userId, reason };
    await expect(invoke(recuseMember, { actor: chair, input: ruling })).rejects.toMatchObject(refused);
  });

  test("[VOT-119] everybody entitled is told once that a vote is needed, and of the decision with low urgency", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    const vote = await openTrustVote(own);
    const told = (kind: string) =>
      database.query<{ user_id: string; urgency: string }>(
        "SELECT user_id, urgency FROM notifications WHERE source_key = $1 ORDER BY user_id",
        [`${kind}:${vote.reference}`],
      );
    const rows = await frozen(vote);
    const entitled = rows.filter((row) => row.recusal_basis === null).map((row) => row.user_id);
    expect((await told("voting.vote_needed")).map((row) => row.user_id)).toEqual(entitled);
    expect((await told("voting.recused")).map((row) => row.user_id)).toEqual([own.owner.userId]);
    await closeDue(own, vote);
    const decided = await told("voting.decided");
    expect(decided.map((row) => row.user_id)).toEqual(rows.map((row) => row.user_id));
    expect(new Set(decided.map((row) => row.urgency))).toEqual(new Set(["low"]));
  });

  test("[VOT-3] trust that changes later changes nothing in an open vote; whoever lost the right cannot cast", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    const [up, down, out, watcher] = await Promise.all(
      ["Up", "Down", "Out", "Watcher"].map((name) => addMember(own, name, "trusted")),
    );
    if (!up || !down || !out || !watcher) throw new Error("Four members");
    const vote = await openTrustVote(own);
    const raised = await setTrust(up, "core");
    const lowered = await setTrust(down, "quarantine");
    await invoke(endMembership, { actor: own.admin, input: { personId: out.userId, reason: "Left" } });
    await arrange(own.organizationId, async (tx) => {
      await tx.db.membership.updateMany({ where: { userId: watcher.userId }, data: { grantedRoles: ["auditor"] } });
    });
    await cast(raised, vote);
    await expect(cast(lowered, vote)).rejects.toMatchObject({ code: "kernel.quarantined" });
    await expect(cast({ ...lowered, trustLevel: "core" }, vote)).rejects.toMatchObject({ code: "voting.rights_ended" });
    await expect(cast(watcher, vote)).rejects.toMatchObject({ code: "voting.rights_ended" });
    const { tally } = await result(own.auditor, vote);
    expect(tally).toMatchObject({
      yes: { voters: 1, weight: 6 },
      lapsed: { voters: 3, weight: 18 },
      chair: "none",
    });
  });
});

describe("both counts", () => {
  test("[VOT-153] where heads would have decided otherwise, page and result say so", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    const heavy = await addMember(own, "Hanna Heavy", "core");
    const light = await Promise.all(["A", "B", "C"].map((name) => addMember(own, name, "sandbox")));
    const vote = await openTrustVote(own);
    await cast(heavy, vote);
    for (const member of light) await cast(member, vote, "no");
    expect((await read(own.chair, vote)).heads).toEqual({
      outcome: "rejected",
      sentence: "By heads it would be rejected now: 1 of 4 said yes.",
    });
    expect(await closeDue(own, vote)).toMatchObject({ state: "executed", outcome: "approved" });
    expect(await result(own.chair, vote)).toMatchObject({
      tally: { yes: { voters: 1, weight: 10 }, no: { voters: 3, weight: 3 } },
      heads: { outcome: "rejected", sentence: "By heads it would have been rejected: 1 of 4 said yes." },
    });
    await database.setClock({ at: START });
    expect((await read(world.chair, await openVote(world))).heads).toBeNull();
  });

  test("[VOT-10] without 30 % of the weight it is rejected, exactly at it it is decided", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    const members = await Promise.all(["A", "B", "C"].map((name) => addMember(own, name, "sandbox")));
    const entitled = async (vote: OpenVote) => (await result(own.chair, vote)).tally?.entitled.weight ?? 0;
    const [short, met] = [await openTrustVote(own), await openTrustVote(own)];
    // 10 standard members of the builder are entitled but the owner, who stands aside, and 3 half-votes: 21 half-votes.
    expect(await entitled(short)).toBe(21);
    for (const voter of [own.chair, own.admin, own.risk]) await cast(voter, short);
    for (const voter of [own.chair, own.admin, own.risk, members[0]]) if (voter) await cast(voter, met);
    expect(await closeDue(own, short)).toMatchObject({ state: "rejected", outcome: "rejected" });
    expect(await closeDue(own, met)).toMatchObject({ state: "executed" });
    expect((await result(own.chair, short)).why?.sentence).toBe(
      "Rejected: no quorum; 3 took part by weight, 3.5 needed. 0.5 more yes by weight would have passed it.",
    );
  });
});

describe("thousands of members", () => {
  test("[VOT-152] a large roll is told in numbers; names are those who stand aside and who wrote why", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    await addMany(own, 300);
    const vote = await openTrustVote(own);
    await cast(own.risk, vote, "no", "Not yet");
    await cast(own.legal, vote);
    const page = await read(own.chair, vote);
    expect(page.roll).toEqual({ entitled: 309, recused: 1, isWhole: false });
    expect(page.tally).toMatchObject({ entitled: { voters: 309 }, waiting: { voters: 307 } });
    expect(page.electors.map((each) => [each.person.name, each.reasoning])).toEqual([["Rita Risk", "Not yet"]]);
    expect(page.recused.map((each) => each.person.name)).toEqual(["Mira Owner"]);
    expect((await read(own.otherOwner, vote)).electors).toEqual([]);
    await closeDue(own, vote);
    expect((await read(own.otherOwner, vote)).dissent).toEqual([]);
    expect((await read(own.chair, vote)).dissent).toMatchObject([{ person: { name: "Lee Legal" }, choice: "yes" }]);
  });
});

describe("under seal", () => {
  const strip = (page: object) => JSON.stringify({ ...page, mine: null, at: null });
  test.each([
    ["a small roll", 0],
    ["a large roll", 60],
  ])("[VOT-13] %s tells nobody anything that depends on a ballot before the end", async (_, more) => {
    const own = await buildBoard({ isSealed: true });
    await addMany(own, more);
    const [plain, other] = [await addMember(own, "Pia Plain", "core"), await addMember(own, "Oda Other", "standard")];
    const vote = await openTrustVote(own, { about: [own.legal] });
    const seenBy = async (actor: PersonActor) => [
      strip(await read(actor, vote)),
      JSON.stringify(await result(actor, vote)),
      JSON.stringify(await invoke(listProposals, { actor, input: { group: "open" } })),
      // How long the record is grows with every act, ballots too (VOT-123).
      strip({ ...(await invoke(readHome, { actor, input: {} })), record: null, headline: null }),
      JSON.stringify(await invoke(readMetrics, { actor, input: {} })),
    ];
    const readers = [own.chair, own.admin, own.auditor, own.advisor, other, own.legal];
    const before = await Promise.all(readers.map(seenBy));
    await cast(plain, vote, "no", "Secret reasoning");
    await cast(plain, vote, "yes", "Another secret");
    await cast(own.data, vote, "abstain");
    expect(await Promise.all(readers.map(seenBy))).toEqual(before);
    const page = await read(own.chair, vote);
    expect(page).toMatchObject({ tally: null, heads: null, quorum: null, threshold: null, dissent: null });
    expect((await read(plain, vote)).mine.ballot).toMatchObject({ choice: "yes", reasoning: "Another secret" });
    await closeDue(own, vote);
    expect((await read(own.chair, vote)).tally).toMatchObject({
      yes: { voters: 1, weight: 10 },
      abstain: { voters: 1 },
    });
  });
});

describe("at once", () => {
  test("[VOT-3] cast and a change of trust at once: what counts is the frozen weight, or the cast was refused", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    const people = await Promise.all(Array.from({ length: 6 }, (_, index) => addMember(own, `P${index}`, "trusted")));
    const vote = await openTrustVote(own);
    const answers = await Promise.all(
      people.flatMap((person, index) => [
        cast(person, vote).then(
          () => "counted",
          (error: { code: string }) => error.code,
        ),
        setTrust(person, index % 2 === 0 ? "core" : "quarantine").then(() => "changed"),
      ]),
    );
    const casts = answers.filter((_, index) => index % 2 === 0);
    const counted = casts.filter((answer) => answer === "counted").length;
    expect(casts.filter((answer, index) => index % 2 === 0 && answer !== "counted")).toEqual([]);
    for (const answer of casts) expect(["counted", "voting.rights_ended"]).toContain(answer);
    const { tally } = await result(own.auditor, vote);
    expect(tally).toMatchObject({
      yes: { voters: counted, weight: counted * 6 },
      lapsed: { voters: 6 - counted, weight: (6 - counted) * 6 },
    });
  });

  test("[VOT-5] casts and the close at the deadline at once: each receipt is counted, everything else is refused", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => addMember(own, `P${index}`, "trusted")));
    const vote = await openTrustVote(own);
    const { reference } = vote;
    const attempts = people.map((person) =>
      cast(person, vote).then(
        () => "counted",
        (error: { code: string }) => error.code,
      ),
    );
    const late = attempts[0]?.then(() => database.setClock({ at: DEADLINE }));
    const close = late?.then(() =>
      invoke(closeDueProposal, { actor: systemActor(own.organizationId, "sweep"), input: { reference } }),
    );
    const answers = await Promise.all(attempts);
    await close;
    for (const answer of answers) {
      expect(["counted", "voting.deadline_passed", "voting.not_open"]).toContain(answer);
    }
    const counted = answers.filter((answer) => answer === "counted").length;
    expect((await result(own.auditor, vote)).tally?.yes).toEqual({ voters: counted, weight: counted * 6 });
  });

  test("[BRD-5] a plain member stands aside from a vote by trust; the ballot is withdrawn", async () => {
    const own = await buildBoard({ seats: ["chair"] });
    const plain = await addMember(own, "Pia Plain", "core");
    const vote = await openTrustVote(own);
    await cast(plain, vote);
    const input = { reference: vote.reference, reason: "My brother sells it" };
    expect(await invoke(recuseMember, { actor: plain, input })).toMatchObject({ isBallotWithdrawn: true });
    expect((await result(own.auditor, vote)).tally).toMatchObject({ yes: { voters: 0 }, recused: { weight: 12 } });
    await expect(
      invoke(castBallot, {
        actor: plain,
        input: { reference: vote.reference, choice: "yes", reasoning: "", subjectDigest: vote.digest },
      }),
    ).rejects.toMatchObject({ code: "voting.recused" });
  });
});

test("[VOT-3] a seat that ends takes no vote by trust along", async () => {
  const own = await buildBoard();
  const vote = await openTrustVote(own);
  await endSeatOf(database, own.data);
  expect(await cast(own.data, vote)).toMatchObject({ kind: "first" });
});
