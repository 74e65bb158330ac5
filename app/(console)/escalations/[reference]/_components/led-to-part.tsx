import Link from "next/link";
import { OutcomeBadge } from "@/components/governance/outcome-badge";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { EscalationView } from "@/lib/governance/escalations/view";
import type { ActionItem } from "@/lib/governance/meetings/schema";
import type { ProposalItem } from "@/lib/governance/voting/view";

const rowStyle = "flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-b border-line py-2";

/** Proposals and follow-ups that came of it; nothing at all when nothing did. */
export function LedToPart({
  links,
  proposals,
  actions,
}: {
  links: EscalationView["links"];
  proposals: readonly ProposalItem[];
  actions: readonly ActionItem[];
}) {
  if (links.length === 0 && actions.length === 0) return null;
  return (
    <Section title="What came of it">
      <ul className="border-t border-line">
        {links.map(({ reference }) => {
          const proposal = proposals.find((each) => each.reference === reference);
          return (
            <li key={reference} className={rowStyle}>
              <Link href={paths.proposals.detail(reference)} className="link min-w-0 flex-1 basis-64 font-medium">
                {proposal?.title ?? `Proposal ${reference}`}
              </Link>
              {proposal === undefined ? null : <OutcomeBadge outcome={proposal.outcome ?? proposal.state} />}
            </li>
          );
        })}
        {actions.map((action) => (
          <li key={action.reference} className={rowStyle}>
            <span className="min-w-0 flex-1 basis-64">
              <Link href={paths.actions()} className="link font-medium">
                {action.title}
              </Link>
              <span className="block text-xs text-ink-muted">Follow-up {action.reference}</span>
            </span>
            <span className="text-sm text-ink-muted">{action.assignee?.name ?? "Nobody"}</span>
            <span className={action.isOverdue ? "text-sm font-medium text-severity-high" : "text-sm"}>
              {action.completedAt === null ? "due " : "finished "}
              <Instant at={action.completedAt ?? action.dueAt} as="dayTime" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
