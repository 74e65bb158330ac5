import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadModelGroups } from "../list-store.ts";
import { RegistrySummary } from "../schema.ts";
import { toRegistrySummary } from "../summary.ts";

export const readRegistrySummary = defineOperation({
  name: "registry.read_summary",
  summary: "How many models, by status and tier, and how many are due",
  permission: "registry.read",
  effect: "read",
  input: z.strictObject({}),
  output: RegistrySummary,
  async run({ now, tx }) {
    return toRegistrySummary(await loadModelGroups(tx, await now()));
  },
});
