import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { planOuting } from "../batch.ts";
import { gatherOuting, holdInhibited, loadDueOutings } from "../digest-store.ts";
import type { EscalationsEvent } from "../events.ts";
import { loadGround } from "../ground-store.ts";

export const gatherDigests = defineOperation({
  name: "escalations.gather_digests",
  summary: "Put what waits into its briefing, daily summary or weekly digest",
  permission: "system.run",
  effect: "write",
  timeoutMs: 60_000,
  input: z.strictObject({}),
  output: z.strictObject({ items: z.int() }),
  async run({ tx }) {
    const ground = await loadGround(tx, []);
    const { at } = ground;
    const held = await holdInhibited(tx, at);
    let items = 0;
    for (const outing of await loadDueOutings(tx, at)) {
      const next = planOuting(outing.kind, ground).deliverAt;
      const gathered = outing.isGone ? null : await gatherOuting(tx, { ...outing, into: outing.deliverAt }, at);
      items += gathered ?? (await gatherOuting(tx, { ...outing, into: next }, at)) ?? 0;
    }
    if (items + held === 0) tx.unchanged();
    else {
      await tx.record({
        action: "escalations.digests_gathered",
        subject: { type: "organization", reference: tx.organizationId },
        details: { items, held },
      } satisfies EscalationsEvent);
    }
    return { items };
  },
});
