import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import type { EscalationsEvent } from "../events.ts";
import { loadPeople } from "../people-store.ts";
import { releaseHeld as release } from "../release-store.ts";
import { tellAtOnce } from "../telling-store.ts";

const MOST = 500;

export const releaseHeld = defineOperation({
  name: "escalations.release_held",
  summary: "Bring back what a silence or a critical item held until now",
  permission: "system.run",
  effect: "write",
  input: z.strictObject({}),
  output: z.strictObject({ released: z.int(), heldAgain: z.int() }),
  async run({ now, tx }) {
    const { unanswered, references, heldAgain } = await release(tx, await now(), MOST);
    const released = references.length;
    if (released + heldAgain === 0) {
      tx.unchanged();
      return { released, heldAgain };
    }
    await tellAtOnce(tx, unanswered, { at: await now(), people: await loadPeople(tx) });
    await tx.record({
      action: "escalations.items_released",
      subject: { type: "organization", reference: tx.organizationId },
      details: { escalations: references, heldAgain },
    } satisfies EscalationsEvent);
    return { released, heldAgain };
  },
});
