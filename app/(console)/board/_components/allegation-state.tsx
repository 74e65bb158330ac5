import { OutcomeBadge } from "@/components/governance/outcome-badge";
import type { AllegationView } from "@/lib/governance/voting/allegation-view";

/** Where an alleged conflict stands, in a word with its shape. */
export function AllegationState({ allegation }: { allegation: Pick<AllegationView, "ruling"> }) {
  const { ruling } = allegation;
  if (ruling === null) return <OutcomeBadge outcome="provisional" word="Waits for a ruling" />;
  if (ruling.outcome === "upheld") return <OutcomeBadge outcome="passed" word="Upheld" />;
  return <OutcomeBadge outcome="withdrawn" word="Dismissed" />;
}
