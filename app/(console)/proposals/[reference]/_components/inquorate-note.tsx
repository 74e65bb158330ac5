import { joinList } from "@/lib/format/words";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";

/** These members can no longer decide it: who is missing, and what would help. */
export function InquorateNote({ proposal }: { proposal: ProposalView }) {
  const { inquorate, recused, electors } = proposal;
  const aside = recused.map(({ person }) => person.name);
  const lapsed = electors.filter(({ isLapsed, hasVoted }) => isLapsed && hasVoted !== true);
  return (
    <div role="status" className="mb-3 rounded-md border border-rejected bg-rejected-soft px-3 py-2">
      <p>
        <strong className="font-medium text-rejected">No quorum possible.</strong> The chair and the admins have been
        told.
      </p>
      <p className="mt-1.5">
        Missing: {joinList(aside)} {aside.length === 1 ? "stands" : "stand"} aside
        {lapsed.length === 0 ? "" : `; the right of ${joinList(lapsed.map(({ person }) => person.name))} has ended`}.
      </p>
      {inquorate === null ? null : (
        <ul aria-label="What would help" className="mt-1.5 space-y-1.5">
          {inquorate.help.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
