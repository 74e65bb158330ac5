import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse as refuseKernel } from "../../kernel/refusal.ts";
import { personalErased } from "../events.ts";
import { refuse } from "../refusals.ts";
import { ErasePersonalInput, formatEntryNumber } from "../schema.ts";
import { erasePersonal as eraseStored, loadEntry } from "../store.ts";

/** Not to be taken back: data and salt go, the commitment in the leaf stays, and with it every proof (AUD-5). */
export const erasePersonal = defineOperation({
  name: "audit.erase_personal",
  summary: "Erase the personal data of one entry for good; the entry and every proof stay",
  permission: "audit.erase",
  effect: "write",
  input: ErasePersonalInput,
  output: z.strictObject({ number: z.int().min(1) }),
  async run({ input: { number, reason }, tx }) {
    const reference = formatEntryNumber(number);
    if ((await loadEntry(tx.db, number)) === null)
      throw refuseKernel("kernel.not_found", { subject: "entry", reference });
    if (!(await eraseStored(tx.db, number))) throw refuse("audit.nothing_to_erase", { reference });
    await tx.record(personalErased(number, reason));
    return { number };
  },
});
