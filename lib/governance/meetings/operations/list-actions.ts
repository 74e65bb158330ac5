import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { ActionList, ActionListInput } from "../schema.ts";
import { loadActions, toActionCursor } from "../store.ts";

export const listActions = defineOperation({
  name: "meetings.list_actions",
  summary: "Follow-ups, soonest due first",
  permission: "meetings.read",
  effect: "read",
  input: ActionListInput,
  output: ActionList,
  async run({ input: { isMine, ...query }, actor, now, tx }) {
    if (isMine === true && actor.kind !== "person") throw refuse("kernel.sign_in_required", {});
    const assigneeUserId = isMine === true && actor.kind === "person" ? actor.userId : undefined;
    const viewer = { actor, at: await now() };
    const rows = await loadActions(tx, { ...query, assigneeUserId, limit: query.limit + 1 }, viewer);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ id: _id, ...item }) => item),
      nextCursor: rows.length > shown.length && last !== undefined ? toActionCursor(last) : null,
    };
  },
});
