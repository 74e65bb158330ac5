import type { Metadata } from "next";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { forecastQuorum } from "@/lib/governance/board/operations/forecast-quorum";
import { pageQuery } from "@/lib/server/page-query";
import { ForecastForm } from "../_components/forecast-form";
import { readForecastQuery, toFieldErrors } from "../_components/forecast-query";
import { ForecastResult } from "../_components/forecast-result";
import { ForecastSteps } from "../_components/forecast-steps";

// No loading.tsx above this page: what streams in behind a skeleton needs a script to be seen, and this form needs none.
export const metadata: Metadata = { title: "Quorum forecast" };

export default async function ForecastPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = readForecastQuery(await searchParams);
  const answer = await pageQuery(forecastQuorum, query).catch(toFieldErrors);
  const errors = "errors" in answer ? answer.errors : [];
  // What makes no sense is said at its field; the page answers for today.
  const forecast = "errors" in answer ? await pageQuery(forecastQuorum, {}) : answer;
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.board.overview()}>Board</BackLink>}
        title="Quorum forecast"
        state="Whether the board can decide on a day, from the terms as they stand, and with members supposed to be recused."
      />
      {errors.length > 0 ? null : <ForecastResult forecast={forecast} />}
      <ForecastForm forecast={forecast} asked={query} errors={errors} />
      <Section
        title="The next twelve months"
        note={query.recused.length === 0 ? "Renewed terms change nothing" : "With the same members recused"}
      >
        <ForecastSteps forecast={forecast} />
      </Section>
    </>
  );
}
