// Each morning brings back to the board what ends that day (VOT-172): each grant in an act of its own, so that one that
// cannot be renewed holds up no other.
import { draftRenewal } from "../governance/voting/operations/draft-renewal.ts";
import { listDueRenewals } from "../governance/voting/operations/list-due-renewals.ts";
import { systemActor } from "../server/actor.ts";
import { invoke } from "../server/invoke.ts";
import type { RoundTask } from "./daily-round.ts";

export const renewGrants: RoundTask = {
  name: draftRenewal.name,
  run: async (organizationId) => {
    const actor = systemActor(organizationId, draftRenewal.name);
    const { grants } = await invoke(listDueRenewals, { actor, input: {} });
    const failures: unknown[] = [];
    for (const reference of grants) {
      try {
        await invoke(draftRenewal, { actor, input: { reference } });
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} renewals could not be drafted`);
  },
};
