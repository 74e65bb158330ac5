import type { Metadata } from "next";
import { AttentionTabs } from "@/components/governance/attention-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { Figures } from "@/components/ui/figures";
import { PageHeader } from "@/components/ui/page-header";
import { LiveRefresh } from "@/lib/client/live";
import { formatCount, formatShare } from "@/lib/format/number";
import { readMetrics } from "@/lib/governance/escalations/operations/read-metrics";
import { readSummary } from "@/lib/governance/escalations/operations/read-summary";
import { pageQuery } from "@/lib/server/page-query";
import { AttentionCharts } from "./_components/attention-charts";
import { inTimeWords, sumNoise } from "./_components/figure-rows";

export const metadata: Metadata = { title: "Figures on escalations" };

/** How much asks for attention, how soon it is answered, and what nobody had to look at one by one (ESC-10, ESC-141). */
export default async function EscalationMetricsPage() {
  const [metrics, summary] = await Promise.all([pageQuery(readMetrics, {}), pageQuery(readSummary, {})]);
  const { raised, removed } = sumNoise(metrics.noise);
  return (
    <>
      <AttentionTabs />
      <PageHeader
        title="Figures on escalations"
        state="What is unresolved now; times, noise and budget over the weeks before."
      />
      {summary.total === 0 ? (
        <EmptyState title="Nothing has been raised yet">
          When people or systems raise escalations, their number, age and response times appear here.
        </EmptyState>
      ) : (
        <>
          <Figures
            figures={[
              { what: "Raised in all", figure: formatCount(summary.total) },
              { what: "Unresolved now", figure: formatCount(summary.active) },
              { what: "Overdue", figure: formatCount(summary.overdue) },
              { what: "Resolved in time, 12 weeks", figure: inTimeWords(metrics.responses) },
              { what: "Noise removed, 12 weeks", figure: formatShare(removed, raised) },
            ]}
          />
          <AttentionCharts metrics={metrics} />
        </>
      )}
      <LiveRefresh areas={["escalations"]} />
    </>
  );
}
