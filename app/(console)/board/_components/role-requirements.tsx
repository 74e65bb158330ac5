import { DOMAIN_LABELS } from "@/components/governance/board-labels";
import type { RoleView } from "@/lib/governance/board/schema";

/** What somebody must bring to this seat (BRD-3). */
export function RoleRequirements({ role }: { role: RoleView }) {
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-ink-muted">Stands for</dt>
      <dd>
        {DOMAIN_LABELS[role.domain] ?? role.domain}, {role.votes ? "with a vote" : "without a vote"}
      </dd>
      <dt className="text-ink-muted">Brings</dt>
      <dd>{role.qualifications.join("; ")}</dd>
      <dt className="text-ink-muted">Time</dt>
      <dd>
        {role.hoursPerMonth} hours a month or more, for {role.minimumTermMonths} months or more
      </dd>
      <dt className="text-ink-muted">Independence</dt>
      <dd>{role.independence}</dd>
    </dl>
  );
}
