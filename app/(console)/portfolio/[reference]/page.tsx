import type { Metadata } from "next";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { ListKeys } from "@/components/ui/list-keys";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { LiveRefresh } from "@/lib/client/live";
import { paths } from "@/lib/client/paths";
import { listEscalations } from "@/lib/governance/escalations/operations/list-escalations";
import { raiseEscalation } from "@/lib/governance/escalations/operations/raise-escalation";
import { readBudgets } from "@/lib/governance/escalations/operations/read-budgets";
import { createVenture } from "@/lib/governance/portfolio/operations/create-venture";
import { readPortfolio } from "@/lib/governance/portfolio/operations/read-portfolio";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { AttentionPart } from "../_components/attention-part";
import { sumWords } from "../_components/portfolio-branch";
import { PortfolioDialog } from "../_components/portfolio-dialog";
import { VentureTable } from "../_components/venture-table";

export const metadata: Metadata = { title: "Portfolio" };

const SHOWN = 10;

export default async function OnePortfolioPage({ params }: { params: Promise<{ reference: string }> }) {
  const portfolio = await pageQuery(readPortfolio, await params);
  const { reference, name, description, members } = portfolio;
  const [actor, open, budgets] = await Promise.all([
    requireActor(),
    pageQuery(listEscalations, { portfolio: reference, limit: SHOWN }),
    pageQuery(readBudgets, {}),
  ]);
  const mayManage = mayInvoke(actor, createVenture);
  return (
    <>
      <PageHeader
        above={
          <>
            <BackLink href={paths.portfolio.tree()}>Portfolio</BackLink>{" "}
            <span className="font-mono text-xs">{reference}</span>
          </>
        }
        title={name}
        state={
          <>
            {sumWords(portfolio)}; last changed <Instant at={portfolio.updatedAt} />
          </>
        }
        more={mayManage ? <PortfolioDialog portfolio={portfolio} /> : undefined}
        act={
          mayManage ? (
            <LinkButton tone="primary" href={paths.ventures.create({ portfolio: reference })}>
              Create a venture in it
            </LinkButton>
          ) : undefined
        }
      />
      {description === "" ? null : <p className="max-w-read whitespace-pre-wrap text-base">{description}</p>}
      <Section title="Ventures">
        <ListKeys>
          <VentureTable
            label={`Ventures of ${name}`}
            ventures={members}
            empty={<p className="text-sm text-ink-muted">No venture stands in it yet.</p>}
          />
        </ListKeys>
      </Section>
      <AttentionPart
        what="portfolio"
        reference={reference}
        items={open.items}
        hasMore={open.nextCursor !== null}
        budget={budgets.scopes.find((scope) => scope.reference === reference) ?? null}
        mayRaise={mayInvoke(actor, raiseEscalation)}
      />
      <LiveRefresh areas={["portfolio", "escalations"]} />
    </>
  );
}
