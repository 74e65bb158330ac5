// Answers "what is whoever raised it told?": where the item stands and why, for each raise of the act.
import { type EscalationsEvent, escalationSubject } from "./events.ts";
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

/** What is put on record of an item that was raised by itself. */
export function toRaisedEvent(item: Item): EscalationsEvent {
  const { reference, severity, severityScore, channel, merged, occurrences, respondBy } = toAnswer(item);
  return {
    action: "escalations.escalation_raised",
    subject: escalationSubject(reference),
    details: {
      ...{ severity, score: severityScore, channel, isMerged: merged, occurrences, respondBy, category: item.category },
      ...{ model: item.model?.reference ?? null, venture: item.venture?.reference ?? null },
    },
  };
}

/** What is put on record of many that were raised together: every item that was made or joined. */
export function toBatchEvent(
  items: readonly Item[],
  { raised, organizationId }: { readonly raised: number; readonly organizationId: string },
): EscalationsEvent {
  const named = (isNew: boolean) => items.flatMap(({ claim }) => (claim?.isNew === isNew ? [claim.reference] : []));
  const accepted = items.reduce((sum, { indexes }) => sum + indexes.length, 0);
  return {
    action: "escalations.batch_raised",
    subject: { type: "organization", reference: organizationId },
    details: { raised, accepted, refused: raised - accepted, created: named(true), joined: named(false) },
  };
}
