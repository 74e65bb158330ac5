import { ESCALATION_STATUS_LABELS } from "@/components/governance/escalation-labels";
import { SeverityPill } from "@/components/governance/severity-pill";
import { Badge } from "@/components/ui/badge";
import { Instant } from "@/components/ui/instant";
import { PageHeader } from "@/components/ui/page-header";
import type { EscalationView } from "@/lib/governance/escalations/view";
import { BackToQueue } from "../../_components/back-to-queue";
import { Counts } from "../../_components/queue-marks";

/** What it is, how bad, and by when an answer is due. */
export function ItemHeader({ item }: { item: EscalationView }) {
  return (
    <PageHeader
      above={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="print:hidden">
            <BackToQueue />
          </span>
          <span className="font-mono text-xs">{item.reference}</span>
          <SeverityPill severity={item.severity} />
          <Badge className="text-ink">{ESCALATION_STATUS_LABELS[item.status]}</Badge>
          <span className="-ml-2">
            <Counts item={item} />
          </span>
        </span>
      }
      title={item.title}
      state={<Due item={item} />}
    />
  );
}

function Due({ item }: { item: EscalationView }) {
  const { resolved, assignee, isOverdue, respondBy } = item;
  if (resolved !== null) {
    return (
      <>
        Resolved {resolved.by === null ? null : `by ${resolved.by.name} `}
        <Instant at={resolved.at} />
      </>
    );
  }
  return (
    <>
      <span className={isOverdue ? "font-medium text-severity-critical" : "text-ink"}>
        {isOverdue ? "Overdue: it was to be resolved " : "To be resolved "}
        <Instant at={respondBy} as="deadline" />
      </span>
      {" · "}
      {assignee === null ? "nobody answers for it yet" : `${assignee.name} answers for it`}
    </>
  );
}
