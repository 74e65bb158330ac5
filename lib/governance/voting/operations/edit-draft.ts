import { defineOperation } from "../../../db/operation.ts";
import { editDraft as edit } from "../draft-store.ts";
import { EditDraftInput } from "../request.ts";
import { DraftView } from "../view.ts";

export const editDraft = defineOperation({
  name: "voting.edit_draft",
  summary: "Change a draft of one's own before it is opened",
  permission: "voting.edit_draft",
  effect: "write",
  input: EditDraftInput,
  output: DraftView,
  run: ({ input, actor, now, tx }) => edit(tx, input, { actor, now }),
});
