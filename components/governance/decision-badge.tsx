import { DecisionOutcome, type DecisionStanding } from "@/lib/governance/voting/schema";
import { OutcomeBadge } from "./outcome-badge";

type Decided = {
  outcome: string;
  standing: DecisionStanding;
  /** Taken alone by the chair. */
  isByChair: boolean;
  /** It made a decision of the chair final or reversed it. */
  isSettlement: boolean;
};

/** How a decision came out; of the chair's own what standing it has, of the board's on it whether it was ratified. */
export function DecisionBadge({ decision }: { decision: Decided }) {
  const { standing, isByChair, isSettlement } = decision;
  if (isByChair) return <OutcomeBadge outcome={standing} />;
  const outcome = DecisionOutcome.safeParse(decision.outcome).data ?? "cancelled";
  if (!isSettlement) return <OutcomeBadge outcome={outcome} />;
  return <OutcomeBadge outcome={outcome} word={outcome === "approved" ? "Ratified" : "Not ratified"} />;
}
