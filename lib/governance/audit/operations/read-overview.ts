import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { parseCheckpoint } from "../checkpoint.ts";
import { loadActions, loadActors, loadLastInstant } from "../reader-store.ts";
import { loadCheckpoint } from "../receipt-store.ts";
import { type KeptCheckpoint, LogOverview } from "../schema.ts";
import { loadCheckpoints } from "../store.ts";

const KEPT_SHOWN = 10;

export const readOverview = defineOperation({
  name: "audit.read_overview",
  summary: "The log at a glance: its signed state, checkpoints kept, and what it can be filtered by",
  permission: "audit.read",
  effect: "read",
  input: z.strictObject({}),
  output: LogOverview,
  async run({ tx }) {
    const kept = await loadCheckpoints(tx.db, KEPT_SHOWN);
    return {
      latest: await loadCheckpoint(tx.db, tx.organizationId),
      lastEntryAt: (await loadLastInstant(tx.db))?.toISOString() ?? null,
      kept: kept.map(toKept),
      actions: [...(await loadActions(tx.db))],
      actors: [...(await loadActors(tx.db))],
    };
  },
});

function toKept({ note, keptAt }: { readonly note: string; readonly keptAt: Date }): KeptCheckpoint {
  const checkpoint = parseCheckpoint(note);
  if (checkpoint === null) throw new Error("A note was kept that is no checkpoint");
  const root = Buffer.from(checkpoint.root).toString("hex");
  return { checkpoint: note, size: checkpoint.size, root, keptAt: keptAt.toISOString() };
}
