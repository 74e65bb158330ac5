import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { SilenceView } from "../silence.ts";
import { loadSilences } from "../silence-store.ts";

export const listSilences = defineOperation({
  name: "escalations.list_silences",
  summary: "Silences with what they hold now, newest first",
  permission: "escalations.read",
  effect: "read",
  input: z.strictObject({
    isActive: z.boolean().optional().meta({ description: "Only those that hold now, or only those that are over" }),
    limit: z
      .int({ error: "The limit is a whole number" })
      .min(1, { message: "The limit is at least 1" })
      .max(200, { message: "The limit is at most 200" })
      .default(50),
    cursor: z.guid({ error: "The cursor is the one that the list before it gave" }).optional(),
  }),
  output: z.strictObject({ items: z.array(SilenceView), nextCursor: z.string().nullable() }),
  async run({ input, now, tx }) {
    const rows = await loadSilences(tx, { ...input, limit: input.limit + 1 }, await now());
    const shown = rows.slice(0, input.limit);
    return {
      items: shown.map(({ item }) => item),
      nextCursor: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});
