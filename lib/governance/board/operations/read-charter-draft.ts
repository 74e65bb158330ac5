import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { CharterDraftView } from "../charter-draft.ts";
import { loadCharterDraft, toDraftView } from "../charter-draft-store.ts";

export const readCharterDraft = defineOperation({
  name: "board.read_charter_draft",
  summary: "The working draft of the next charter, its difference to the version in force and what stands in its way",
  permission: "charter.draft",
  effect: "read",
  input: z.strictObject({}),
  output: CharterDraftView,
  async run({ now, tx }) {
    return toDraftView(tx, await loadCharterDraft(tx), await now());
  },
});
