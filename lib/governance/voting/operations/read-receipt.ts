import { defineOperation } from "../../../db/operation.ts";
import { ProposalReference } from "../request.ts";
import { ReceiptView } from "../view.ts";

export const readReceipt = defineOperation({
  name: "voting.read_receipt",
  summary: "The receipt of one's own ballot with the proof that the record holds it",
  permission: "voting.vote",
  effect: "read",
  input: ProposalReference,
  output: ReceiptView,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
