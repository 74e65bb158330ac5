import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { formatCharterVersion } from "../charter.ts";
import { CharterView, toCharterView } from "../charter-view.ts";
import { ReadCharterInput } from "../schema.ts";
import { findCharterVersion, loadCharterInForce } from "../store.ts";

export const readCharter = defineOperation({
  name: "board.read_charter",
  summary: "The charter in force, or an earlier version of it",
  permission: "charter.read",
  effect: "read",
  input: ReadCharterInput,
  output: CharterView,
  async run({ input, now, tx }) {
    const at = await now();
    const inForce = await loadCharterInForce(tx, at);
    if (input.version === undefined) return toCharterView(inForce, inForce.version, at);
    const charter = await findCharterVersion(tx, input.version);
    if (charter === null) {
      throw refuse("kernel.not_found", { subject: "charter version", reference: formatCharterVersion(input.version) });
    }
    return toCharterView(charter, inForce.version, at);
  },
});
