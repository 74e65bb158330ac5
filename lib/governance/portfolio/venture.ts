// Answers "may this change be made to a venture, and what differs then?" (PRT-135, PRT-136).
import type { Verdict } from "../kernel/verdict.ts";
import type { VentureLifecycle } from "./schema.ts";

export type VentureFacts = {
  readonly portfolioId: string;
  readonly name: string;
  readonly description: string;
  readonly stage: number;
  readonly allocationCents: number;
  readonly lifecycle: VentureLifecycle;
  readonly leadUserId: string | null;
};

export type VentureVerdict = Verdict<
  "possible" | "refused",
  "portfolio.venture_ended" | "portfolio.needs_chair" | "portfolio.change_possible"
>;

/** Raising an allocation and ending a venture are never autonomous: the chair's own act. */
export function assessVentureChange(
  before: VentureFacts | null,
  after: VentureFacts,
  by: { readonly isChair: boolean },
): VentureVerdict {
  if (before?.lifecycle === "ended") {
    return { outcome: "refused", reasons: [{ code: "portfolio.venture_ended", facts: {} }] };
  }
  const acts = [
    ...((before?.allocationCents ?? 0) < after.allocationCents ? ["budget_increase"] : []),
    ...(after.lifecycle === "ended" ? ["venture_termination"] : []),
  ];
  if (acts.length > 0 && !by.isChair) {
    return { outcome: "refused", reasons: [{ code: "portfolio.needs_chair", facts: { acts } }] };
  }
  return { outcome: "possible", reasons: [{ code: "portfolio.change_possible", facts: { acts } }] };
}

const FIELDS = [
  "portfolioId",
  "name",
  "description",
  "stage",
  "allocationCents",
  "lifecycle",
  "leadUserId",
] as const satisfies readonly (keyof VentureFacts)[];

/** The fields that differ, as the record names them. */
export function changedFields(before: VentureFacts, after: VentureFacts): string[] {
  return FIELDS.filter((field) => before[field] !== after[field]);
}
