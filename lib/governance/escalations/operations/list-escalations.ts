import { defineOperation } from "../../../db/operation.ts";
import { readQueueCursor, toQueueCursor } from "../queue-cursor.ts";
import { loadQueue, toQueueItem } from "../queue-store.ts";
import { QueueInput } from "../schema.ts";
import { Queue } from "../view.ts";

export const listEscalations = defineOperation({
  name: "escalations.list_escalations",
  summary: "The queue: what needs attention, the most severe first unless said otherwise",
  permission: "escalations.read",
  effect: "read",
  input: QueueInput,
  output: Queue,
  async run({ input, actor, now, tx }) {
    const { cursor, limit, sort, assignee: typed, ...filter } = input;
    const own = actor.kind === "person" ? actor.userId : null;
    if (typed === "me" && own === null) return { items: [], nextCursor: null };
    const assignee = typed === "me" ? (own ?? undefined) : typed;
    const after = cursor === undefined ? null : readQueueCursor(cursor, sort);
    const rows = await loadQueue(tx, { ...filter, assignee, sort, after, limit: limit + 1 }, await now());
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const place = last && { rank: last.severity, respondBy: last.respond_by, id: last.id };
    return {
      items: shown.map(toQueueItem),
      nextCursor: rows.length > limit && place !== undefined ? toQueueCursor(sort, place) : null,
    };
  },
});
