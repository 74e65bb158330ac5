// Counts votes in the database (VOT-3, VOT-7): one aggregate over the index of ballots for any number of proposals, however many
// may vote on them; a frozen roll is counted once, when it is written (`roll_counts`). `countBallots` says what it has to come to;
// a test holds the two together.
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { ChairPosition, type Count, type Tally } from "./schema.ts";
import { hasRights, MAY_HAVE_LAPSED } from "./voting-right-store.ts";

/** So many people of one weight; of `looked_at` each has the position told. */
type SlotRow = {
  proposal_id: string;
  slot: "yes" | "no" | "abstain" | "on_roll" | "aside" | "looked_at";
  weight: number;
  voters: number;
  position: string | null;
  is_chair: boolean;
};

/** As they stand at that instant, `weight >= 0` being the condition of the index `ballots_tally`; of proposals that have opened, in any order. */
export async function loadTallies(
  tx: UnitOfWork,
  proposalIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Tally>> {
  if (proposalIds.length === 0) return new Map();
  // One parameter the planner does not look into, so that a kept plan is no worse than one for these values.
  const wanted = JSON.stringify(proposalIds.map((id) => ({ proposal_id: id, at })));
  const rows = await tx.db.$queryRaw<SlotRow[]>`
    -- kept: tallies
    SELECT w.proposal_id, t.* FROM jsonb_to_recordset(${wanted}::jsonb) AS w (proposal_id uuid, at timestamptz) CROSS JOIN LATERAL (
      SELECT choice AS slot, weight, count(*)::int AS voters, NULL AS position, false AS is_chair FROM ballots
      WHERE organization_id = app_organization() AND proposal_id = w.proposal_id AND weight >= 0 GROUP BY choice, weight
      UNION ALL
      SELECT 'on_roll', weight, voters, NULL, false FROM roll_counts
      WHERE organization_id = app_organization() AND proposal_id = w.proposal_id
      UNION ALL
      SELECT 'aside', weight, count(*)::int, NULL, false FROM electors
      WHERE organization_id = app_organization() AND proposal_id = w.proposal_id AND recused_at IS NOT NULL GROUP BY weight
      UNION ALL
      SELECT 'looked_at', weight, count(*)::int, position, is_chair FROM (
        SELECT e.weight, e.seat_role IS NOT DISTINCT FROM 'chair' AS is_chair,
          CASE WHEN e.recused_at IS NOT NULL THEN 'recused' WHEN b.choice IS NOT NULL THEN b.choice
            WHEN ${hasRights(Prisma.sql`w.at`)} THEN 'waiting' ELSE 'lapsed' END AS position
        FROM (${MAY_HAVE_LAPSED}) AS c
        JOIN memberships m ON m.organization_id = app_organization() AND m.user_id = c.user_id
        JOIN electors e ON e.organization_id = m.organization_id AND e.proposal_id = w.proposal_id AND e.user_id = m.user_id
        LEFT JOIN ballots b ON b.organization_id = e.organization_id AND b.proposal_id = e.proposal_id
          AND b.voter_user_id = e.user_id) AS place
      GROUP BY weight, position, is_chair) AS t`;
  const rowsOf = Map.groupBy(rows, (row) => row.proposal_id);
  return new Map(proposalIds.map((id) => [id, toTally(id, rowsOf.get(id) ?? [])]));
}

export async function loadTally(tx: UnitOfWork, proposalId: string, at: Date): Promise<Tally> {
  const tally = (await loadTallies(tx, [proposalId], at)).get(proposalId);
  if (tally === undefined) throw new Error(`Nothing was counted for ${proposalId}`);
  return tally;
}

/** What counts for a proposal: what was kept when voting ended, or the ballots now; null while nobody could vote. */
export async function loadCountedTally(
  tx: UnitOfWork,
  proposal: { readonly id: string; readonly openedAt: Date | null; readonly result: { readonly tally: Tally } | null },
  at: Date,
): Promise<Tally | null> {
  if (proposal.result !== null) return proposal.result.tally;
  return proposal.openedAt === null ? null : loadTally(tx, proposal.id, at);
}

/** INVARIANT: entitled = yes + no + abstain + waiting + lapsed; anything else is a broken record and throws. */
function toTally(id: string, rows: readonly SlotRow[]): Tally {
  const count = (slot: SlotRow["slot"], heads: (row: SlotRow) => number = (row) => row.voters): Count => {
    const people = rows.filter((row) => row.slot === slot);
    return {
      voters: people.reduce((sum, row) => sum + heads(row), 0),
      weight: people.reduce((sum, row) => sum + heads(row) * row.weight, 0),
    };
  };
  const [yes, no, abstain, onRoll, recused] = [
    count("yes"),
    count("no"),
    count("abstain"),
    count("on_roll"),
    count("aside"),
  ];
  const entitled = { voters: onRoll.voters - recused.voters, weight: onRoll.weight - recused.weight };
  const lapsed = count("looked_at", (row) => (row.position === "lapsed" ? row.voters : 0));
  const rest = (part: keyof Count) =>
    [yes, no, abstain, lapsed].reduce((left, each) => left - each[part], entitled[part]);
  const waiting = { voters: rest("voters"), weight: rest("weight") };
  if (waiting.voters < 0 || waiting.weight < 0) throw new Error(`More ballots than electors: ${id}`);
  const position = rows.find((row) => row.is_chair)?.position ?? "none";
  return {
    yes,
    no,
    abstain,
    waiting,
    lapsed,
    entitled,
    recused,
    chair: ChairPosition.parse(position),
  };
}
