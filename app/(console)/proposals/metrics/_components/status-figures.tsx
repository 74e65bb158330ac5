import { PROPOSAL_STATUS_LABELS } from "@/components/governance/labels";
import { formatCount } from "@/lib/format/number";
import { ProposalStatus } from "@/lib/governance/voting/schema";
import type { VotingMetrics } from "@/lib/governance/voting/view";

/** How many proposals stand where (VOT-14); what nothing stands at is left out. */
export function StatusFigures({ byStatus }: { byStatus: VotingMetrics["byStatus"] }) {
  const rows = ProposalStatus.options.filter((status) => byStatus[status] > 0);
  return (
    <section aria-labelledby="status-figures">
      <h3 id="status-figures" className="text-sm font-medium">
        Where all proposals stand
      </h3>
      <dl className="mt-2 border-t border-line text-sm">
        {rows.map((status) => (
          <div key={status} className="flex justify-between border-b border-line py-1.5">
            <dt>{PROPOSAL_STATUS_LABELS[status]}</dt>
            <dd className="font-medium">{formatCount(byStatus[status])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
