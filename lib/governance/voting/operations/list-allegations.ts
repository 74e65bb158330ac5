import { defineOperation } from "../../../db/operation.ts";
import { loadAllegationViews } from "../allegation-page-store.ts";
import { loadAllegations } from "../allegation-store.ts";
import { AllegationList, ListAllegationsInput } from "../allegation-view.ts";

export const listAllegations = defineOperation({
  name: "voting.list_allegations",
  summary: "Alleged conflicts of interest that the reader may know of, newest first",
  permission: "board.read",
  effect: "read",
  input: ListAllegationsInput,
  output: AllegationList,
  async run({ input, actor, now, tx }) {
    const at = await now();
    const found = await loadAllegations(tx, { ...input, limit: input.limit + 1 }, actor);
    const page = found.slice(0, input.limit);
    const items = await loadAllegationViews(tx, page, { actor, at });
    return { items, nextCursor: found.length > page.length ? (page.at(-1)?.id ?? null) : null };
  },
});
