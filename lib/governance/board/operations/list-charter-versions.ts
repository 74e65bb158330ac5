import { defineOperation } from "../../../db/operation.ts";
import { toCharterVersionView } from "../charter-view.ts";
import { CharterVersionList, CharterVersionListInput } from "../schema.ts";
import { loadCharterInForce, loadCharterVersions } from "../store.ts";

export const listCharterVersions = defineOperation({
  name: "board.list_charter_versions",
  summary: "Every version of the charter, newest first",
  permission: "charter.read",
  effect: "read",
  input: CharterVersionListInput,
  output: CharterVersionList,
  async run({ input, now, tx }) {
    const inForce = await loadCharterInForce(tx, await now());
    const found = await loadCharterVersions(tx, { limit: input.limit + 1, beforeVersion: input.cursor ?? null });
    const page = found.slice(0, input.limit);
    return {
      items: page.map((charter) => toCharterVersionView(charter, inForce.version)),
      nextCursor: found.length > page.length ? String(page.at(-1)?.version ?? "") : null,
    };
  },
});
