import { joinList, plural } from "@/lib/format/words";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";

/** These members can no longer decide it: who is missing, and what would help. */
export function InquorateNote({ proposal }: { proposal: ProposalView }) {
  const { inquorate, recused, electors, roll } = proposal;
  const named = recused.map(({ person }) => person.name);
  const unnamed = roll.recused - named.length;
  const aside = unnamed > 0 ? [...named, plural(unnamed, "other")] : named;
  const lapsed = electors.filter(({ isLapsed, hasVoted }) => isLapsed && hasVoted !== true);
  const missing = [
    ...(aside.length === 0 ? [] : [`${joinList(aside)} ${aside.length === 1 ? "stands" : "stand"} aside`]),
    ...(lapsed.length === 0 ? [] : [`the right of ${joinList(lapsed.map(({ person }) => person.name))} has ended`]),
  ];
  return (
    <div role="status" className="mb-3 rounded-md border border-rejected bg-rejected-soft px-3 py-2">
      <p>
        <strong className="font-medium text-rejected">No quorum possible.</strong>
      </p>
      {missing.length === 0 ? null : <p className="mt-1.5">Missing: {missing.join("; ")}.</p>}
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
