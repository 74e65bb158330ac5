// What is typed of a post-incident review before it is recorded. A review takes days; the draft stays on this device.
import type { TimelineEntry } from "@/lib/governance/escalations/view";
import { sayEntry } from "../../_components/timeline-words";

export type TypedEvent = { readonly key: number; readonly at: string; readonly what: string };
export type TypedAction = {
  readonly key: number;
  readonly text: string;
  readonly days: string;
  readonly assignee: string;
};
export type ReviewDraft = {
  readonly timeline: readonly TypedEvent[];
  readonly rootCause: string;
  readonly impact: string;
  readonly actions: readonly TypedAction[];
  readonly lessons: string;
  readonly policyUpdates: string;
};

export type FirstEvent = { readonly at: string; readonly what: string };

/** The product knows a part of what happened; oldest first, without what was told to whom. */
export function toFirstEvents(timeline: readonly TimelineEntry[]): FirstEvent[] {
  return timeline
    .filter(({ kind }) => kind === "raised" || kind === "act")
    .map((entry) => ({ at: entry.at, what: `${sayEntry(entry)}${entry.by === null ? "" : `, ${entry.by.name}`}` }))
    .toReversed();
}

const keyOf = (reference: string) => `incident-review:${reference}`;

export function readDraft(reference: string): ReviewDraft | null {
  try {
    const kept = localStorage.getItem(keyOf(reference));
    return kept === null ? null : (JSON.parse(kept) as ReviewDraft);
  } catch {
    // No storage, or not ours: the form begins anew.
    return null;
  }
}

/** null: it is on record. */
export function writeDraft(reference: string, draft: ReviewDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(keyOf(reference));
    else localStorage.setItem(keyOf(reference), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage costs only what is not recorded when the page is closed.
  }
}
