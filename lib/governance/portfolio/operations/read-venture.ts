import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { VentureItem, VentureReference } from "../schema.ts";
import { loadVentures } from "../tree-store.ts";

export const readVenture = defineOperation({
  name: "portfolio.read_venture",
  summary: "One venture",
  permission: "portfolio.read",
  effect: "read",
  input: z.strictObject({ reference: VentureReference }),
  output: VentureItem,
  async run({ input: { reference }, tx }) {
    const [found] = await loadVentures(tx, { reference, limit: 1 });
    if (found === undefined) throw refuse("kernel.not_found", { subject: "venture", reference });
    return found.item;
  },
});
