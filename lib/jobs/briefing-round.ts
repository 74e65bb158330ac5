// The chair's briefing at the hour that each organisation chose (ESC-142). The operation itself judges the hour and sends it
// once; remembering the day here only spares asking.
import { database } from "../db/client.ts";
import { sendBriefing } from "../governance/escalations/operations/send-briefing.ts";
import { toLocalDate } from "../governance/kernel/local-time.ts";
import { systemActor } from "../server/actor.ts";
import { invoke } from "../server/invoke.ts";
import { log } from "../server/log.ts";

/** One turn over all organisations; one failure is not another's. Never asks for another turn. */
export async function sendBriefings(done: Map<string, string>): Promise<boolean> {
  const { rows } = await database().pool.query<{ id: string; time_zone: string; now: Date }>(
    "SELECT id, time_zone, governance_now() AS now FROM organization_directory()",
  );
  for (const { id, time_zone: zone, now } of rows) {
    if (done.get(id) === toLocalDate(now, zone)) continue;
    try {
      const { outcome, day } = await invoke(sendBriefing, { actor: systemActor(id, sendBriefing.name), input: {} });
      if (outcome !== "later") done.set(id, day);
    } catch (error) {
      log().error({ err: error, organizationId: id }, "the briefing could not be sent and is tried again");
    }
  }
  return false;
}
