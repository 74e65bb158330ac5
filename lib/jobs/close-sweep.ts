// Closes proposals whose deadline has come (VOT-8), each in its own transaction under its own lock, so that any number of
// processes may sweep at once. The deadline itself is judged when somebody acts; the sweep only makes it visible.
import { database } from "../db/client.ts";
import { Refusal } from "../governance/kernel/refusal.ts";
import { log } from "../server/log.ts";

const BATCH = 100;

export type CloseProposal = (organizationId: string, reference: string) => Promise<void>;

type DueRow = { organization_id: string; reference: string; deadline_at: Date; id: string };

/** How far a sweep has come; kept from turn to turn, so that what never closes holds up nobody behind it. */
export type SweepPlace = { after: Pick<DueRow, "deadline_at" | "id"> | null };

export function startOfSweep(): SweepPlace {
  return { after: null };
}

/** One batch; answers whether there is more behind it. After the last one the next turn begins anew. */
export async function sweepDueProposals(close: CloseProposal, place: SweepPlace = startOfSweep()): Promise<boolean> {
  const { rows } = await database().pool.query<DueRow>(
    "SELECT organization_id, reference, deadline_at, id FROM due_proposals($1, $2, $3)",
    [BATCH, place.after?.deadline_at ?? null, place.after?.id ?? null],
  );
  place.after = rows.length === BATCH ? (rows.at(-1) ?? null) : null;
  for (const { organization_id: organizationId, reference } of rows) {
    try {
      await close(organizationId, reference);
    } catch (error) {
      // Somebody else was first: that is how it should be.
      if (error instanceof Refusal && error.refusalClass === "conflict") continue;
      log().error({ err: error, organizationId, reference }, "a proposal past its deadline could not be closed");
    }
  }
  return place.after !== null;
}
