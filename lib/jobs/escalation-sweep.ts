// Does what has come due in the room of escalations (ESC-7, ESC-8): held items come back, digests are gathered and delivered,
// paths take their steps. Each is an operation of its own, in the organisation's transaction, under its own locks, so that any
// number of processes may sweep at once; what stood still is caught up, in order.
import { z } from "zod";
import { database } from "../db/client.ts";
import { deliverDigest } from "../governance/escalations/operations/deliver-digest.ts";
import { gatherDigests } from "../governance/escalations/operations/gather-digests.ts";
import { releaseHeld } from "../governance/escalations/operations/release-held.ts";
import { takeSteps } from "../governance/escalations/operations/take-steps.ts";
import { systemActor } from "../server/actor.ts";
import { invoke } from "../server/invoke.ts";
import { log } from "../server/log.ts";

const Work = z.enum(["release", "collect", "deliver", "steps"]);
type Work = z.infer<typeof Work>;

/** Each answers whether it got something done. */
const WORK: Readonly<Record<Work, (organizationId: string) => Promise<boolean>>> = {
  release: async (organizationId) => {
    const { released, heldAgain } = await invoke(releaseHeld, {
      actor: systemActor(organizationId, releaseHeld.name),
      input: {},
    });
    return released + heldAgain > 0;
  },
  collect: async (organizationId) => {
    const { items } = await invoke(gatherDigests, {
      actor: systemActor(organizationId, gatherDigests.name),
      input: {},
    });
    return items > 0;
  },
  deliver: async (organizationId) => {
    const { delivered } = await invoke(deliverDigest, {
      actor: systemActor(organizationId, deliverDigest.name),
      input: {},
    });
    return delivered !== null;
  },
  steps: async (organizationId) => {
    const { items } = await invoke(takeSteps, { actor: systemActor(organizationId, takeSteps.name), input: {} });
    return items > 0;
  },
};

/** One turn; answers whether another one at once may find more. One failure is not another's. */
export async function sweepEscalations(): Promise<boolean> {
  const { rows } = await database().pool.query<{ organization_id: string; work: string }>(
    "SELECT organization_id, work FROM due_escalation_work()",
  );
  let hasDone = false;
  for (const { organization_id: organizationId, work } of rows) {
    try {
      hasDone = (await WORK[Work.parse(work)](organizationId)) || hasDone;
    } catch (error) {
      log().error({ err: error, organizationId, work }, "a part of the escalation sweep failed and is tried again");
    }
  }
  return hasDone;
}
