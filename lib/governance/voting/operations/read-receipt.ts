import { defineOperation } from "../../../db/operation.ts";
import { loadNumberedReceipt } from "../../audit/receipt-store.ts";
import { formatEntryNumber } from "../../audit/schema.ts";
import { toPersonId } from "../../notifications/person.ts";
import { loadBallotBox, loadReceiptEntry } from "../ballot-store.ts";
import { loadProposal } from "../proposal-store.ts";
import { completeReceipt, toReceiptDraft } from "../receipt.ts";
import { refuse } from "../refusals.ts";
import { ProposalReference } from "../request.ts";
import { ReceiptView } from "../view.ts";

export const readReceipt = defineOperation({
  name: "voting.read_receipt",
  summary: "The receipt of one's own ballot with the proof that the record holds it",
  permission: "voting.vote",
  effect: "read",
  input: ProposalReference,
  output: ReceiptView,
  async run({ input, actor, tx }) {
    const voterUserId = toPersonId(actor);
    const proposal = await loadProposal(tx, input.reference, actor);
    const { reference } = proposal;
    const { previous } = await loadBallotBox(tx, proposal.id, voterUserId);
    if (previous === null) throw refuse("voting.no_ballot", { proposal: reference });
    const draft = toReceiptDraft({ ...previous, proposal: reference, voterUserId });
    const number = await loadReceiptEntry(tx, reference, draft.digest);
    const proof = await loadNumberedReceipt(tx.db, number);
    if (proof === null) throw new Error(`Entry ${number} is not there`);
    const { choice, reasoning } = previous;
    return { choice, reasoning, receipt: completeReceipt(draft, number), entry: formatEntryNumber(number), proof };
  },
});
