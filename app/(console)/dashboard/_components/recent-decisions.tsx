import Link from "next/link";
import { DecisionBadge } from "@/components/governance/decision-badge";
import { TierBadge } from "@/components/governance/tier-badge";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { DecisionLine } from "@/lib/governance/dashboard/schema";

function hrefOf(decision: DecisionLine): string | null {
  if (decision.proposal !== null) return paths.proposals.detail(decision.proposal);
  return decision.model === null ? null : paths.models.detail(decision.model.reference);
}

/** The latest decisions, each with why it came out so. */
export function RecentDecisions({ decisions }: { decisions: readonly DecisionLine[] }) {
  return (
    <Section title="Decided lately">
      {decisions.length === 0 ? (
        <p className="text-ink-muted">Nothing has been decided yet. Results appear here with the reason for each.</p>
      ) : (
        <ul>
          {decisions.map((decision) => {
            const href = hrefOf(decision);
            return (
              <li
                key={decision.reference}
                className="grid gap-x-4 gap-y-1 border-b border-line py-2.5 first:pt-0 md:grid-cols-[12.5rem_minmax(0,1fr)_auto]"
              >
                <span className="md:pt-0.5">
                  <DecisionBadge decision={decision} />
                </span>
                <span className="min-w-0">
                  <span className="font-serif text-base font-semibold">
                    {href === null ? (
                      decision.title
                    ) : (
                      <Link href={href} className="hover:text-accent">
                        {decision.title}
                      </Link>
                    )}
                  </span>
                  <span className="block text-ink-muted">{decision.why}</span>
                </span>
                <span className="flex items-baseline gap-3 text-xs text-ink-muted md:pt-1 md:text-sm">
                  {decision.model === null ? null : <TierBadge tier={decision.model.tier} short />}
                  <Instant at={decision.decidedAt} className="md:w-24 md:text-right" />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
