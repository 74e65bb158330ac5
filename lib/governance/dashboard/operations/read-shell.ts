import { defineOperation } from "../../../db/operation.ts";
import { hasRole } from "../../kernel/actor.ts";
import { countEscalationsToAnswer } from "../attention-store.ts";
import { NoInput, Shell } from "../schema.ts";
import { countVotesNeeded, loadOrganizationCard } from "../store.ts";
import { toViewer } from "../viewer.ts";

export const readShell = defineOperation({
  name: "dashboard.read_shell",
  summary: "What frames every page: the organisation, its clock, how many votes and escalations need you",
  permission: "dashboard.read",
  effect: "read",
  input: NoInput,
  output: Shell,
  async run({ actor, now, tx }) {
    const at = await now();
    return {
      at: at.toISOString(),
      organization: await loadOrganizationCard(tx),
      votesNeedingYou: await countVotesNeeded(tx, toViewer(actor), at),
      escalationsNeedingYou: hasRole(actor, "chair") ? await countEscalationsToAnswer(tx) : 0,
    };
  },
});
