// Answers "what has to be done about one of this severity?" (ESC-9): who is told in which order and when, what must be
// recorded, and whether resolving it needs a post-incident review.
import type { EscalationAudience, EscalationPath } from "../board/charter.ts";
import { planPath, toSteps } from "./path.ts";
import type { Severity } from "./schema.ts";
import { SEVERITIES } from "./severity-scale.ts";

export type ProtocolStep = {
  readonly kind: "first" | "half_time" | "step";
  readonly step: number;
  readonly audiences: readonly EscalationAudience[];
  readonly dueAt: Date;
};

export type Protocol = {
  readonly steps: readonly ProtocolStep[];
  readonly mustRecord: readonly string[];
  readonly needsReview: boolean;
};

const ALWAYS = ["Who answers for it", "What was done, as the resolution"];
const RECORDED: Readonly<Record<Severity, readonly string[]>> = {
  low: ALWAYS,
  medium: ALWAYS,
  high: [...ALWAYS, "A post-incident review before it is resolved"],
  critical: [
    ...ALWAYS,
    "Whether the model is suspended, as the chair's decision",
    "A post-incident review before it is resolved",
  ],
};

export function describeProtocol(
  severity: Severity,
  path: EscalationPath,
  { severeSince, respondBy }: { readonly severeSince: Date; readonly respondBy: Date },
): Protocol {
  const first = toSteps(path)[0] ?? [];
  return {
    steps: [
      { kind: "first", step: 0, audiences: first, dueAt: severeSince },
      ...planPath({ severeSince, respondBy }, path),
    ],
    mustRecord: RECORDED[severity],
    needsReview: SEVERITIES[severity].needsReview,
  };
}
