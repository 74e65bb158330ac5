// A vote by trust with ten thousand entitled members: frozen by one statement, cast by many at once, counted by the index.
import { randomUUID } from "node:crypto";
import { runUnitOfWork, type UnitOfWork } from "../../lib/db/unit-of-work.ts";
import type { PersonActor } from "../../lib/governance/kernel/actor.ts";
import { castBallot } from "../../lib/governance/voting/operations/cast-ballot.ts";
import { Choice, type Tally } from "../../lib/governance/voting/schema.ts";
import { freezeMembers } from "../../lib/governance/voting/snapshot-store.ts";
import { countBallots } from "../../lib/governance/voting/tally.ts";
import { loadTally } from "../../lib/governance/voting/tally-store.ts";
import { systemActor } from "../../lib/server/actor.ts";
import { invoke } from "../../lib/server/invoke.ts";
import { type BoardWorld, buildBoard, type OpenVote, openVote } from "../../lib/testing/builders.ts";
import { addPerson } from "../../lib/testing/identity-world.ts";
import { openTrustVote } from "../../lib/testing/trust-vote.ts";
import type { BenchDatabase } from "./arrange.ts";
import { compare, median, underLoad } from "./measure.ts";

const MEMBERS = 10_000;
const CASTS = 2_000;
const CLIENTS = 16;

