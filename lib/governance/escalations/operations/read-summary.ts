import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadSummary } from "../queue-store.ts";
import { SummaryView } from "../view.ts";

export const readSummary = defineOperation({
  name: "escalations.read_summary",
  summary: "How many escalations there are, active, overdue and by severity",
  permission: "escalations.read",
  effect: "read",
  input: z.strictObject({}),
  output: SummaryView,
  run: async ({ now, tx }) => loadSummary(tx, await now()),
});
