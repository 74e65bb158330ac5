import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { notify } from "../../notifications/store.ts";
import { planNextSteps } from "../acknowledgement-store.ts";
import type { EscalationsEvent } from "../events.ts";
import { lockItems, saveReopened } from "../item-store.ts";
import { itemsLeftBehind } from "../notices.ts";
import { findLeftBehind, loadPeople } from "../people-store.ts";

export const releaseDeparted = defineOperation({
  name: "escalations.release_departed",
  summary: "Open again what a person who left answered for, and tell the chair and the admins",
  permission: "system.run",
  effect: "write",
  input: z.strictObject({ userId: z.uuid() }),
  output: z.strictObject({ released: z.array(z.string()) }),
  async run({ input: { userId }, tx }) {
    const locked = await lockItems(tx, await findLeftBehind(tx, userId));
    const items = locked.filter((item) => item.assigneeUserId === userId && item.status === "acknowledged");
    const released = items.map(({ reference }) => reference);
    if (items.length === 0) {
      tx.unchanged();
      return { released };
    }
    await saveReopened(tx, await planNextSteps(tx, items, "open"));
    const { chair, admins } = await loadPeople(tx);
    await notify(tx, { ...itemsLeftBehind(items), userIds: [...chair, ...admins] });
    await tx.record({
      action: "escalations.items_left_behind",
      subject: { type: "person", reference: userId },
      details: { escalations: released },
    } satisfies EscalationsEvent);
    return { released };
  },
});
