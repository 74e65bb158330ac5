import Link from "next/link";
import { BudgetMeter, type BudgetUse } from "@/components/governance/budget-meter";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { QueueItem } from "@/lib/governance/escalations/view";
import { EscalationList } from "../../escalations/_components/escalation-list";

export type ScopeBudget = {
  readonly isOwn: boolean;
  readonly immediate: BudgetUse;
  readonly nextBriefing: BudgetUse;
  readonly weekly: BudgetUse;
};

/** What asks for attention in a portfolio or a venture: its open escalations, and what is left of its budget. */
export function AttentionPart({
  what,
  reference,
  items,
  hasMore,
  budget,
  mayRaise,
}: {
  what: "portfolio" | "venture";
  reference: string;
  items: readonly QueueItem[];
  hasMore: boolean;
  /** null for an ended venture: nothing is spent on it. */
  budget: ScopeBudget | null;
  mayRaise: boolean;
}) {
  return (
    <>
      <Section
        title="Open escalations"
        act={
          mayRaise && what === "venture" ? (
            <Link className="link" href={paths.escalations.create({ venture: reference })}>
              Raise one
            </Link>
          ) : undefined
        }
      >
        <EscalationList
          label="Open escalations"
          items={items}
          empty={<p className="text-sm text-ink-muted">Nothing in this {what} asks for attention.</p>}
        />
        {hasMore ? (
          <Link
            href={paths.escalations.list({ view: "all", [what]: reference })}
            className="link mt-3 inline-flex min-h-6 items-center text-sm"
          >
            All of them in the queue
          </Link>
        ) : null}
      </Section>
      {budget === null ? null : (
        <Section
          title="Budget of attention"
          note={budget.isOwn ? `Limits of its own` : `The limits that hold for every ${what}`}
          act={
            <Link className="link" href={paths.budgets({ q: reference })}>
              Budgets
            </Link>
          }
        >
          <div className="grid gap-x-10 gap-y-4 md:grid-cols-3">
            <BudgetMeter label="Immediate" use={budget.immediate} period="today" />
            <BudgetMeter label="Decision cards" use={budget.nextBriefing} period="today" />
            <BudgetMeter label="Weekly digest" use={budget.weekly} period="this week" />
          </div>
        </Section>
      )}
    </>
  );
}
