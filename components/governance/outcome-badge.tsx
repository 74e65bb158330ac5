import { Check, CircleSlash, Clock, Minus, Undo2, Vote, X } from "lucide-react";
import type { ComponentType } from "react";
import { cn } from "@/components/ui/class-names";
import type { DecisionOutcome, DecisionStanding, ProposalStatus } from "@/lib/governance/voting/schema";
import { PROPOSAL_STATUS_LABELS } from "./labels";

/** Proposal states, decision outcomes, and what becomes of a decision that the chair took alone. */
export type Outcome = ProposalStatus | DecisionOutcome | DecisionStanding;
type Tone = "passed" | "rejected" | "none" | "provisional" | "open";

const TONES: Record<Tone, string> = {
  passed: "bg-passed-soft text-passed",
  rejected: "bg-rejected-soft text-rejected",
  none: "bg-none-soft text-none",
  provisional: "bg-provisional-soft text-provisional",
  open: "bg-accent-soft text-accent",
};

const LOOKS: Record<Outcome, { tone: Tone; shape: ComponentType<{ "aria-hidden"?: boolean }>; word: string }> = {
  draft: { tone: "none", shape: CircleSlash, word: PROPOSAL_STATUS_LABELS.draft },
  open: { tone: "open", shape: Vote, word: PROPOSAL_STATUS_LABELS.open },
  passed: { tone: "passed", shape: Check, word: PROPOSAL_STATUS_LABELS.passed },
  executed: { tone: "passed", shape: Check, word: PROPOSAL_STATUS_LABELS.executed },
  approved: { tone: "passed", shape: Check, word: "Approved" },
  conditional: { tone: "passed", shape: Check, word: "Approved with conditions" },
  rejected: { tone: "rejected", shape: X, word: PROPOSAL_STATUS_LABELS.rejected },
  execution_failed: { tone: "rejected", shape: X, word: PROPOSAL_STATUS_LABELS.execution_failed },
  no_quorum: { tone: "none", shape: Minus, word: PROPOSAL_STATUS_LABELS.no_quorum },
  deferred: { tone: "none", shape: Minus, word: PROPOSAL_STATUS_LABELS.deferred },
  withdrawn: { tone: "none", shape: Minus, word: PROPOSAL_STATUS_LABELS.withdrawn },
  cancelled: { tone: "none", shape: Minus, word: PROPOSAL_STATUS_LABELS.cancelled },
  provisional: { tone: "provisional", shape: Clock, word: "Provisional" },
  final: { tone: "passed", shape: Check, word: "Final" },
  reversed: { tone: "rejected", shape: Undo2, word: "Reversed" },
};

export function OutcomeBadge({ outcome, word, className }: { outcome: Outcome; word?: string; className?: string }) {
  const { tone, shape: Shape, word: usual } = LOOKS[outcome];
  return (
    <span
      className={cn(
        "inline-flex h-5.5 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3",
        TONES[tone],
        className,
      )}
    >
      <Shape aria-hidden />
      {word ?? usual}
    </span>
  );
}
