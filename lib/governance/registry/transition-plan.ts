// Answers "does this person's act change the status now, or is it one half of it?" (REG-1, REG-115). What needs the owner and
// the chair is requested by one and made by the other; what the board decides is not an act of a person at all.
import type { ModelStatus } from "./schema.ts";
import { type Authority, allowedTransitions, assessTransition, type TransitionSubject } from "./status.ts";

type Half = "owner" | "chair";

/** A request that still stands: who made it is still the owner, or still the chair. */
export type StandingRequest = { readonly to: ModelStatus; readonly as: Half };

export type TransitionPlan =
  | { readonly outcome: "carried"; readonly by: readonly string[] }
  | { readonly outcome: "requested"; readonly as: Half; readonly awaits: Half }
  /** This half was given before. */
  | { readonly outcome: "already_requested"; readonly awaits: Half }
  | { readonly outcome: "impossible"; readonly allowed: readonly ModelStatus[] }
  | { readonly outcome: "board_decides"; readonly by: readonly string[] }
  /** The chair decides it on record, and the board ratifies (VOT-11). */
  | { readonly outcome: "chair_decides"; readonly by: readonly string[] }
  | { readonly outcome: "others_decide"; readonly by: readonly string[] };

const otherHalf = (half: Half): Half => (half === "owner" ? "chair" : "owner");

export function planTransition(
  subject: TransitionSubject,
  to: ModelStatus,
  own: readonly Half[],
  request: StandingRequest | null,
): TransitionPlan {
  const standing = request !== null && request.to === to ? request.as : null;
  // Somebody who asked cannot also be the other half by asking again.
  const held: Authority[] = standing === null ? [...own] : [...own, standing];
  const verdict = assessTransition(subject, to, held);
  const [reason] = verdict.reasons;
  if (verdict.outcome === "allowed") return { outcome: "carried", by: (reason?.facts.by ?? []) as readonly string[] };
  const possible = allowedTransitions(subject);
  const transition = possible.find((candidate) => candidate.to === to);
  if (transition === undefined) return { outcome: "impossible", allowed: possible.map((candidate) => candidate.to) };
  const { by } = transition;
  const isEnough = (...authorities: Half[]) => assessTransition(subject, to, authorities).outcome === "allowed";
  const needsBoth = isEnough("owner", "chair") && !isEnough("owner") && !isEnough("chair");
  const [half] = own;
  if (needsBoth && half !== undefined) {
    const awaits = otherHalf(half);
    return standing === half ? { outcome: "already_requested", awaits } : { outcome: "requested", as: half, awaits };
  }
  if (by.every((phrase) => phrase === "board_decision")) return { outcome: "board_decides", by };
  if (own.includes("chair") && by.includes("chair_decision")) return { outcome: "chair_decides", by };
  return { outcome: "others_decide", by };
}

/** Changes of status that belong to a submission and its vote; nobody asks for them by themselves. */
const BY_SUBMISSION: ReadonlySet<string> = new Set(["submission", "approval", "rejection", "withdrawal"]);

/** Every change of status that may follow, as it stands for somebody with these authorities. */
export function listTransitions(
  subject: TransitionSubject,
  own: readonly Half[],
  request: StandingRequest | null,
): { to: ModelStatus; by: readonly string[]; for: StandsFor }[] {
  return allowedTransitions(subject).flatMap(({ to, by }) => {
    if (by.every((phrase) => BY_SUBMISSION.has(phrase))) return [];
    return [{ to, by, for: standsFor(planTransition(subject, to, own, request)) }];
  });
}

type StandsFor = "now" | "request" | "proposal" | "decision" | "others";

function standsFor(plan: TransitionPlan): StandsFor {
  if (plan.outcome === "carried") return "now";
  if (plan.outcome === "chair_decides") return "decision";
  if (plan.outcome === "requested") return "request";
  return plan.outcome === "board_decides" ? "proposal" : "others";
}
