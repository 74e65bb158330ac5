import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../person.ts";
import { NotificationList, NotificationListInput } from "../schema.ts";
import { loadNotifications } from "../store.ts";

export const listNotifications = defineOperation({
  name: "notifications.list_notifications",
  summary: "What you were told, newest first",
  permission: "notifications.own",
  effect: "read",
  input: NotificationListInput,
  output: NotificationList,
  async run({ input, actor, tx }) {
    const rows = await loadNotifications(tx, { ...input, userId: toPersonId(actor), limit: input.limit + 1 });
    const items = rows.slice(0, input.limit);
    return { items, nextCursor: rows.length > items.length ? (items.at(-1)?.id ?? null) : null };
  },
});
