// What passes through the pipeline (ESC-3): a raise, and what each stage has made of it. A stage returns what it kept and
// what it held; each of its decisions is a mark with a reason, and an item ends in exactly one place.
import type { EscalationAudience } from "../board/charter.ts";
import type { Reason } from "../kernel/verdict.ts";
import type { Category, Channel, HeldBy, Place, RaiseInput, Severity, Trigger } from "./schema.ts";

export const STAGES = ["intake", "severity", "dedupe", "hold", "budget", "route", "batch", "deliver"] as const;
export type StageName = (typeof STAGES)[number];

export type Mark = {
  readonly stage: StageName;
  readonly outcome: "kept" | "moved" | "held" | "merged";
  readonly code: `escalations.${string}`;
  readonly facts: Reason["facts"];
  /** Until when it is held or waits; null when nothing is waited for. */
  readonly until: string | null;
};

export type VentureSubject = {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly stage: number;
  readonly portfolioId: string;
  readonly portfolioReference: string;
  readonly leadUserId: string | null;
};

export type ModelSubject = {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly ownerUserId: string | null;
};

/** The open item of the same fingerprint, as the database answered when this one came to it. */
export type Claim = {
  readonly id: string;
  readonly reference: string;
  readonly isNew: boolean;
  readonly severity: Severity;
  readonly score: number;
  readonly occurrences: number;
  readonly episode: number;
  readonly before: {
    readonly severity: Severity;
    readonly channel: Channel;
    readonly respondBy: Date;
    readonly place: Place;
  } | null;
};

export type Said = { readonly title: string; readonly description: string };

export type Item = {
  /** Places in the batch of every raise folded into this one. */
  readonly indexes: readonly number[];
  /** The reference that it gets if it is new. */
  readonly reference: string;
  readonly at: Date;
  readonly raise: RaiseInput;
  readonly said: readonly Said[];
  readonly venture: VentureSubject | null;
  readonly model: ModelSubject | null;
  readonly category: Category | null;
  readonly trigger: Trigger | null;
  readonly stage: number | null;
  readonly impactCents: number | null;
  readonly deadlineMinutes: number | null;
  readonly titleKey: string;
  readonly fingerprint: string;
  readonly occurrences: number;
  readonly severity: Severity;
  readonly score: number;
  readonly parts: readonly Reason[];
  readonly claim: Claim | null;
  readonly wanted: Channel;
  readonly channel: Channel;
  readonly isOverBudget: boolean;
  /** Keys of the rooms in which it took one unit each. */
  readonly spent: readonly string[];
  readonly respondBy: Date;
  readonly audiences: readonly EscalationAudience[];
  readonly place: Place | "merged";
  readonly heldBy: { readonly by: HeldBy; readonly reference: string; readonly until: Date | null } | null;
  readonly collectAt: Date | null;
  readonly deliverAt: Date | null;
  /** Who is told at once; null when nobody is. */
  readonly notice: {
    readonly audiences: readonly EscalationAudience[];
    readonly urgency: "normal" | "critical";
  } | null;
  readonly marks: readonly Mark[];
};

export type Sorted = { readonly kept: readonly Item[]; readonly held: readonly Item[] };

export function withMark(item: Item, mark: Mark): Item {
  return { ...item, marks: [...item.marks, mark] };
}

export function kept(stage: StageName, code: Mark["code"], facts: Mark["facts"] = {}): Mark {
  return { stage, outcome: "kept", code, facts, until: null };
}
