import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { toAuditEntry } from "../audit-entry.ts";
import { parseCheckpoint } from "../checkpoint.ts";
import { traceInclusion } from "../inclusion-path.ts";
import { loadNames } from "../reader-store.ts";
import { loadNumberedReceipt } from "../receipt-store.ts";
import { EntryPage, EntryProofInput, formatEntryNumber, type ReceiptProof } from "../schema.ts";
import { peopleIn } from "../sentence.ts";
import { loadEntry } from "../store.ts";
import { mayReadPersonal, toToldEntry } from "../told-entry.ts";

export const readEntry = defineOperation({
  name: "audit.read_entry",
  summary: "One entry of the record in words, with the text that was hashed and its way to the signed root",
  permission: "audit.read",
  effect: "read",
  input: EntryProofInput,
  output: EntryPage,
  async run({ input: { number }, actor, tx }) {
    const stored = await loadEntry(tx.db, number);
    const receipt = stored === null ? null : await loadNumberedReceipt(tx.db, number);
    if (stored === null || receipt === null) {
      throw refuse("kernel.not_found", { subject: "entry", reference: formatEntryNumber(number) });
    }
    const names = await loadNames(tx.db, peopleIn(toAuditEntry(stored)));
    const reader = { nameOf: (id: string) => names.get(id) ?? null, seesPersonal: mayReadPersonal(actor) };
    const size = sizeOf(receipt);
    return {
      entry: toToldEntry(stored, reader),
      leaf: stored.leaf,
      receipt,
      path: [
        ...traceInclusion({ number, size, leafHash: fromHex(receipt.leafHash), proof: receipt.proof.map(fromHex) }),
      ],
      size,
    };
  },
});

function sizeOf(receipt: ReceiptProof): number {
  const checkpoint = parseCheckpoint(receipt.checkpoint);
  if (checkpoint === null) throw new Error("A receipt was made without a checkpoint");
  return checkpoint.size;
}

function fromHex(text: string): Uint8Array {
  return Buffer.from(text, "hex");
}
