// Answers "what is whoever raised it told?": where the item stands and why, for each raise of the act.
import type { Item } from "./item.ts";
import { toReasonView } from "./reason-facts.ts";
import type { RaiseAnswer } from "./view.ts";

export function toAnswer(item: Item): RaiseAnswer {
  const { claim, channel, wanted, place, respondBy, parts, marks } = item;
  if (claim === null) throw new Error(`The database gave no answer for ${item.reference}`);
  return {
    ...{ reference: claim.reference, severity: claim.severity, severityScore: claim.score, channel },
    ...{ merged: !claim.isNew, occurrences: claim.occurrences, place },
    downgradedFrom: place === "merged" || channel === wanted ? null : wanted,
    respondBy: respondBy.toISOString(),
    reasons: [...parts, ...marks].map(toReasonView),
  };
}

/** One answer per raise. All but the first of those that were folded have joined it. */
export function toAnswers(items: readonly Item[]): (RaiseAnswer & { readonly index: number })[] {
  return items
    .flatMap((item) => {
      const answer = toAnswer(item);
      return item.indexes.map((index, place) => ({ index, ...answer, merged: answer.merged || place > 0 }));
    })
    .sort((a, b) => a.index - b.index);
}
