import { plural } from "@/lib/format/words";
import type { CapabilityView } from "@/lib/governance/board/schema";

/** Whether this board could decide anything today, and what would change it (BRD-4). */
export function QuorumSentence({ capability }: { capability: CapabilityView }) {
  const { totalVotingMembers: total, requiredForQuorum: required, canAchieveQuorum } = capability;
  const inOffice = total === 0 ? "No voting member is in office" : `${plural(total, "voting member")} in office`;
  if (!canAchieveQuorum) {
    return (
      <>
        <strong className="font-medium text-rejected">A quorum cannot be reached.</strong> {inOffice}, and {required}{" "}
        must take part: seat at least {plural(required - total, "more member")} with a vote.
      </>
    );
  }
  const spare = total - required;
  return (
    <>
      <strong className="font-medium text-ink">A quorum can be reached.</strong> {inOffice}, {required} must take part
      {spare === 0 ? "; nobody may be missing." : `; up to ${spare} may be absent or recused.`}
    </>
  );
}
