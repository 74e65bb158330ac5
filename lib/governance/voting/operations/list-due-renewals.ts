import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadDueRenewals } from "../renewal-store.ts";

export const listDueRenewals = defineOperation({
  name: "voting.list_due_renewals",
  summary: "Acceptances and exceptions whose last day has come and whose renewal nobody has proposed",
  permission: "system.run",
  effect: "read",
  input: z.strictObject({}),
  output: z.strictObject({ grants: z.array(z.string()) }),
  run: async ({ now, tx }) => ({ grants: await loadDueRenewals(tx, await now()) }),
});
