// Answers "what if every person had one vote?" (VOT-153): the same rule over heads, shown beside votes by weight, with a sentence
// where the outcome would be another. It decides nothing.
import { evaluateResult } from "./result.ts";
import type { DecisionRule, Result, ResultOutcome, Tally } from "./schema.ts";

export type Heads = {
  readonly outcome: ResultOutcome;
  /** null where heads and weight agree. */
  readonly sentence: string | null;
};

/** null where every vote weighs the same anyway. */
export function compareByHeads(tally: Tally, rule: DecisionRule, options: { readonly isFinal: boolean }): Heads | null {
  if (rule.weightUnit === "seat") return null;
  const byHeads = toHeads(tally);
  const result = evaluateResult(byHeads, { ...rule, weightUnit: "seat" });
  const { outcome } = evaluateResult(tally, rule);
  if (result.outcome === outcome) return { outcome, sentence: null };
  return { outcome: result.outcome, sentence: `${say(result.outcome, options.isFinal)}: ${tell(byHeads, result)}.` };
}

/** Everybody weighs one. */
function toHeads(tally: Tally): Tally {
  const count = ({ voters }: Tally["yes"]) => ({ voters, weight: voters });
  const { yes, no, abstain, waiting, lapsed, entitled, recused, chair } = tally;
  return {
    ...{ yes: count(yes), no: count(no), abstain: count(abstain), waiting: count(waiting), lapsed: count(lapsed) },
    ...{ entitled: count(entitled), recused: count(recused), chair },
  };
}

function say(outcome: ResultOutcome, isFinal: boolean): string {
  if (isFinal) return outcome === "passed" ? "By heads it would have passed" : "By heads it would have been rejected";
  return outcome === "passed" ? "By heads it would pass now" : "By heads it would be rejected now";
}

function tell(tally: Tally, { quorum }: Result): string {
  if (!quorum.isMet) return `${quorum.participants} of ${quorum.base} took part, ${quorum.required} needed`;
  return `${tally.yes.voters} of ${tally.yes.voters + tally.no.voters} said yes`;
}
