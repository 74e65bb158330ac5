import type { Metadata } from "next";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readAgreement } from "@/lib/governance/advisory/operations/read-agreement";
import { readMetrics } from "@/lib/governance/voting/operations/read-metrics";
import { pageQuery } from "@/lib/server/page-query";
import { AdviceFigures } from "../_components/advice-figures";
import { FigureList } from "../_components/figure-list";
import { MonthFigures } from "./_components/month-figures";

export const metadata: Metadata = { title: "Figures on votes" };

/** How the board decides: how much, how many take part, how it comes out and how long it takes (VOT-14, VOT-194). */
export default async function VotingMetricsPage() {
  const [metrics, agreement] = await Promise.all([pageQuery(readMetrics, {}), pageQuery(readAgreement, {})]);
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.proposals.list()}>Votes</BackLink>}
        title="Figures on votes"
        state="All proposals since the beginning; by month the last twelve months, the present one included."
      />
      <FigureList metrics={metrics} />
      {metrics.total === 0 ? null : <MonthFigures metrics={metrics} />}
      <AdviceFigures agreement={agreement} />
    </>
  );
}
