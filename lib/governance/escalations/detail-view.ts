// Puts an item's page together from what was read: its protocol with what was done of it, its timeline, its acts.
import type { EscalationPath } from "../board/charter.ts";
import type { Actor } from "../kernel/actor.ts";
import { toUsd } from "../portfolio/money.ts";
import { ModelStatus } from "../registry/schema.ts";
import { isOperational } from "../registry/status.ts";
import { actsOf } from "./life.ts";
import { describeProtocol } from "./protocol.ts";
import type { EscalationStatus, Severity } from "./schema.ts";
import type { EscalationView, TimelineEntry, ToldView } from "./view.ts";

/** Steps with when they were done, as far as they were; what was told before it became that severe is another path's. */
export function toProtocolView(
  severity: Severity,
  path: EscalationPath,
  span: { readonly severeSince: Date; readonly respondBy: Date },
  told: readonly ToldView[],
): EscalationView["protocol"] {
  const { steps, mustRecord, needsReview } = describeProtocol(severity, path, span);
  const since = span.severeSince.toISOString();
  return {
    steps: steps.map(({ kind, step, audiences, dueAt }) => {
      const done = told.find((each) => each.kind === kind && each.step === step && each.at >= since);
      return {
        ...{ kind, step, audiences: [...audiences], dueAt: dueAt.toISOString() },
        ...{ doneAt: done?.at ?? null, isLate: done?.isLate ?? false },
      };
    }),
    mustRecord: [...mustRecord],
    needsReview,
  };
}

/** Newest first. */
export function toTimeline(
  raised: { readonly at: Date; readonly by: TimelineEntry["by"]; readonly source: string },
  acts: readonly TimelineEntry[],
  told: readonly ToldView[],
): TimelineEntry[] {
  const first: TimelineEntry = {
    ...{ at: raised.at.toISOString(), kind: "raised", code: "escalations.escalation_raised", by: raised.by },
    facts: { source: raised.source },
  };
  const notices = told.map(({ at, kind, step, audiences, people, isLate }): TimelineEntry => {
    const facts = { step, audiences: [...audiences], people: people.length, isLate };
    return { at, kind: "told", code: kind, by: null, facts };
  });
  // Of one instant, what followed stands above what it followed.
  return [...notices, ...acts, first].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** A critical one on a model in operation puts its suspension before the chair (ESC-9). */
export function offerSuspension(
  item: { readonly severity: Severity; readonly status: EscalationStatus },
  model: { readonly reference: string; readonly name: string; readonly status: string } | null,
): EscalationView["suspension"] {
  if (model === null || item.severity !== "critical" || item.status === "resolved") return null;
  if (!isOperational(ModelStatus.parse(model.status))) return null;
  return { model: model.reference, name: model.name, status: model.status };
}

export function toImpact(cents: bigint | null): number | null {
  return cents === null ? null : toUsd(cents);
}

export function toActs(facts: Parameters<typeof actsOf>[0], actor: Actor, at: Date): string[] {
  return actsOf(facts, actor, at);
}
