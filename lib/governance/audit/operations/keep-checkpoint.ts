import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadCheckpoint } from "../receipt-store.ts";
import { saveCheckpoint } from "../store.ts";

/** Keeping a note is no act: it would make the next one differ. The database refuses one that is not of this log. */
export const keepCheckpoint = defineOperation({
  name: "audit.keep_checkpoint",
  summary: "Sign the log as it stands and keep the note",
  permission: "system.run",
  effect: "write",
  input: z.strictObject({}),
  output: z.strictObject({ size: z.int().min(0), isNew: z.boolean() }),
  async run({ tx }) {
    const { checkpoint, size } = await loadCheckpoint(tx.db, tx.organizationId);
    tx.unchanged();
    return { size, isNew: size > 0 && (await saveCheckpoint(tx.db, checkpoint)) };
  },
});
