import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import type { NotificationEvent } from "../events.ts";
import { toPersonId } from "../person.ts";
import { MarkedRead } from "../schema.ts";
import { saveRead } from "../store.ts";

export const markAllRead = defineOperation({
  name: "notifications.mark_all_read",
  summary: "Mark all your notifications as read",
  permission: "notifications.own",
  effect: "write",
  input: z.strictObject({}),
  output: MarkedRead,
  async run({ actor, now, tx }) {
    const userId = toPersonId(actor);
    const marked = await saveRead(tx, { userId, readAt: await now() });
    if (marked === 0) tx.unchanged();
    else {
      await tx.record({
        action: "notifications.marked_read",
        subject: { type: "person", reference: userId },
        details: { marked },
      } satisfies NotificationEvent);
    }
    return { marked };
  },
});
