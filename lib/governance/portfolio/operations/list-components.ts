import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { ComponentList, ListComponentsInput } from "../schema.ts";
import { loadComponentPage } from "../store.ts";
import { toComponentItem } from "../view.ts";

export const listComponents = defineOperation({
  name: "portfolio.list_components",
  summary: "List components by name, filtered and searched",
  permission: "portfolio.read",
  effect: "read",
  input: ListComponentsInput,
  output: ComponentList,
  async run({ input, tx }) {
    const { cursor, limit, ...filter } = input;
    const after = cursor === undefined ? null : readCursor(cursor);
    const found = await loadComponentPage(tx, { ...filter, limit: limit + 1, after });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ component }) => toComponentItem(component)),
      nextCursor: found.length > limit && last !== undefined ? toCursor(last.key, last.component.id) : null,
    };
  },
});

const Cursor = z.tuple([z.string().max(500), z.guid()]);

function toCursor(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

function readCursor(cursor: string): { key: string; id: string } {
  try {
    const [key, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (!key.includes("\u0000") && key.isWellFormed()) return { key, id };
  } catch {
    // Answered below, like any other cursor that was not given out.
  }
  throw refuse("kernel.malformed", { cause: "the cursor is not one that this list gave" });
}
