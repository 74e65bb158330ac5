import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { loadNumberedReceipt } from "../receipt-store.ts";
import { EntryProofInput, formatEntryNumber, ReceiptProof } from "../schema.ts";

export const proveEntry = defineOperation({
  name: "audit.prove_entry",
  summary: "A receipt: the entry, its path to the root and the signed checkpoint of that root",
  permission: "audit.read",
  effect: "read",
  input: EntryProofInput,
  output: ReceiptProof,
  async run({ input: { number }, tx }) {
    const receipt = await loadNumberedReceipt(tx.db, number);
    if (receipt === null) throw refuse("kernel.not_found", { subject: "entry", reference: formatEntryNumber(number) });
    return receipt;
  },
});
