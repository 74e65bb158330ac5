import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../person.ts";
import { NotificationSummary } from "../schema.ts";
import { countUnread, loadNotifications } from "../store.ts";

const SHOWN = 12;

export const summarizeNotifications = defineOperation({
  name: "notifications.summarize_notifications",
  summary: "How many of your notifications are unread (counted up to 100), and the latest",
  permission: "notifications.own",
  effect: "read",
  input: z.strictObject({}),
  output: NotificationSummary,
  async run({ actor, tx }) {
    const userId = toPersonId(actor);
    return { unread: await countUnread(tx, userId), latest: await loadNotifications(tx, { userId, limit: SHOWN }) };
  },
});
