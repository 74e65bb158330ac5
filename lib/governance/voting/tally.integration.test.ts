import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runUnitOfWork } from "../../db/unit-of-work.ts";
import { systemActor } from "../../server/actor.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { makeOrganization } from "../../testing/identity-world.ts";
import type { Choice } from "./schema.ts";
import { countBallots } from "./tally.ts";
import { loadTallies } from "./tally-store.ts";

const AT = new Date("2026-03-02T09:00:00.000Z");
let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await database.setClock({ at: AT.toISOString() });
});
afterAll(() => database.stop());

/** What may have become of somebody on a roll since it was frozen, and whether the right to vote is left. */
const FATES = {
  stays: { granted: [], trust: "standard", isEnded: false, seatEnds: "2027-01-01Z", byTrust: true, bySeat: true },
  raised: { granted: ["admin"], trust: "core", isEnded: false, seatEnds: "2027-01-01Z", byTrust: true, bySeat: true },
  leaves: { granted: [], trust: "standard", isEnded: true, seatEnds: "2027-01-01Z", byTrust: false, bySeat: false },
  quarantined: {
    granted: [],
    trust: "quarantine",
    isEnded: false,
    seatEnds: "2027-01-01Z",
    byTrust: false,
    bySeat: false,
  },
  // A seat that votes entitles whatever else was granted.
  watches: { granted: ["auditor"], trust: "standard", isEnded: false, seatEnds: null, byTrust: false, bySeat: false },
  "loses the seat": { granted: [], trust: "standard", isEnded: false, seatEnds: AT, byTrust: true, bySeat: false },
} as const;
type Fate = keyof typeof FATES;

type Person = { weight: number; fate: Fate; isSeat: boolean; choice: Choice | null; isRecused: boolean };
const person = fc.record<Person>({
  weight: fc.constantFrom(1, 2, 6, 10),
  fate: fc.constantFrom(...(Object.keys(FATES) as Fate[])),
  isSeat: fc.boolean(),
  choice: fc.constantFrom("yes", "no", "abstain", null),
  isRecused: fc.boolean(),
});

async function arrange(organizationId: string, people: readonly Person[], hasChair: boolean) {
  const [proposal] = await database.query<{ id: string }>(
    `INSERT INTO proposals (organization_id, reference, kind, title, description, payload, conditions, proposer_user_id)
     SELECT $1, $2, 'configuration', 'T', 'D', '{}', '[]', user_id FROM memberships WHERE organization_id = $1 LIMIT 1
     RETURNING id`,
    [organizationId, `PRP-${randomUUID().slice(0, 8).toUpperCase()}`],
  );
  const proposalId = proposal?.id ?? "";
  const ids = people.map(() => randomUUID());
  for (const [index, each] of people.entries()) {
    const [id, fate] = [ids[index], FATES[each.fate]];
    const isChair = hasChair && index === 0 && each.isSeat;
    const seatRole = each.isSeat ? (isChair ? "chair" : "risk_officer") : null;
    await database.query("INSERT INTO users (id, email, name) VALUES ($1, $2, 'N')", [id, `${id}@example.org`]);
    await database.query(
      `INSERT INTO memberships (organization_id, user_id, granted_roles, trust_level, ended_at) VALUES ($1, $2, $3, $4, $5)`,
      [organizationId, id, fate.granted, fate.trust, fate.isEnded ? AT : null],
    );
    if (each.isSeat && fate.seatEnds !== null) {
      await database.query(
        `INSERT INTO board_members (organization_id, reference, user_id, role, term_start_at, term_end_at)
         VALUES ($1, $2, $3, 'risk_officer', '2026-01-01Z', $4)`,
        [organizationId, `MBR-${id}`, id, fate.seatEnds],
      );
    }
    await database.query(
      `INSERT INTO electors (organization_id, proposal_id, user_id, weight, seat_role, recused_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [organizationId, proposalId, id, each.weight, seatRole, each.isRecused ? AT : null],
    );
    if (each.choice === null || each.isRecused) continue;
    await database.query(
      `INSERT INTO ballots (organization_id, proposal_id, voter_user_id, choice, weight, cast_id, cast_at)
       VALUES ($1, $2, $3, $4, $5, uuidv7(), governance_now())`,
      [organizationId, proposalId, id, each.choice, each.weight],
    );
  }
  return { proposalId, ids };
}

/** The same facts by the function that says what a count is. */
function expected(people: readonly Person[], ids: readonly string[], hasChair: boolean) {
  const members = people.map((each, index) => ({
    ...each,
    userId: ids[index] ?? "",
    isChair: hasChair && index === 0 && each.isSeat,
  }));
  const recusal = (userId: string) => ({ userId, basis: "subject" as const, reason: "" });
  const hasLapsed = ({ fate, isSeat }: Person) => !(isSeat ? FATES[fate].bySeat : FATES[fate].byTrust);
  return countBallots({
    electorate: {
      electors: members.filter((each) => !each.isRecused),
      recused: members.flatMap((each) => (each.isRecused ? [{ ...each, recusal: recusal(each.userId) }] : [])),
    },
    ballots: members.flatMap(({ userId, choice, isRecused }) =>
      choice === null || isRecused ? [] : [{ userId, choice }],
    ),
    lapsedUserIds: new Set(members.filter(hasLapsed).map((each) => each.userId)),
  });
}

test("[VOT-154] the database counts what the counting function counts, for several votes at once", async () => {
  const rolls = fc.array(fc.tuple(fc.array(person, { maxLength: 9 }), fc.boolean()), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(rolls, async (votes) => {
      const organizationId = await makeOrganization();
      const proposer = randomUUID();
      await database.query("INSERT INTO users (id, email, name) VALUES ($1, $2, 'P')", [proposer, `${proposer}@x.org`]);
      await database.query("INSERT INTO memberships (organization_id, user_id, granted_roles) VALUES ($1, $2, '{}')", [
        organizationId,
        proposer,
      ]);
      const arranged = [];
      for (const [people, hasChair] of votes) arranged.push(await arrange(organizationId, people, hasChair));
      const scope = { organizationId, actor: systemActor(organizationId, "test"), requestId: randomUUID() };
      const ids = arranged.map((each) => each.proposalId);
      const tallies = await runUnitOfWork({ ...scope, effect: "read" }, (tx) => loadTallies(tx, ids, AT));
      for (const [index, [people, hasChair]] of votes.entries()) {
        const { proposalId = "", ids: userIds = [] } = arranged[index] ?? {};
        expect(tallies.get(proposalId)).toEqual(expected(people, userIds, hasChair));
      }
    }),
    { numRuns: 40 },
  );
});
