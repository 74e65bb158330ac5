import { defineOperation } from "../../../db/operation.ts";
import { toDraftView } from "../draft-store.ts";
import { loadProposal } from "../proposal-store.ts";
import { refuse } from "../refusals.ts";
import { ProposalReference } from "../request.ts";
import { DraftView } from "../view.ts";

export const readDraft = defineOperation({
  name: "voting.read_draft",
  summary: "What a draft says, field by field, for whoever may see it",
  permission: "voting.edit_draft",
  effect: "read",
  input: ProposalReference,
  output: DraftView,
  async run({ input, actor, tx }) {
    const draft = await loadProposal(tx, input.reference, actor);
    if (draft.status === "draft") return toDraftView(draft);
    throw refuse("voting.not_draft", { proposal: draft.reference, state: draft.status });
  },
});
