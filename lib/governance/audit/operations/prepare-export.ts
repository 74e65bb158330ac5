import { defineOperation } from "../../../db/operation.ts";
import { logExported } from "../events.ts";
import { toExportHeader } from "../evidence-export.ts";
import { loadCheckpoint } from "../receipt-store.ts";
import { refuse } from "../refusals.ts";
import { AuditExportInput, PreparedExport } from "../schema.ts";
import { saveCheckpoint } from "../store.ts";
import { mayReadPersonal } from "../told-entry.ts";

/** Records the export first, so that the checkpoint covers it: who took the log home stands in what they took. */
export const prepareExport = defineOperation({
  name: "audit.prepare_export",
  summary: "Fix what an export holds: everything up to its own entry, under a signed checkpoint that is kept",
  permission: "audit.export",
  effect: "write",
  input: AuditExportInput,
  output: PreparedExport,
  async run({ input: { personal }, actor, tx }) {
    if (personal === "include" && !mayReadPersonal(actor)) throw refuse("audit.personal_not_permitted", {});
    const { number, occurredAt } = await tx.record(logExported(tx.organizationId, personal));
    const { checkpoint, publicKey } = await loadCheckpoint(tx.db, tx.organizationId, number);
    await saveCheckpoint(tx.db, checkpoint);
    return {
      header: toExportHeader({ organizationId: tx.organizationId, checkpoint, publicKey }),
      size: number,
      fileName: `audit-log-${occurredAt.toISOString().slice(0, 10)}-${number}.jsonl`,
    };
  },
});
