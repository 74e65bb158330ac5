import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { createVenture } from "@/lib/governance/portfolio/operations/create-venture";
import { readTree } from "@/lib/governance/portfolio/operations/read-tree";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { FIRST_PEOPLE, toChoices } from "../_components/choices";
import { VentureForm } from "../_components/venture-form";

export const metadata: Metadata = { title: "Create a venture" };

export default async function NewVenturePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  if (!mayInvoke(actor, createVenture)) forbidden();
  const wanted = readText(await searchParams, "portfolio", 40);
  const [tree, people] = await Promise.all([pageQuery(readTree, {}), pageQuery(listPeople, FIRST_PEOPLE)]);
  const { portfolios, leads } = toChoices(tree.portfolios, people.items, null);
  const [only, ...others] = portfolios;
  const portfolio = portfolios.find(({ value }) => value === wanted) ?? (others.length === 0 ? only : undefined);
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.portfolio.tree()}>Portfolio</BackLink>}
        title="Create a venture"
        state="Its stage and the money at stake weigh in the severity of its escalations."
      />
      {portfolios.length === 0 ? (
        <EmptyState
          title="A venture stands in a portfolio"
          action={
            <LinkButton tone="primary" href={paths.portfolio.tree()}>
              Create a portfolio first
            </LinkButton>
          }
        />
      ) : (
        <VentureForm
          venture={null}
          portfolios={portfolios}
          portfolio={portfolio?.value ?? ""}
          leads={leads}
          isChair={actor.roles.includes("chair")}
        />
      )}
    </>
  );
}