function confirm(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${what}: ${String(actual)} instead of ${String(expected)}`);
}

export async function benchTrust(database: BenchDatabase): Promise<void> {
  const world = await buildBoard();
  const board = [...world.voters];
  while (board.length < 10)
    board.push(await addPerson(world.organizationId, { seat: "voting_member", password: null }));
  await database.query(
    `UPDATE board_members SET role = 'data_steward' WHERE organization_id = $1 AND role = 'voting_member'`,
    [world.organizationId],
  );
  const rows = await database.query<{ user_id: string }>(
    `WITH people AS (INSERT INTO users (id, email, name)
       SELECT uuidv7(), 'trust' || n || '@bench.example', 'Member ' || n FROM generate_series(1, $2) n RETURNING id)
     INSERT INTO memberships (organization_id, user_id, granted_roles, trust_level)
     SELECT $1, id, '{}', (ARRAY['core','trusted','standard','sandbox'])[1 + (row_number() OVER ())::int % 4] FROM people
     RETURNING user_id`,
    [world.organizationId, MEMBERS],
  );
  await database.query("VACUUM ANALYZE memberships");
  const members = rows.map(({ user_id: userId }): PersonActor => ({ ...world.owner, userId, roles: ["member"] }));
  await benchSnapshot(database, world);
  const vote = await openTrustVote(world, { hours: 168 });
  await benchCasts({ world, board, members, vote });
  await benchResult(database, world, vote);
}

/** The store's own statement, committed, beside a loop over the members; each on a fresh draft. */
async function benchSnapshot(database: BenchDatabase, { organizationId, ...world }: BoardWorld): Promise<void> {
  const rounds = 3;
  const drafts: string[] = [];
  for (let round = 0; round < 2 * (rounds + 1); round += 1) {
    const { reference } = await openTrustVote({ organizationId, ...world }, { isDraft: true });
    const [row] = await database.query<{ id: string }>("SELECT id FROM proposals WHERE reference = $1", [reference]);
    drafts.push(row?.id ?? "");
  }
  const frozen: number[] = [];
  const freeze = (work: (tx: UnitOfWork, proposalId: string, at: Date) => Promise<number>) => async () => {
    const proposalId = drafts.pop() ?? "";
    const actor = systemActor(organizationId, "bench");
    const scope = { organizationId, actor, requestId: randomUUID(), effect: "write" as const, timeoutMs: 120_000 };
    const count = await runUnitOfWork(scope, async (tx, now) => {
      tx.unchanged();
      return work(tx, proposalId, await now());
    });
    frozen.push(count);
  };
  await compare(
    `opening for ${MEMBERS} members, one insert each / one statement`,
    {
      name: "an insert each",
      run: freeze(async (tx, proposalId) => {
        const members = await tx.db.$queryRaw<{ user_id: string }[]>`
          SELECT user_id FROM memberships WHERE organization_id = app_organization() AND ended_at IS NULL`;
        for (const { user_id: userId } of members) {
          await tx.db.elector.create({ data: { proposalId, userId, weight: 2 } });
        }
        return members.length;
      }),
    },
    {
      name: "one statement",
      run: freeze(async (tx, proposalId, openedAt) => {
        const { tally } = await freezeMembers(tx, { proposalId, recusals: [], openedAt });
        return tally.entitled.voters;
      }),
    },
    rounds,
  );
  // The loop also takes the auditor and the advisor, who do not vote.
  confirm("electors by both ways", Math.max(...frozen) - Math.min(...frozen), 2);
}

type Casting = {
  readonly world: BoardWorld;
  readonly board: readonly PersonActor[];
  readonly members: readonly PersonActor[];
  readonly vote: OpenVote;
};

/** First ballots through the operation, all on one proposal, beside as many on proposals of a board of ten; in turns. */
async function benchCasts({ world, board, members, vote }: Casting): Promise<void> {
  const cast =
    (actor: PersonActor, { reference, digest }: OpenVote, choice: Choice) =>
    () =>
      invoke(castBallot, { actor, input: { reference, choice, reasoning: "", subjectDigest: digest } });
  const choices: readonly Choice[] = ["yes", "no", "abstain"];
  const choiceOf = (index: number) => choices[index % 3] ?? "yes";
  const byBoard: (() => Promise<unknown>)[] = [];
  for (let index = 0; index < CASTS / board.length; index += 1) {
    const proposal = await openVote(world);
    byBoard.push(...board.map((actor, seat) => cast(actor, proposal, choiceOf(seat))));
  }
  const byTrust = members.slice(0, CASTS).map((actor, index) => cast(actor, vote, choiceOf(index)));
  const turns = 10;
  const times: { board: number[]; trust: number[] } = { board: [], trust: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    const part = [(turn * CASTS) / turns, ((turn + 1) * CASTS) / turns] as const;
    const [first, second] = [
      await underLoad(CLIENTS, byBoard.slice(...part)),
      await underLoad(CLIENTS, byTrust.slice(...part)),
    ];
    times.board.push(first.totalMs);
    times.trust.push(second.totalMs);
  }
  const [boardMs, trustMs] = [median(times.board), median(times.trust)];
  const rate = (ms: number) => `${((CASTS / turns / ms) * 1_000).toFixed(0)} a second`;
  const words = `${CASTS} casts, ${CLIENTS} clients: board of ten ${rate(boardMs)}, ${MEMBERS} members ${rate(trustMs)}`;
  process.stdout.write(
    `${"casts, board of ten / one vote by trust (throughput)".padEnd(58)} ${(boardMs / trustMs).toFixed(2).padStart(8)}x   ${words}\n`,
  );
}

/** The whole tally as screens and the close read it, beside roll and ballots fetched and counted in the process. */
async function benchResult(database: BenchDatabase, { organizationId }: BoardWorld, vote: OpenVote): Promise<void> {
  const proposalId = await fillBallots(database, vote);
  const actor = systemActor(organizationId, "bench");
  const reading = <Result>(work: (tx: UnitOfWork, at: Date) => Promise<Result>) =>
    runUnitOfWork({ organizationId, actor, requestId: randomUUID(), effect: "read" }, async (tx, now) =>
      work(tx, await now()),
    );
  const found: { fetched?: Tally; counted?: Tally } = {};
  await compare(
    `result of ${MEMBERS} ballots, fetch and reduce / aggregate`,
    {
      name: "fetch and reduce",
      run: async () => {
        found.fetched = await reading((tx) => fetchAndReduce(tx, proposalId));
      },
    },
    {
      name: "aggregate",
      run: async () => {
        found.counted = await reading((tx, at) => loadTally(tx, proposalId, at));
      },
    },
    9,
  );
  const parts = ["yes", "no", "abstain", "entitled", "recused"] as const;
  for (const part of parts) confirm(`${part} by both ways`, found.counted?.[part].weight, found.fetched?.[part].weight);
}

/** Everybody who has not voted votes, in this vote and in four that were before it. */
async function fillBallots(database: BenchDatabase, { reference }: OpenVote): Promise<string> {
  const [row] = await database.query<{ id: string }>("SELECT id FROM proposals WHERE reference = $1", [reference]);
  const proposalId = row?.id ?? "";
  // What is committed in the background is not marked as visible by a vacuum that follows at once.
  await database.query("SET synchronous_commit = on");
  await database.query(
    `INSERT INTO electors (organization_id, proposal_id, user_id, weight)
     SELECT e.organization_id, p.id, e.user_id, e.weight FROM electors e
     JOIN (SELECT organization_id, id FROM proposals WHERE opened_at IS NULL LIMIT 4) p USING (organization_id)
     WHERE e.proposal_id = $1 ON CONFLICT DO NOTHING`,
    [proposalId],
  );
  await database.query(
    `INSERT INTO ballots (organization_id, proposal_id, voter_user_id, choice, weight, cast_id, cast_at)
     SELECT organization_id, proposal_id, user_id, (ARRAY['yes','no','abstain'])[1 + (row_number() OVER ())::int % 3], weight,
       uuidv7(), governance_now()
     FROM electors WHERE recused_at IS NULL AND seat_role IS NULL ON CONFLICT DO NOTHING`,
  );
  await database.query("VACUUM ANALYZE ballots");
  await database.query("VACUUM ANALYZE electors");
  return proposalId;
}

async function fetchAndReduce(tx: UnitOfWork, proposalId: string): Promise<Tally> {
  const roll = await tx.db.elector.findMany({ where: { proposalId } });
  const ballots = await tx.db.ballot.findMany({ where: { proposalId } });
  const members = roll.map((row) => ({ ...row, isChair: row.seatRole === "chair" }));
  const recusal = { basis: "subject" as const, reason: "" };
  return countBallots({
    electorate: {
      electors: members.filter((member) => member.recusedAt === null),
      recused: members
        .filter((member) => member.recusedAt !== null)
        .map((member) => ({ ...member, recusal: { ...recusal, userId: member.userId } })),
    },
    ballots: ballots.map((ballot) => ({ userId: ballot.voterUserId, choice: Choice.parse(ballot.choice) })),
  });
}
