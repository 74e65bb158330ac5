import { defineOperation } from "../../../db/operation.ts";
import { PROPOSAL_KINDS } from "../decision-kind.ts";
import { loadVotingDefaults } from "../defaults-store.ts";
import { KindView, ReadKindInput } from "../kind-view.ts";
import { planOpening } from "../opening-store.ts";
import { toKindItem } from "../proposable.ts";
import { takesConditions } from "../proposing.ts";
import { describeRule } from "../rule-sentence.ts";

export const readKind = defineOperation({
  name: "voting.read_kind",
  summary: "What a proposal of a kind asks for, and the rule that would decide it now",
  permission: "voting.read",
  effect: "read",
  input: ReadKindInput,
  output: KindView,
  async run({ input, actor, now, tx }) {
    const { kind } = input;
    const { way } = PROPOSAL_KINDS[kind];
    const proposal = { kind, isBinding: true, proposerUserId: actor.kind === "person" ? actor.userId : "" };
    const { rule, tally } = await planOpening(tx, { proposal, model: null, reading: {} }, await now());
    return {
      ...toKindItem(kind, actor),
      fields: way.by === "form" ? [...way.fields] : [],
      title: way.by === "form" ? (way.title ?? null) : null,
      takesConditions: takesConditions(kind),
      defaults: await loadVotingDefaults(tx),
      ...{ rule, ruleSentence: describeRule(rule, tally) },
    };
  },
});
