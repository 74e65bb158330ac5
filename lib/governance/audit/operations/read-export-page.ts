import { defineOperation } from "../../../db/operation.ts";
import { toExportLine } from "../evidence-export.ts";
import { refuse } from "../refusals.ts";
import { ExportPage, ExportPageInput } from "../schema.ts";
import { loadEntryRange } from "../store.ts";
import { mayReadPersonal } from "../told-entry.ts";

/** A part of a prepared export. The log only grows, so parts read one after the other are one log. */
export const readExportPage = defineOperation({
  name: "audit.read_export_page",
  summary: "Some lines of an export, and where its chain stands after them",
  permission: "audit.export",
  effect: "read",
  input: ExportPageInput,
  output: ExportPage,
  async run({ input, actor, tx }) {
    const isOpen = input.personal === "include";
    if (isOpen && !mayReadPersonal(actor)) throw refuse("audit.personal_not_permitted", {});
    const entries = await loadEntryRange(tx.db, input.from, input.to);
    if (entries.length !== input.to - input.from + 1) {
      throw refuse("audit.size_out_of_range", { size: input.to, latest: input.from + entries.length - 1 });
    }
    let chain: Uint8Array = Buffer.from(input.chain, "hex");
    let lines = "";
    for (const entry of entries) {
      const next = toExportLine(isOpen ? entry : { ...entry, personal: null, salt: null }, chain);
      lines += next.line;
      chain = next.chain;
    }
    return { lines, chain: Buffer.from(chain).toString("hex") };
  },
});
