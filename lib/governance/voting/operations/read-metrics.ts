import { defineOperation } from "../../../db/operation.ts";
import { toVotingMetrics } from "../metrics.ts";
import { loadMetricFacts } from "../metrics-store.ts";
import { NoInput } from "../request.ts";
import { VotingMetrics } from "../view.ts";

export const readMetrics = defineOperation({
  name: "voting.read_metrics",
  summary: "Figures on proposals and participation",
  permission: "voting.read",
  effect: "read",
  input: NoInput,
  output: VotingMetrics,
  async run({ now, tx }) {
    return toVotingMetrics(await loadMetricFacts(tx, await now()));
  },
});
