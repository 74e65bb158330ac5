import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { NotificationEvent } from "../events.ts";
import { toPersonId } from "../person.ts";
import { MarkedRead, NotificationId } from "../schema.ts";
import { hasNotification, saveRead } from "../store.ts";

export const markRead = defineOperation({
  name: "notifications.mark_read",
  summary: "Mark one of your notifications as read",
  permission: "notifications.own",
  effect: "write",
  input: z.strictObject({ notification: NotificationId }),
  output: MarkedRead,
  async run({ input, actor, now, tx }) {
    const userId = toPersonId(actor);
    if (!(await hasNotification(tx, userId, input.notification))) {
      throw refuse("kernel.not_found", { subject: "notification", reference: input.notification });
    }
    const marked = await saveRead(tx, { userId, id: input.notification, readAt: await now() });
    if (marked === 0) tx.unchanged();
    else {
      await tx.record({
        action: "notifications.marked_read",
        subject: { type: "notification", reference: input.notification },
        details: { marked },
      } satisfies NotificationEvent);
    }
    return { marked };
  },
});
