import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { loadCheckpoint } from "../receipt-store.ts";
import { CheckpointInput, CheckpointOutput } from "../schema.ts";

/** For everybody: size and root tell nothing of the entries, and a witness outside is what keeps a log honest. */
export const readCheckpoint = defineOperation({
  name: "audit.read_checkpoint",
  summary: "The log as it stands, signed: size and root. Needs nobody signed in; `organization` says whose log",
  permission: "public",
  effect: "read",
  input: CheckpointInput,
  output: CheckpointOutput,
  async run({ input, tx }) {
    if (input.organization !== undefined && input.organization !== tx.organizationId) {
      throw refuse("kernel.not_found", { subject: "organisation", reference: input.organization });
    }
    return loadCheckpoint(tx.db, tx.organizationId);
  },
});
