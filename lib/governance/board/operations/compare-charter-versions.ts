import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { formatCharterVersion } from "../charter.ts";
import { compareCharters } from "../charter-difference.ts";
import { CharterComparison, CompareCharterInput, toCharterSections } from "../charter-draft.ts";
import { findCharterVersion } from "../store.ts";

export const compareCharterVersions = defineOperation({
  name: "board.compare_charter_versions",
  summary: "Two versions of the charter side by side",
  permission: "charter.read",
  effect: "read",
  input: CompareCharterInput,
  output: CharterComparison,
  async run({ input, tx }) {
    const before = await findCharterVersion(tx, input.from);
    const after = await findCharterVersion(tx, input.to);
    if (before === null || after === null) {
      const reference = formatCharterVersion(before === null ? input.from : input.to);
      throw refuse("kernel.not_found", { subject: "charter version", reference });
    }
    const [from, to] = [input.from, input.to].map(formatCharterVersion) as [string, string];
    return {
      from,
      to,
      differences: compareCharters(toCharterSections(before.content), toCharterSections(after.content)),
    };
  },
});
