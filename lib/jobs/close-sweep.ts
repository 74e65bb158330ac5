// Closes proposals whose deadline has come (VOT-8), each in its own transaction under its own lock, so that any number of
// processes may sweep at once. The deadline itself is judged when somebody acts; the sweep only makes it visible.
import { database } from "../db/client.ts";
import { Refusal } from "../governance/kernel/refusal.ts";
import { log } from "../server/log.ts";

const BATCH = 100;

export type CloseProposal = (organizationId: string, reference: string) => Promise<void>;

/** Answers whether there is more to close right away. */
export async function sweepDueProposals(close: CloseProposal): Promise<boolean> {
  const { rows } = await database().pool.query<{ organization_id: string; reference: string }>(
    "SELECT organization_id, reference FROM due_proposals($1)",
    [BATCH],
  );
  let closed = 0;
  for (const { organization_id: organizationId, reference } of rows) {
    try {
      await close(organizationId, reference);
      closed += 1;
    } catch (error) {
      // Somebody else was first: that is how it should be.
      if (error instanceof Refusal && error.refusalClass === "conflict") continue;
      log().error({ err: error, organizationId, reference }, "a proposal past its deadline could not be closed");
    }
  }
  return rows.length === BATCH && closed > 0;
}
