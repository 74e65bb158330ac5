import { defineOperation } from "../../../db/operation.ts";
import { MailList, MailListInput } from "../schema.ts";
import { loadMailList } from "../store.ts";

export const listMail = defineOperation({
  name: "notifications.list_mail",
  summary: "Mail of this organisation and what became of it, newest first",
  permission: "notifications.mail",
  effect: "read",
  input: MailListInput,
  output: MailList,
  async run({ input, tx }) {
    const rows = await loadMailList(tx, { ...input, limit: input.limit + 1 });
    const items = rows.slice(0, input.limit);
    return { items, nextCursor: rows.length > items.length ? (items.at(-1)?.id ?? null) : null };
  },
});
